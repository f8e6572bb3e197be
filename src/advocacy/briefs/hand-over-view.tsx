import { Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { Cancel, Note, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { DeskGroup, Guest } from '../queries.ts'
import type { Brief } from './queries.ts'

const t = textsOf('advocacy', 'briefs')
const away = textsOf('advocacy', 'standIns')

/** Where a guest is reached; while they are away, who gets it instead. */
const hintOf = ({ name, email, away: gone }: Guest, locale: Locale): string =>
  gone ? away.isAwayBriefly({ guest: name, standIn: gone.name, day: formatDay({ locale }, gone.until) }) : email

/** Handing over: to whom, how, until when. */
export function HandOverPage(props: { brief: Brief; group: DeskGroup; guests: Guest[]; dueOn: string; today: string }) {
  const { brief, group, guests, dueOn, today } = props
  const { locale } = useReader()
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
            options={guests.map((guest) => ({ value: String(guest.id), label: guest.name, hint: hintOf(guest, locale) }))}
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
