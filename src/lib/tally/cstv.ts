import { breakTie, type Count, capacityOf, costOf, everyOption, finish, money, nameOf, namesOf, say } from './count.ts'
import type { Result } from './election.ts'
import { about } from './fraction.ts'
import { drawTogether, fillPurses, type Purses, pay, precision, reachOf, supportOf } from './purses.ts'

interface State {
  count: Count
  purses: Purses
  open: number[]
  aside: number[]
  winners: number[]
  left: bigint
}

/**
 * Cumulative STV with minimal transfers (Skowron, Slinko, Szufa, Talmon: Participatory Budgeting with Cumulative Votes,
 * 2020; "minimal transfers over costs"): a paper's share of the capacity lies on its options by their points. What has its
 * cost is chosen, and what is too much goes back; if nothing has, supporters draw their money together on what lacks least.
 */
export function cstv(count: Count): Result {
  const purses = fillPurses(count)
  const first = supportOf(count, purses)
  const left = capacityOf(count)
  const state: State = {
    count,
    purses,
    open: everyOption(count).filter((option) => (first[option] as bigint) > 0n),
    aside: [],
    winners: [],
    left,
  }
  // A purse's unit is a cost's smallest unit divided by the papers.
  const papers = purses.unit / precision
  note(
    state,
    `${papers === 1n ? 'The one paper' : `Each of the ${papers} papers`} has an equal share of ${inUnits(state, left * precision)} and lays it on its options in proportion to its points.`,
    [],
  )
  while (state.open.length > 0) {
    const support = supportOf(count, purses)
    const full = state.open.filter((option) => lacks(state, option, support) <= purses.tolerance)
    if (full.length > 0) choose(state, foremost(state, full, support))
    else {
      setAside(state)
      if (state.open.length > 0) gather(state, foremost(state, state.open, support))
    }
  }
  acceptUnderSupported(state, first)
  const amounts = first.map((amount) => inUnits(state, amount))
  return finish(count, 'cstv', state.winners, amounts)
}

const lacks = ({ count, purses }: State, option: number, support: bigint[]) =>
  costOf(count, option) * purses.unit - (support[option] as bigint)

function choose(state: State, option: number): void {
  const { count, purses, winners } = state
  state.open = state.open.filter((other) => other !== option)
  const had = supportOf(count, purses)[option] as bigint
  pay(count, purses, option, new Set(state.open))
  winners.push(option)
  state.left -= costOf(count, option)
  const over = had - costOf(count, option) * purses.unit
  const back = over > purses.tolerance ? ` The ${inUnits(state, over)} beyond its cost go back to the other options of its papers.` : ''
  note(
    state,
    `${nameOf(count, option)} costs ${money(count, costOf(count, option))} and has that support: chosen.${back}`,
    [option],
    costOf(count, option),
  )
}

/** Options that their supporters could not pay even together. */
function setAside(state: State): void {
  const { count, purses } = state
  const reach = reachOf(count, purses)
  const hopeless = state.open.filter((option) => lacks(state, option, reach) > purses.tolerance)
  if (hopeless.length === 0) return
  state.open = state.open.filter((option) => !hopeless.includes(option))
  state.aside.push(...hopeless)
  const names = namesOf(count, sorted(count, hopeless))
  note(state, `${names} could not be paid even if all supporters gave everything they have: set aside.`, hopeless)
}

function gather(state: State, option: number): void {
  const { count, purses } = state
  const missing = lacks(state, option, supportOf(count, purses))
  drawTogether(count, purses, option)
  note(
    state,
    `Nothing has the support that it costs. ${nameOf(count, option)} lacks least: its supporters move ${inUnits(state, missing)} to it from their other options.`,
    [option],
  )
}

/** What is left over goes to options that were set aside, in the order of their support, as far as they fit. */
function acceptUnderSupported(state: State, first: bigint[]): void {
  const { count, purses } = state
  for (let rest = state.aside; rest.length > 0; ) {
    const support = supportOf(count, purses)
    const fitting = rest.filter((option) => costOf(count, option) <= state.left)
    if (fitting.length === 0) return
    // Of those whose supporters have nothing left, the one that had most at the beginning.
    const spent = fitting.every((option) => (support[option] as bigint) <= purses.tolerance)
    const option = foremost(state, fitting, spent ? first : support)
    rest = rest.filter((other) => other !== option)
    state.winners.push(option)
    state.left -= costOf(count, option)
    note(
      state,
      `${nameOf(count, option)} costs ${money(count, costOf(count, option))} and fits into what is left over: chosen.`,
      [option],
      costOf(count, option),
    )
  }
}

/** By support per cost, or by support beyond cost; equal are those that rounding cannot tell apart. */
function foremost(state: State, among: number[], support: bigint[]): number {
  const { count, purses } = state
  const byRatio = count.settings.next !== 'excess'
  // Zero if equal, positive if a is before b.
  const before = (a: number, b: number) => {
    if (!byRatio) return lacks(state, b, support) - lacks(state, a, support)
    return (support[a] as bigint) * costOf(count, b) - (support[b] as bigint) * costOf(count, a)
  }
  const tolerance = (a: number, b: number) => (byRatio ? purses.tolerance * (costOf(count, a) + costOf(count, b)) : purses.tolerance)
  const best = among.reduce((top, option) => (before(option, top) > 0n ? option : top))
  const equals = among.filter((option) => before(best, option) <= tolerance(best, option))
  return breakTie(count, equals, 'win', byRatio ? 'have the same support for their cost' : 'lack, or exceed their cost by, the same')
}

const sorted = (count: Count, options: number[]): number[] => [...options].sort((a, b) => (nameOf(count, a) < nameOf(count, b) ? -1 : 1))

function note(state: State, sentence: string, options: number[], spent = 0n): void {
  const { count, purses, left } = state
  const support = supportOf(count, purses)
  const totals = Object.fromEntries(
    state.open.map((option) => [count.options[option]?.id ?? '', inUnits(state, support[option] as bigint)]),
  )
  say(count, sentence, { options, totals, figures: { spent: money(count, spent), left: money(count, left) } })
}

/** An amount in the unit of the costs, for people. */
function inUnits({ count, purses }: State, amount: bigint): string {
  const { seats, decimals = 0 } = count.election
  return about({ n: amount, d: purses.unit * (seats === undefined ? 10n ** BigInt(decimals) : 1n) })
}
