import { Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note } from '../../lib/ui/parts.tsx'
import type { BallotOption } from '../queries.ts'
import type { Cycle } from './queries.ts'

/** What the vendor would build and what it costs, for each wish that round one has chosen. */
export function CostingPage({
  cycle,
  options,
  open,
  sum,
  refused,
}: {
  cycle: Cycle
  options: BallotOption[]
  open: boolean
  sum: number
  refused?: Refused
}) {
  const capacity = cycle.ballots.find(({ phase }) => phase === 'round_two')?.capacity ?? 0
  const missing = options.filter(({ cost }) => cost === null).length
  return (
    <>
      <Heading
        title="Costs"
        meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
        lead={
          options.length === 0
            ? 'What round one chooses stands here once it is counted.'
            : `${plural('en', options.length, { one: '# wish', other: '# wishes' })}, ${missing === 0 ? 'all with a cost' : `${missing} without a cost`}. All together cost ${plural('en', sum, { one: '# development point', other: '# development points' })}; the year has ${capacity}.`
        }
      />
      {!open && options.length > 0 && <Note>Round two has begun: costs and solutions stay as they are.</Note>}
      {options.length === 0 ? null : open ? (
        <Form
          action={`/cycles/${cycle.id}/costing`}
          refused={refused}
          values={Object.fromEntries(
            options.flatMap(({ number, cost, solution }) => [
              [`cost-${number}`, String(cost ?? '')],
              [`solution-${number}`, solution],
            ]),
          )}
        >
          {options.map(({ number, title, text }) => (
            <section class="stack" id={`option-${number}`}>
              <h2 class="h3">
                {number}. {title}
              </h2>
              {text && (
                <details>
                  <summary>What is asked for</summary>
                  <p class="prose">{text}</p>
                </details>
              )}
              <TextArea name={`solution-${number}`} label={`What would be built for ${number}`} rows={3} optional maxlength={5_000} />
              <Field name={`cost-${number}`} label={`Development points for ${number}`} inputmode="numeric" short optional />
            </section>
          ))}
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
          <p class="meta">What has no cost when round two opens cannot stand on its ballot.</p>
        </Form>
      ) : (
        <Table
          caption="Costs"
          hideCaption
          columns={[{ label: 'Wish' }, { label: 'What would be built' }, { label: 'Cost', numeric: true }]}
          rows={options.map(({ number, title, solution, cost }) => [`${number}. ${title}`, solution, cost ?? ''])}
        />
      )}
    </>
  )
}
