import type { Said } from './sentences.ts'

/** The rules that `tally` knows by name. */
export const rules = [
  'greedy',
  'equal-shares',
  'equal-shares-add1',
  'phragmen',
  'cstv',
  'scottish-stv',
  'meek',
  'schulze',
  'score',
] as const
export type Rule = (typeof rules)[number]

/** What can be chosen: a request with its cost, or a person with cost 1. Costs are whole numbers of the smallest unit, see `decimals`. */
export interface Option {
  id: string
  name: string
  cost: number
  /** Was on the paper and stands no more: passed over wherever a paper names it. */
  withdrawn?: boolean
}

/** One paper; it has exactly one of points, ranks (tiers of equals, best first) and approvals. */
export interface Paper {
  id: string
  /** So many papers that say the same; 1 where not given. */
  count?: number
  points?: Record<string, number>
  ranks?: string[][]
  approvals?: string[]
}

/** What a paper may say. Where nothing is said, points start at 0 and have no upper bound. */
export interface Limits {
  minPoints?: number
  maxPoints?: number
  minSum?: number
  maxSum?: number
  minLength?: number
  maxLength?: number
  minSumCost?: number
  maxSumCost?: number
}

export interface Election {
  title?: string
  options: Option[]
  papers: Paper[]
  /** What the chosen options may cost together. */
  capacity?: number
  /** How many may be chosen, whatever they cost. Either this or `capacity`. */
  seats?: number
  /** Costs and capacity are in units of 10^-decimals; 0 where not given. */
  decimals?: number
  limits?: Limits
}

/**
 * How ties are broken, set before the round. `order`: who stands earlier is preferred (seniority, the chair's list; without
 * a list the order of the options). `lot`: the order of the SHA-256 digests of seed and id. `drawn`: who stands earlier is
 * taken for whatever is to be decided, election or exclusion, as `[tie …]` of a .blt file means it.
 */
export type TieRule = { by: 'order'; order?: string[] } | { by: 'lot'; seed: string } | { by: 'drawn'; order: string[] }

export interface TallyOptions {
  ties?: TieRule
  /** greedy, score, phragmen: what does not fit is passed over (default), or ends the count. */
  misfit?: 'skip' | 'stop'
  /** greedy: what has less is not considered. */
  minScore?: number
  /** equal-shares: what an option is worth to who supports it. Default: its points, and for approvals its cost. */
  utility?: 'points' | 'approval' | 'cost'
  /** equal-shares: how money that is left over is used by the same papers. */
  completion?: 'none' | 'phragmen'
  /** equal-shares-add1: how much more each paper gets per attempt, in the smallest unit. */
  increment?: number
  /** equal-shares, equal-shares-add1: greedy's outcome is taken if more papers prefer it. */
  comparison?: boolean
  /** cstv: who is next, by support per cost (default) or by support beyond cost. */
  next?: 'ratio' | 'excess'
  /** meek: equal preferences count as every order of them alike (default), or as Droop.py counts them. */
  equals?: 'split' | 'droop'
  /** How many places of a ranking count as approval; all where not given. */
  approve?: number
}

/** A tie that could matter: between whom, who was taken, how it was broken and in which step it is told. */
export interface Tie {
  step: number
  among: string[]
  chosen: string
  for: 'win' | 'transfer' | 'exclusion'
  how: string
}

/** One line of the step log: a sentence for people, and the same in figures (exact: decimals or fractions). */
export interface Step {
  text: string
  /** The options that this step is about. */
  options?: string[]
  figures?: Record<string, string>
  /** What each option has after this step, where the rule keeps such an account. */
  totals?: Record<string, string>
}

export interface Figures {
  papers: number
  /** What each option ends with: points, votes, support; exact. */
  totals: Record<string, string>
  /** Of the winners, in the unit of the costs. */
  cost: string
  capacity: string
  [more: string]: string | number | string[] | Record<string, string>
}

export interface Result {
  rule: Rule
  /** Ids, in the order in which they were chosen. */
  winners: string[]
  ties: Tie[]
  steps: Step[]
  /** How each step is said in any language; null where it has its English words alone, and of counts of before there is none. */
  said?: (Said | null)[]
  figures: Figures
}
