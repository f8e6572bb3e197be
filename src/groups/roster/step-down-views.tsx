import { Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Button, Titled } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { nameOf } from './rules.ts'
import type { getOwnSeat, listTold } from './step-down-queries.ts'

const t = textsOf('groups', 'stepDown')

interface StepDownProps {
  held: Awaited<ReturnType<typeof getOwnSeat>>
  /** Who is told. */
  told: Awaited<ReturnType<typeof listTold>>
  today: string
  /** May they open what is handed over? */
  hands: boolean
}

/** Who gives up a role of a group says from when on, and what becomes of it. */
export function StepDownPage({ held, told, today, hands }: StepDownProps) {
  const roster = `/roster#${held.groupSlug}`
  return (
    <Titled
      title={t.titleOf({ role: nameOf(held.role, held.title) })}
      meta={<a href={roster}>{held.group}</a>}
      lead={t.lead({ count: told.length, names: told.map(({ name }) => name) })}
    >
      <div class="prose stack">
        {held.toOn && <p>{t.endsAlready({ day: <Day on={held.toOn} /> })}</p>}
        {hands && (
          <p>
            {t.handFirst} <a href={`/roster/${held.groupSlug}/handovers`}>{t.handOver}</a>
          </p>
        )}
      </div>
      <LeaveForm action={`/roster/${held.groupSlug}/seats/${held.id}/step-down`} back={roster} note={t.note} today={today} />
    </Titled>
  )
}

/** When they go, and what they say to those who are told. */
export const LeaveForm = ({ action, back, note, today }: { action: string; back: string; note: string; today: string }) => (
  <Form action={action} values={{ toOn: today }}>
    <Field name="toOn" type="date" label={t.lastDay} hint={t.lastDayHint} short />
    <TextArea name="note" label={note} rows={3} maxlength={1_000} optional />
    <div class="row">
      <Button kind="danger">{t.stepDown}</Button>
      <Button kind="quiet" href={back}>
        {t.keep}
      </Button>
    </div>
  </Form>
)
