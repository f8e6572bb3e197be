import type { Consequences } from '../consequences.ts'
import { moveReports } from './merged-actions.ts'

/** Reports go with their group. */
export const reportConsequences: Consequences = { groupMerged: moveReports }
