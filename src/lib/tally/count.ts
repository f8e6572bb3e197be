import { BadElection } from './check.ts'
import type { Election, Option, Paper, Result, Rule, Step, TallyOptions, Tie } from './election.ts'
import { fixed } from './fraction.ts'
import { listed, type Said, sayWhole } from './sentences.ts'
import { type Breaker, tieBreaker } from './ties.ts'

/** What every rule works on: options by their place, papers that say the same in one pile, and the log it writes. */
export interface Count {
  election: Election
  options: Option[]
  breaker: Breaker
  /** Each with how it is said in other languages, as far as it is. */
  steps: (Step & { said?: Said })[]
  ties: Tie[]
  settings: TallyOptions
}

/** Papers that say the same; they have the same fate under every rule. */
export interface Pile<Vote> {
  count: number
  vote: Vote
}

/** A count that is about to begin. */
export function prepare(election: Election, settings: TallyOptions): Count {
  const options = election.options.filter((option) => !option.withdrawn)
  return { election, options, breaker: tieBreaker(options, settings.ties), steps: [], ties: [], settings }
}

/** The id of an option, which transcripts name. */
export const idOf = (count: Count, option: number): string => (count.options[option] as Option).id

/** How the log calls an option: by its name, with the id where it says more. */
export function nameOf(count: Count, option: number): string {
  const { id, name } = count.options[option] as Option
  return name === id || name === '' ? id : `${name} (${id})`
}

/** "A", "A and B", "A, B and C". */
export const namesOf = (count: Count, options: number[]): string => listed(options.map((option) => nameOf(count, option)))

/** What an option costs: of the capacity, or one seat. */
export const costOf = (count: Count, option: number): bigint =>
  count.election.seats === undefined ? BigInt((count.options[option] as Option).cost) : 1n

/** What may be spent: the capacity, or a seat each. @throws BadElection where the election has neither. */
export function capacityOf({ election: { capacity, seats } }: Count): bigint {
  const most = seats ?? capacity
  if (most === undefined) throw new BadElection('This rule needs a capacity or a number of seats.')
  return BigInt(most)
}

/** An amount in the unit of the costs, with its decimals. */
export const money = (count: Count, units: bigint): string =>
  fixed(units, count.election.seats === undefined ? (count.election.decimals ?? 0) : 0)

/** An amount for people: so many seats, or so much in the unit of the costs. */
export function amount(count: Count, units: bigint): string {
  if (count.election.seats === undefined) return money(count, units)
  return units === 1n ? '1 seat' : `${units} seats`
}

/** The same, for a sentence that is kept. */
export const amountSaid = (count: Count, units: bigint): string | Said =>
  count.election.seats === undefined ? money(count, units) : { say: 'seats', n: Number(units) }

/** The options by their index. */
export const everyOption = (count: Count): number[] => count.options.map((_, i) => i)

/** Writes one step; `options` by their place. */
export function say(
  count: Count,
  sentence: string | Said,
  { options, ...more }: Omit<Step, 'text' | 'options'> & { options?: number[] } = {},
): void {
  const words = typeof sentence === 'string' ? { text: sentence } : { text: sayWhole(sentence), said: sentence }
  count.steps.push({ ...words, ...(options && { options: options.map((option) => idOf(count, option)) }), ...more })
}

/** Writes that there was a tie. */
export const sayTie = (count: Count, among: number[], why: string | Said, how: Said, chosen: number): void =>
  say(
    count,
    { say: 'tie', names: among.map((option) => nameOf(count, option)), why, how, chosen: nameOf(count, chosen) },
    { options: among },
  )

/** Takes one of the tied, by the rule set before, and tells of the tie. @param why completes "A and B …". */
export function breakTie(count: Count, tied: number[], purpose: Tie['for'], why: string | Said): number {
  const { breaker } = count
  const chosen = purpose === 'exclusion' ? breaker.out(tied) : (breaker.sort(tied)[0] as number)
  if (tied.length > 1) {
    // Named in an order of their own, so that the report does not depend on the order of the options.
    const among = [...tied].sort((a, b) => (idOf(count, a) < idOf(count, b) ? -1 : 1))
    count.ties.push({
      step: count.steps.length,
      among: among.map((option) => idOf(count, option)),
      chosen: idOf(count, chosen),
      for: purpose,
      how: sayWhole(breaker.how),
    })
    sayTie(count, among, why, breaker.how, chosen)
  }
  return chosen
}

/** Takes over the ties of a count that was made on the side, with their steps; those told already are not told again. */
export function tellTiesOf(count: Count, { ties, steps }: Pick<Count, 'ties' | 'steps'>): void {
  for (const tie of ties) {
    const key = tieKey(tie)
    if (count.ties.some((told) => tieKey(told) === key)) continue
    count.ties.push({ ...tie, step: count.steps.length })
    count.steps.push(steps[tie.step] as Step)
  }
}

const tieKey = ({ among, chosen, for: purpose }: Tie) => JSON.stringify([among, chosen, purpose])

/** The result of a count, with what the winners cost and what each option ended with. */
export function finish(
  count: Count,
  rule: Rule,
  winners: number[],
  totals: string[],
  more: Record<string, string | number | string[] | Record<string, string>> = {},
): Result {
  const { election, steps, ties } = count
  const cost = winners.reduce((sum, option) => sum + costOf(count, option), 0n)
  const most = election.seats ?? election.capacity
  return {
    rule,
    winners: winners.map((option) => idOf(count, option)),
    ties,
    steps: steps.map(({ said: _, ...step }) => step),
    said: steps.map(({ said }) => said ?? null),
    figures: {
      papers: election.papers.reduce((sum, { count: n = 1 }) => sum + n, 0),
      totals: totalsOf(count, totals),
      cost: money(count, cost),
      capacity: most === undefined ? '' : money(count, BigInt(most)),
      ...more,
    },
  }
}

/** Totals by the ids of their options. */
export const totalsOf = (count: Count, totals: string[]): Record<string, string> =>
  Object.fromEntries(totals.map((total, option) => [idOf(count, option), total]))

/** Puts papers that say the same on one pile. */
function pile<Vote>(count: Count, read: (paper: Paper, places: Map<string, number>) => Vote): Pile<Vote>[] {
  const places = new Map(count.options.map(({ id }, i) => [id, i]))
  const piles = new Map<string, Pile<Vote>>()
  for (const paper of count.election.papers) {
    const vote = read(paper, places)
    const key = JSON.stringify(vote)
    const same = piles.get(key)
    if (same) same.count += paper.count ?? 1
    else piles.set(key, { count: paper.count ?? 1, vote })
  }
  return [...piles.values()]
}

/**
 * Points for options, none for the others. An approval is one point; a place in a ranking has as many points as there are
 * places from it downwards (Borda; Pabulib counts ordinal votes so), where the number of places is the longest ranking allowed.
 */
export function pilesOfPoints(count: Count): Pile<[option: number, points: number][]>[] {
  const places = count.election.limits?.maxLength ?? count.election.options.length
  return pile(count, (paper, place) => {
    const points = paper.points
      ? Object.entries(paper.points)
      : (paper.approvals?.map((id) => [id, 1] as const) ?? borda(paper.ranks ?? [], places))
    return points
      .map(([id, value]) => [place.get(id) ?? -1, value] as [number, number])
      .filter(([option, value]) => option >= 0 && value !== 0)
      .sort(([a], [b]) => a - b)
  })
}

function borda(ranks: string[][], places: number): (readonly [string, number])[] {
  let above = 0
  return ranks.flatMap((tier) => {
    const points = places - above
    above += tier.length
    return tier.map((id) => [id, points] as const)
  })
}

/** Tiers of equals, best first. Points rank by their number, what has none is not ranked; all that is approved is equal. */
export function pilesOfRanks(count: Count): Pile<number[][]>[] {
  return pile(count, (paper, place) =>
    tiersOf(paper)
      .map((tier) =>
        tier
          .map((id) => place.get(id) ?? -1)
          .filter((option) => option >= 0)
          .sort((a, b) => a - b),
      )
      .filter((tier) => tier.length > 0),
  )
}

function tiersOf({ ranks, approvals, points }: Paper): string[][] {
  if (ranks) return ranks
  if (!points) return [approvals ?? []]
  const tiers = new Map<number, string[]>()
  for (const [id, value] of Object.entries(points)) if (value > 0) tiers.set(value, [...(tiers.get(value) ?? []), id])
  return [...tiers].sort(([a], [b]) => b - a).map(([, tier]) => tier)
}

/** Who is approved: what is approved, has points, or stands in the first places of the ranking (see `approve`). */
export function pilesOfApprovals(count: Count): Pile<number[]>[] {
  const { approve = Infinity } = count.settings
  return pile(count, (paper, place) => {
    const tiers = tiersOf(paper)
    const named: string[] = []
    // A tier that begins within the places counts whole: equals are not torn apart.
    for (const tier of tiers) if (!paper.ranks || named.length < approve) named.push(...tier)
    return named
      .map((id) => place.get(id) ?? -1)
      .filter((option) => option >= 0)
      .sort((a, b) => a - b)
  })
}
