import { type Consequences, moveRows } from '../consequences.ts'
import { keepPutForward } from './moving-actions.ts'

/** Results, and who voted, stay with their ballot. */
export const ballotConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['ballot', 'cycle']),
  requestsMove: keepPutForward,
}
