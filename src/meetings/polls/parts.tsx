import { Choices, Field } from '../../lib/ui/form.tsx'
import { formatDate } from '../../lib/ui/format.ts'
import { dotted, Thing, Things } from '../../lib/ui/lists.tsx'
import { About, Fold, FormSection, PostButton, State, Submit } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { BrowserZone } from '../../lib/ui/zones.tsx'
import type { Poll } from './queries.ts'
import { type Availability, bestOf, bestSlots, type Rated } from './rules.ts'

const t = textsOf('meetings', 'polls')

const answersOf = ({ answers }: Poll, personId: number): Record<string, string> =>
  Object.fromEntries(answers.filter((one) => one.personId === personId).map(({ slotId, answer }) => [`s${slotId}`, answer]))

/** Somebody who arranges has one more thing to do here once they have answered: to choose. */
const choosesNow = (found: Poll, personId: number | null): boolean =>
  found.poll.mayArrange && personId !== null && Object.keys(answersOf(found, personId)).length > 0

/** Asks for each time whether it suits; what is left open is not answered. */
export function AnswerForm({ action, found, personId }: { action: string; found: Poll; personId: number }) {
  const { poll, slots, asked } = found
  const comment = asked.find((one) => one.personId === personId)?.comment ?? ''
  return (
    <FormSection
      title={t.yourAnswer}
      aside={t.until({ time: <Time at={poll.closesAt} /> })}
      action={action}
      id="answer"
      values={{ ...answersOf(found, personId), comment }}
    >
      <div class="slots">
        {slots.map(({ id, startsAt }) => (
          <Choices
            name={`s${id}`}
            beside
            label={<MeetingTime at={startsAt} zone={poll.zone} />}
            options={[
              { value: 'yes', label: t.iCan },
              { value: 'maybe', label: t.perhaps },
              { value: 'no', label: t.iCannot },
            ]}
          />
        ))}
      </div>
      <Field name="comment" label={t.comment} maxlength={500} optional />
      <BrowserZone />
      <Submit kind={choosesNow(found, personId) ? 'plain' : 'primary'}>{t.save}</Submit>
    </FormSection>
  )
}

const marks: Record<Availability, string> = { yes: '✓', maybe: '(✓)', no: '✗' }

const Mark = ({ answer }: { answer: Availability | undefined }) =>
  answer === undefined ? (
    <span class="away">{t.noAnswerYet}</span>
  ) : (
    <>
      <span aria-hidden="true">{marks[answer]}</span>
      <span class="away">{t.said[answer]}</span>
    </>
  )

/** Day and hour of a column, in the reader's zone. */
function SlotHead({ at }: { at: Date }) {
  const reader = useReader()
  return (
    <time datetime={at.toISOString()}>
      {formatDate(reader, at, 'column')}
      <br />
      {formatDate(reader, at, 'time')}
    </time>
  )
}

/** Everybody's answers: a line a person, a column a time; the one that is best for all stands out. */
export function Grid({ found, best }: { found: Poll; best: number | undefined }) {
  const { slots, answers, asked } = found
  const others = answers.filter(({ personId }) => !asked.some((one) => one.personId === personId))
  const people = [
    ...asked.map(({ personId, name, guest, comment }) => ({ personId, name, guest, comment })),
    ...[...new Map(others.map(({ personId, name }) => [personId, name]))].map(([personId, name]) => ({
      personId,
      name,
      guest: false,
      comment: '',
    })),
  ]
  const said = new Map(answers.map(({ personId, slotId, answer }) => [`${personId} ${slotId}`, answer]))
  const answered = (personId: number) => answers.some((one) => one.personId === personId)
  const silent = people.filter(({ personId }) => !answered(personId))
  const isBest = (id: number) => (id === best ? ' best' : '')
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={t.answersByPerson}>
        <table class="grid">
          <caption class="away">{t.answersByPerson}</caption>
          <thead>
            <tr>
              <td />
              {slots.map(({ id, startsAt }) => (
                <th scope="col" class={isBest(id).trim() || undefined}>
                  <SlotHead at={startsAt} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people
              .filter(({ personId }) => answered(personId))
              .map(({ personId, name, guest }) => (
                <tr>
                  <th scope="row">
                    {name} {guest && <span class="meta">{t.guest}</span>}
                  </th>
                  {slots.map(({ id }) => {
                    const answer = said.get(`${personId} ${id}`)
                    return (
                      <td class={`${answer ?? 'open'}${isBest(id)}`}>
                        <Mark answer={answer} />
                      </td>
                    )
                  })}
                </tr>
              ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.canOrMaybe}</th>
              {slots.map(({ id, yes, maybe }) => (
                <td class={isBest(id).trim() || undefined}>{maybe > 0 ? `${yes} (+${maybe})` : yes}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {people.some(({ comment }) => comment !== '') && (
        <ul class="links">
          {people
            .filter(({ comment }) => comment !== '')
            .map(({ name, comment }) => (
              <li>{t.withComment({ name, comment: <span class="meta">{comment}</span> })}</li>
            ))}
        </ul>
      )}
      {silent.length > 0 && <p class="soft">{t.notYet({ people: silent.map(({ name }) => name) })}</p>}
    </>
  )
}

/** Whom a time costs most, and the largest sum that anybody would then have; of whose zone is not known nothing is said. */
function costOf({ costs, largest }: Rated, expected: number): string {
  const outside = costs.filter(({ points }) => points > 0).slice(0, 4)
  if (costs.length === 0) return ''
  if (outside.length === 0) return costs.length === expected ? t.withinEveryonesWorkingHours : t.withinCountedHours
  return t.outside({ people: outside.map(({ name, points }) => `${name} ${points}`).join(', '), largest })
}

/** The times, the best for all first, with what each costs whom; who arranges takes one. */
export function Ranking({
  found,
  rated,
  expected,
  personId,
}: {
  found: Poll
  rated: Rated[]
  expected?: number | undefined
  personId: number | null
}) {
  const { poll } = found
  const { now } = useReader()
  const best = bestOf(rated)
  return (
    <Things label={t.timesBestFirst}>
      {bestSlots(rated).map((slot) => (
        <Thing
          title={<MeetingTime at={slot.startsAt} zone={poll.zone} />}
          meta={
            <>
              {dotted([
                t.canPerhapsNot({ yes: slot.yes, maybe: slot.maybe, no: slot.no }),
                slot.slotId === best?.slotId && <State mood="good">{t.bestForAll}</State>,
              ])}
              {expected !== undefined && (
                <>
                  <br />
                  {costOf(slot, expected)}
                </>
              )}
            </>
          }
          act={
            poll.mayArrange &&
            poll.closedAt === null &&
            slot.startsAt > now && (
              <PostButton
                action={`/polls/${poll.slug}/close`}
                fields={{ slot: String(slot.slotId) }}
                kind={slot.slotId === best?.slotId && choosesNow(found, personId) ? 'primary' : 'plain'}
              >
                {t.takeThis}
                <About>
                  <MeetingTime at={slot.startsAt} zone={poll.zone} />
                </About>
              </PostButton>
            )
          }
        />
      ))}
    </Things>
  )
}

/** The links of who is asked: each can be replaced, so that one in wrong hands opens nothing any more. */
export const Links = ({ found: { poll, asked } }: { found: Poll }) => (
  <Fold title={t.links}>
    <p class="soft">{t.linksHint}</p>
    <Things label={t.links}>
      {asked.map(({ id, name, guest }) => (
        <Thing
          title={name}
          meta={guest ? t.guest : undefined}
          act={<PostButton action={`/polls/${poll.slug}/links/${id}`} kind="quiet" label={t.newLinkFor({ name })} text={t.newLink} />}
        />
      ))}
    </Things>
  </Fold>
)
