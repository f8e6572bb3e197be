import type { Consequences } from '../consequences.ts'
import { moveMeetings } from './core/merged-actions.ts'

/** Meetings go with their group. */
export const meetingConsequences: Consequences = { groupMerged: moveMeetings }
