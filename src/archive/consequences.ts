import { type Consequences, forgetRows } from '../consequences.ts'

/** How far somebody has read goes with them. */
export const archiveConsequences: Consequences = {
  personErased: (tx, personId) => forgetRows(tx, personId, ['threadVisit', 'threadChoice']),
}
