import { type Consequences, moveRows } from '../consequences.ts'
import { endTermsOf } from './core/actions.ts'
import { endReferent, endReferentAt, keepReferent } from './referents/actions.ts'

/** The roles that somebody holds for an institution begin and end with what the register is told; who is erased holds none. Tasks go with their group. */
export const groupConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['action', 'handover', 'roleHolding']),
  personErased: endTermsOf,
  referentEnded: endReferent,
  referentNamed: keepReferent,
  workplaceLeft: endReferentAt,
}
