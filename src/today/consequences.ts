import { type Consequences, forgetRows } from '../consequences.ts'

/** What they were told of, decided and put off goes with them. */
export const todayConsequences: Consequences = {
  personErased: (tx, personId) =>
    forgetRows(tx, personId, ['weekLetter', 'waitingDecision', 'putOff', 'calendarFeed', 'pushDevice', 'pushTold']),
}
