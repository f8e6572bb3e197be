import { Check, Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Section, Split, State } from '../../lib/ui/parts.tsx'
import { count } from '../parts.tsx'
import type { Winner, Winners } from './queries.ts'

const said: Record<Exclude<Winner['standing'], 'waiting'>, string> = {
  committed: 'Committed',
  promised: 'Committed before',
  accepted: 'Delivered and accepted',
}

/** What won a ballot, for the act that makes commitments of it. */
export function WinnersPage({
  ballot,
  winners,
  capacities,
  values,
  refused,
}: Winners & { values: Record<string, string>; refused?: Refused | undefined }) {
  const waiting = winners.filter(({ standing }) => standing === 'waiting')
  const settled = winners.filter(({ standing }) => standing !== 'waiting')
  const done = settled.length > 0 && (
    <Section title="Settled already">
      <Things label="Settled already">
        {settled.map((winner) => (
          <Settled winner={winner} />
        ))}
      </Things>
    </Section>
  )
  const sum = waiting.reduce((total, { cost }) => total + (cost ?? 0), 0)
  const agreed = capacities.map(({ year, points }) => `${points} in ${year}`).join(', ')
  return (
    <>
      <Heading
        title="Commit to what won"
        meta={<a href={`/ballots/${ballot.id}/results`}>{ballot.title}</a>}
        lead={
          waiting.length === 0
            ? 'Everything that won is settled.'
            : `${count(waiting.length, 'option waits', 'options wait')}, for ${count(sum, 'development point', 'development points')}${ballot.capacity === null ? '' : ` of ${ballot.capacity} that were voted on`}. All become commitments at once, each linked to the result and to its request.`
        }
      />
      {winners.length === 0 && <Empty title="Nothing was chosen in this ballot." />}
      {waiting.length === 0 ? (
        done
      ) : (
        <Split aside={done}>
          <Form action={`/ballots/${ballot.id}/commitments`} values={values} refused={refused}>
            {waiting.map((winner) => (
              <Line winner={winner} />
            ))}
            <Section title="For all of them">
              <Field name="year" label="Year" inputmode="numeric" short />
              <Field name="dueOn" type="date" label="Due" hint="Else the end of the year" optional short />
              <Field
                name="capacity"
                label="Capacity of that year"
                hint={agreed ? `Agreed already: ${agreed}. What is agreed stays.` : 'Written down where none was agreed yet'}
                inputmode="numeric"
                optional
                short
              />
            </Section>
            <div class="row">
              <Button kind="primary">Record the commitments</Button>
            </div>
            <p class="meta">Who stands behind a request hears of it, as soon as its readers may.</p>
          </Form>
        </Split>
      )}
    </>
  )
}

function Settled({ winner }: { winner: Winner }) {
  const id = winner.commitmentId ?? winner.openCommitmentId
  return (
    <Thing
      title={`${winner.number}. ${winner.title}`}
      href={id === null ? `/requests/${winner.rootId}` : `/commitments/${id}`}
      meta={winner.points !== null && winner.year !== null ? `${count(winner.points, 'point', 'points')} of ${winner.year}` : undefined}
      act={winner.standing !== 'waiting' && <State mood="good">{said[winner.standing]}</State>}
    />
  )
}

function Line({ winner }: { winner: Winner }) {
  const { number, title, text, solution, requestId, rootId, requestTitle, cost } = winner
  return (
    <section class="stack" id={`option-${number}`}>
      <h2 class="h3">
        {number}. {title}
      </h2>
      {(solution || text) && (
        <details>
          <summary>{solution ? 'What would be built' : 'What is asked for'}</summary>
          <p class="prose">{solution || text}</p>
        </details>
      )}
      {rootId !== null && (
        <p class="meta">
          For{' '}
          <a href={`/requests/${rootId}`}>
            request {rootId}, {requestTitle}
          </a>
          {rootId !== requestId && ', into which its own was merged'}
        </p>
      )}
      <Check name={`take-${number}`} label={`Commit to ${number}`} checked />
      <Field
        name={`points-${number}`}
        label={`Points for ${number}`}
        hint={cost === null ? undefined : `As costed: ${cost}`}
        inputmode="numeric"
        short
      />
      {requestId === null && (
        <Field
          name={`request-${number}`}
          label={`Number of the request for ${number}`}
          hint="Left empty, a request is made from these words."
          inputmode="numeric"
          optional
          short
        />
      )}
    </section>
  )
}
