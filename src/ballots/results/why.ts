// Why each option won or not: from the count itself, in figures that a sentence is made of.
import { setImmediate } from 'node:timers/promises'
import { sha256Hex } from '../../lib/tally/digest.ts'
import type { Election, TallyOptions } from '../../lib/tally/election.ts'
import { leftBehind } from '../../lib/tally/equal-shares.ts'
import { countBy, electionOf, titleOf } from './count.ts'
import type { Results } from './queries.ts'

/** A stage of a count by Scottish STV: what each has then, and whose votes went on in it. */
export interface Stage {
  totals: Record<string, number>
  /** Whose votes went on; none in the first. */
  from?: string
  /** They were excluded, and not elected with votes to spare. */
  excluded: boolean
  elected: string[]
}

type Counted = Pick<Results, 'ballot' | 'options' | 'papers' | 'count'>

const numbers = (totals: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(totals).map(([id, votes]) => [id, Number(votes)]))

/** The stages of a count by Scottish STV, with who reached the quota in each. */
export function stagesOf({ count: { result } }: Pick<Results, 'count'>): { quota: number; stages: Stage[] } {
  const quota = Number(result.figures.quota ?? 0)
  const elected = new Set<string>()
  const stages = result.steps.flatMap(({ totals, options }): Stage[] => {
    if (!totals) return []
    const votes = numbers(totals)
    const now = result.winners.filter((id) => !elected.has(id) && (votes[id] ?? 0) >= quota)
    for (const id of now) elected.add(id)
    const from = options?.[0]
    return [{ totals: votes, elected: now, excluded: from !== undefined && votes[from] === 0, ...(from === undefined ? {} : { from }) }]
  })
  return { quota, stages }
}

/** One option while the count by points goes down the list: what it has and costs, and what was left before it. */
interface Considered {
  number: string
  points: number
  cost: number
  left: number
  chosen: boolean
}

/** The options as a count by points took them up, the highest first. */
export function consideredIn({ count: { result } }: Pick<Results, 'count'>): Considered[] {
  return result.steps.flatMap(({ options, figures }): Considered[] => {
    const [number, ...others] = options ?? []
    if (number === undefined || others.length > 0 || figures?.points === undefined) return []
    const spent = Number(figures.spent)
    const chosen = result.winners.includes(number)
    return [{ number, chosen, points: Number(figures.points), cost: Number(figures.cost), left: Number(figures.left) + spent }]
  })
}

/** What decided; `facts` are what the sentence of that name is said with. */
export type Reason =
  | { why: 'fits' | 'dear'; facts: { points: number; cost: number; left: number } }
  | { why: 'place'; facts: { points: number; place: number; places: number } }
  | { why: 'misfit'; facts: { points: number; cost: number; left: number; after: string } }
  | { why: 'full'; facts: { points: number; places: number } }
  | { why: 'ended'; facts: { points: number; at: string } }
  | { why: 'few'; facts: { points: number; least: number } }
  | { why: 'wouldWin'; facts: { points: number } }
  | { why: 'lacked'; facts: { missing: number } }
  | { why: 'moreFirsts'; facts: { votes: number } }
  | { why: 'paid'; facts: { votes: number; cost: number } }
  | { why: 'unpaid'; facts: { votes: number; cost: number; left: number } }
  | { why: 'paidPlace'; facts: { votes: number } }
  | { why: 'unpaidPlace'; facts: { votes: number; left: number } }
  | { why: 'quota' | 'below'; facts: { votes: number; round: number; quota: number } }
  | { why: 'vacancy' | 'fewest'; facts: { votes: number; round: number } }
  | { why: 'unwanted' | 'compared' | 'comparedNot' | 'tie' }

// What the count itself tells apart needs no rule for ties.
const earlier = 'votes at an earlier stage'

/**
 * What decided about each option, by its number: one thing or two, the first first.
 * @param more what those lacked that were not elected, see `moreFirstsOf`
 */
export function reasonsOf(results: Counted, more: ReadonlyMap<string, number> = new Map()): Map<string, Reason[]> {
  const { count, options } = results
  const of = reasonOf(results, more)
  return new Map(
    options.map(({ number }): [string, Reason[]] => {
      const id = String(number)
      const tie = count.result.ties.some((one) => one.for !== 'transfer' && one.how !== earlier && one.among.includes(id))
      return [id, [...of(id), ...(tie ? [{ why: 'tie' as const }] : [])]]
    }),
  )
}

function reasonOf(results: Counted, more: ReadonlyMap<string, number>): (id: string) => Reason[] {
  const { rule, result } = results.count
  // The comparison step took the outcome of the other rule: its own purchases decide nothing.
  if (Number(result.figures.preferGreedy ?? 0) > Number(result.figures.preferShares ?? 0))
    return (id) => [{ why: result.winners.includes(id) ? 'compared' : 'comparedNot' }]
  if (rule === 'greedy') return byPoints(results)
  if (rule.startsWith('equal-shares')) return byShares(results)
  return rule === 'scottish-stv' ? byStages(results, more) : () => []
}

/** A count by points: its list, how many places there are, and where it ended early. */
interface PointsCount {
  results: Counted
  considered: Considered[]
  /** Undefined where costs decide. */
  places: number | undefined
  least: number
  /** -1: it went to the end of the list. */
  stop: number
}

function byPoints(results: Counted): (id: string) => Reason[] {
  const { ballot, count } = results
  const considered = consideredIn(results)
  const { minScore: least = 0, misfit } = count.settings as TallyOptions
  const places = ballot.capacity === null ? (ballot.seats ?? 1) : undefined
  const stop = misfit === 'stop' ? considered.findIndex((one) => !one.chosen && one.cost > one.left && one.points > 0) : -1
  const counted: PointsCount = { results, considered, places, least, stop }
  return (id) => {
    const at = considered.findIndex(({ number }) => number === id)
    const one = considered[at]
    if (!one || (one.points <= 0 && !one.chosen)) return [{ why: 'unwanted' }]
    const { points, cost, left } = one
    if (!one.chosen) return notByPoints(counted, one, at)
    if (places === undefined) return [{ why: 'fits', facts: { points, cost, left: left - cost } }]
    return [{ why: 'place', facts: { points, place: count.result.winners.indexOf(id) + 1, places } }]
  }
}

function notByPoints({ results, considered, places, least, stop }: PointsCount, { points, cost, left }: Considered, at: number): Reason[] {
  if (points < least) return [{ why: 'few', facts: { points, least } }]
  const ended = stop >= 0 && stop < at
  // Up to the last one at which it would still have fitted: with more points than that one had, it had won.
  const beaten = considered.slice(0, ended ? stop + 1 : at).findLast((other) => other.left >= cost)
  const more: Reason[] = beaten ? [{ why: 'wouldWin', facts: { points: beaten.points + 1 } }] : []
  if (ended) return [{ why: 'ended', facts: { points, at: titleOf(results, considered[stop]?.number ?? '') } }, ...more]
  if (places !== undefined) return [{ why: 'full', facts: { points, places } }, ...more]
  const after = considered.slice(0, at).findLast((other) => other.chosen)
  if (!after || !beaten) return [{ why: 'dear', facts: { points, cost, left } }]
  return [{ why: 'misfit', facts: { points, cost, left, after: titleOf(results, after.number) } }, ...more]
}

/** What it would have taken, in hundredths; what rounds to nothing is not said. */
function lacked(missing: number): Reason[] {
  const said = Math.round(missing * 100) / 100
  return said > 0 ? [{ why: 'lacked', facts: { missing: said } }] : []
}

function byShares({ ballot, options, papers, count }: Counted): (id: string) => Reason[] {
  const { totals, share } = count.result.figures
  const left = leftBehind(electionOf(ballot, options, papers), count.settings as TallyOptions, String(share ?? '0'))
  const costOf = (id: string) => options.find(({ number }) => String(number) === id)?.cost ?? 1
  return (id) => {
    const votes = Number(totals[id] ?? 0)
    if (votes === 0) return [{ why: 'unwanted' }]
    const won = count.result.winners.includes(id)
    const rest = Number(left[id] ?? 0)
    if (ballot.capacity === null)
      return won ? [{ why: 'paidPlace', facts: { votes } }] : [{ why: 'unpaidPlace', facts: { votes, left: rest } }, ...lacked(1 - rest)]
    const cost = costOf(id)
    return won ? [{ why: 'paid', facts: { votes, cost } }] : [{ why: 'unpaid', facts: { votes, cost, left: rest } }, ...lacked(cost - rest)]
  }
}

// Beyond so many votes times options nobody counts again for a page: 2,000 papers with 20 candidates take some seconds.
const mostCountedAgain = 40_000

/** Is it worked out for each option how many votes it lacked? By Scottish STV it takes a count for each try. */
export const countsAgain = ({ papers, options, count }: Pick<Counted, 'papers' | 'options' | 'count'>): boolean =>
  count.rule !== 'scottish-stv' || papers.length * options.length <= mostCountedAgain

/** Worked out once, while the process lives, by what was counted: a result does not change. */
const lackedOf = new Map<string, Promise<Map<string, number>>>()
const mostRemembered = 50

/** What each option that a count by Scottish STV did not elect would have needed: votes that name it alone. */
export async function moreFirstsOf(results: Counted): Promise<Map<string, number>> {
  const { ballot, options, papers, count } = results
  if (count.rule !== 'scottish-stv' || !countsAgain(results)) return new Map()
  const election = electionOf(ballot, options, papers)
  const key = sha256Hex(JSON.stringify([election, count.settings]))
  const known = lackedOf.get(key) ?? findMoreFirsts(results, election)
  lackedOf.delete(key)
  lackedOf.set(key, known)
  for (const oldest of [...lackedOf.keys()].slice(0, -mostRemembered)) lackedOf.delete(oldest)
  return known
}

async function findMoreFirsts({ options, count }: Counted, election: Election): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const id of options.map(({ number }) => String(number)).filter((one) => !count.result.winners.includes(one))) {
    const more = await leastMore(election, count, id)
    if (more !== undefined) found.set(id, more)
  }
  return found
}

/**
 * With so many more votes that name it alone it is elected, and with one fewer it is not: counted again each time, since more votes
 * raise the quota and send other votes on. Others are answered between two counts.
 */
async function leastMore(election: Election, { rule, settings }: Counted['count'], id: string): Promise<number | undefined> {
  const wins = async (more: number): Promise<boolean> => {
    await setImmediate()
    const papers = [...election.papers, { id: 'more', count: more, ranks: [[id]] }]
    return countBy(rule, { ...election, papers }, settings as TallyOptions)?.winners.includes(id) ?? false
  }
  let [loses, won] = [0, 1]
  while (!(await wins(won))) {
    // Not even so many would do where there is no seat.
    if (won > election.papers.length * 2) return undefined
    loses = won
    won *= 2
  }
  while (won - loses > 1) {
    const between = Math.floor((loses + won) / 2)
    if (await wins(between)) won = between
    else loses = between
  }
  return won
}

function byStages(results: Counted, more: ReadonlyMap<string, number>): (id: string) => Reason[] {
  const { quota, stages } = stagesOf(results)
  const { winners } = results.count.result
  const last = stages.at(-1)
  return (id) => {
    const reached = stages.findIndex(({ elected }) => elected.includes(id))
    const out = stages.findIndex(({ from, excluded }) => excluded && from === id)
    if (reached >= 0) return [{ why: 'quota', facts: { votes: stages[reached]?.totals[id] ?? 0, round: reached + 1, quota } }]
    const facts = { votes: last?.totals[id] ?? 0, round: stages.length }
    if (winners.includes(id)) return [{ why: 'vacancy', facts }]
    const lost: Reason =
      out > 0
        ? { why: 'fewest', facts: { votes: stages[out - 1]?.totals[id] ?? 0, round: out } }
        : { why: 'below', facts: { ...facts, quota } }
    const votes = more.get(id)
    return votes === undefined ? [lost] : [lost, { why: 'moreFirsts', facts: { votes } }]
  }
}
