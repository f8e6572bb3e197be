import { refuse } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'

/**
 * Looks whether what a menu offered is still there, and the group's.
 * @throws Invalid beside its field
 */
export async function checkChoices(
  tx: Tx,
  groupId: number,
  { areaId, topicId, organisationId }: { areaId?: number; topicId?: number; organisationId?: number },
): Promise<void> {
  const ofGroup = (table: 'productArea' | 'topic', id: number) =>
    tx.selectFrom(table).select('id').where('id', '=', id).where('groupId', '=', groupId).executeTakeFirst()
  const institution = (id: number) =>
    tx.selectFrom('sharedOrganisation as organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (areaId !== undefined && !(await ofGroup('productArea', areaId))) refuse('areaId', refusals.chooseOneOfThoseThatAre)
  if (topicId !== undefined && !(await ofGroup('topic', topicId))) refuse('topicId', refusals.chooseOneOfThoseThatAre)
  if (organisationId !== undefined && !(await institution(organisationId))) refuse('organisationId', refusals.chooseOneOfThoseThatAre)
}
