import type { BallotKind } from '../../lib/db/schema.ts'
import { Figures, Meter } from '../../lib/ui/figures.tsx'
import { formatNumber, formatShare } from '../../lib/ui/format.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { dotted, Listing, Table, Thing } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, Split, State, Tabs } from '../../lib/ui/parts.tsx'
import { unlessAlone, useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Committed } from '../../offers.ts'
import type { listSeatOffers } from '../elections/queries.ts'
import { Seats } from '../elections/views.tsx'
import { tieNames } from '../rules.ts'
import { nameOfRule } from '../views.tsx'
import { Accounts } from './accounts-view.tsx'
import { figuresOf, titleOf } from './count.ts'
import { Got, Segments, SideBySide } from './fairness-views.tsx'
import { Picture } from './picture.tsx'
import type { Results } from './queries.ts'
import { CountAgain } from './recount-view.tsx'
import { stepsIn } from './steps.ts'
import { countsAgain, type Reason, reasonsOf } from './why.ts'

const t = textsOf('ballots', 'resultsPage')
const packageWords = textsOf('advocacy', 'briefs')
const resultWords = textsOf('ballots', 'results')
const whyWords = textsOf('ballots', 'why')

interface ResultsPageProps {
  results: Results
  offers: Awaited<ReturnType<typeof listSeatOffers>>
  committed: Map<number, Committed>
  /** Winners that this person may turn into commitments. */
  waiting: number
  /** What options lacked that were not elected. */
  more: ReadonlyMap<string, number>
  personId: number | null
  /** The requests that were chosen, for who makes a package for the vendor of them. */
  toPack: number[]
}

/** The result: what is chosen, how it was counted, what the papers say, and how to check it. */
export function ResultsPage(props: ResultsPageProps) {
  const { results, waiting, toPack } = props
  const { ballot, count, account } = results
  const path = `/ballots/${ballot.id}`
  return (
    <>
      <Heading
        title={ballot.title}
        meta={
          <>
            {dotted([unlessAlone(ballot.group), <a href={path}>{resultWords.ballot}</a>, resultWords.closed])}{' '}
            {ballot.closedAt && <Time at={ballot.closedAt} style="full" />}
          </>
        }
        lead={
          ballot.kind === 'motion'
            ? sayKept(ballot.decision)
            : resultWords.chosenBy({ kind: ballot.kind, n: count.result.winners.length, rule: nameOfRule(count.rule) })
        }
        actions={ballot.byConsent ? undefined : <Acts {...{ path, waiting, ballot, toPack }} />}
      >
        {!ballot.byConsent && (
          <Tabs
            label={ballot.title}
            items={[
              { href: `${path}/results`, label: resultWords.result, current: true },
              { href: `${path}/papers`, label: resultWords.papers, count: account.cast },
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
  const { ballot, count, turnout, account, extensions } = results
  const share = turnout.voters === 0 ? 0 : account.cast / turnout.voters
  return (
    <>
      {ballot.rehearsalOf !== null && <Note mood="late">{resultWords.rehearsal}</Note>}
      <Figures
        items={[
          {
            value: resultWords.of({ n: account.cast, all: turnout.voters }),
            label: resultWords.cast({ share: formatShare(locale, share) }),
          },
          ...(count.result.figures.capacity && ballot.capacity !== null
            ? [{ value: resultWords.of({ n: count.result.figures.cost ?? '0', all: ballot.capacity }), label: resultWords.points }]
            : []),
          ...(count.result.ties.length > 0
            ? [{ value: count.result.ties.length, label: resultWords.ties({ n: count.result.ties.length }) }]
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
          <p class="meta">{resultWords.extended({ reasons: extensions.map(({ reason }) => sayKept(reason)).join(' · ') })}</p>
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
      <Section title={resultWords.steps} aside={resultWords.stepCount({ n: count.result.steps.length })}>
        <details open={count.result.steps.length < 40}>
          <summary>{resultWords.how}</summary>
          <ol class="steps">
            {stepsIn(count.result).map(({ text, english }) => (
              <li lang={english ? 'en' : undefined}>{text}</li>
            ))}
          </ol>
        </details>
      </Section>
    </>
  )
}

/** What can be done with a result. What is chosen in a cycle the vendor promises; what is chosen without one goes to the vendor first. */
function Acts({
  path,
  waiting,
  ballot,
  toPack,
}: { path: string; ballot: Results['ballot'] } & Pick<ResultsPageProps, 'waiting' | 'toPack'>) {
  const { kind, groupSlug } = ballot
  const packing = new URLSearchParams([['group', groupSlug], ...toPack.map((id) => ['request', String(id)])])
  return (
    <>
      {kind !== 'motion' && <Button href="#why">{resultWords.whyEach({ kind })}</Button>}
      <Button href="#recount">{resultWords.recount}</Button>
      {waiting > 0 && <Button kind={toPack.length > 0 ? 'plain' : 'primary'} href={`${path}/commitments`} text={t.recordPromises} />}
      {toPack.length > 0 && <Button kind="primary" href={`/briefs/new?${packing}`} text={packageWords.newBrief} />}
    </>
  )
}

function Winners({ results, committed }: { results: Results; committed: Map<number, Committed> }) {
  const { ballot, count, options, papers, account } = results
  const figures = new Map(figuresOf(options, papers).map((one) => [one.number, one]))
  const most = Math.max(...figures.values().map(({ total }) => total))
  if (count.result.winners.length === 0) return <Empty title={resultWords.nothing} />
  const title = ballot.phase === 'round_one' ? resultWords.toVendor : resultWords.chosen
  return (
    <Listing title={title} aside={account.cast === 0 ? resultWords.noPaper : undefined}>
      {count.result.winners.map((number) => {
        const option = options.find((one) => String(one.number) === number)
        const total = figures.get(number)?.total ?? 0
        const got = ballot.form === 'points' ? resultWords.gotPoints({ n: total }) : resultWords.gotPapers({ n: total })
        return (
          <Thing
            title={option ? `${number}. ${option.title}` : number}
            href={option?.requestId ? `/requests/${option.requestId}` : undefined}
            meta={dotted([option?.area, got, option && option.cost !== null && resultWords.costs({ n: option.cost })])}
            act={option && <Promised of={committed.get(option.number)} />}
          >
            <Meter value={total} of={most} label={got} />
          </Thing>
        )
      })}
    </Listing>
  )
}

/** What the vendor has committed itself to, beside what won. */
function Promised({ of }: { of: Committed | undefined }) {
  return of ? <a href={`/commitments/${of.id}`}>{resultWords.promised({ n: of.points, year: of.year })}</a> : null
}

/** Rankings put all in an order: who was chosen, then who would have been next. Empty where a count tells none. */
function orderOf({ winners, figures: { runnersUp } }: Results['count']['result']): string[] {
  return Array.isArray(runnersUp) ? [...winners, ...runnersUp] : []
}

/** Every option with what the papers say of it, and why it was chosen or not. */
function Standing({ results, more }: { results: Results; more: ReadonlyMap<string, number> }) {
  const { locale } = useReader()
  const { ballot, options, papers, count } = results
  const points = ballot.form === 'points'
  const order = points ? [] : orderOf(count.result)
  const placeOf = ({ number }: { number: string }) => order.indexOf(number) + 1 || order.length + 1
  const rows = figuresOf(options, papers).sort(
    (a, b) => placeOf(a) - placeOf(b) || b.total - a.total || Number(a.number) - Number(b.number),
  )
  const costs = new Map(options.map(({ number, cost }) => [String(number), cost]))
  const costed = ballot.capacity !== null && options.some(({ cost }) => cost !== null)
  const reasons = reasonsOf(results, more)
  return (
    <Section title={resultWords.all({ kind: ballot.kind })} id="why">
      <Table
        caption={resultWords.all({ kind: ballot.kind })}
        terse
        columns={[
          { label: ballot.kind === 'election' ? resultWords.candidate : resultWords.wish },
          ...(order.length > 0 ? [{ label: resultWords.place, numeric: true }] : []),
          { label: points ? resultWords.pointsHead : resultWords.papers, numeric: true },
          ...(points ? [{ label: resultWords.papers, numeric: true }] : []),
          { label: points ? resultWords.musts : resultWords.firsts, numeric: true },
          ...(points ? [{ label: resultWords.variance, numeric: true }] : []),
          ...(costed ? [{ label: resultWords.cost, numeric: true }] : []),
          { label: resultWords.outcome },
          { label: resultWords.whyHead },
        ]}
        rows={rows.map((row) => [
          `${row.number}. ${titleOf(results, row.number)}`,
          ...(order.length > 0 ? [formatNumber(locale, placeOf(row))] : []),
          formatNumber(locale, row.total),
          ...(points ? [formatNumber(locale, row.supporters)] : []),
          formatNumber(locale, row.musts),
          ...(points ? [formatNumber(locale, row.variance)] : []),
          ...(costed ? [costs.get(row.number) ?? ''] : []),
          <Decided kind={ballot.kind} won={count.result.winners.includes(row.number)} />,
          <span class="why">{(reasons.get(row.number) ?? []).map((reason) => sentenceOf(reason, results)).join(' ')}</span>,
        ])}
      />
      {points && <p class="meta">{resultWords.mustsMean}</p>}
      {!countsAgain(results) && <p class="meta">{resultWords.notCountedAgain({ n: papers.length })}</p>}
    </Section>
  )
}

function Decided({ kind, won }: { kind: BallotKind; won: boolean }) {
  const { chosen, notChosen, elected, notElected } = resultWords
  if (kind === 'election') return won ? <State mood="good">{elected}</State> : <State>{notElected}</State>
  return won ? <State mood="good">{chosen}</State> : <State>{notChosen}</State>
}

function sentenceOf(reason: Reason, { ballot }: Results): string {
  if (reason.why === 'tie') return whyWords.tie({ how: tieNames[ballot.ties as keyof typeof tieNames] })
  const said = whyWords[reason.why] as string | ((facts: object) => string)
  return typeof said === 'string' ? said : said({ kind: ballot.kind, ...('facts' in reason ? reason.facts : {}) })
}
