import { type Consequences, forgetRows } from '../consequences.ts'

/** What somebody looks at and follows goes with them. */
export const requestConsequences: Consequences = {
  personErased: (tx, personId) => forgetRows(tx, personId, ['boardView', 'requestFollower', 'sameHere']),
}
