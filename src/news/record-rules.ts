/** What can be given, in the order of the table. */
export const kinds = ['item', 'issue', 'elsewhere', 'talk', 'event', 'minutes', 'request', 'case', 'story', 'comment'] as const
export type ContributionKind = (typeof kinds)[number]

/** One calendar year, or the whole of the record where none is named. */
export const termOf = (year: number | undefined, today: string): { fromOn: string; toOn: string } =>
  year === undefined ? { fromOn: '1990-01-01', toOn: today } : { fromOn: `${year}-01-01`, toOn: `${year}-12-31` }
