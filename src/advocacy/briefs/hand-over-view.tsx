import { Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Cancel, Note, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { DeskGroup, listGuests } from '../queries.ts'
import type { Brief } from './queries.ts'

const t = textsOf('advocacy', 'briefs')

/** Handing over: to whom, how, until when. */
export function HandOverPage(props: {
  brief: Brief
  group: DeskGroup
  guests: Awaited<ReturnType<typeof listGuests>>
  dueOn: string
  today: string
}) {
  const { brief, group, guests, dueOn, today } = props
  return (
    <Titled
      title={t.sendPackageTo({ vendor: group.vendor })}
      meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
      lead={t.requestsKeepCopyWhatSend({ requests: brief.requests.length })}
    >
      <Form action={`/briefs/${brief.id}/hand-over`} values={{ dueOn, on: today, personIds: guests.map(({ id }) => String(id)) }}>
        {guests.length > 0 ? (
          <Choices
            name="personIds"
            label={t.sendItTo}
            many
            options={guests.map((guest) => ({ value: String(guest.id), label: guest.name, hint: guest.email }))}
            hint={t.theyGetEmailPdfSpreadsheet}
          />
        ) : (
          <Note>
            {t.theVendorHasNoGuestsHere({ link: (words) => <a href={`/desk/guests?group=${group.slug}&brief=${brief.id}`}>{words}</a> })}
          </Note>
        )}
        <Field name="toName" label={t.otherRecipients} optional maxlength={300} hint={t.namesHowTheyGotPackage} />
        <Field name="how" label={t.how} optional maxlength={200} hint={t.exampleEmailOctoberMeeting} />
        <Field name="on" label={t.sentOn} type="date" max={today} short />
        <Field
          name="dueOn"
          label={t.answersDue}
          type="date"
          short
          hint={t.groupsRuleMonthsAfterSending({ months: group.rule.answerMonths })}
        />
        <TextArea name="note" label={t.noteToTheVendor} optional rows={3} maxlength={2000} />
        <Submit kind="primary" beside={<Cancel href={`/briefs/${brief.id}`}>{t.back}</Cancel>} text={t.handOver} />
      </Form>
    </Titled>
  )
}
