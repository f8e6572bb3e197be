/** A phase or a ballot whose time has come, and that has not turned. */
export interface Overdue {
  what: string
  href: string
  since: Date
}
