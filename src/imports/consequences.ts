import { type Consequences, moveRows } from '../consequences.ts'

/** An import that runs goes on for the group that has its list now. */
export const importConsequences: Consequences = { groupMerged: (tx, from, to) => moveRows(tx, from, to, ['moveUpload']) }
