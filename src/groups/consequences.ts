import type { Consequences } from '../consequences.ts'
import { endTermsOf } from './core/actions.ts'
import { endReferent, endReferentAt, keepReferent } from './referents/actions.ts'

/** The roles that somebody holds for an institution begin and end with what the register is told; who is erased holds none. */
export const groupConsequences: Consequences = {
  personErased: endTermsOf,
  referentEnded: endReferent,
  referentNamed: keepReferent,
  workplaceLeft: endReferentAt,
}
