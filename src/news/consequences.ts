import { type Consequences, moveRows } from '../consequences.ts'

/** The archive of a newsletter goes with its group. */
export const newsConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['newsIssue', 'newsItem', 'newsOutlet', 'sitePage', 'webImport']),
}
