import { shorten } from '../../lib/ui/excerpt.ts'
import { Field, Form, Select, TextArea } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { Submit } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { listNamable } from '../clauses/fields-queries.ts'

const t = textsOf('charter', 'findingsPage')

export type Decisions = Awaited<ReturnType<typeof listNamable>>

/** By which decision: one of the register, or one that is written down with it. */
export function DecisionFields({ decisions }: { decisions: Decisions }) {
  const reader = useReader()
  // Where there is none to choose, it is written down here.
  const choice = decisions.length > 0
  return (
    <>
      {decisions.length > 0 && (
        <Select
          name="decisionId"
          label={t.decision}
          empty={t.newOneEnteredBelow}
          optional
          options={decisions.map(({ id, number, text, decidedOn }) => ({
            value: String(id),
            label: `D-${number}, ${formatDay(reader, decidedOn, 'short')}: ${shorten(text, 70)}`,
          }))}
        />
      )}
      <TextArea
        name="decisionText"
        label={t.textNewDecision}
        hint={t.decisionGetsNextFreeNumber}
        rows={2}
        maxlength={2_000}
        optional={choice}
      />
      <Field name="decidedOn" type="date" label={t.decidedOn} short optional />
    </>
  )
}

/** Waives a clause: until when, why, and by which decision. */
export const WaiverForm = ({ lineId, decisions, today }: { lineId: number; decisions: Decisions; today: string }) => (
  <Form action={`/charter/clauses/${lineId}/waivers`} id="waive" values={{ fromOn: today }} label={t.pauseThisClause}>
    <Field name="fromOn" type="date" label={t.from} short />
    <Field name="toOn" type="date" label={t.to} hint={t.clauseAppliesAgainDayAfter} short />
    <TextArea name="reason" label={t.why} rows={2} maxlength={1_000} />
    <DecisionFields decisions={decisions} />
    <Submit>{t.waiveIt}</Submit>
  </Form>
)

/** Records what happened elsewhere. */
export const AttestForm = ({ lineId, today }: { lineId: number; today: string }) => (
  <Form action={`/charter/clauses/${lineId}/links`} id="attest" values={{ onDay: today }} label={t.addLink}>
    <Field name="title" label={t.whatHappened} hint={t.aTalkAtTheAnnualConference} maxlength={200} />
    <Field name="onDay" type="date" label={t.on} short />
    <Field name="link" type="url" label={t.link} hint={t.pageShowsActivity} maxlength={1_000} />
    <Submit>{t.recordIt}</Submit>
  </Form>
)
