import type { WishState } from '../../lib/db/schema.ts'
import { Chain } from '../../lib/ui/chain.tsx'
import { Field, Filters, Select } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Listing, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import type { listExtensions } from '../core/queries.ts'
import { phaseKinds } from '../rules.ts'
import { BallotState, nameOfRule } from '../views.tsx'
import type { countWishes, listWishes } from '../wishes/queries.ts'
import { Fate } from '../wishes/views.tsx'
import { MoveDates } from './form-views.tsx'
import type { Cycle, listConsortia } from './queries.ts'
import { phaseAt } from './rules.ts'

const t = textsOf('ballots', 'cyclesPage')
const ballotWords = textsOf('ballots', 'pages')
const cycleWords = textsOf('ballots', 'cycles')

/** Where the cycle stands: each phase a station. */
function Phases({ cycle, now }: { cycle: Cycle; now: Date }) {
  const current = cycle.calledOff ? undefined : phaseAt(cycle.phases, now)
  const sorted = phaseKinds.flatMap((kind) => cycle.phases.find((phase) => phase.kind === kind) ?? [])
  const hrefOf = (kind: (typeof phaseKinds)[number]) => {
    const ballot = cycle.ballots.find(({ phase }) => phase === kind)
    if (ballot) return `/ballots/${ballot.id}${ballot.state === 'counted' ? '/results' : ''}`
    const last = cycle.ballots.filter(({ state }) => state !== 'called_off').at(-1)
    if (kind === 'commitment' && last?.state === 'counted') return `/ballots/${last.id}/results`
    if (kind === 'triage' && cycle.inGroup) return `/cycles/${cycle.id}/triage`
    if (kind === 'costing' && cycle.mayCost) return `/cycles/${cycle.id}/costing`
    return undefined
  }
  return (
    <Chain
      label={cycleWords.phasesOf}
      stations={sorted.map(({ kind, opensAt, closesAt }) => {
        const href = hrefOf(kind)
        return {
          label: cycleWords.phases[kind],
          detail: (
            <>
              {' '}
              <Time at={opensAt} style="short" /> {cycleWords.to} <Time at={closesAt} style="short" />
            </>
          ),
          ...(href ? { href } : {}),
          ...(closesAt <= now ? { state: 'done' as const } : current?.kind === kind && opensAt <= now ? { state: 'now' as const } : {}),
        }
      })}
    />
  )
}

/** Which dates of a phase were moved at once: its beginning, its end, or both. */
function movesIn({ opensFrom, opensTo, fromAt, toAt }: Awaited<ReturnType<typeof listExtensions>>[number]) {
  const moves = [
    { what: '', from: opensFrom, to: opensTo },
    { what: opensFrom ? `${cycleWords.theEnd} ` : '', from: fromAt, to: toAt },
  ]
  return moves.flatMap(({ what, from, to }) => (from && to && from.getTime() !== to.getTime() ? [{ what, from, to }] : []))
}

const stateTabs = ['submitted', 'asked', 'accepted', 'merged', 'set_aside', 'withdrawn'] as const

/** Why nothing can be brought in now, for who only reads. */
function closedFor(cycle: Cycle, now: Date): string | undefined {
  const window = cycle.phases.find(({ kind }) => kind === 'submission')
  if (!window) return cycleWords.noSubmission
  if (now < window.opensAt) return cycleWords.early
  return now >= window.closesAt ? cycleWords.late : undefined
}

/** A cycle: its dates, what was brought in, what goes to the vote. */
export function CyclePage(props: {
  cycle: Cycle
  found: Awaited<ReturnType<typeof listWishes>>
  counts: Awaited<ReturnType<typeof countWishes>>
  state: WishState | 'asked' | ''
  search: string
  page: number
  whyNot: string | undefined
  extensions: Awaited<ReturnType<typeof listExtensions>>
  consortia: Awaited<ReturnType<typeof listConsortia>>
  /** The consortia for which this person may choose. */
  chosenBy: ReadonlySet<number>
  now: Date
  signedIn: boolean
  /** The wishes whose pages this person may open. */
  opened: ReadonlySet<number>
}) {
  const { cycle, found, counts, state, search, page, whyNot, extensions, consortia, chosenBy, now, signedIn, opened } = props
  const path = `/cycles/${cycle.id}`
  return (
    <>
      <Heading
        title={cycle.title}
        meta={
          <>
            <a href="/cycles">{ballotWords.cycles}</a> · {cycle.group} · {cycle.hosts.map(({ name }) => name).join(', ')}
          </>
        }
        lead={cycle.note || undefined}
        actions={
          signedIn && (
            <>
              {!whyNot && !cycle.guest && <Button kind="primary" href={`${path}/submit`} text={t.putARequestForward} />}
              {cycle.inGroup && !cycle.frozen && <Button href={`${path}/triage`}>{t.triage}</Button>}
              {cycle.mayCost && !cycle.calledOff && <Button href={`${path}/costing`}>{t.enterCosts}</Button>}
            </>
          )
        }
      >
        <Phases cycle={cycle} now={now} />
      </Heading>
      {cycle.calledOff && (
        <Note>
          <p>{cycleWords.calledOff}</p>
          {cycle.mayRun && <p>{cycleWords.holdAfterAll}</p>}
        </Note>
      )}
      <Split
        aside={
          <>
            <CycleFacts cycle={cycle} />
            {consortia.length > 0 && <Consortia cycle={cycle} consortia={consortia} chosenBy={chosenBy} />}
          </>
        }
      >
        <Listing title={cycleWords.moved} of={extensions} none={null}>
          {(extension) => (
            <Thing
              title={`${extension.phase ? cycleWords.phases[extension.phase] : ''}: ${sayKept(extension.reason)}`}
              meta={
                <>
                  {movesIn(extension).map(({ what, from, to }, place) => (
                    <>
                      {place > 0 && ', '}
                      {what}
                      <Time at={from} /> {cycleWords.became} <Time at={to} />
                    </>
                  ))}
                  {extension.madeBy && `, ${extension.madeBy}`}
                </>
              }
            />
          )}
        </Listing>
        <Section title={cycleWords.wishesTitle} aside={cycleWords.wishes({ n: found.total })}>
          {whyNot && !cycle.calledOff && <p class="meta">{closedFor(cycle, now) ?? whyNot}</p>}
          <Filters action={`/cycles/${cycle.id}`} label={cycleWords.find} values={{ q: search, state }}>
            <Field name="q" type="search" label={cycleWords.words} optional />
            <Select
              name="state"
              label={ballotWords.state}
              empty={cycleWords.any}
              options={stateTabs.map((value) => ({ value, label: `${cycleWords.wishStates[value]} (${counts[value as WishState] ?? 0})` }))}
            />
          </Filters>
          <Things
            label={cycleWords.wishesTitle}
            of={found.wishes}
            none={<Empty title={search || state ? cycleWords.noWish : cycleWords.noWishYet} />}
          >
            {(wish) => <WishThing wish={wish} opens={opened.has(wish.id)} />}
          </Things>
          <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery(path, { state, q: search, page: to })} />
        </Section>
        {cycle.mayRun && <MoveDates cycle={cycle} now={now} />}
      </Split>
    </>
  )
}

function CycleFacts({ cycle }: { cycle: Cycle }) {
  const [one, two] = (['round_one', 'round_two'] as const).map((round) => cycle.ballots.find(({ phase }) => phase === round))
  return (
    <Facts
      items={[
        { term: cycleWords.zone, value: zoneCity(cycle.zone) },
        one && { term: cycleWords.phases.round_one, value: cycleWords.goOn({ rule: nameOfRule(one.rule), n: one.seats ?? 0 }) },
        two && { term: cycleWords.phases.round_two, value: cycleWords.upTo({ rule: nameOfRule(two.rule), n: two.capacity ?? 0 }) },
        one && one.budget !== null && { term: cycleWords.budget, value: one.budget },
        one && { term: ballotWords.secrecy, value: ballotWords.secrecies[one.secrecy] },
        one && {
          term: cycleWords.rounds,
          value: (
            <ul class="stack">
              {cycle.ballots.map(({ id, title, state }) => (
                <li>
                  <a href={`/ballots/${id}`}>{title}</a> <BallotState ballot={{ state }} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

const WishThing = ({ wish, opens }: { wish: Awaited<ReturnType<typeof listWishes>>['wishes'][number]; opens: boolean }) => (
  <Thing
    title={wish.title}
    href={opens ? `/wishes/${wish.id}` : undefined}
    meta={[
      wish.area,
      wish.organisation,
      wish.merged > 0 ? cycleWords.merged({ n: wish.merged }) : '',
      wish.state === 'merged' ? cycleWords.into({ title: wish.intoTitle ?? '' }) : '',
    ]
      .filter(Boolean)
      .join(' · ')}
    act={<Fate wish={wish} />}
  />
)

const Consortia = ({ cycle, consortia, chosenBy }: Pick<Parameters<typeof CyclePage>[0], 'cycle' | 'consortia' | 'chosenBy'>) => (
  <Listing title={cycleWords.consortia}>
    {consortia.map(({ id, name, asOne, members, own }) => {
      const one = asOne ?? own
      return (
        <Thing title={name} meta={`${one ? cycleWords.asOne : cycleWords.apart}, ${cycleWords.memberCount({ n: members })}`}>
          {chosenBy.has(id) && !cycle.frozen && (
            <PostButton
              kind="quiet"
              action={`/cycles/${cycle.id}/consortia`}
              fields={{ organisationId: String(id), asOne: one ? 'no' : 'yes' }}
              text={t.letItVoteAsOne({ hasOne: one })}
            />
          )}
        </Thing>
      )
    })}
  </Listing>
)
