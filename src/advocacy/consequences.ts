import { type Consequences, forgetRows } from '../consequences.ts'
import { forgetRequests } from './answers/old-actions.ts'
import { moveAgreements } from './merged-actions.ts'
import { moveSaid } from './moving-actions.ts'

/** What the group was answered about a request goes with it, and how somebody wants to hear of answers with them. */
export const advocacyConsequences: Consequences = {
  groupMerged: moveAgreements,
  personErased: (tx, personId) => forgetRows(tx, personId, ['tellingPreference']),
  requestsGone: forgetRequests,
  requestsMove: moveSaid,
}
