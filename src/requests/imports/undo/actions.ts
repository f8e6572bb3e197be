import type { Actor } from '../../../actor.ts'
import { type Consequences, follow } from '../../../consequences.ts'
import { Conflict } from '../../../errors.ts'
import { requireOpenStep } from '../../../groups/actions.ts'
import { record } from '../../../journal/actions.ts'
import type { Tx } from '../../../lib/db/connect.ts'
import { sumsOf, type Undone, undoneOf } from '../../../lib/undo.ts'
import { forgetDocuments } from '../../../search/actions.ts'
import { getRequestImport, planRequestsUndo, readRequests } from './queries.ts'

const withThem = ['requestVersion', 'pastVote', 'pastAnswer', 'caseNumber', 'support'] as const

/**
 * Takes a file of old requests back: its requests go with their votes, answers and support as if they had never come. Those upon which
 * somebody has built since stay.
 * @throws NotFound for who may bring none in; Conflict where its step was confirmed or it was taken back already
 */
export async function undoRequests(tx: Tx, actor: Actor, consequences: readonly Consequences[], importId: number): Promise<Undone> {
  const brought = await getRequestImport(tx, actor, importId, { lock: true })
  if (brought.undoneAt !== null) throw new Conflict('This file was taken back already.')
  await requireOpenStep(tx, brought.groupId, 'requests')
  // Locked, so that who answers one of them at this moment is seen by the next query, or comes too late.
  await tx.selectFrom('request').select('id').where('importId', '=', importId).orderBy('id').forUpdate().execute()
  const undone = undoneOf(await planRequestsUndo(tx, importId))
  const { going } = await readRequests(tx, importId)
  if (going.length > 0) {
    await follow(consequences, 'requestsGone', tx, going)
    for (const table of withThem) await tx.deleteFrom(table).where('requestId', 'in', going).execute()
    await forgetDocuments(tx, 'request', going)
    await tx.deleteFrom('request').where('id', 'in', going).execute()
  }
  await tx
    .updateTable('requestImport')
    .set({ undoneAt: actor.at, undoneBy: actor.personId, undone: JSON.stringify(undone) })
    .where('id', '=', importId)
    .execute()
  await record(tx, actor, {
    action: 'requests.import-undone',
    subject: `group:${brought.groupId}`,
    groupId: brought.groupId,
    details: { importId, ...sumsOf(undone) },
  })
  return undone
}
