import type { Consequences } from '../consequences.ts'
import { moveFound } from './merged-actions.ts'

/** Found things go with their group. */
export const searchConsequences: Consequences = { groupMerged: moveFound }
