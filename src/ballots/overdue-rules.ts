/** A phase or a ballot whose time has come, and that has not turned. */
export interface Overdue {
  what: string
  href: string
  since: Date
}

/** What should have turned so many milliseconds ago, and has not, is stuck: the steps are tried each minute. */
export const patience = 15 * 60_000
