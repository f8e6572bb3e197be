import { type Consequences, forgetRows } from '../consequences.ts'
import { moveRequests } from './merged-actions.ts'
import { forgetIndexes } from './similar-index-actions.ts'

/** What somebody looks at and follows goes with them; requests go with their group. */
export const requestConsequences: Consequences = {
  groupMerged: moveRequests,
  personErased: async (tx, personId) => {
    await forgetRows(tx, personId, ['boardView', 'requestFollower', 'sameHere'])
    await forgetIndexes(tx)
  },
}
