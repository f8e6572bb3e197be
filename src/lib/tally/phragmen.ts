import { amount, breakTie, type Count, capacityOf, costOf, finish, money, nameOf, say } from './count.ts'
import type { Result } from './election.ts'
import { about, compare, exactly, type Fraction, gcd } from './fraction.ts'
import { many } from './sentences.ts'
import { type Project, papersBehind, readField } from './shares.ts'

/** What each pile's papers have paid so far, as whole numbers of 1/scale of the smallest unit. */
export interface Load {
  paid: bigint[]
  scale: bigint
}

/**
 * Phragmén's sequential rule: costs are shared among those who support an option, and the next option is the one after
 * which the most burdened supporter has paid least. (Phragmén 1894; for costs: Los, Christoff, Grossi 2022.)
 */
export function phragmen(count: Count): Result {
  const field = readField(count, 'approval')
  const load: Load = { paid: Array(field.piles).fill(0n), scale: 1n }
  const capacity = capacityOf(count)
  say(
    count,
    `Each cost is shared among the papers that support the option, so that nobody has paid much more than others. To be spent: ${amount(count, capacity)}.`,
    { figures: { capacity: money(count, capacity), left: money(count, capacity) } },
  )
  const winners = runPhragmen(count, field.projects, load, capacity)
  const support = field.projects.map((project) => String(papersBehind(project)))
  return finish(count, 'phragmen', winners, support)
}

/** Goes on choosing from `projects` where the load has got to, with `left` to spend; answers with the options chosen, in order. */
export function runPhragmen(count: Count, projects: Project[], load: Load, left: bigint): number[] {
  const winners: number[] = []
  let open = projects.filter(({ supporters }) => supporters.length > 0)
  let rest = left
  while (open.length > 0) {
    const loads = open.map((project) => ({ project, after: loadAfter(project, load) }))
    const lowest = loads.reduce((least, { after }) => (compare(after, least) < 0 ? after : least), (loads[0] as { after: Fraction }).after)
    const tied = loads.filter(({ after }) => compare(after, lowest) === 0).map(({ project }) => project)
    const fitting = tied.filter(({ cost }) => cost <= rest)
    const next = pick(count, tied, fitting, lowest)
    open = open.filter((project) => project !== next)
    if (next.cost <= rest) {
      rest -= next.cost
      winners.push(next.option)
      raise(load, next, lowest)
      tell(count, next, lowest, rest)
      continue
    }
    tellMisfit(count, next, rest)
    if (count.settings.misfit === 'stop') break
  }
  return winners
}

/** What each supporter has paid once they have bought this option and share alike. */
function loadAfter({ cost, supporters }: Project, { paid, scale }: Load): Fraction {
  let [sum, papers] = [cost * scale, 0n]
  for (const supporter of supporters) {
    sum += supporter.papers * (paid[supporter.pile] as bigint)
    papers += supporter.papers
  }
  return { n: sum, d: papers * scale }
}

function pick(count: Count, tied: Project[], fitting: Project[], after: Fraction): Project {
  const among = count.settings.misfit === 'stop' || fitting.length === 0 ? tied : fitting
  const options = among.map(({ option }) => option)
  const matters = among.length > 1 && fitting.length > 0
  const chosen = matters
    ? breakTie(count, options, 'win', `would each bring their supporters to ${about(after)} paid per paper`)
    : (count.breaker.sort(options)[0] as number)
  return among.find(({ option }) => option === chosen) as Project
}

function raise(load: Load, { supporters }: Project, after: Fraction): void {
  const common = gcd(after.n, after.d)
  const [n, d] = [after.n / common, after.d / common]
  const finer = d / gcd(d, load.scale)
  if (finer > 1n) {
    load.scale *= finer
    for (const [pile, paid] of load.paid.entries()) load.paid[pile] = paid * finer
  }
  for (const { pile } of supporters) load.paid[pile] = n * (load.scale / d)
}

function tell(count: Count, project: Project, after: Fraction, left: bigint): void {
  const { option, cost } = project
  say(
    count,
    `${nameOf(count, option)} costs ${amount(count, cost)} and is supported by ${many(papersBehind(project), 'paper')}: chosen. ${papersBehind(project) === 1n ? 'It has' : 'Each of them has'} now paid ${inUnits(count, after)}. ${amount(count, left)} left.`,
    { options: [option], figures: { cost: money(count, cost), spent: money(count, cost), left: money(count, left), load: exactly(after) } },
  )
}

function tellMisfit(count: Count, { option, cost }: Project, left: bigint): void {
  const end = count.settings.misfit === 'stop' ? ', and the count ends here' : ''
  say(
    count,
    `${nameOf(count, option)} would be next and costs ${amount(count, cost)}, which does not fit into what is left: not chosen${end}.`,
    { options: [option], figures: { cost: money(count, costOf(count, option)), spent: money(count, 0n), left: money(count, left) } },
  )
}

/** An amount for people, in the unit of the costs. */
function inUnits({ election }: Count, { n, d }: Fraction): string {
  const unit = 10n ** BigInt(election.seats === undefined ? (election.decimals ?? 0) : 0)
  return about({ n, d: d * unit })
}
