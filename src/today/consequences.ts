import { type Consequences, forgetRows } from '../consequences.ts'

/** That somebody was written to on Monday goes with them. */
export const todayConsequences: Consequences = {
  personErased: (tx, personId) => forgetRows(tx, personId, ['todayMail']),
}
