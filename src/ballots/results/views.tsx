import { Field } from '../../ui/fields.tsx'
import { Bars, Figures } from '../../ui/figures.tsx'
import { Filters } from '../../ui/form.tsx'
import { formatNumber, formatShare, plural } from '../../ui/format.ts'
import { NumberedPager, Table, Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, Split, State, Tabs } from '../../ui/parts.tsx'
import { Time } from '../../ui/time.tsx'
import type { listCommitted } from '../../vendor/winners/queries.ts'
import type { listSeatOffers } from '../elections/queries.ts'
import { Seats } from '../elections/views.tsx'
import { showReceipt, type Vote } from '../papers/rules.ts'
import { quorumOf, ruleNames } from '../rules.ts'
import { figuresOf, gotOf, type Segment } from './count.ts'
import { commandOf } from './exports.ts'
import type { KeptCount, PublishedPaper, Results } from './queries.ts'

type Committed = Awaited<ReturnType<typeof listCommitted>>

const titleOf = ({ options }: Results, number: string): string =>
  options.find((option) => String(option.number) === number)?.title ?? number

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

/** The same papers by every rule, side by side. */
function SideBySide({ results }: { results: Results }) {
  const { counts, options } = results
  if (counts.length < 2) return null
  const any = options.filter(({ number }) => counts.some(({ result }) => result.winners.includes(String(number))))
  const name = ({ rule, chosen }: KeptCount) => `${ruleNames[rule] ?? rule}${chosen ? ' (the rule)' : ''}`
  return (
    <Section title="The same papers under other rules">
      <Table
        caption="What each rule would have chosen"
        hideCaption
        terse
        columns={[{ label: 'Wish' }, ...counts.map((count) => ({ label: name(count) }))]}
        rows={any.map(({ number, title }) => [
          `${number}. ${title}`,
          ...counts.map(({ result }) => (result.winners.includes(String(number)) ? 'chosen' : '')),
        ])}
      />
    </Section>
  )
}

function Segments({ results }: { results: Results }) {
  const { account, options, count, papers } = results
  const areas = areaShares(results)
  const parts: [string, Segment[]][] = [
    ['By region', account.segments?.region ?? []],
    ['By size', account.segments?.size ?? []],
    ['By consortium', account.segments?.consortium ?? []],
  ]
  const shown = parts.filter(([, segments]) => segments.length > 0)
  if (papers.length === 0 || (shown.length === 0 && areas.length < 2)) return null
  return (
    <Section title="Who got how much">
      <p class="meta">
        Of what each part of the electorate gave, how much went to what is chosen. Parts with fewer than five papers are told together.
      </p>
      <div class="columns">
        {shown.map(([label, segments]) => (
          <div class="stack">
            <h3>{label}</h3>
            <Bars
              label={label}
              max={100}
              items={segments.map((segment) => ({
                label: `${segment.name} (${segment.papers})`,
                value: Math.round(segment.onWinners * 100),
                shown: formatShare('en', segment.onWinners),
              }))}
            />
          </div>
        ))}
        {areas.length > 1 && (
          <div class="stack">
            <h3>By area</h3>
            <Table
              caption="Areas: points given, and wishes chosen"
              hideCaption
              terse
              columns={[{ label: 'Area' }, { label: 'Of the points', numeric: true }, { label: 'Chosen', numeric: true }]}
              rows={areas.map(({ area, share }) => [
                area || 'No area',
                formatShare('en', share),
                options.filter((option) => option.area === area && count.result.winners.includes(String(option.number))).length,
              ])}
            />
          </div>
        )}
      </div>
    </Section>
  )
}

/** Which part of all points went to each area. */
function areaShares({ options, papers }: Results): { area: string; share: number }[] {
  const figures = figuresOf(options, papers)
  const total = figures.reduce((sum, one) => sum + one.total, 0)
  const areas = [...new Set(options.map(({ area }) => area))]
  return areas
    .map((area) => {
      const own = figures.filter((_, place) => options[place]?.area === area).reduce((sum, one) => sum + one.total, 0)
      return { area, share: total === 0 ? 0 : own / total }
    })
    .sort((a, b) => b.share - a.share)
}

/** How far each institution got what it asked for: by its paper where papers are public, by its wishes always. */
function Got({ results }: { results: Results }) {
  const { account, papers, count, askers, options, ballot } = results
  const won = new Set(count.result.winners)
  const labels = ['none', 'up to a quarter', 'up to half', 'up to three quarters', 'more']
  const named =
    ballot.secrecy === 'public' ? papers.flatMap((paper) => (paper.name ? [{ name: paper.name, got: gotOf(paper.vote, won) }] : [])) : []
  return (
    <Section title="How far each got what it asked for">
      <Bars
        label="Papers by how much of their points went to what is chosen"
        items={(account.got ?? []).map((value, place) => ({ label: `${labels[place]} of its points`, value }))}
      />
      {named.length > 0 && (
        <Table
          caption="By institution"
          columns={[{ label: 'Institution' }, { label: 'Of its points on what is chosen', numeric: true }]}
          rows={named
            .sort((a, b) => (b.got ?? 0) - (a.got ?? 0))
            .map(({ name, got }) => [name, got === undefined ? 'blank' : formatShare('en', got)])}
        />
      )}
      {askers.length > 0 && (
        <Table
          caption="Wishes brought in, and chosen"
          terse
          columns={[{ label: 'Institution' }, { label: 'On the ballot', numeric: true }, { label: 'Chosen', numeric: true }]}
          rows={askers.map(({ id, name }) => {
            const own = options.filter(({ askedBy }) => askedBy.some((one) => Number(one) === id))
            return [name, own.length, own.filter(({ number }) => won.has(String(number))).length]
          })}
        />
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

const saysOf = (vote: Vote, results: Results): string => {
  if (vote.choice) return vote.choice
  const short = (number: string) => `${number} ${titleOf(results, number)}`
  if (vote.ranks) return vote.ranks.map(short).join(' > ') || 'blank'
  return (
    Object.entries(vote.points ?? {})
      .sort(([, a], [, b]) => b - a)
      .map(([number, points]) => `${points} for ${short(number)}`)
      .join('; ') || 'blank'
  )
}

/** The published papers; a receipt finds one's own. */
export function PapersPage({
  results,
  found,
  typed,
  page,
  pages,
  papers,
}: {
  results: Results
  found: PublishedPaper | undefined
  typed: string
  page: number
  pages: number
  papers: PublishedPaper[]
}) {
  const { ballot, account } = results
  const won = new Set(results.count.result.winners)
  const got = found && gotOf(found.vote, won)
  return (
    <>
      <Heading
        title="The papers"
        meta={<a href={`/ballots/${ballot.id}/results`}>{ballot.title}</a>}
        lead={`All ${account.cast} papers as they were counted, in the order of their receipts, which says nothing.${ballot.secrecy === 'anonymous' ? ' Nobody can tell whose a paper is but who kept its receipt.' : ''}`}
      />
      <Tabs
        label="Result"
        items={[
          { href: `/ballots/${ballot.id}/results`, label: 'Result' },
          { href: `/ballots/${ballot.id}/papers`, label: 'Papers', count: account.cast, current: true },
        ]}
      />
      <Filters label="Find a paper" values={{ receipt: typed }} submit="Find it">
        <Field name="receipt" label="Your receipt" optional autocomplete="off" />
      </Filters>
      {typed && !found && (
        <Note mood="late">No paper has this receipt. Look at each letter: receipts have letters a to z and figures 2 to 7 only.</Note>
      )}
      {found && (
        <Note mood="good">
          <p>
            Your paper is counted: <code>{showReceipt(found.receipt)}</code>
          </p>
          <p>{saysOf(found.vote, results)}</p>
          {got !== undefined && ballot.kind === 'wishes' && <p>{formatShare('en', got)} of what it gave went to what is chosen.</p>}
        </Note>
      )}
      {papers.length === 0 && <Empty title="No paper was cast." />}
      <Things label="Papers">
        {papers.map((paper) => (
          <Thing title={<code>{showReceipt(paper.receipt)}</code>} meta={paper.name ?? undefined}>
            <p>{saysOf(paper.vote, results)}</p>
          </Thing>
        ))}
      </Things>
      <NumberedPager current={page} count={pages} hrefFor={(to) => `/ballots/${ballot.id}/papers?page=${to}`} />
    </>
  )
}
