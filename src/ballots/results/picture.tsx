// How a result came out, round by round: a picture for each rule, whose numbers stand beside it.
import { Bars } from '../../lib/ui/figures.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { Fold, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { figuresOf, titleOf } from './count.ts'
import type { Results } from './queries.ts'
import { consideredIn, type Stage, stagesOf } from './why.ts'

const choices = textsOf('ballots', 'results').choices
const words = textsOf('ballots', 'picture')

// What is further down decides nothing any more.
const shown = 8

/** The picture that the rule of the ballot asks for. */
export function Picture({ results }: { results: Results }) {
  const { ballot, count, papers } = results
  if (papers.length === 0) return null
  if (ballot.form === 'yes_no') return <Sides results={results} />
  if (count.rule === 'scottish-stv') return <Rounds results={results} />
  return (
    <Section title={words.title}>
      {ballot.capacity === null ? <Places results={results} /> : <Spending results={results} capacity={ballot.capacity} />}
    </Section>
  )
}

interface Drawn {
  number: string
  /** Before it. */
  spent: number
  cost: number
  chosen: boolean
  value: string
}

const percent = (value: number, of: number) => `${Math.round((value / of) * 1000) / 10}%`

/** What there is, as it was spent: each line begins where the one before ended, and what crosses the line did not fit. */
function Spending({ results, capacity }: { results: Results; capacity: number }) {
  const { locale } = useReader()
  const rows = drawn(results, capacity)
  const whole = Math.min(capacity * 1.5, Math.max(capacity, ...rows.map(({ spent, cost }) => spent + cost)))
  const of = (value: number) => percent(Math.min(value, whole), whole)
  const lines = (some: Drawn[]) => (
    <ol class="bars spending">
      {some.map(({ number, spent, cost, chosen, value }) => (
        <li>
          <span class="name" dir="auto">
            {number}. {titleOf(results, number)}
          </span>
          <svg aria-hidden="true">
            <rect class="track" width={of(capacity)} height="100%" />
            <rect class="spent" width={of(spent)} height="100%" />
            <rect class={chosen ? 'now' : 'over'} x={of(spent)} width={of(Math.min(cost, Math.max(0, whole - spent)))} height="100%" />
            {/* Where it ends. */}
            <rect class="end" x={of(capacity)} width="2" height="100%" />
          </svg>
          <span class="value">{value}</span>
        </li>
      ))}
    </ol>
  )
  const last = rows.findLastIndex(({ chosen }) => chosen) + 1 + shown
  return (
    <>
      <p class="meta">
        {results.count.rule === 'greedy'
          ? words.spending({ capacity: formatNumber(locale, capacity) })
          : words.spendingShares({ capacity: formatNumber(locale, capacity) })}
      </p>
      {lines(rows.slice(0, last))}
      {rows.length > last && <Fold title={words.more({ n: rows.length - last })}>{lines(rows.slice(last))}</Fold>}
    </>
  )
}

/** In the order of the count: by points with what did not fit, else what was chosen. */
function drawn(results: Results, capacity: number): Drawn[] {
  const { count, options } = results
  if (count.rule === 'greedy')
    return consideredIn(results)
      .filter(({ points, chosen }) => points > 0 || chosen)
      .map(({ number, cost, left, chosen }) => ({
        number,
        spent: capacity - left,
        cost,
        chosen,
        value: chosen ? words.fits({ cost, left: left - cost }) : words.misfit({ cost, left }),
      }))
  let spent = 0
  return count.result.winners.map((number) => {
    const cost = options.find((option) => String(option.number) === number)?.cost ?? 1
    spent += cost
    return { number, spent: spent - cost, cost, chosen: true, value: words.fits({ cost, left: capacity - spent }) }
  })
}

/** Where places are given, not money: what each option has, and who has a place. */
function Places({ results }: { results: Results }) {
  const { locale } = useReader()
  const { count, options, papers, ballot } = results
  const shares = count.rule.startsWith('equal-shares')
  const figures = new Map(
    figuresOf(options, papers).map((one) => [one.number, shares ? one.supporters : Number(count.result.figures.totals[one.number] ?? 0)]),
  )
  const { winners } = count.result
  const rest = [...figures.keys()]
    .filter((number) => !winners.includes(number))
    .sort((a, b) => (figures.get(b) ?? 0) - (figures.get(a) ?? 0) || Number(a) - Number(b))
  const most = Math.max(...figures.values())
  const line = (number: string) => ({
    label: `${number}. ${titleOf(results, number)}`,
    value: figures.get(number) ?? 0,
    shown: shares ? words.votes({ n: figures.get(number) ?? 0 }) : words.points({ n: figures.get(number) ?? 0 }),
  })
  return (
    <>
      <p class="meta">
        {shares
          ? words.places({ n: formatNumber(locale, ballot.seats ?? 1) })
          : words.placesByPoints({ n: formatNumber(locale, ballot.seats ?? 1) })}
      </p>
      <div class="stack places">
        <h3>{words.chosen}</h3>
        <Bars label={words.chosen} items={winners.map(line)} max={most} />
        {rest.length > 0 && (
          <div class="stack others">
            <h3>{words.notChosen}</h3>
            <Bars label={words.notChosen} items={rest.slice(0, shown).map(line)} max={most} />
          </div>
        )}
        {rest.length > shown && (
          <Fold title={words.more({ n: rest.length - shown })}>
            <div class="others">
              <Bars label={words.notChosen} items={rest.slice(shown).map(line)} max={most} />
            </div>
          </Fold>
        )}
      </div>
    </>
  )
}

/** Each round of a count by Scottish STV: who has what, and the quota as a line. */
function Rounds({ results }: { results: Results }) {
  const { locale } = useReader()
  const { quota, stages } = stagesOf(results)
  const { winners } = results.count.result
  // A little more than the longest, so that the line of the quota stands inside.
  const most = 1.04 * Math.max(quota, ...stages.flatMap(({ totals }) => Object.values(totals)))
  const number = (value: number) => formatNumber(locale, Math.round(value * 100) / 100)
  // Who was excluded is not there any more; the others keep their order, so that the eye can follow them.
  const order = [...winners, ...Object.keys(stages[0]?.totals ?? {}).filter((id) => !winners.includes(id))]
  const out = (round: number) => new Set(stages.slice(0, round).flatMap(({ from, excluded }) => (excluded && from ? [from] : [])))
  return (
    <Section title={words.title} aside={words.quota({ n: number(quota) })}>
      <ol class="rounds">
        {stages.map((stage, round) => (
          <li>
            <h3>{words.round({ n: round + 1 })}</h3>
            <p class="meta">{headOf(stage, results)}</p>
            <ul class="bars" aria-label={words.round({ n: round + 1 })}>
              {order
                .filter((id) => !out(round + 1).has(id))
                .map((id) => (
                  <li class={(stage.totals[id] ?? 0) >= quota ? undefined : 'others'}>
                    <span class="name" dir="auto">
                      {titleOf(results, id)}
                    </span>
                    <svg aria-hidden="true">
                      <rect width={percent(stage.totals[id] ?? 0, most)} height="100%" rx="3" />
                      <rect class="end" x={percent(quota, most)} width="2" height="100%" />
                    </svg>
                    <span class="value">{number(stage.totals[id] ?? 0)}</span>
                  </li>
                ))}
            </ul>
            {stage.elected.length > 0 && <p class="meta">{words.elected({ names: namesOf(results, stage.elected) })}</p>}
          </li>
        ))}
      </ol>
      {winners.some((id) => !stages.some(({ elected }) => elected.includes(id))) && (
        <p class="meta">
          {words.vacancies({
            names: namesOf(
              results,
              winners.filter((id) => !stages.some(({ elected }) => elected.includes(id))),
            ),
          })}
        </p>
      )}
    </Section>
  )
}

const namesOf = (results: Results, ids: string[]): string => ids.map((id) => titleOf(results, id)).join(', ')

function headOf({ from, excluded }: Stage, results: Results): string {
  if (from === undefined) return words.first
  const name = titleOf(results, from)
  return excluded ? words.excluded({ name }) : words.surplus({ name })
}

/** A motion: yes against no; who abstains counts for neither. */
function Sides({ results }: { results: Results }) {
  const count = (choice: 'yes' | 'no' | 'abstain') => results.papers.filter(({ vote }) => vote.choice === choice).length
  return (
    <Section title={words.title}>
      <p class="meta">{words.sides}</p>
      <Bars
        label={words.title}
        items={(['yes', 'no', 'abstain'] as const).map((choice) => ({ label: choices[choice], value: count(choice) }))}
      />
    </Section>
  )
}
