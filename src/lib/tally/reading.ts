import type { Election, TieRule } from './election.ts'
import type { NamedRule } from './pb-rules.ts'

/** A paper of a file that cannot be counted, and why. */
export interface Aside {
  line: number
  paper: string
  why: string
}

/** An election as a file gives it, with the rule that the file names and the winners that it records. */
export interface Reading {
  election: Election
  named: NamedRule
  /** How the file says that ties are broken. */
  ties?: TieRule
  /** Ids of the options that the file marks as chosen. */
  chosen?: string[]
  meta: Record<string, string>
  /** Papers that cannot be counted; the others are. */
  aside?: Aside[]
  /** Totals of the file that are not the sums of its papers, each with its line. */
  notes?: string[]
}

/** The first that is there a second time; undefined where each is there once. */
export function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}
