import { type Consequences, forgetRows } from '../consequences.ts'
import { endSubscriptionsOf, moveLists } from './receiving/actions.ts'

/** Lists come to the address that somebody has at their new place, and to nobody who is erased. */
export const listConsequences: Consequences = {
  listsMoved: moveLists,
  async personErased(tx, personId, at) {
    await endSubscriptionsOf(tx, personId, at)
    await forgetRows(tx, personId, ['writtenPost'])
  },
}
