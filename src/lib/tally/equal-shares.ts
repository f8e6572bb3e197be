import { BadElection } from './check.ts'
import {
  amount,
  amountSaid,
  breakTie,
  type Count,
  capacityOf,
  costOf,
  finish,
  money,
  nameOf,
  pilesOfPoints,
  prepare,
  say,
  tellTiesOf,
  totalsOf,
} from './count.ts'
import type { Election, Result, TallyOptions } from './election.ts'
import { about, add, exactly, type Fraction, least, most } from './fraction.ts'
import { chooseGreedily } from './greedy.ts'
import { runPhragmen } from './phragmen.ts'
import type { Said } from './sentences.ts'
import { buy, type Field, moneyBehind, type Price, type Project, type Purse, papersBehind, readField, type Teller } from './shares.ts'

/**
 * Method of Equal Shares: each paper gets the same share of the capacity and spends it only on what it supports. What gives its
 * supporters most for their money is bought first, its cost shared in proportion to what it is worth to them.
 */
export function equalShares(count: Count): Result {
  const field = fieldOf(count)
  const share = { n: capacityOf(count), d: field.papers }
  const { bought, purse } = record(count, field, share)
  const more = count.settings.completion === 'phragmen' ? complete(count, field, share, bought, purse) : []
  return conclude(count, 'equal-shares', field, [...bought, ...more], { share: exactly(share) })
}

/**
 * Equal Shares with the completion "add 1": as Equal Shares seldom spends all, the share of each paper is raised step by
 * step until what it buys would not fit into the capacity any more; the outcome before that counts.
 */
export function equalSharesAdd1(count: Count): Result {
  const field = fieldOf(count)
  const capacity = capacityOf(count)
  const first = { n: capacity, d: field.papers }
  const supported = field.projects.filter(({ supporters }) => supporters.length > 0).map(({ option }) => option)
  if (costOfAll(count, supported) <= capacity) {
    say(count, { say: 'allFits' })
    const { bought } = record(count, field, { n: capacity, d: 1n })
    return conclude(count, 'equal-shares-add1', field, bought, { share: exactly(first) })
  }
  // A tie on the way could decide when it ends, so it is told as well.
  const aside = { ...count, steps: [], ties: [] }
  let share: Fraction = first
  let raises = 0
  for (;;) {
    const next = raise(count, share, raises)
    if (costOfAll(count, buy(field, next, tieTeller(aside)).bought) > capacity) break
    share = next
    raises++
  }
  say(
    count,
    { say: 'raised', times: raises, from: inUnits(count, first), to: inUnits(count, share) },
    { figures: { raises: String(raises), share: exactly(share) } },
  )
  const { bought } = record(count, field, share)
  tellTiesOf(count, aside)
  return conclude(count, 'equal-shares-add1', field, bought, { share: exactly(share), raises })
}

/**
 * What the supporters of each option have left together once nothing more can be bought, in the unit of the costs, cut off after one
 * decimal: why an option was not bought.
 * @param share of each paper, as the result of the count has it
 */
export function leftBehind(election: Election, settings: TallyOptions, share: string): Record<string, string> {
  const count = prepare(election, settings)
  const field = fieldOf(count)
  const [n = '0', d = '1'] = share.split('/')
  const { purse } = buy(field, { n: BigInt(n), d: BigInt(d) }, tieTeller(count))
  const behind = field.projects.map((project) => about({ n: moneyBehind(project, purse), d: purse.scale * unitOf(election) }, 1))
  return totalsOf(count, behind)
}

// One unit of money, as the name says; but a hundredth of the share where that is less, and where units would take for ever.
function raise({ settings, election }: Count, share: Fraction, raises: number): Fraction {
  if (settings.increment !== undefined && settings.increment < 1) throw new BadElection('The increment must be at least 1.')
  if (settings.increment !== undefined) return add(share, { n: BigInt(settings.increment), d: 1n })
  const unit = unitOf(election)
  const hundredth = { n: share.n, d: share.d * 100n }
  const byUnits = share.n === 0n || (unit * share.d * 100n <= share.n && raises < 10_000)
  return add(share, byUnits ? { n: unit, d: 1n } : hundredth)
}

// Points are worth what they are; an approval says only that money is well spent, so it is worth the cost.
function fieldOf(count: Count): Field {
  const approvals = count.election.papers.every(({ approvals }) => approvals !== undefined)
  return readField(count, count.settings.utility ?? (approvals ? 'cost' : 'points'))
}

/** One run that writes the log. */
function record(count: Count, field: Field, share: Fraction): { bought: number[]; purse: Purse } {
  const unit = unitOf(count.election)
  let left = { n: share.n * field.papers, d: share.d * unit }
  say(
    count,
    { say: 'share', papers: Number(field.papers), share: inUnits(count, share) },
    { figures: { share: exactly({ n: share.n, d: share.d * unit }), left: exactly(left) } },
  )
  return buy(field, share, {
    ...tieTeller(count),
    bought: (project, price, scale) => {
      left = add(left, { n: -project.cost, d: unit })
      const cost = money(count, project.cost)
      say(count, sentence(count, project, price, scale), {
        options: [project.option],
        figures: { cost, spent: cost, left: exactly(left), price: exactly(price.perUtility) },
      })
    },
  })
}

const tieTeller = (count: Count): Teller => ({
  tie: (tied, price) => breakTie(count, tied, 'win', { say: 'worthAlike', price: about(price.perUtility, 6) }),
})

function sentence(count: Count, project: Project, { numerator, weight }: Price, scale: bigint): Said {
  const worths = project.supporters.map(({ worth }) => worth)
  const [smallest, alike] = [least(worths), least(worths) === most(worths)]
  const pays = inUnits(count, { n: numerator * (alike ? smallest : 1n), d: weight * scale })
  const [name, cost, papers] = [nameOf(count, project.option), amountSaid(count, project.cost), Number(papersBehind(project))]
  return { say: 'bought', name, cost, papers, pays, byPoint: !alike }
}

/** What is left over is spent by Phragmén's rule, beginning from what each paper has paid. */
function complete(count: Count, field: Field, share: Fraction, bought: number[], { money: purses, scale }: Purse): number[] {
  const left = capacityOf(count) - costOfAll(count, bought)
  say(
    count,
    `No option can be paid by its supporters any more. What is left over, ${amount(count, left)}, is spent by Phragmén's rule, where each paper starts from what it has paid.`,
  )
  const endowment = (share.n * scale) / share.d
  const unbought = field.projects.filter(({ option }) => !bought.includes(option))
  return runPhragmen(count, unbought, { paid: purses.map((amount) => endowment - amount), scale }, left)
}

/** The comparison step, where it is set: greedy's outcome is taken if more papers get more of what they support by it. */
function conclude(
  count: Count,
  rule: 'equal-shares' | 'equal-shares-add1',
  field: Field,
  bought: number[],
  more: Record<string, string | number>,
): Result {
  const spent = costOfAll(count, bought)
  say(
    count,
    { say: 'allSpent', spent: money(count, spent), amount: amountSaid(count, capacityOf(count)) },
    { figures: { spent: money(count, spent), capacity: money(count, capacityOf(count)) } },
  )
  const support = field.projects.map((project) => String(papersBehind(project)))
  if (!count.settings.comparison) return finish(count, rule, bought, support, more)

  const greedy = chooseGreedily(count)
  const votes = compareOutcomes(count, bought, greedy)
  const better = votes.greedy > votes.shares
  say(
    count,
    { say: 'compared', ...votes, better },
    { figures: { shares: String(votes.shares), greedy: String(votes.greedy) }, options: better ? greedy : bought },
  )
  return finish(count, rule, better ? greedy : bought, support, { ...more, preferShares: votes.shares, preferGreedy: votes.greedy })
}

function compareOutcomes(count: Count, shares: number[], greedy: number[]): { shares: number; greedy: number } {
  const [byShares, byGreedy] = [new Set(shares), new Set(greedy)]
  const votes = { shares: 0, greedy: 0 }
  for (const { count: papers, vote } of pilesOfPoints(count)) {
    const gets = (chosen: Set<number>) => vote.reduce((sum, [option, points]) => sum + (chosen.has(option) ? points : 0), 0)
    const difference = gets(byShares) - gets(byGreedy)
    if (difference > 0) votes.shares += papers
    if (difference < 0) votes.greedy += papers
  }
  return votes
}

const costOfAll = (count: Count, options: number[]): bigint => options.reduce((sum, option) => sum + costOf(count, option), 0n)

const unitOf = ({ seats, decimals = 0 }: Count['election']): bigint => (seats === undefined ? 10n ** BigInt(decimals) : 1n)

const inUnits = ({ election }: Count, { n, d }: Fraction): string => about({ n, d: d * unitOf(election) })
