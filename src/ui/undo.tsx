import type { Child } from 'hono/jsx'
import type { Counted, UndoPlan } from '../undo.ts'
import { plainPlan } from '../undo.ts'
import { Form } from './form.tsx'
import { formatNumber } from './format.ts'
import { Table } from './lists.tsx'
import { Button, Facts, Heading, Note, Section } from './parts.tsx'

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
