import { type Consequences, forgetRows } from '../consequences.ts'
import { moveMeetings } from './core/merged-actions.ts'

/** The feed of somebody’s calendar goes with them; meetings go with their group. */
export const meetingConsequences: Consequences = {
  groupMerged: moveMeetings,
  personErased: (tx, personId) => forgetRows(tx, personId, ['calendarFeed']),
}
