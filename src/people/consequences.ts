import { type Consequences, moveRows } from '../consequences.ts'
import { erasePerson } from './erasure-actions.ts'

/** Of somebody who is erased a row stays, so that what they did is somebody's; it says nothing of them. Sheets go with their group. */
export const peopleConsequences: Consequences = {
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['sheetImport']),
  personErased: erasePerson,
}
