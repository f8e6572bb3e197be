import type { Election, Limits, Option, Paper } from './election.ts'
import { fixed } from './fraction.ts'

/** An election that cannot be counted: says what and where. */
export class BadElection extends Error {
  override name = 'BadElection'
}

type OnPaper = Map<string, Option>

/** Says of papers of an election why one cannot be counted, in words that can follow "Paper X". Nothing to say means it can. */
export function paperCheck(election: Election): (paper: Paper) => string | undefined {
  const options: OnPaper = new Map(election.options.map((option) => [option.id, option]))
  const limits = election.limits ?? {}
  return ({ points, ranks, approvals, count = 1 }) => {
    if ([points, ranks, approvals].filter((vote) => vote !== undefined).length !== 1)
      return 'must have either points or ranks or approvals.'
    if (!Number.isSafeInteger(count) || count < 1) return `stands for ${count} papers; a whole number from 1 is needed.`
    const named = points ? Object.keys(points) : (approvals ?? ranks?.flat() ?? [])
    const used = points ? named.filter((id) => points[id] !== 0) : named
    return (
      whyNotNames(options, named) ??
      (points && whyNotPoints(limits, Object.entries(points))) ??
      whyNotLength(limits, used.length) ??
      whyNotCosts(election, options, used)
    )
  }
}

function whyNotNames(options: OnPaper, named: string[]): string | undefined {
  const seen = new Set<string>()
  for (const id of named) {
    if (!options.has(id)) return `names "${id}", which is not an option of this ballot.`
    if (seen.has(id)) return `names "${id}" twice.`
    seen.add(id)
  }
}

function whyNotPoints(limits: Limits, points: [string, number][]): string | undefined {
  const { minPoints = 0, maxPoints = Number.MAX_SAFE_INTEGER, minSum = -Infinity, maxSum = Number.MAX_SAFE_INTEGER } = limits
  let sum = 0
  for (const [id, value] of points) {
    if (!Number.isSafeInteger(value)) return `gives ${value} points to "${id}"; only whole points count.`
    if (value < 0 && minPoints >= 0) return `gives ${value} points to "${id}"; points cannot be negative.`
    // 0 is what every option that is not named has.
    if (value !== 0 && value < minPoints) return `gives ${value} points to "${id}", fewer than the ${minPoints} that are the least.`
    if (value > maxPoints) return `gives ${value} points to "${id}", more than the ${maxPoints} that one option may have.`
    sum += Math.abs(value)
  }
  if (sum > maxSum) return `spends ${sum} points and is over the budget of ${maxSum}.`
  if (sum < minSum) return `spends ${sum} points, fewer than the ${minSum} that are the least.`
}

function whyNotLength({ minLength = 0, maxLength = Infinity }: Limits, length: number): string | undefined {
  if (length > maxLength) return `names ${length} options, more than the ${maxLength} that are allowed.`
  if (length < minLength) return `names ${length} options, fewer than the ${minLength} that are the least.`
}

function whyNotCosts({ limits = {}, decimals = 0 }: Election, options: OnPaper, named: string[]): string | undefined {
  const { minSumCost = 0, maxSumCost = Infinity } = limits
  if (minSumCost === 0 && maxSumCost === Infinity) return
  const sum = named.reduce((total, id) => total + (options.get(id)?.cost ?? 0), 0)
  const money = (amount: number) => fixed(BigInt(amount), decimals)
  if (sum > maxSumCost) return `names options that cost ${money(sum)}, more than the ${money(maxSumCost)} that are allowed.`
  if (sum < minSumCost) return `names options that cost ${money(sum)}, less than the ${money(minSumCost)} that are the least.`
}

/** @throws BadElection unless every option and every paper can be counted, naming the first that cannot. */
export function checkElection(election: Election): void {
  const { options, papers, capacity, seats } = election
  const ids = new Set<string>()
  for (const { id, cost } of options) {
    if (ids.has(id)) throw new BadElection(`Option "${id}" is there twice.`)
    if (!isAmount(cost)) throw new BadElection(`Option "${id}" has the cost ${cost}; a whole number from 0 is needed.`)
    ids.add(id)
  }
  if (capacity !== undefined && seats !== undefined) throw new BadElection('A ballot has either a capacity or seats, not both.')
  if (!isAmount(capacity ?? 0)) throw new BadElection(`The capacity is ${capacity}; a whole number from 0 is needed.`)
  if (!isAmount(seats ?? 1) || seats === 0) throw new BadElection(`There are ${seats} seats; a whole number from 1 is needed.`)
  checkPapers(election, papers)
}

function checkPapers(election: Election, papers: Paper[]): void {
  const ids = new Set<string>()
  const whyNot = paperCheck(election)
  for (const paper of papers) {
    const why = ids.has(paper.id) ? 'is there twice.' : whyNot(paper)
    if (why) throw new BadElection(`Paper ${paper.id} ${why}`)
    ids.add(paper.id)
  }
}

const isAmount = (value: number) => Number.isSafeInteger(value) && value >= 0
