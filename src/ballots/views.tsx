import { Meter } from '../ui/figures.tsx'
import { formatShare, plural } from '../ui/format.ts'
import type { Refused } from '../ui/forms.ts'
import { NumberedPager, Thing, Things } from '../ui/lists.tsx'
import { Button, Empty, type Fact, Facts, Heading, type Mood, Note, Section, Split, State, Tabs } from '../ui/parts.tsx'
import { Day, Time } from '../ui/time.tsx'
import type { Ballot, BallotOption, listBallots, listExtensions, listRehearsals, Votership } from './queries.ts'
import { formNames, kindNames, quorumOf, ruleNames, secrecyNames, stateNames, tieNames } from './rules.ts'
import { Running } from './running.tsx'

export const moods: Record<string, Mood | undefined> = { open: 'wait', counted: 'good', closed: 'wait', thrown_away: 'late' }

export const BallotState = ({ ballot }: { ballot: Pick<Ballot, 'state'> }) => (
  <State mood={moods[ballot.state]}>{stateNames[ballot.state]}</State>
)

/** All ballots that one may see; open ones first. */
export function BallotsPage({
  found,
  mine,
  kind,
  page,
  mayRun,
  inGroup,
}: {
  found: Awaited<ReturnType<typeof listBallots>>
  mine: Votership[]
  kind: string
  page: number
  mayRun: boolean
  inGroup: boolean
}) {
  const tabs = [
    ['', 'All'],
    ['wishes', 'Enhancements'],
    ['election', 'Elections'],
    ['motion', 'Motions'],
  ] as const
  return (
    <>
      <Heading
        title="Ballots"
        lead="What is put to the vote, who may vote, and what came of it. Every result can be counted again by anybody."
        actions={
          <>
            <Button href="/cycles">Enhancement cycles</Button>
            {mayRun && <Button href="/elections/new">New election</Button>}
            {inGroup && (
              <Button kind="primary" href="/motions/new">
                Put a question
              </Button>
            )}
          </>
        }
      >
        <Tabs
          label="Kinds of ballots"
          items={tabs.map(([value, label]) => ({ href: value ? `/ballots?kind=${value}` : '/ballots', label, current: kind === value }))}
        />
      </Heading>
      {mine.length > 0 && <MyPapers mine={mine} />}
      {found.ballots.length === 0 ? (
        <Empty title="No ballot yet.">When one is set up, its dates and its rule stand here before anybody votes.</Empty>
      ) : (
        <Things label="Ballots">
          {found.ballots.map((ballot) => (
            <Thing
              title={ballot.title}
              href={`/ballots/${ballot.id}`}
              meta={
                <>
                  {ballot.rehearsalOf === null ? kindNames[ballot.kind] : 'Rehearsal'} · {ballot.group} ·{' '}
                  {ballot.state === 'counted' ? 'closed' : 'closes'} on <Time at={ballot.closesAt} style="short" />
                </>
              }
              act={<BallotState ballot={ballot} />}
            />
          ))}
        </Things>
      )}
      <NumberedPager
        current={page}
        count={found.pages}
        hrefFor={(to) => `/ballots?${new URLSearchParams({ ...(kind ? { kind } : {}), page: String(to) })}`}
      />
      <p class="toolbar row">
        <a href="/ballots.ics">Dates of all ballots for your calendar (ICS)</a>
      </p>
    </>
  )
}

/** The ballots that wait for this person, or have her voice. */
function MyPapers({ mine }: { mine: Votership[] }) {
  return (
    <Section title="Yours">
      <Things label="Your ballots">
        {mine.map((voter) => (
          <Thing
            title={`The ballot of ${voter.name}`}
            href={`/ballots/${voter.ballotId}/papers/${voter.id}`}
            meta={
              voter.casts
                ? voter.standIn
                  ? 'You are the stand-in of its referent.'
                  : 'You cast it.'
                : 'Your referent casts it; you can tell her what you need.'
            }
            act={
              voter.votedAt ? (
                <State mood="good">Cast</State>
              ) : voter.casts ? (
                <Button kind="primary" href={`/ballots/${voter.ballotId}/papers/${voter.id}`}>
                  Fill it in
                </Button>
              ) : (
                <State mood="wait">Not cast yet</State>
              )
            }
          />
        ))}
      </Things>
    </Section>
  )
}

export interface BallotPageProps {
  ballot: Ballot
  options: BallotOption[]
  hosts: { id: number; name: string }[]
  turnout: { voters: number; voted: number }
  mine: Votership[]
  extensions: Awaited<ReturnType<typeof listExtensions>>
  rehearsals: Awaited<ReturnType<typeof listRehearsals>>
  refused?: Refused
  form?: 'extend' | 'change'
}

/** When it opens, closes, or was counted. */
function When({ ballot }: { ballot: Ballot }) {
  return (
    <>
      {ballot.state === 'preparing' && (
        <>
          Opens on <Time at={ballot.opensAt} style="full" />.
        </>
      )}
      {ballot.state === 'open' && (
        <>
          Open until <Time at={ballot.closesAt} style="full" />.
        </>
      )}
      {ballot.state === 'counted' && ballot.closedAt && (
        <>
          Closed and counted on <Time at={ballot.closedAt} style="full" />.
        </>
      )}
      {ballot.state === 'thrown_away' && 'A rehearsal that was thrown away.'}
    </>
  )
}

/** How it is counted: what holds for every ballot, and what for rounds and elections. */
function factsOf(props: BallotPageProps): (Fact | false | undefined)[] {
  return [...generalFacts(props), ...(props.ballot.kind === 'motion' ? [] : countingFacts(props)), ...whoFacts(props)]
}

function generalFacts({ ballot, turnout }: BallotPageProps): (Fact | false | undefined)[] {
  const share = turnout.voters === 0 ? 0 : turnout.voted / turnout.voters
  return [
    { term: 'State', value: <BallotState ballot={ballot} /> },
    (ballot.state === 'open' || ballot.state === 'counted') && {
      term: 'Turnout',
      value: `${turnout.voted} of ${turnout.voters}, ${formatShare('en', share)}`,
    },
    ballot.quorum !== null && {
      term: 'Quorum',
      value: `${quorumOf(turnout.voters, ballot.quorum)} of ${turnout.voters} (${ballot.quorum} %)`,
    },
    { term: 'A paper says', value: ballot.byConsent ? 'nothing: who objects says so' : formNames[ballot.form] },
    ballot.budget !== null && {
      term: 'Points',
      value: `${ballot.budget}${ballot.most === null ? '' : `, at most ${ballot.most} for one`}`,
    },
  ]
}

function countingFacts({ ballot }: BallotPageProps): (Fact | false | undefined)[] {
  return [
    ballot.seats !== null && { term: ballot.kind === 'election' ? 'Seats' : 'How many go on', value: ballot.seats },
    ballot.capacity !== null && { term: 'What the winners may cost', value: ballot.capacity },
    { term: 'Counted by', value: <a href="/ballots/rules">{ruleNames[ballot.rule] ?? ballot.rule}</a> },
    { term: 'Ties are broken', value: tieNames[ballot.ties] },
    ballot.ties === 'lot' && ballot.seedHash !== null && { term: 'SHA-256 of the seed', value: <code>{ballot.seedHash}</code> },
  ]
}

function whoFacts({ ballot, hosts }: BallotPageProps): (Fact | false | undefined)[] {
  const institutions = (
    <>
      institutions of {hosts.map(({ name }) => name).join(' and ')} with a contract for {ballot.product} on <Day on={ballot.recordOn} />
    </>
  )
  return [
    { term: 'Secrecy', value: secrecyNames[ballot.secrecy] },
    { term: 'Who votes', value: ballot.electorate === 'group' ? 'the members of the group' : institutions },
    ballot.mayRun && { term: 'Electorate', value: <a href={`/ballots/${ballot.id}/electorate`}>Who votes, who can be reached</a> },
  ]
}

/** One ballot: what is asked, by which rule it is counted, until when, and where it stands. */
export function BallotPage({ more, ...props }: BallotPageProps & { more?: unknown }) {
  const { ballot, options, turnout, mine, extensions, rehearsals } = props
  const path = `/ballots/${ballot.id}`
  return (
    <>
      <Heading
        title={ballot.title}
        meta={
          <>
            {kindNames[ballot.kind]} · <a href={ballot.cycleId === null ? '/ballots' : `/cycles/${ballot.cycleId}`}>{ballot.group}</a>
          </>
        }
        lead={<When ballot={ballot} />}
        actions={
          ballot.state === 'counted' ? (
            <Button kind="primary" href={`${path}/results`}>
              The result
            </Button>
          ) : undefined
        }
      />
      {ballot.rehearsalOf !== null && <RehearsalNote ballot={ballot} />}
      <Split aside={<Facts items={factsOf(props)} />}>
        {mine.length > 0 && ballot.state === 'open' && !ballot.byConsent && <MyPapers mine={mine} />}
        {ballot.state === 'open' && !ballot.byConsent && (
          <Meter value={turnout.voted} of={turnout.voters} label={`${turnout.voted} of ${turnout.voters} ballots are cast`} />
        )}
        {more as never}
        {extensions.length > 0 && <Extensions extensions={extensions} />}
        {ballot.question && ballot.kind === 'wishes' && <p class="meta">{ballot.question}</p>}
        {ballot.kind !== 'motion' && <Options ballot={ballot} options={options} />}
        {rehearsals.length > 0 && <Rehearsals rehearsals={rehearsals} />}
        {ballot.mayRun && <Running {...props} />}
      </Split>
    </>
  )
}

const RehearsalNote = ({ ballot }: { ballot: Ballot }) => (
  <Note mood="late">
    {ballot.state === 'thrown_away'
      ? `A rehearsal with ${(ballot.account as { papers?: number } | null)?.papers ?? 0} test papers. All of it was thrown away; nothing of it counts.`
      : 'A rehearsal: nothing that is cast here counts, and all of it is thrown away.'}{' '}
    <a href={`/ballots/${ballot.rehearsalOf}`}>The ballot itself</a>
  </Note>
)

function Extensions({ extensions }: Pick<BallotPageProps, 'extensions'>) {
  return (
    <Section title="Extensions">
      <Things label="Extensions">
        {extensions.map((extension) => (
          <Thing
            title={extension.reason}
            meta={
              <>
                From <Time at={extension.fromAt} /> to <Time at={extension.toAt} />, {extension.madeBy ?? 'by itself'},{' '}
                <Time at={extension.madeAt} style="short" />
              </>
            }
          />
        ))}
      </Things>
    </Section>
  )
}

function Options({ ballot, options }: { ballot: Ballot; options: BallotOption[] }) {
  if (options.length === 0)
    return (
      <Empty
        title={
          ballot.kind === 'election'
            ? 'The candidates stand here once nominations are closed.'
            : 'What goes to the vote stands here once the triage is over.'
        }
      />
    )
  return (
    <Section
      title={ballot.kind === 'election' ? 'Candidates' : 'On the ballot'}
      aside={ballot.state === 'preparing' ? 'can still change' : 'with the texts as voted'}
    >
      <Things label="Options">
        {options.map((option) => (
          <Thing
            title={`${option.number}. ${option.title}`}
            meta={[
              option.area,
              option.cost === null ? '' : `costs ${option.cost}`,
              option.askedBy.length > 0
                ? plural('en', option.askedBy.length, { one: 'asked for by # institution', other: 'asked for by # institutions' })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {(option.text || option.solution) && (
              <details>
                <summary>More about it</summary>
                <div class="prose">
                  {option.text && <p dir="auto">{option.text}</p>}
                  {option.solution && (
                    <p dir="auto">
                      <b>What the vendor would build:</b> {option.solution}
                    </p>
                  )}
                </div>
              </details>
            )}
          </Thing>
        ))}
      </Things>
    </Section>
  )
}

function Rehearsals({ rehearsals }: { rehearsals: BallotPageProps['rehearsals'] }) {
  return (
    <Section title="Rehearsals">
      <Things label="Rehearsals">
        {rehearsals.map(({ id, state, openedAt, closedAt, account }) => (
          <Thing
            title={
              state === 'thrown_away'
                ? `Thrown away, with ${(account as { papers?: number } | null)?.papers ?? 0} test papers`
                : 'A rehearsal runs'
            }
            href={`/ballots/${id}`}
            meta={state === 'thrown_away' ? closedAt && <Time at={closedAt} /> : openedAt && <Time at={openedAt} />}
            act={<State mood={moods[state]}>{stateNames[state]}</State>}
          />
        ))}
      </Things>
    </Section>
  )
}
