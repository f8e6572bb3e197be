import { BadElection } from '../../lib/tally/check.ts'
import {
  type Election,
  type Paper,
  type Result,
  type Rule,
  type TallyOptions,
  type TieRule,
  rules as tallyRules,
} from '../../lib/tally/election.ts'
import { tally } from '../../lib/tally/tally.ts'
import type { Ballot, BallotOption } from '../core/queries.ts'
import type { Vote } from '../papers/rules.ts'
import { leastInSegment, regionOf } from '../rules.ts'

/** A paper as it is counted. */
export interface CountedPaper {
  receipt: string
  vote: Vote
}

type Counting = Pick<Ballot, 'form' | 'budget' | 'most' | 'capacity' | 'seats' | 'title' | 'settings' | 'ties' | 'tieOrder'>

/** The papers of a ballot as an election that `tally` counts; ids are the numbers of the options. */
export function electionOf(ballot: Counting, options: Pick<BallotOption, 'number' | 'title' | 'cost'>[], papers: CountedPaper[]): Election {
  const size = ballot.seats !== null ? { seats: ballot.seats } : ballot.capacity !== null ? { capacity: ballot.capacity } : { seats: 1 }
  return {
    title: ballot.title,
    options: options.map(({ number, title, cost }) => ({ id: String(number), name: title, cost: cost ?? 1 })),
    papers: papers.map(({ receipt, vote }) => paperOf(ballot, receipt, vote)),
    ...size,
    ...(ballot.form === 'points'
      ? {
          limits: {
            ...(ballot.budget === null ? {} : { maxSum: ballot.budget }),
            ...(ballot.most === null ? {} : { maxPoints: ballot.most }),
          },
        }
      : ballot.form === 'yes_no'
        ? { limits: { minPoints: -1, maxPoints: 1, maxSum: 1 } }
        : {}),
  }
}

function paperOf({ form }: Counting, id: string, vote: Vote): Paper {
  if (form === 'ranks') return { id, ranks: (vote.ranks ?? []).map((number) => [number]) }
  if (form === 'yes_no') return { id, points: vote.choice === 'yes' ? { 1: 1 } : vote.choice === 'no' ? { 1: -1 } : {} }
  return { id, points: vote.points ?? {} }
}

/** How ties are broken, as `tally` takes it. */
export const tieRuleOf = ({ ties, tieOrder }: Counting, seed: string): TieRule =>
  ties === 'lot' ? { by: 'lot', seed } : { by: 'order', ...(tieOrder.length > 0 ? { order: tieOrder.map(String) } : {}) }

/** The settings that were chosen before the round. */
export const settingsOf = (ballot: Counting, seed: string): TallyOptions => ({
  ...(ballot.settings as TallyOptions),
  ties: tieRuleOf(ballot, seed),
})

/** Is this the name of a rule of counting? */
export const isRule = (name: string): name is Rule => tallyRules.some((rule) => rule === name)

/**
 * Counts by one rule.
 * @returns undefined where the rule needs what the ballot does not have (seats, say)
 */
export function countBy(rule: string, election: Election, settings: TallyOptions): Result | undefined {
  if (!isRule(rule)) return undefined
  try {
    return tally(rule, election, settings)
  } catch (error) {
    if (error instanceof BadElection) return undefined
    throw error
  }
}

/** One voter's paper while it is still known whose it is. */
export interface KnownPaper extends CountedPaper {
  country: string | null
  size: string
  consortium: string
}

export interface Segment {
  name: string
  papers: number
  /** Of the points or first places that this segment gave, by option. */
  given: Record<string, number>
  /** Of its points, how much went to what won, 0 to 1. */
  onWinners: number
}

export interface Account {
  voters: number
  cast: number
  blank: number
  changed: number
  late: number
  spoilt: number
  unreadable: number
  segments: { size: Segment[]; region: Segment[]; consortium: Segment[] }
  /** How many papers saw how much of their points on winners: none, up to a quarter, a half, three quarters, all. */
  got: number[]
}

const weightsOf = (vote: Vote): [string, number][] =>
  vote.points
    ? Object.entries(vote.points).filter(([, value]) => value > 0)
    : (vote.ranks ?? []).map((number, place, all) => [number, all.length - place])

/** The part of what a paper gives that went to winners, 0 to 1; undefined for a blank one. */
export function gotOf(vote: Vote, winners: ReadonlySet<string>): number | undefined {
  const weights = weightsOf(vote)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return total === 0 ? undefined : weights.reduce((sum, [number, weight]) => sum + (winners.has(number) ? weight : 0), 0) / total
}

/** Segments of papers by one fact; those with too few papers are told together, so that none tells who gave what. */
export function segmentsBy(papers: KnownPaper[], nameOf: (paper: KnownPaper) => string, winners: ReadonlySet<string>): Segment[] {
  const groups = new Map<string, KnownPaper[]>()
  for (const paper of papers) groups.set(nameOf(paper), [...(groups.get(nameOf(paper)) ?? []), paper])
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const large = sorted.filter(([, of]) => of.length >= leastInSegment)
  const rest = sorted.filter(([, of]) => of.length < leastInSegment).flatMap(([, of]) => of)
  // What is left over would be known by subtraction, so it must be large enough too.
  while (rest.length > 0 && rest.length < leastInSegment && large.length > 0) rest.push(...(large.pop()?.[1] ?? []))
  const kept = rest.length >= leastInSegment ? [...large, ['Others', rest] as [string, KnownPaper[]]] : large
  return kept.length < 2 ? [] : kept.map(([name, of]) => segmentOf(name, of, winners))
}

function segmentOf(name: string, papers: KnownPaper[], winners: ReadonlySet<string>): Segment {
  const given: Record<string, number> = {}
  let [sum, won] = [0, 0]
  for (const { vote } of papers)
    for (const [number, weight] of weightsOf(vote)) {
      given[number] = (given[number] ?? 0) + weight
      sum += weight
      if (winners.has(number)) won += weight
    }
  return { name, papers: papers.length, given, onWinners: sum === 0 ? 0 : Math.round((won / sum) * 1000) / 1000 }
}

const sizeWords: Record<string, string> = { small: 'Small institutions', medium: 'Medium institutions', large: 'Large institutions' }

/** What can be said of groups of papers before their links are deleted. */
export function segmentAll(papers: KnownPaper[], winners: string[]): Pick<Account, 'segments' | 'got'> {
  const won = new Set(winners)
  const got = [0, 0, 0, 0, 0]
  for (const { vote } of papers) {
    const share = gotOf(vote, won)
    if (share !== undefined) got[Math.ceil(share * 4)] = (got[Math.ceil(share * 4)] ?? 0) + 1
  }
  return {
    got,
    segments: {
      size: segmentsBy(papers, (paper) => sizeWords[paper.size] ?? 'Size not given', won),
      region: segmentsBy(papers, (paper) => regionOf(paper.country), won),
      consortium: segmentsBy(papers, (paper) => paper.consortium || 'In no consortium', won),
    },
  }
}

export interface OptionFigures {
  number: string
  /** Points, or for an order the papers that name it. */
  total: number
  supporters: number
  /** Papers that put at least a fifth of their points on it, or rank it first. */
  musts: number
  /** Of the points over all papers that are not blank. */
  variance: number
}

/** What the published papers say of each option. */
export function figuresOf(options: { number: number }[], papers: CountedPaper[]): OptionFigures[] {
  const filled = papers.filter(({ vote }) => weightsOf(vote).length > 0)
  return options.map(({ number }) => {
    const id = String(number)
    const values = filled.map(({ vote }) => (vote.points ? (vote.points[id] ?? 0) : vote.ranks?.includes(id) ? 1 : 0))
    const total = values.reduce((sum, value) => sum + value, 0)
    const mean = filled.length === 0 ? 0 : total / filled.length
    const musts = filled.filter(({ vote }, i) =>
      vote.points
        ? (values[i] as number) > 0 && (values[i] as number) * 5 >= Object.values(vote.points).reduce((a, b) => a + b, 0)
        : vote.ranks?.[0] === id,
    ).length
    const variance = filled.length === 0 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / filled.length
    return { number: id, total, supporters: values.filter((value) => value > 0).length, musts, variance: Math.round(variance * 100) / 100 }
  })
}

/** What an option of a ballot is called; its number where there is none. */
export const titleOf = ({ options }: { options: { number: number; title: string }[] }, number: string): string =>
  options.find((option) => String(option.number) === number)?.title ?? number
