import { type Consequences, moveRows } from '../consequences.ts'

/** Results, and who voted, stay with their ballot. */
export const ballotConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['ballot', 'cycle']),
}
