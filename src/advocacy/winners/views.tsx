import { Check, Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Section, Split, State } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Winner, Winners } from './queries.ts'

const t = textsOf('advocacy', 'winners')

const said: Record<Exclude<Winner['standing'], 'waiting'>, string> = t.said

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
    <Section title={t.settledAlready}>
      <Things label={t.settledAlready}>
        {settled.map((winner) => (
          <Settled winner={winner} />
        ))}
      </Things>
    </Section>
  )
  const sum = waiting.reduce((total, { cost }) => total + (cost ?? 0), 0)
  const agreed = capacities.map(({ year, points }) => t.inIt({ points, year })).join(', ')
  return (
    <>
      <Heading
        title={t.recordChosenOptionsPromises}
        meta={<a href={`/ballots/${ballot.id}/results`}>{ballot.title}</a>}
        lead={
          waiting.length === 0
            ? t.allChosenOptionsRecorded
            : [
                t.optionsDevelopmentPointsEach({ options: waiting.length, points: sum }),
                ballot.capacity !== null && t.ofCapacity({ capacity: ballot.capacity }),
              ]
                .filter(Boolean)
                .join(' ')
        }
      />
      {winners.length === 0 && <Empty title={t.noOptionsWereChosenBallot} />}
      {waiting.length === 0 ? (
        done
      ) : (
        <Split aside={done}>
          <Form action={`/ballots/${ballot.id}/commitments`} values={values} refused={refused}>
            {waiting.map((winner) => (
              <Line winner={winner} />
            ))}
            <Section title={t.forAllOptions}>
              <Field name="year" label={t.year} inputmode="numeric" short />
              <Field name="dueOn" type="date" label={t.due} hint={t.elseTheEndOfTheYear} optional short />
              <Field
                name="capacity"
                label={t.capacityOfTheYear}
                hint={agreed ? t.alreadyAgreedWillNotChange({ agreed }) : t.saveNumberIfNoCapacity}
                inputmode="numeric"
                optional
                short
              />
            </Section>
            <div class="row">
              <Button kind="primary">{t.recordPromises}</Button>
            </div>
            <p class="meta">{t.peopleWhoSupportRequestGet}</p>
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
      meta={winner.points !== null && winner.year !== null ? t.ofIt({ points: winner.points, year: winner.year }) : undefined}
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
          <summary>{t.textOfTheRequest({ hasSolution: Boolean(solution) })}</summary>
          <p class="prose">{solution || text}</p>
        </details>
      )}
      {rootId !== null && (
        <p class="meta">
          {t.forRequest({
            rootId,
            requestTitle: requestTitle ?? '',
            link: (words) => <a href={`/requests/${rootId}`}>{words}</a>,
            merged: rootId !== requestId,
          })}
        </p>
      )}
      <Check name={`take-${number}`} label={t.commitTo({ number })} checked />
      <Field
        name={`points-${number}`}
        label={t.pointsFor({ number })}
        hint={cost === null ? undefined : t.asCosted({ cost })}
        inputmode="numeric"
        short
      />
      {requestId === null && (
        <Field
          name={`request-${number}`}
          label={t.requestNumberForOption({ number })}
          hint={t.leaveEmptyCreateRequestText}
          inputmode="numeric"
          optional
          short
        />
      )}
    </section>
  )
}
