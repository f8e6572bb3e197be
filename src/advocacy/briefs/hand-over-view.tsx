import { Choices, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Button, Heading, Note } from '../../lib/ui/parts.tsx'
import { count } from '../parts.tsx'
import type { DeskGroup, listGuests } from '../queries.ts'
import type { Brief } from './queries.ts'

type Refused = ReturnType<typeof refusedForm>

/** Handing over: to whom, how, until when. */
export function HandOverPage({
  brief,
  group,
  guests,
  dueOn,
  today,
  refused,
}: {
  brief: Brief
  group: DeskGroup
  guests: Awaited<ReturnType<typeof listGuests>>
  dueOn: string
  today: string
  refused?: Refused
}) {
  return (
    <>
      <Heading
        title={`Hand it over to ${group.vendor}`}
        meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
        lead={`${count(brief.requests.length, 'request', 'requests')}. What goes out is kept as a version and stays as it was.`}
      />
      <Form
        action={`/briefs/${brief.id}/hand-over`}
        refused={refused}
        values={{ dueOn, on: today, personIds: guests.map(({ id }) => String(id)) }}
      >
        {guests.length > 0 ? (
          <Choices
            name="personIds"
            label="Send it to"
            many
            options={guests.map((guest) => ({ value: String(guest.id), label: guest.name, hint: guest.email }))}
            hint="They get it by mail as PDF and spreadsheet and can answer on the web or by replying."
          />
        ) : (
          <Note>
            The vendor has no guests here yet. <a href={`/desk/guests?group=${group.slug}`}>Invite them</a>, or name below who received it.
          </Note>
        )}
        <Field name="toName" label="Others who received it" optional maxlength={300} hint="In words: names and how they got it" />
        <Field name="how" label="How" optional maxlength={200} hint="For instance: by mail, in the meeting of October" />
        <Field name="on" label="Handed over on" type="date" max={today} short />
        <Field
          name="dueOn"
          label="Answers due"
          type="date"
          short
          hint={`The group’s rule: ${count(group.rule.answerMonths, 'month', 'months')} later`}
        />
        <TextArea name="note" label="A word with it" optional rows={3} maxlength={2000} />
        <div class="row">
          <Button kind="primary">Hand over</Button>
          <Button kind="quiet" href={`/briefs/${brief.id}`}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}
