import { type Consequences, forgetRows } from '../consequences.ts'

/** The feed of somebody’s calendar goes with them. */
export const meetingConsequences: Consequences = {
  personErased: (tx, personId) => forgetRows(tx, personId, ['calendarFeed']),
}
