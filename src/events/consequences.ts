import type { Consequences } from '../consequences.ts'
import { moveEvents } from './merged-actions.ts'

/** Events go on with their hosts. */
export const eventConsequences: Consequences = { groupMerged: moveEvents }
