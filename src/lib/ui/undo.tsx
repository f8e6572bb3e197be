import type { Child } from 'hono/jsx'
import { type Counted, plainPlan, sumsOf, type Undone, type UndoPlan } from '../undo.ts'
import { Form } from './form.tsx'
import { formatNumber } from './format.ts'
import { Table } from './lists.tsx'
import { Button, Facts, Heading, Note, Section, State } from './parts.tsx'
import { Time } from './time.tsx'

/** A balance in a few numbers: what there is how often; what there is nothing of is left out. */
export const Balance = ({ counts }: { counts: readonly Counted[] }) => (
  <Facts items={counts.map(({ what, count }) => count > 0 && { term: what, value: formatNumber('en', count) })} />
)

/** What taking something back would do, before it is done: what goes, what stays and why, and the one button. */
export function UndoPage(props: {
  title: Child
  /** Where it came from: a link to its balance. */
  meta: Child
  lead: Child
  plan: UndoPlan
  /** Where it is posted. */
  action: string
  /** Where it is not done after all. */
  back: string
  button: string
  /** Why it cannot be done. */
  whyNot?: string | undefined
}) {
  const { title, meta, lead, action, back, button, whyNot } = props
  const { goes, stays } = plainPlan(props.plan)
  const nothing = goes.length === 0 && whyNot === undefined
  return (
    <>
      <Heading title={title} meta={meta} lead={lead} />
      {whyNot && <Note>{whyNot}</Note>}
      {nothing && <Note>There is nothing left to take back.</Note>}
      {goes.length > 0 && (
        <Section title="What goes">
          <Table
            caption="What goes"
            hideCaption
            columns={[{ label: 'What' }, { label: 'How many', numeric: true }]}
            rows={goes.map(({ what, count }) => [what, formatNumber('en', count)])}
          />
        </Section>
      )}
      {stays.length > 0 && (
        <Section title="What stays">
          <Table
            caption="What stays"
            hideCaption
            columns={[{ label: 'What' }, { label: 'How many', numeric: true }, { label: 'Why' }]}
            rows={stays.map(({ what, count, why }) => [what, formatNumber('en', count), why])}
          />
        </Section>
      )}
      <Form id="undo" action={action}>
        <div class="row">
          {whyNot === undefined && !nothing && <Button kind="danger">{button}</Button>}
          <Button kind="quiet" href={back}>
            {whyNot === undefined && !nothing ? 'Leave it as it is' : 'Back'}
          </Button>
        </div>
      </Form>
    </>
  )
}

/** What came of an undo, in a line: `It is taken back. 3 stay.` */
export function takenBack(undone: Undone): string {
  const { stayed } = sumsOf(undone)
  if (stayed === 0) return 'It is taken back.'
  return `It is taken back; ${stayed === 1 ? 'one stays' : `${formatNumber('en', stayed)} stay`}.`
}

/** What became of what an import brought when it was taken back. */
export const TakenBack = ({ undone, at, by }: { undone: Undone; at: Date; by: string | null }) => (
  <Section
    title="Taken back"
    aside={
      <>
        {by ?? 'The command line'}, <Time at={at} />
      </>
    }
  >
    <Balance
      counts={[
        ...undone.goes.map(({ what, count }) => ({ what: `${what}, gone`, count })),
        ...undone.stays.map(({ what, count }) => ({ what: `${what}, stayed`, count })),
      ]}
    />
  </Section>
)

/** A file that came in: who brought it when, how much of it was taken, and the way back. */
export function ImportBalancePage(props: {
  title: Child
  meta: Child
  by: string | null
  at: Date
  counts: readonly Counted[]
  undone: { undone: Undone | null; undoneAt: Date | null; undoneByName: string | null }
  undoHref: string
  /** Why it cannot be taken back. */
  whyNot: string | undefined
  children?: Child
}) {
  const { title, meta, by, at, counts, undone, undoHref, whyNot, children } = props
  const isUndone = undone.undoneAt !== null
  return (
    <>
      <Heading
        title={<span class="break">{title}</span>}
        meta={meta}
        lead={
          <>
            <State mood={isUndone ? undefined : 'good'}>{isUndone ? 'Taken back' : 'Done'}</State> · {by ?? 'The command line'},{' '}
            <Time at={at} />
          </>
        }
      />
      {undone.undone && undone.undoneAt && <TakenBack undone={undone.undone} at={undone.undoneAt} by={undone.undoneByName} />}
      <Section title="Balance">
        <Balance counts={counts} />
      </Section>
      {children}
      {!isUndone && <div class="row">{whyNot === undefined ? <Button href={undoHref}>Undo…</Button> : <p class="meta">{whyNot}</p>}</div>}
    </>
  )
}
