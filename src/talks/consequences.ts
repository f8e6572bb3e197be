import type { Consequences } from '../consequences.ts'
import { moveTalks } from './merged-actions.ts'

/** Talks go with their group. */
export const talkConsequences: Consequences = { groupMerged: moveTalks }
