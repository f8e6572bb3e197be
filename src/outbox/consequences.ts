import { type Consequences, forgetRows } from '../consequences.ts'
import { eraseLettersOf } from './erasure-actions.ts'

/** Letters to somebody say nothing once they are erased, and how they wanted them is forgotten. */
export const outboxConsequences: Consequences = {
  async personErased(tx, personId, at) {
    await eraseLettersOf(tx, personId, at)
    await forgetRows(tx, personId, ['letterChoice', 'letterMute', 'weekChoice', 'weekLine'])
  },
}
