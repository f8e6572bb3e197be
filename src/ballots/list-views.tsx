import { dotted, Listing, NumberedPager, OnlyOf, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, Tabs } from '../lib/ui/parts.tsx'
import { withQuery } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Ballot, listBallots, Votership } from './core/queries.ts'
import { isNominating } from './elections/rules.ts'
import { BallotState, MyPapers } from './views.tsx'

const t = textsOf('ballots', 'views')
const words = textsOf('ballots', 'pages')
const cycleWords = textsOf('ballots', 'cyclesPage')

/** All ballots that one may see; open ones first. */
export function BallotsPage(props: {
  found: Awaited<ReturnType<typeof listBallots>>
  /** Only those of this one. */
  group: { slug: string; name: string } | undefined
  mine: Votership[]
  kind: string
  page: number
  mayRun: boolean
  mayRank: boolean
  inGroup: boolean
  /** Cycles in which this person can put a request forward now. */
  submitting: { id: number; title: string }[]
  /** Cycles are among their places then, above each page of ballots. */
  signedIn: boolean
}) {
  const { found, group, mine, kind, page, mayRun, mayRank, inGroup, submitting, signedIn } = props
  const at = (query: Record<string, string | number>) => withQuery('/ballots', { ...query, group: group?.slug })
  // Whoever has a vote to give has nothing to do here that comes before it.
  const votes = mine.some(({ casts, votedAt }) => casts && votedAt === null)
  const tabs = [
    ['', words.tabs.all],
    ['wishes', words.tabs.wishes],
    ['election', words.tabs.election],
    ['motion', words.tabs.motion],
  ] as const
  return (
    <>
      <Heading
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {submitting.map(({ id, title }) => (
              <Button
                kind={inGroup || votes ? 'plain' : 'primary'}
                href={`/cycles/${id}/submit`}
                text={submitting.length > 1 ? t.putForwardIn({ title }) : cycleWords.putARequestForward}
              />
            ))}
            {mayRank && (
              <Button
                kind={mine.length > 0 ? 'plain' : 'primary'}
                href={withQuery('/ballots/new', { group: group?.slug })}
                text={t.rankRequests}
              />
            )}
            {mayRun && <Button href={withQuery('/elections/new', { group: group?.slug })}>{t.newElection}</Button>}
            {inGroup && (
              <Button
                kind={mine.length > 0 || mayRank ? 'plain' : 'primary'}
                href={withQuery('/motions/new', { group: group?.slug })}
                text={t.proposeMotion}
              />
            )}
          </>
        }
      >
        <Tabs label={words.kindsOf} items={tabs.map(([value, label]) => ({ href: at({ kind: value }), label, current: kind === value }))} />
      </Heading>
      <OnlyOf group={group} all="/ballots" />
      {mine.length > 0 && <MyPapers mine={mine} several />}
      {found.total === 0 && <Empty title={words.none}>{words.noneHow}</Empty>}
      {times.map((time) => (
        <Listed
          title={words.times[time]}
          // What has its reader's vote stands above, with its button.
          ballots={found.ballots.filter(({ id, state }) => timeOf(state) === time && !mine.some(({ ballotId }) => ballotId === id))}
        />
      ))}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => at({ kind, page: to })} />
      <p class="toolbar row">
        {!signedIn && <a href={withQuery('/cycles', { group: group?.slug })}>{words.cycles}</a>}
        <a href="/ballots.ics">{words.calendar}</a>
      </p>
    </>
  )
}

/** What can be voted on, what comes, and what was. */
const times = ['open', 'coming', 'past'] as const

const timeOf = (state: Ballot['state']): (typeof times)[number] => (state === 'open' ? 'open' : state === 'preparing' ? 'coming' : 'past')

function Listed({ title, ballots }: { title: string; ballots: Awaited<ReturnType<typeof listBallots>>['ballots'] }) {
  const { alone, now } = useReader()
  return (
    <Listing title={title} of={ballots} none={null}>
      {(ballot) => (
        <Thing
          title={ballot.title}
          href={`/ballots/${ballot.id}`}
          meta={dotted([
            ballot.rehearsalOf === null ? words.kinds[ballot.kind] : words.rehearsal,
            ballot.group !== alone && ballot.group,
            <DayOf ballot={ballot} />,
          ])}
          // That it is open, or is being prepared, stands above the list.
          act={(timeOf(ballot.state) === 'past' || isNominating(ballot, now)) && <BallotState ballot={ballot} />}
        />
      )}
    </Listing>
  )
}

/** The day that matters of a ballot: until when people are nominated, when it opens, closes or has closed, or when it was called off. */
function DayOf({ ballot }: { ballot: Pick<Ballot, 'state' | 'nominationsUntil' | 'opensAt' | 'closesAt' | 'calledOffAt'> }) {
  const { now } = useReader()
  const { state, nominationsUntil, opensAt, closesAt, calledOffAt } = ballot
  const [said, at] =
    calledOffAt !== null
      ? [words.calledOff, calledOffAt]
      : nominationsUntil !== null && isNominating(ballot, now)
        ? [words.nominatesUntil, nominationsUntil]
        : state === 'preparing'
          ? [words.opens, opensAt]
          : [state === 'counted' ? words.closed : words.closes, closesAt]
  return (
    <>
      {said} <Time at={at} style="short" />
    </>
  )
}
