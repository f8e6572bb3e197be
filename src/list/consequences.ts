import { type Consequences, forgetRows, moveRows } from '../consequences.ts'
import { endSubscriptionsOf, moveLists } from './receiving/actions.ts'

/** Lists come to the address that somebody has at their new place, and to nobody who is erased; they go with their group. */
export const listConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['list', 'roleAddress', 'volunteerCall']),
  listsMoved: moveLists,
  async personErased(tx, personId, at) {
    await endSubscriptionsOf(tx, personId, at)
    await forgetRows(tx, personId, ['writtenPost'])
  },
}
