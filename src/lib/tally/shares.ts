import { type Count, costOf, everyOption, pilesOfApprovals, pilesOfPoints } from './count.ts'
import type { TallyOptions } from './election.ts'
import { approximate, compare, type Fraction, gcd } from './fraction.ts'

/** Who supports an option: a pile of papers and what the option is worth to each of them, relative to the others. */
interface Supporter {
  pile: number
  papers: bigint
  worth: bigint
}

export interface Project {
  option: number
  cost: bigint
  supporters: Supporter[]
  /** What one unit of `worth` stands for. */
  unit: bigint
}

/** The money of each pile's papers, as whole numbers of 1/scale of the smallest unit. */
export interface Purse {
  money: bigint[]
  scale: bigint
}

/** What an option costs its supporters: each pays price × worth, or all they have. `perUtility` compares options. */
export interface Price {
  numerator: bigint
  weight: bigint
  perUtility: Fraction
}

export interface Field {
  projects: Project[]
  /** Those that have support and cost nothing. */
  free: Project[]
  piles: number
  papers: bigint
}

type Utility = NonNullable<TallyOptions['utility']>

/** Who supports what, and what it is worth to them: its points, its cost, or the same whatever it is. */
export function readField(count: Count, utility: Utility): Field {
  const piles =
    utility === 'points'
      ? pilesOfPoints(count)
      : pilesOfApprovals(count).map(({ count: papers, vote }) => ({ count: papers, vote: vote.map((option) => [option, 1]) }))
  const projects = everyOption(count).map((option): Project => {
    const cost = costOf(count, option)
    return { option, cost, supporters: [], unit: utility === 'cost' ? cost : 1n }
  })
  for (const [pile, { count: papers, vote }] of piles.entries())
    for (const [option = 0, points = 0] of vote)
      if (points > 0) projects[option]?.supporters.push({ pile, papers: BigInt(papers), worth: BigInt(points) })
  const free = count.breaker
    .sort(everyOption(count))
    .map((option) => projects[option] as Project)
    .filter(({ cost, supporters }) => cost === 0n && supporters.length > 0)
  return { projects, free, piles: piles.length, papers: piles.reduce((sum, { count: papers }) => sum + BigInt(papers), 0n) }
}

/** The papers behind an option. */
export const papersBehind = ({ supporters }: Project): bigint => supporters.reduce((sum, { papers }) => sum + papers, 0n)

/** What the supporters can give, in 1/scale of the smallest unit. */
export const moneyBehind = (project: Project, purse: Purse): bigint =>
  project.supporters.reduce((sum, { pile, papers }) => sum + papers * (purse.money[pile] as bigint), 0n)

/**
 * The lowest price at which the supporters pay the cost together, where who has less gives all they have;
 * undefined where they cannot. (Peters, Pierczyński, Skowron: Proportional Participatory Budgeting with Additive Utilities, 2021.)
 */
function priceOf(project: Project, purse: Purse): Price | undefined {
  let numerator = project.cost * purse.scale
  if (moneyBehind(project, purse) < numerator) return
  let rich = project.supporters
  let weight = rich.reduce((sum, { papers, worth }) => sum + papers * worth, 0n)
  for (;;) {
    const [still, poor] = [[] as Supporter[], [] as Supporter[]]
    for (const supporter of rich)
      ((purse.money[supporter.pile] as bigint) * weight < numerator * supporter.worth ? poor : still).push(supporter)
    if (poor.length === 0) return { numerator, weight, perUtility: { n: numerator, d: purse.scale * weight * project.unit } }
    for (const { pile, papers, worth } of poor) {
      numerator -= papers * (purse.money[pile] as bigint)
      weight -= papers * worth
    }
    rich = still
  }
}

/** Takes the price from the supporters' purses; the scale is refined so that all amounts stay whole. */
function pay(project: Project, price: Price, purse: Purse): void {
  const common = gcd(price.numerator, price.weight)
  const [step, finer] = [price.numerator / common, price.weight / common]
  if (finer > 1n) {
    purse.scale *= finer
    for (const [pile, amount] of purse.money.entries()) purse.money[pile] = amount * finer
  }
  for (const { pile, worth } of project.supporters) {
    const [has, due] = [purse.money[pile] as bigint, step * worth]
    purse.money[pile] = has < due ? 0n : has - due
  }
}

interface Candidate {
  project: Project
  /** What it cost per utility when last computed; purses only get lighter, so it can only have risen. */
  bound: Fraction
  near: number
}

/** Breaks the ties of a run, and is told of each purchase, with the scale of the price's numerator. */
export interface Teller {
  tie(tied: number[], price: Price): number
  bought?(project: Project, price: Price, scale: bigint): void
}

/** One run with a fixed share for each paper. Answers with the options bought, in order, and what is left in the purses. */
export function buy(field: Field, share: Fraction, teller: Teller): { bought: number[]; purse: Purse } {
  const purse: Purse = { money: Array(field.piles).fill(share.n), scale: share.d }
  const bought: number[] = []
  let candidates: Candidate[] = field.projects
    .filter(({ supporters, cost }) => supporters.length > 0 && cost > 0n)
    .map((project) => ({ project, bound: { n: 0n, d: 1n }, near: 0 }))
  for (const project of field.free) {
    teller.bought?.(project, { numerator: 0n, weight: 1n, perUtility: { n: 0n, d: 1n } }, purse.scale)
    bought.push(project.option)
  }
  for (;;) {
    const best = cheapest(candidates, purse)
    candidates = best.candidates
    const [first] = best.found
    if (!first) return { bought, purse }
    const tied = best.found.map(({ project }) => project.option)
    const option = tied.length === 1 ? first.project.option : teller.tie(tied, first.price)
    const { project, price } = best.found.find((entry) => entry.project.option === option) ?? first
    teller.bought?.(project, price, purse.scale)
    pay(project, price, purse)
    bought.push(option)
    candidates = candidates.filter((candidate) => candidate.project !== project)
  }
}

/** The options with the lowest price per utility, and the candidates that can still be paid for. */
function cheapest(candidates: Candidate[], purse: Purse): { found: { project: Project; price: Price }[]; candidates: Candidate[] } {
  let found: { project: Project; price: Price }[] = []
  let lowest: Fraction | undefined
  const affordable: Candidate[] = []
  // The order is only for speed: who was cheap is likely to be cheap, and then the others need no second look.
  for (const candidate of candidates.sort((a, b) => a.near - b.near)) {
    if (lowest && compare(candidate.bound, lowest) > 0) {
      affordable.push(candidate)
      continue
    }
    const price = priceOf(candidate.project, purse)
    if (!price) continue
    affordable.push({ project: candidate.project, bound: price.perUtility, near: approximate(price.perUtility) })
    const higher = lowest ? compare(price.perUtility, lowest) : -1
    if (higher < 0) [found, lowest] = [[{ project: candidate.project, price }], price.perUtility]
    else if (higher === 0) found.push({ project: candidate.project, price })
  }
  return { found, candidates: affordable }
}
