import { Figures } from '../../ui/figures.tsx'
import { formatNumber, formatShare, plural } from '../../ui/format.ts'
import { Table, Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, Split, State, Tabs } from '../../ui/parts.tsx'
import { Time } from '../../ui/time.tsx'
import type { listCommitted } from '../../vendor/winners/queries.ts'
import type { listSeatOffers } from '../elections/queries.ts'
import { Seats } from '../elections/views.tsx'
import { quorumOf, ruleNames } from '../rules.ts'
import { figuresOf, titleOf } from './count.ts'
import { commandOf } from './exports.ts'
import { Got, Segments, SideBySide } from './fairness-views.tsx'
import type { Results } from './queries.ts'

type Committed = Awaited<ReturnType<typeof listCommitted>>

/** The result: what is chosen, how it was counted, what the papers say, and how to check it. */
export function ResultsPage({
  results,
  offers,
  committed,
  waiting,
  personId,
}: {
  results: Results
  offers: Awaited<ReturnType<typeof listSeatOffers>>
  committed: Committed
  /** Winners that this person may turn into commitments. */
  waiting: number
  personId: number | null
}) {
  const { ballot, count, turnout, account, extensions } = results
  const path = `/ballots/${ballot.id}`
  const { winners } = count.result
  const share = turnout.voters === 0 ? 0 : account.cast / turnout.voters
  return (
    <>
      <Heading
        title={ballot.title}
        meta={
          <>
            <a href={path}>Ballot</a> · closed {ballot.closedAt && <Time at={ballot.closedAt} style="full" />}
          </>
        }
        lead={
          ballot.kind === 'motion'
            ? ballot.decision
            : `${plural('en', winners.length, { zero: 'Nothing is chosen', one: '# is chosen', other: '# are chosen' })} by ${ruleNames[count.rule] ?? count.rule}.`
        }
        actions={<Acts {...{ path, waiting }} />}
      >
        <Tabs
          label="Result"
          items={[
            { href: `${path}/results`, label: 'Result', current: true },
            { href: `${path}/papers`, label: 'Papers', count: account.cast },
          ]}
        />
      </Heading>
      {ballot.rehearsalOf !== null && <Note mood="late">A rehearsal on test papers: this is no result.</Note>}
      <Figures
        items={[
          { value: `${account.cast} of ${turnout.voters}`, label: `ballots cast, ${formatShare('en', share)}` },
          ...(count.result.figures.capacity && ballot.capacity !== null
            ? [{ value: `${count.result.figures.cost} of ${ballot.capacity}`, label: 'development points used' }]
            : []),
          ...(count.result.ties.length > 0
            ? [{ value: count.result.ties.length, label: count.result.ties.length === 1 ? 'tie, told below' : 'ties, told below' }]
            : []),
        ]}
      />
      <Split aside={<Accounts results={results} path={path} />}>
        {ballot.kind === 'election' ? (
          <Seats ballot={ballot} offers={offers} personId={personId} />
        ) : ballot.kind === 'motion' ? null : (
          <Winners {...{ results, committed }} />
        )}
        {extensions.length > 0 && <p class="meta">Extended: {extensions.map(({ reason }) => reason).join(' · ')}</p>}
      </Split>
      {ballot.kind !== 'motion' && (
        <>
          <Standing results={results} />
          <SideBySide results={results} />
          <Segments results={results} />
          <Got results={results} />
        </>
      )}
      <Section title="Step by step" aside={plural('en', count.result.steps.length, { one: '# step', other: '# steps' })}>
        <details open={count.result.steps.length < 40}>
          <summary>How it was counted</summary>
          <ol class="steps">
            {count.result.steps.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ol>
        </details>
      </Section>
    </>
  )
}

const Acts = ({ path, waiting }: { path: string; waiting: number }) => (
  <>
    <Button href={`${path}/export/bundle.zip`}>Recount it yourself</Button>
    {waiting > 0 && (
      <Button kind="primary" href={`${path}/commitments`}>
        Commit to what won
      </Button>
    )}
  </>
)

function Winners({ results, committed }: { results: Results; committed: Committed }) {
  const { ballot, count, options, papers, account } = results
  const figures = new Map(figuresOf(options, papers).map((one) => [one.number, one]))
  if (count.result.winners.length === 0) return <Empty title="Nothing is chosen." />
  return (
    <Section
      title={ballot.phase === 'round_one' ? 'Goes to the vendor' : 'Chosen'}
      aside={account.cast === 0 ? 'no paper was cast' : undefined}
    >
      <Things label="Chosen">
        {count.result.winners.map((number, place) => {
          const option = options.find((one) => String(one.number) === number)
          return (
            <Thing
              title={`${place + 1}. ${option?.title ?? number}`}
              href={option?.requestId ? `/requests/${option.requestId}` : undefined}
              meta={[
                option?.area,
                gotWords(ballot.form, figures.get(number)?.total ?? 0),
                option?.cost === null || !option ? '' : `costs ${option.cost}`,
              ]
                .filter(Boolean)
                .join(' · ')}
              act={option && <Promised of={committed.get(option.number)} />}
            />
          )
        })}
      </Things>
    </Section>
  )
}

const gotWords = (form: Results['ballot']['form'], total: number): string =>
  form === 'points'
    ? plural('en', total, { one: '# point', other: '# points' })
    : plural('en', total, { one: 'on # paper', other: 'on # papers' })

/** What the vendor has committed itself to, beside what won. */
function Promised({ of }: { of: ReturnType<Committed['get']> }) {
  if (!of) return null
  return <a href={`/commitments/${of.id}`}>{plural('en', of.points, { one: `# point of ${of.year}`, other: `# points of ${of.year}` })}</a>
}

/** Every option with what the papers say of it. */
function Standing({ results }: { results: Results }) {
  const { ballot, options, papers, count } = results
  const rows = figuresOf(options, papers).sort((a, b) => b.total - a.total || Number(a.number) - Number(b.number))
  const points = ballot.form === 'points'
  return (
    <Section title="All options">
      <Table
        caption="All options with what they got"
        hideCaption
        terse
        columns={[
          { label: ballot.kind === 'election' ? 'Candidate' : 'Wish' },
          { label: points ? 'Points' : 'Papers', numeric: true },
          ...(points ? [{ label: 'Papers', numeric: true }] : []),
          { label: points ? 'Must-haves' : 'First places', numeric: true },
          ...(points ? [{ label: 'Variance', numeric: true }] : []),
          { label: 'Outcome' },
        ]}
        rows={rows.map((row) => [
          `${row.number}. ${titleOf(results, row.number)}`,
          formatNumber('en', row.total),
          ...(points ? [formatNumber('en', row.supporters)] : []),
          formatNumber('en', row.musts),
          ...(points ? [formatNumber('en', row.variance)] : []),
          count.result.winners.includes(row.number) ? <State mood="good">Chosen</State> : '',
        ])}
      />
      {points && (
        <p class="meta">
          A must-have is a wish on which a paper puts at least a fifth of its points. The variance tells how far the papers differ on a
          wish: the higher, the more divided.
        </p>
      )}
    </Section>
  )
}

/** What can be checked and taken away. */
function Accounts({ results, path }: { results: Results; path: string }) {
  const { ballot, account, count, turnout } = results
  return (
    <>
      <Section title="Accounts">
        <dl class="facts">
          {(
            [
              ['Could vote', turnout.voters],
              ['Papers counted', account.cast],
              ['of them blank', account.blank],
              ['Not cast', turnout.voters - turnout.voted],
              ...(turnout.voted > account.cast ? [['Cast, and not countable at the close', turnout.voted - account.cast]] : []),
              ['Changed before the close', account.changed],
              ['Came too late', account.late],
              ['Refused, since they could not be counted', account.spoilt],
              ...(account.unreadable > 0 ? [['Unreadable after a restore, cast again or not', account.unreadable]] : []),
              ...(ballot.quorum === null ? [] : [['Quorum', quorumOf(turnout.voters, ballot.quorum)]]),
            ] as [string, number][]
          ).map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Check it">
        <p class="toolbar row">
          <a href={`${path}/papers`}>All papers, and yours</a>
        </p>
        <p class="toolbar row">
          <a href={`${path}/export/ballot.pb`}>.pb</a>
          <a href={`${path}/export/options.csv`}>Options (CSV)</a>
          <a href={`${path}/export/papers.csv`}>Papers (CSV)</a>
          <a href={`${path}/export/result.pdf`}>PDF</a>
          <a href={`${path}/export/bundle.zip`}>All in one</a>
        </p>
        <p class="meta">
          To count again on another machine: <code>{commandOf(results)}</code>
        </p>
        {ballot.ties === 'lot' && count.result.ties.length > 0 && (
          <p class="meta">
            Seed of the lot: <code>{ballot.seed}</code>. Its SHA-256 was published at the opening: <code>{ballot.seedHash}</code>
          </p>
        )}
      </Section>
    </>
  )
}
