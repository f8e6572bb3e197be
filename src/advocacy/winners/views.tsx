import { AlikeList, type AlikeThing } from '../../lib/ui/alike.tsx'
import { Check, Field, Form } from '../../lib/ui/form.tsx'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import { Empty, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../../lib/ui/picker.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Winner, Winners } from './queries.ts'

const t = textsOf('advocacy', 'winners')

const said: Record<Exclude<Winner['standing'], 'waiting'>, string> = t.said

/** What won a ballot, for the act that makes commitments of it. */
export function WinnersPage(
  props: Winners & {
    picks: Pickable[]
    /** By the option's number: the requests that it may be. */
    alike: Map<number, AlikeThing[]>
    values: Record<string, string>
  },
) {
  const { ballot, winners, capacities, picks, alike, values } = props
  const waiting = winners.filter(({ standing }) => standing === 'waiting')
  const settled = winners.filter(({ standing }) => standing !== 'waiting')
  const done = settled.length > 0 && (
    <Listing title={t.settledAlready}>
      {settled.map((winner) => (
        <Settled winner={winner} />
      ))}
    </Listing>
  )
  const sum = waiting.reduce((total, { cost }) => total + (cost ?? 0), 0)
  const agreed = capacities.map(({ year, points }) => t.inIt({ points, year })).join(', ')
  return (
    <Titled
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
    >
      {winners.length === 0 && <Empty title={t.noOptionsWereChosenBallot} />}
      {waiting.length === 0 ? (
        done
      ) : (
        <Split aside={done}>
          <Form action={`/ballots/${ballot.id}/commitments`} values={values}>
            {waiting.map((winner) => (
              <Line winner={winner} groupId={ballot.groupId} picks={picks} alike={alike.get(winner.number) ?? []} />
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
            <Submit kind="primary">{t.recordPromises}</Submit>
            <p class="meta">{t.peopleWhoSupportRequestGet}</p>
          </Form>
        </Split>
      )}
    </Titled>
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

function Line({ winner, groupId, picks, alike }: { winner: Winner; groupId: number; picks: Pickable[]; alike: AlikeThing[] }) {
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
        <>
          {alike.length > 0 && <AlikeList things={alike} />}
          <Picker
            name={`request-${number}`}
            label={t.requestForOption({ number })}
            hint={t.leaveEmptyCreateRequestText}
            group={groupId}
            best={[...alike.map(({ id, title, state }) => ({ id, title, facts: [state] })), ...picks].slice(0, 10)}
            optional
          />
        </>
      )}
    </section>
  )
}
