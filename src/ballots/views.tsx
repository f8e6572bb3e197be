import type { RequestStage } from '../lib/db/schema.ts'
import { Meter } from '../lib/ui/figures.tsx'
import { formatDay, formatList, formatShare } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { dotted, Listing, Thing } from '../lib/ui/lists.tsx'
import { About, Button, type Fact, Facts, Fold, type Mood, Note, Split, State, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { sayHere, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from '../people/rules.ts'
import type { CalledOff } from './calling-off/queries.ts'
import { CalledOffPart, CallOffLink } from './calling-off/views.tsx'
import type { Ballot, BallotOption, listExtensions, listRehearsals, Votership } from './core/queries.ts'
import { isNominating } from './elections/rules.ts'
import { Options } from './options-view.tsx'
import { OpenedPart } from './ranking/views.tsx'
import { isWithoutCosts, quorumOf, seatsName } from './rules.ts'
import { Running } from './running.tsx'

const t = textsOf('ballots', 'views')
const callingOff = textsOf('ballots', 'callingOff')
const pageWords = textsOf('ballots', 'pages')
const electionWords = textsOf('ballots', 'elections')
const electorateWords = textsOf('ballots', 'electorate')

export const moods: Record<string, Mood | undefined> = {
  open: 'wait',
  counted: 'good',
  closed: 'wait',
  thrown_away: 'late',
  called_off: 'late',
}

/** How far a ballot is; of an election, whether people can be nominated still. */
export function BallotState({ ballot }: { ballot: Pick<Ballot, 'state'> & Partial<Pick<Ballot, 'nominationsUntil'>> }) {
  const { now } = useReader()
  if (isNominating(ballot, now)) return <State mood="wait">{pageWords.states.nominating}</State>
  return <State mood={moods[ballot.state]}>{pageWords.states[ballot.state]}</State>
}

/** Whose vote it is, and what this person has to do with it; a member of the group votes for themselves. */
function voiceOf(voter: Votership): string | undefined {
  const { name } = voter
  if (voter.organisationId === null) return undefined
  if (!voter.casts) return t.referentVotes({ name })
  return voter.standIn ? t.youAreTheStandInOf({ name }) : t.youVoteFor({ name })
}

/** The ballots that wait for this person, or have their voice: each is called by its title where they are of several. */
export const MyPapers = ({ mine, several = false }: { mine: Votership[]; several?: boolean }) => {
  const { alone } = useReader()
  return (
    <Listing title={t.yours}>
      {mine.map((voter) => (
        <Thing
          title={several ? voter.ballotTitle : voter.organisationId === null ? t.yourVote : t.voteFor({ name: voter.name })}
          href={`/ballots/${voter.ballotId}/papers/${voter.id}`}
          // Where the title says whose vote it is, only what is unlike one's own remains to be said.
          meta={dotted([
            several && (
              <>
                {pageWords.closes} <Time at={voter.closesAt} style="short" />
              </>
            ),
            several && voter.group !== alone && voter.group,
            (several || !voter.casts || voter.standIn) && voiceOf(voter),
          ])}
          act={
            voter.votedAt ? (
              <State mood="good">{t.cast}</State>
            ) : voter.casts ? (
              <Button kind="primary" href={`/ballots/${voter.ballotId}/papers/${voter.id}`}>
                {t.fillItIn}
                <About>{[voter.ballotTitle, voter.organisationId !== null && voter.name].filter(Boolean).join(', ')}</About>
              </Button>
            ) : (
              <State mood="wait">{t.notVotedYet}</State>
            )
          }
        />
      ))}
    </Listing>
  )
}

export interface BallotPageProps {
  ballot: Ballot
  calledOff?: CalledOff
  /** May this person call it off, or prepare it anew; and can it be called off now? */
  mayCallOff: boolean
  mayStop: boolean
  options: BallotOption[]
  /** Where their requests stand, for who may read them. */
  stages: ReadonlyMap<number, RequestStage>
  /** What was chosen, by number, once it is counted. */
  won: ReadonlySet<string>
  hosts: { id: number; name: string }[]
  turnout: { voters: number; voted: number }
  mine: Votership[]
  extensions: Awaited<ReturnType<typeof listExtensions>>
  rehearsals: Awaited<ReturnType<typeof listRehearsals>>
  /** Requests that became public with it, for who may take that back. */
  opened: { id: number }[]
  /** Nobody could vote if it opened now: said to who runs it. */
  noVoters?: boolean
}

/** When it opens, closes, or was counted. */
function When({ ballot }: { ballot: Ballot }) {
  const reader = useReader()
  const day = (at: Date) => sayHere(reader, at, 'full')
  if (ballot.state === 'preparing') return <>{pageWords.opensOn({ day: day(ballot.opensAt), closes: day(ballot.closesAt) })}</>
  if (ballot.state === 'open') return <>{pageWords.openUntil({ day: day(ballot.closesAt) })}</>
  if (ballot.state === 'counted' && ballot.closedAt) return <>{pageWords.countedOn({ day: day(ballot.closedAt) })}</>
  if (ballot.calledOffAt) return <>{pageWords.calledOffOn({ day: day(ballot.calledOffAt) })}</>
  return <>{ballot.state === 'thrown_away' && pageWords.thrownAway}</>
}

/** How it is counted: what holds for every ballot, and what for rounds and elections. */
function BallotFacts(props: BallotPageProps) {
  const counts = props.ballot.kind !== 'motion'
  return (
    <>
      <Facts items={[...generalFacts(props), ...(counts ? countingFacts(props) : []), ...whoFacts(props)]} />
      {counts && (
        <Fold title={pageWords.more}>
          <Facts items={tieFacts(props)} />
        </Fold>
      )}
    </>
  )
}

function generalFacts({ ballot, turnout }: BallotPageProps): (Fact | false | undefined)[] {
  const { locale } = useReader()
  const share = turnout.voters === 0 ? 0 : turnout.voted / turnout.voters
  return [
    // Below the title it says when it opens, closes or was counted, and while it is open the turnout is drawn beside.
    ballot.state === 'closed' && { term: pageWords.state, value: <BallotState ballot={ballot} /> },
    !ballot.byConsent &&
      (ballot.state === 'counted' || (ballot.state === 'called_off' && turnout.voters > 0)) && {
        term: pageWords.turnout,
        value: `${pageWords.of({ n: turnout.voted, all: turnout.voters })}, ${formatShare(locale, share)}`,
      },
    ballot.quorum !== null && {
      term: pageWords.quorum,
      value: `${pageWords.of({ n: quorumOf(turnout.voters, ballot.quorum), all: turnout.voters })} (${formatShare(locale, ballot.quorum / 100)})`,
    },
    { term: pageWords.says, value: ballot.byConsent ? pageWords.saysNothing : pageWords.forms[ballot.form] },
    ballot.budget !== null && {
      term: pageWords.points,
      value: `${ballot.budget}${ballot.most === null ? '' : `, ${pageWords.atMost({ n: ballot.most })}`}`,
    },
  ]
}

/** What an election is for: the role, and its term. */
function Office({ ballot: { role, termFrom, termTo } }: { ballot: Ballot }) {
  const { locale } = useReader()
  const term =
    termFrom && electionWords.term({ from: formatDay({ locale }, termFrom), to: termTo ? formatDay({ locale }, termTo) : undefined })
  return <>{[role && roleNames[role], term].filter(Boolean).join('. ')}</>
}

const countingFacts = ({ ballot }: BallotPageProps): (Fact | false | undefined)[] => [
  ballot.kind === 'election' && ballot.role !== null && { term: pageWords.role, value: <Office ballot={ballot} /> },
  ballot.seats !== null && { term: seatsName(ballot), value: ballot.seats },
  ballot.capacity !== null && { term: pageWords.capacity, value: ballot.capacity },
  { term: pageWords.countedBy, value: <a href="/ballots/rules">{nameOfRule(ballot.rule)}</a> },
]

/** What only matters where two are equal, or to who counts again. */
const tieFacts = ({ ballot }: BallotPageProps): (Fact | false | undefined)[] => [
  { term: pageWords.ties, value: (pageWords.tieRules as Record<string, string>)[ballot.ties] ?? ballot.ties },
  ballot.ties === 'lot' && ballot.seedHash !== null && { term: pageWords.seed, value: <code>{ballot.seedHash}</code> },
]

function whoFacts({ ballot, hosts }: BallotPageProps): (Fact | false | undefined)[] {
  const { locale } = useReader()
  const names = formatList(
    locale,
    hosts.map(({ name }) => name),
  )
  return [
    // Where nobody votes there is nothing to keep secret.
    !ballot.byConsent && { term: pageWords.secrecy, value: pageWords.secrecies[ballot.secrecy] },
    {
      term: pageWords.whoVotes,
      value:
        ballot.electorate === 'group'
          ? pageWords.members
          : pageWords.institutions({ hosts: names, product: ballot.product, day: formatDay({ locale }, ballot.recordOn) }),
    },
    ballot.anewOf !== null && { term: callingOff.instead, value: <a href={`/ballots/${ballot.anewOf}`}>{callingOff.theOne}</a> },
    ballot.mayRun && { term: t.electorate, value: <a href={`/ballots/${ballot.id}/electorate`}>{t.viewListOfVoters}</a> },
  ]
}

/** Without options yet, is that worth saying? Not where nominations stand instead, or nothing comes any more. */
const awaits = ({ kind, state }: Ballot): boolean => state !== 'called_off' && !(kind === 'election' && state === 'preparing')

/** Why a ballot that should be open is not, where those who look at it can see nothing of it. */
function NotOpened({ ballot, options }: Pick<BallotPageProps, 'ballot' | 'options'>) {
  const { now } = useReader()
  if (ballot.state !== 'preparing' || ballot.opensAt > now) return null
  if (isWithoutCosts(ballot, options)) return <Note mood="late">{pageWords.waitsForCosts}</Note>
  return options.length > 0 && ballot.closesAt <= now ? <Note mood="late">{pageWords.neverOpened}</Note> : null
}

/** One ballot: what is asked, by which rule it is counted, until when, and where it stands. */
export function BallotPage({ more, ...props }: BallotPageProps & { more?: unknown }) {
  const { ballot, options, turnout, mine, extensions, rehearsals, calledOff } = props
  const { alone } = useReader()
  const path = `/ballots/${ballot.id}`
  return (
    <Titled
      title={ballot.title}
      meta={dotted([
        <a href={ballot.cycleId === null ? '/ballots' : `/cycles/${ballot.cycleId}`}>{pageWords.kinds[ballot.kind]}</a>,
        ballot.group !== alone && ballot.group,
      ])}
      lead={<When ballot={ballot} />}
      actions={ballot.state === 'counted' ? <Button kind="primary" href={`${path}/results`} text={pageWords.result} /> : undefined}
    >
      {ballot.rehearsalOf !== null && <RehearsalNote ballot={ballot} />}
      {props.noVoters && <Note mood="late">{electorateWords.noOneCanVoteCut}</Note>}
      <NotOpened ballot={ballot} options={options} />
      <OpenedPart ballotId={ballot.id} opened={props.opened} />
      {calledOff && <CalledOffPart ballot={ballot} calledOff={calledOff} mayCallOff={props.mayCallOff} />}
      <Split aside={<BallotFacts {...props} />}>
        {mine.length > 0 && ballot.state === 'open' && !ballot.byConsent && <MyPapers mine={mine} />}
        {ballot.state === 'open' && !ballot.byConsent && <Cast {...turnout} />}
        {more as never}
        {extensions.length > 0 && <Extensions extensions={extensions} />}
        {ballot.question && ballot.kind === 'wishes' && <p class="meta">{sayKept(ballot.question)}</p>}
        {ballot.kind !== 'motion' && (options.length > 0 || awaits(ballot)) && (
          <Options ballot={ballot} options={options} stages={props.stages} won={props.won} />
        )}
        {rehearsals.length > 0 && <Rehearsals rehearsals={rehearsals} />}
        {ballot.mayRun && <Running {...props} />}
        {props.mayStop && <CallOffLink ballot={ballot} />}
      </Split>
    </Titled>
  )
}

const RehearsalNote = ({ ballot }: { ballot: Ballot }) => (
  <Note mood="late">
    {ballot.state === 'thrown_away'
      ? t.testBallotHadTestVotes({ papers: (ballot.account as { papers?: number } | null)?.papers ?? 0 })
      : pageWords.rehearsalCounts}{' '}
    <a href={`/ballots/${ballot.rehearsalOf}`}>{pageWords.itself}</a>
  </Note>
)

function Extensions({ extensions }: Pick<BallotPageProps, 'extensions'>) {
  const reader = useReader()
  const at = (when: Date) => sayHere(reader, when, 'instant')
  return (
    <Listing title={pageWords.extensions}>
      {extensions.map((extension) => (
        <Thing
          title={sayKept(extension.reason)}
          meta={
            <>
              {pageWords.fromTo({ from: at(extension.fromAt), to: at(extension.toAt) })}, {extension.madeBy ?? pageWords.byItself},{' '}
              <Time at={extension.madeAt} style="short" />
            </>
          }
        />
      ))}
    </Listing>
  )
}

function Cast({ voted, voters }: BallotPageProps['turnout']) {
  const cast = pageWords.cast({ n: voted, all: voters })
  return (
    <div>
      <p class="meta" aria-hidden="true">
        {cast}
      </p>
      <Meter value={voted} of={voters} label={cast} />
    </div>
  )
}

/** The name of a rule of counting; one that is not told to the group goes by its own. */
export const nameOfRule = (rule: string): string => (pageWords.rules as Record<string, string>)[rule] ?? rule

const Rehearsals = ({ rehearsals }: { rehearsals: BallotPageProps['rehearsals'] }) => (
  <Listing title={t.rehearsals}>
    {rehearsals.map(({ id, state, openedAt, closedAt, account }) => (
      <Thing
        title={
          state === 'thrown_away'
            ? t.discardedWithTestVotes({ papers: (account as { papers?: number } | null)?.papers ?? 0 })
            : t.runningTestBallot
        }
        href={`/ballots/${id}`}
        meta={state === 'thrown_away' ? closedAt && <Time at={closedAt} /> : openedAt && <Time at={openedAt} />}
        act={<BallotState ballot={{ state }} />}
      />
    ))}
  </Listing>
)
