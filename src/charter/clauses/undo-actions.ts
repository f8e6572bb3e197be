import type { Actor } from '../../actor.ts'
import { conflictIf } from '../../errors.ts'
import { dropDecision, requireOpenStep } from '../../groups/actions.ts'
import { recordOf } from '../../journal/actions.ts'
import { idsOf, type Tx } from '../../lib/db/rows.ts'
import { forgetDocuments } from '../../search/actions.ts'
import { indexCharter } from './actions.ts'
import { getVersionById, listClauses } from './queries.ts'
import { findItsDecision, whyNotUnadopt } from './undo-queries.ts'

/**
 * Takes an adoption back: the version is a draft again, and the one before is in force as it was.
 * @throws NotFound for who does not keep the charter; Conflict where something was decided on it since, or its step was confirmed
 */
export async function unadopt(tx: Tx, actor: Actor, versionId: number): Promise<void> {
  await tx.selectFrom('charterVersion').select('id').where('id', '=', versionId).forUpdate().execute()
  const version = await getVersionById(tx, actor, versionId, { keep: true })
  await requireOpenStep(tx, version.groupId, 'charter')
  conflictIf(await whyNotUnadopt(tx, version))
  const decisionId = await findItsDecision(tx, version)
  await tx
    .updateTable('charterVersion')
    .set({ adoptedAt: null, adoptedBy: null, decisionId: null, inForceOn: null, reviewOn: null, changedAt: actor.at })
    .where('id', '=', versionId)
    .execute()
  if (decisionId !== undefined) await dropDecision(tx, decisionId)
  await forgetDocuments(tx, 'clause', idsOf(await listClauses(tx, [versionId])))
  await indexCharter(tx, version.groupId)
  await recordOf(tx, actor, 'charter.adoption-undone', { id: versionId, groupId: version.groupId }, { number: version.number })
}
