import { Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Table } from '../../lib/ui/lists.tsx'
import { About, Note, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { BallotOption } from '../core/queries.ts'
import type { Cycle } from './queries.ts'

const t = textsOf('ballots', 'cyclesPage')

/** What the vendor would build and what it costs, for each wish that round one has chosen. */
export function CostingPage({ cycle, options, open, sum }: { cycle: Cycle; options: BallotOption[]; open: boolean; sum: number }) {
  const capacity = cycle.ballots.find(({ phase }) => phase === 'round_two')?.capacity ?? 0
  const missing = options.filter(({ cost }) => cost === null).length
  return (
    <Titled
      title={t.costs}
      meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
      lead={
        options.length === 0 ? t.noRequestsYetRequestsChosen : t.requestsHaveNoCostYet({ options: options.length, missing, sum, capacity })
      }
    >
      {!open && options.length > 0 && <Note>{t.roundTwoHasBegunCosts}</Note>}
      {options.length === 0 ? null : open ? (
        <Form
          keeps
          action={`/cycles/${cycle.id}/costing`}
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
                  <summary>
                    {t.requestText}
                    <About>{title}</About>
                  </summary>
                  <p class="prose">{text}</p>
                </details>
              )}
              <TextArea name={`solution-${number}`} label={t.solutionForRequest({ number })} rows={3} optional maxlength={5_000} />
              <Field name={`cost-${number}`} label={t.developmentPointsFor({ number })} inputmode="numeric" short optional />
            </section>
          ))}
          <Submit kind="primary">{t.save}</Submit>
          <p class="meta">{t.requestWithoutCostCannotGo}</p>
        </Form>
      ) : (
        <Table
          caption={t.costs}
          columns={[{ label: t.wish }, { label: t.solution }, { label: t.cost, numeric: true }]}
          rows={options.map(({ number, title, solution, cost }) => [`${number}. ${title}`, solution, cost ?? ''])}
        />
      )}
    </Titled>
  )
}
