import type { BallotKind } from '../../lib/db/schema.ts'
import { Figures } from '../../lib/ui/figures.tsx'
import { formatNumber, formatShare, type Locale } from '../../lib/ui/format.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, Split, State, Tabs } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import type { Committed } from '../../offers.ts'
import type { listSeatOffers } from '../elections/queries.ts'
import { Seats } from '../elections/views.tsx'
import { useBallotWords } from '../page-words.ts'
import { tieNames } from '../rules.ts'
import { nameOfRule } from '../views.tsx'
import { Accounts } from './accounts-view.tsx'
import { figuresOf, titleOf } from './count.ts'
import { Got, Segments, SideBySide } from './fairness-views.tsx'
import { useResultWords } from './page-words.ts'
import { Picture } from './picture.tsx'
import type { Results } from './queries.ts'
import { CountAgain } from './recount-view.tsx'
import { countsAgain, type Reason, reasonsOf } from './why.ts'

const t = textsOf('ballots', 'resultsPage')
const whyWords = wordsOf('ballots', 'why')

interface ResultsPageProps {
  results: Results
  offers: Awaited<ReturnType<typeof listSeatOffers>>
  committed: Map<number, Committed>
  /** Winners that this person may turn into commitments. */
  waiting: number
  /** What options lacked that were not elected. */
  more: ReadonlyMap<string, number>
  personId: number | null
}

/** The result: what is chosen, how it was counted, what the papers say, and how to check it. */
export function ResultsPage(props: ResultsPageProps) {
  const { results, waiting } = props
  const words = useResultWords()
  const names = useBallotWords()
  const { ballot, count, account } = results
  const path = `/ballots/${ballot.id}`
  return (
    <>
      <Heading
        title={ballot.title}
        meta={
          <>
            <a href={path}>{words.ballot}</a> · {words.closed} {ballot.closedAt && <Time at={ballot.closedAt} style="full" />}
          </>
        }
        lead={
          ballot.kind === 'motion'
            ? sayKept(ballot.decision)
            : words.chosenBy({ kind: ballot.kind, n: count.result.winners.length, rule: nameOfRule(names, count.rule) })
        }
        actions={ballot.byConsent ? undefined : <Acts {...{ path, waiting }} kind={ballot.kind} />}
      >
        {!ballot.byConsent && (
          <Tabs
            label={ballot.title}
            items={[
              { href: `${path}/results`, label: words.result, current: true },
              { href: `${path}/papers`, label: words.papers, count: account.cast },
            ]}
          />
        )}
      </Heading>
      {/* Where nobody votes there is nothing to count. */}
      {ballot.byConsent ? <p dir="auto">{ballot.question}</p> : <Counted {...props} path={path} />}
    </>
  )
}

function Counted({ results, offers, committed, more, personId, path }: ResultsPageProps & { path: string }) {
  const { locale } = useReader()
  const words = useResultWords()
  const { ballot, count, turnout, account, extensions } = results
  const share = turnout.voters === 0 ? 0 : account.cast / turnout.voters
  return (
    <>
      {ballot.rehearsalOf !== null && <Note mood="late">{words.rehearsal}</Note>}
      <Figures
        items={[
          { value: words.of({ n: account.cast, all: turnout.voters }), label: words.cast({ share: formatShare(locale, share) }) },
          ...(count.result.figures.capacity && ballot.capacity !== null
            ? [{ value: words.of({ n: count.result.figures.cost ?? '0', all: ballot.capacity }), label: words.points }]
            : []),
          ...(count.result.ties.length > 0
            ? [{ value: count.result.ties.length, label: words.ties({ n: count.result.ties.length }) }]
            : []),
        ]}
      />
      <Split aside={<Accounts results={results} path={path} />}>
        {ballot.kind === 'election' ? (
          <Seats ballot={ballot} offers={offers} personId={personId} />
        ) : ballot.kind === 'motion' ? null : (
          <Winners {...{ results, committed }} />
        )}
        {extensions.length > 0 && (
          <p class="meta">{words.extended({ reasons: extensions.map(({ reason }) => sayKept(reason)).join(' · ') })}</p>
        )}
        <Picture results={results} />
      </Split>
      {ballot.kind !== 'motion' && (
        <>
          <Standing results={results} more={more} />
          <SideBySide results={results} />
          <CountAgain results={results} />
          <Segments results={results} />
          <Got results={results} />
        </>
      )}
      {ballot.kind === 'motion' && <CountAgain results={results} />}
      <Section title={words.steps} aside={words.stepCount({ n: count.result.steps.length })}>
        <details open={count.result.steps.length < 40}>
          <summary>{words.how}</summary>
          <ol class="steps" lang="en">
            {count.result.steps.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ol>
        </details>
      </Section>
    </>
  )
}

const Acts = ({ path, waiting, kind }: { path: string; waiting: number; kind: BallotKind }) => (
  <>
    {kind !== 'motion' && <Button href="#why">{useResultWords().whyEach({ kind })}</Button>}
    <Button href="#recount">{useResultWords().recount}</Button>
    {waiting > 0 && (
      <Button kind="primary" href={`${path}/commitments`}>
        {t.recordPromises}
      </Button>
    )}
  </>
)

function Winners({ results, committed }: { results: Results; committed: Map<number, Committed> }) {
  const words = useResultWords()
  const { ballot, count, options, papers, account } = results
  const figures = new Map(figuresOf(options, papers).map((one) => [one.number, one]))
  if (count.result.winners.length === 0) return <Empty title={words.nothing} />
  const title = ballot.phase === 'round_one' ? words.toVendor : words.chosen
  return (
    <Section title={title} aside={account.cast === 0 ? words.noPaper : undefined}>
      <Things label={title}>
        {count.result.winners.map((number) => {
          const option = options.find((one) => String(one.number) === number)
          return (
            <Thing
              title={option ? `${number}. ${option.title}` : number}
              href={option?.requestId ? `/requests/${option.requestId}` : undefined}
              meta={[
                option?.area,
                ballot.form === 'points'
                  ? words.gotPoints({ n: figures.get(number)?.total ?? 0 })
                  : words.gotPapers({ n: figures.get(number)?.total ?? 0 }),
                option?.cost === null || !option ? '' : words.costs({ n: option.cost }),
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

/** What the vendor has committed itself to, beside what won. */
function Promised({ of }: { of: Committed | undefined }) {
  const words = useResultWords()
  return of ? <a href={`/commitments/${of.id}`}>{words.promised({ n: of.points, year: of.year })}</a> : null
}

/** Every option with what the papers say of it, and why it was chosen or not. */
function Standing({ results, more }: { results: Results; more: ReadonlyMap<string, number> }) {
  const { locale } = useReader()
  const words = useResultWords()
  const { ballot, options, papers, count } = results
  const rows = figuresOf(options, papers).sort((a, b) => b.total - a.total || Number(a.number) - Number(b.number))
  const points = ballot.form === 'points'
  const costs = new Map(options.map(({ number, cost }) => [String(number), cost]))
  const costed = ballot.capacity !== null && options.some(({ cost }) => cost !== null)
  const reasons = reasonsOf(results, more)
  return (
    <Section title={words.all({ kind: ballot.kind })} id="why">
      <Table
        caption={words.all({ kind: ballot.kind })}
        hideCaption
        terse
        columns={[
          { label: ballot.kind === 'election' ? words.candidate : words.wish },
          { label: points ? words.pointsHead : words.papers, numeric: true },
          ...(points ? [{ label: words.papers, numeric: true }] : []),
          { label: points ? words.musts : words.firsts, numeric: true },
          ...(points ? [{ label: words.variance, numeric: true }] : []),
          ...(costed ? [{ label: words.cost, numeric: true }] : []),
          { label: words.outcome },
          { label: words.whyHead },
        ]}
        rows={rows.map((row) => [
          `${row.number}. ${titleOf(results, row.number)}`,
          formatNumber(locale, row.total),
          ...(points ? [formatNumber(locale, row.supporters)] : []),
          formatNumber(locale, row.musts),
          ...(points ? [formatNumber(locale, row.variance)] : []),
          ...(costed ? [costs.get(row.number) ?? ''] : []),
          <Decided kind={ballot.kind} won={count.result.winners.includes(row.number)} />,
          <span class="why">{(reasons.get(row.number) ?? []).map((reason) => sentenceOf(reason, results, locale)).join(' ')}</span>,
        ])}
      />
      {points && <p class="meta">{words.mustsMean}</p>}
      {!countsAgain(results) && <p class="meta">{words.notCountedAgain({ n: papers.length })}</p>}
    </Section>
  )
}

function Decided({ kind, won }: { kind: BallotKind; won: boolean }) {
  const { chosen, notChosen, elected, notElected } = useResultWords()
  if (kind === 'election') return won ? <State mood="good">{elected}</State> : <State>{notElected}</State>
  return won ? <State mood="good">{chosen}</State> : <State>{notChosen}</State>
}

function sentenceOf(reason: Reason, { ballot }: Results, locale: Locale): string {
  const words = whyWords(locale)
  if (reason.why === 'tie') return words.tie({ how: tieNames[ballot.ties as keyof typeof tieNames] })
  const said = words[reason.why] as string | ((facts: object) => string)
  return typeof said === 'string' ? said : said('facts' in reason ? reason.facts : {})
}
