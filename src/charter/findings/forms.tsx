import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import type { listNamable } from '../clauses/queries.ts'

export type Decisions = Awaited<ReturnType<typeof listNamable>>

/** By which decision: one of the register, or one that is written down with it. */
export function DecisionFields({ decisions }: { decisions: Decisions }) {
  const reader = useReader()
  return (
    <>
      {decisions.length > 0 && (
        <Select
          name="decisionId"
          label="By which decision"
          empty="One that I write down here"
          optional
          options={decisions.map(({ id, number, text, decidedOn }) => ({
            value: String(id),
            label: `D-${number}, ${formatDay(reader, decidedOn, 'short')}: ${text.length > 70 ? `${text.slice(0, 70)}…` : text}`,
          }))}
        />
      )}
      <TextArea
        name="decisionText"
        label="The decision, where the register does not have it yet"
        hint="It gets the next number in the register."
        rows={2}
        maxlength={2_000}
        optional
      />
      <Field name="decidedOn" type="date" label="Decided on" short optional />
    </>
  )
}

/** Waives a clause: until when, why, and by which decision. */
export const WaiverForm = ({
  lineId,
  decisions,
  refused,
  today,
}: {
  lineId: number
  decisions: Decisions
  refused?: Refused | undefined
  today: string
}) => (
  <Form action={`/charter/clauses/${lineId}/waivers`} id="waive" refused={refused} values={{ fromOn: today }} label="Waive this clause">
    <Field name="fromOn" type="date" label="From" short />
    <Field name="toOn" type="date" label="To" hint="The last day. After it the clause binds again by itself." short />
    <TextArea name="reason" label="Why" rows={2} maxlength={1_000} />
    <DecisionFields decisions={decisions} />
    <div class="row">
      <Button>Waive it</Button>
    </div>
  </Form>
)

/** Records what happened elsewhere. */
export const AttestForm = ({ lineId, refused, today }: { lineId: number; refused?: Refused | undefined; today: string }) => (
  <Form action={`/charter/clauses/${lineId}/links`} id="attest" refused={refused} values={{ onDay: today }} label="Record a link">
    <Field name="title" label="What happened" hint="A talk at the annual conference, an article in the newsletter." maxlength={200} />
    <Field name="onDay" type="date" label="On" short />
    <Field name="link" type="url" label="Link" hint="Where one can see it." maxlength={1_000} />
    <div class="row">
      <Button>Record it</Button>
    </div>
  </Form>
)
