import { Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Button, Titled, ToSettings } from '../../lib/ui/parts.tsx'
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

/** The same of an office of the site or of a user group. */
export function LeaveOfficePage(props: {
  office: string
  held: { id: number; toOn: string | null }
  told: { name: string }[]
  today: string
}) {
  const { office, held, told, today } = props
  return (
    <Titled
      title={t.titleOf({ role: office })}
      meta={<ToSettings />}
      lead={t.officeLead({ count: told.length, names: told.map(({ name }) => name) })}
    >
      {held.toOn && <p>{t.officeEnds({ day: <Day on={held.toOn} /> })}</p>}
      <LeaveForm action={`/me/offices/${held.id}/step-down`} back="/me/record" note={t.officeNote} today={today} />
    </Titled>
  )
}

const LeaveForm = ({ action, back, note, today }: { action: string; back: string; note: string; today: string }) => (
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
