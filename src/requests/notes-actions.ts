import type { Actor } from '../actor.ts'
import { recordOf } from '../journal/actions.ts'
import { insertRow, type Tx } from '../lib/db/rows.ts'
import { getCollatedRequest } from './core/queries.ts'

/** Somebody of the group notes something about a request, for the group alone. */
export async function writeNote(tx: Tx, actor: Actor, requestId: number, text: string): Promise<void> {
  const { groupId } = await getCollatedRequest(tx, actor, requestId)
  await insertRow(tx.insertInto('requestNote'), { requestId, personId: actor.personId as number, text, at: actor.at })
  await recordOf(tx, actor, 'request.noted', { id: requestId, groupId })
}
