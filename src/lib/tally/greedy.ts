import {
  amountSaid,
  breakTie,
  type Count,
  capacityOf,
  costOf,
  finish,
  idOf,
  money,
  nameOf,
  pilesOfPoints,
  say,
  tellTiesOf,
} from './count.ts'
import type { Result } from './election.ts'
import type { Said } from './sentences.ts'

/**
 * Greedy by points: the option with most points first, then the next, as long as the capacity reaches.
 * What does not fit is passed over, or ends the count (`misfit`); what has less than `minScore` is not considered.
 */
export function greedy(count: Count): Result {
  const sums = addPoints(count)
  const { minScore = 0 } = count.settings
  say(
    count,
    { say: 'addedUp', amount: amountSaid(count, capacityOf(count)) },
    { figures: { capacity: money(count, capacityOf(count)), left: money(count, capacityOf(count)) } },
  )
  const winners = fill(
    count,
    sums,
    (sum) => sum > 0 && sum >= minScore,
    minScore > 0 ? { say: 'tooFew', least: minScore } : { say: 'unasked' },
  )
  return finish(count, 'greedy', winners, sums.map(String))
}

/** What greedy selection would choose; of its log only the ties are told. */
export function chooseGreedily(count: Count): number[] {
  const aside = { ...count, steps: [], ties: [] }
  const winners = fill(aside, addPoints(count), (sum) => sum > 0, { say: 'unasked' })
  tellTiesOf(count, aside)
  return winners
}

/**
 * Score with "no": points are added up, a "no" is a negative point. Who has no more yes than no cannot win,
 * whatever is free; the others win in the order of their sums, one where neither seats nor a capacity are given.
 */
export function score(count: Count): Result {
  if (count.election.seats === undefined && count.election.capacity === undefined)
    return score({ ...count, election: { ...count.election, seats: 1 } })
  const sums = addPoints(count)
  const sides = count.options.map(() => ({ yes: 0, no: 0 }))
  for (const { count: papers, vote } of pilesOfPoints(count))
    for (const [option, points] of vote) (sides[option] as { yes: number; no: number })[points > 0 ? 'yes' : 'no'] += papers
  say(count, { say: 'addedUpWithNo' }, { figures: { capacity: money(count, capacityOf(count)), left: money(count, capacityOf(count)) } })
  const winners = fill(count, sums, (sum) => sum > 0, { say: 'noMoreYes' })
  const sideOf = (side: 'yes' | 'no') => Object.fromEntries(sides.map((sum, i) => [idOf(count, i), String(sum[side])]))
  return finish(count, 'score', winners, sums.map(String), { yes: sideOf('yes'), no: sideOf('no') })
}

/** The sum of the points of each option. */
function addPoints(count: Count): number[] {
  const sums = count.options.map(() => 0)
  for (const { count: papers, vote } of pilesOfPoints(count))
    for (const [option, points] of vote) sums[option] = (sums[option] as number) + points * papers
  return sums
}

/** Takes options by their sums, the highest first, until the capacity is used up; answers with those taken, in order. */
function fill(count: Count, sums: number[], enough: (sum: number) => boolean, tooLittle: Said): number[] {
  const state = { winners: [] as number[], left: capacityOf(count), open: true }
  for (const equals of bySum(sums)) {
    const sum = sums[equals[0] as number] as number
    if (enough(sum)) takeEquals(count, state, equals, sum)
    else for (const option of count.breaker.sort(equals)) tell(count, option, sum, tooLittle, 0n, state.left)
  }
  return state.winners
}

function takeEquals(count: Count, state: { winners: number[]; left: bigint; open: boolean }, equals: number[], sum: number): void {
  for (let rest = equals; rest.length > 0; ) {
    const next = state.open ? pick(count, rest, sum, state.left) : (rest[0] as number)
    const cost = costOf(count, next)
    rest = rest.filter((option) => option !== next)
    if (!state.open) tell(count, next, sum, { say: 'ended' }, 0n, state.left)
    else if (cost <= state.left) {
      state.winners.push(next)
      state.left -= cost
      tell(count, next, sum, { say: 'chosen', left: amountSaid(count, state.left) }, cost, state.left)
    } else {
      state.open = count.settings.misfit !== 'stop'
      tell(count, next, sum, { say: 'misfit', ends: !state.open }, 0n, state.left)
    }
  }
}

// Equal sums are a tie only where their order decides: when those that fit do not fit together.
function pick(count: Count, equals: number[], sum: number, left: bigint): number {
  const fitting = equals.filter((option) => costOf(count, option) <= left)
  const rivals = count.settings.misfit === 'stop' && fitting.length > 0 ? equals : fitting
  const needed = rivals.reduce((total, option) => total + costOf(count, option), 0n)
  if (needed <= left) return count.breaker.sort(rivals.length > 0 ? rivals : equals)[0] as number
  return breakTie(count, rivals, 'win', { say: 'notAllFit', points: sum })
}

function tell(count: Count, option: number, sum: number, outcome: Said, spent: bigint, left: bigint): void {
  const cost = money(count, costOf(count, option))
  say(
    count,
    { say: 'has', name: nameOf(count, option), points: sum, ...(count.election.seats === undefined && { cost }), outcome },
    { options: [option], figures: { points: String(sum), cost, spent: money(count, spent), left: money(count, left) } },
  )
}

/** Groups of options with equal sums, the highest first. */
function bySum(sums: number[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const [option, sum] of sums.entries()) groups.set(sum, [...(groups.get(sum) ?? []), option])
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
}
