import { refuse } from '../../errors.ts'
import { findRow, type Tx } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'

/**
 * A product area of a group, unless it was merged into another. It stays that until the end of the transaction: whoever merges it meanwhile
 * waits, and takes what was put there along.
 */
export const lockOpenArea = (tx: Tx, groupId: number, id: number) =>
  findRow(tx.selectFrom('productArea').forKeyShare(), { id, groupId, mergedIntoId: null }, ['id'])

/**
 * Looks whether what a menu offered is still there, and the group's.
 * @throws Invalid beside its field
 */
export async function checkChoices(
  tx: Tx,
  groupId: number,
  { areaId, topicId, organisationId }: { areaId?: number | null; topicId?: number | null; organisationId?: number | null },
): Promise<void> {
  const topic = (id: number) => tx.selectFrom('topic').select('id').where('id', '=', id).where('groupId', '=', groupId).executeTakeFirst()
  const institution = (id: number) =>
    tx.selectFrom('sharedOrganisation as organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (areaId != null && !(await lockOpenArea(tx, groupId, areaId))) refuse('areaId', refusals.chooseOneOfThoseThatAre)
  if (topicId != null && !(await topic(topicId))) refuse('topicId', refusals.chooseOneOfThoseThatAre)
  if (organisationId != null && !(await institution(organisationId))) refuse('organisationId', refusals.chooseOneOfThoseThatAre)
}
