import { BadElection, checkElection } from './check.ts'
import { pilesOfPoints, prepare } from './count.ts'
import type { Election, Paper, Rule, TallyOptions } from './election.ts'
import { fixed } from './fraction.ts'
import { pbNameOf, tieRuleText } from './pb-rules.ts'

/** What the head of a .pb file says beside the election itself; the format wants all of these (https://pabulib.org/format). */
export interface PbHead {
  description: string
  country: string
  unit: string
  instance: string
  /** As 31.12.2026 or 2026. */
  date_begin: string
  date_end: string
  [more: string]: string
}

/**
 * Writes an election as a .pb file, which Pabulib's tools and `readPb` read. What was chosen is marked in the column `selected`;
 * how ties are broken, and the number of seats, stand in fields of their own (`tie_breaking`, `seats`), so that the file
 * can be recounted; for other readers seats are a budget where everything costs 1.
 * @throws BadElection where the format has no place for something: equal ranks, papers of several kinds, ids with commas
 */
export function writePb(election: Election, head: PbHead, rule: Rule, settings: TallyOptions = {}, chosen?: string[]): string {
  checkElection(election)
  const { options, seats, capacity, decimals = 0 } = election
  const kind = kindOf(election)
  const papers = election.papers.flatMap(single)
  refuseIds('option', ids(options), /[,\n\r]|^\s|\s$|^(META|PROJECTS|VOTES)$/i)
  refuseIds('paper', ids(papers), /^\s|\s$|^(META|PROJECTS|VOTES)$/i)
  if (options.some(({ withdrawn }) => withdrawn)) throw new BadElection('A .pb file has no place for an option that was withdrawn.')
  const money = (amount: number) => (seats === undefined ? fixed(BigInt(amount), decimals) : String(amount))
  const { description, country, unit, instance, date_begin, date_end, ...more } = head
  const meta: [string, string | number | undefined][] = [
    ['description', description],
    ['country', country],
    ['unit', unit],
    ['instance', instance],
    ['num_projects', options.length],
    ['num_votes', papers.length],
    ['budget', money(seats ?? capacity ?? 0)],
    ['vote_type', kind],
    ['rule', pbNameOf(rule, settings)],
    ['date_begin', date_begin],
    ['date_end', date_end],
    ...limitsOf(election, money, kind),
    ['seats', seats],
    ['min_project_score_threshold', settings.minScore],
    ['tie_breaking', settings.ties && tieRuleText(settings.ties)],
    ...Object.entries(more),
  ]
  const rows = [
    ['META'],
    ['key', 'value'],
    ...meta.filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]),
    ['PROJECTS'],
    ...projectRows(election, kind, money, chosen),
    ['VOTES'],
    kind === 'cumulative' || kind === 'scoring' ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'],
    ...papers.map(voteRow),
  ]
  return `${rows.map((fields) => fields.map(quote).join(';')).join('\n')}\n`
}

type Kind = 'approval' | 'ordinal' | 'cumulative' | 'scoring'

function kindOf({ papers, limits = {} }: Election): Kind {
  const all = (key: 'points' | 'ranks' | 'approvals') => papers.every((paper) => paper[key] !== undefined)
  const byLimits = limits.maxSum !== undefined || limits.minPoints !== undefined
  if (all('approvals') && !(papers.length === 0 && byLimits)) return 'approval'
  if (all('ranks') && papers.length > 0) return 'ordinal'
  if (!all('points')) throw new BadElection('A .pb file holds papers of one kind: all points, all ranks or all approvals.')
  return limits.maxSum !== undefined && (limits.minPoints ?? 0) >= 0 ? 'cumulative' : 'scoring'
}

/** A paper that stands for several becomes several. */
function single(paper: Paper): Paper[] {
  const { count = 1, ...one } = paper
  return count === 1 ? [one] : Array.from({ length: count }, (_, i) => ({ ...one, id: `${paper.id}.${i + 1}` }))
}

const ids = (things: { id: string }[]) => things.map(({ id }) => id)

function refuseIds(what: string, ids: string[], pattern: RegExp): void {
  const id = ids.find((candidate) => candidate === '' || pattern.test(candidate))
  if (id !== undefined) throw new BadElection(`A .pb file has no place for the id "${id}" of a ${what}.`)
}

function limitsOf({ limits = {} }: Election, money: (amount: number) => string, kind: Kind): [string, string | number | undefined][] {
  const amount = (value: number | undefined) => (value === undefined ? undefined : money(value))
  return [
    ['min_length', limits.minLength],
    ['max_length', limits.maxLength],
    ['min_sum_cost', amount(limits.minSumCost)],
    ['max_sum_cost', amount(limits.maxSumCost)],
    // Without it a score may be anything.
    ['min_points', kind === 'scoring' ? (limits.minPoints ?? 0) : limits.minPoints],
    ['max_points', limits.maxPoints],
    ['min_sum_points', limits.minSum],
    ['max_sum_points', limits.maxSum],
  ]
}

function projectRows(election: Election, kind: Kind, money: (amount: number) => string, chosen: string[] | undefined): string[][] {
  const count = prepare(election, {})
  const [votes, scores] = [count.options.map(() => 0), count.options.map(() => 0)]
  for (const { count: papers, vote } of pilesOfPoints(count))
    for (const [option, points] of vote) {
      votes[option] = (votes[option] as number) + papers
      scores[option] = (scores[option] as number) + papers * points
    }
  const withScore = kind !== 'approval'
  return [
    ['project_id', 'cost', 'votes', ...(withScore ? ['score'] : []), 'name', ...(chosen ? ['selected'] : [])],
    ...election.options.map(({ id, name, cost }, i) => [
      id,
      money(election.seats === undefined ? cost : 1),
      String(votes[i]),
      ...(withScore ? [String(scores[i])] : []),
      name,
      ...(chosen ? [chosen.includes(id) ? '1' : '0'] : []),
    ]),
  ]
}

function voteRow({ id, points, ranks, approvals = [] }: Paper): string[] {
  if (points) {
    const given = Object.entries(points).filter(([, value]) => value !== 0)
    return [id, given.map(([option]) => option).join(), given.map(([, value]) => value).join()]
  }
  if (ranks?.some((tier) => tier.length > 1)) throw new BadElection(`A .pb file has no place for equal ranks, as on paper ${id}.`)
  return [id, (ranks?.flat() ?? approvals).join()]
}

const quote = (field: string): string => (/[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
