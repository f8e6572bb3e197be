import type { PhaseKind } from '../lib/db/schema.ts'

/** A phase or a ballot whose time has come, and that has not turned. */
export interface Overdue {
  /** Of the ballot, or of the phase's cycle. */
  title: string
  phase: PhaseKind | null
  href: string
  since: Date
}

/** What should have turned so many milliseconds ago, and has not, is stuck: the steps are tried each minute. */
export const patience = 15 * 60_000
