import { type Consequences, moveRows } from '../consequences.ts'

/** Documents are read and kept where their group works now. */
export const documentConsequences: Consequences = { groupMerged: (tx, from, to) => moveRows(tx, from, to, ['document', 'documentImport']) }
