import type { Actor } from '../../../actor.ts'
import { takeBack } from '../../../groups/first-steps/actions.ts'
import type { Tx } from '../../../lib/db/connect.ts'
import { forgetDocuments } from '../../../search/actions.ts'
import { type Undone, undoneOf } from '../../../undo.ts'
import { getRequestImport, planRequestsUndo, readRequests } from './queries.ts'

const withThem = ['requestVersion', 'pastVote', 'pastAnswer', 'caseNumber', 'tellingEvent', 'support'] as const

/**
 * Takes a file of old requests back: its requests go with their votes, answers and support as if they had never come. Those upon which
 * somebody has built since stay.
 * @throws NotFound for who may bring none in; Conflict where its step was confirmed or it was taken back already
 */
export async function undoRequests(tx: Tx, actor: Actor, importId: number): Promise<Undone> {
  const brought = await getRequestImport(tx, actor, importId, { lock: true })
  const { groupId } = brought
  const at = { table: 'requestImport', run: brought, groupId, step: 'requests', subject: `group:${groupId}` } as const
  return takeBack(tx, actor, { ...at, action: 'requests.import-undone' }, async () => {
    // Locked, so that who answers one of them at this moment is seen by the next query, or comes too late.
    await tx.selectFrom('request').select('id').where('importId', '=', importId).orderBy('id').forUpdate().execute()
    const undone = undoneOf(await planRequestsUndo(tx, importId))
    const { going } = await readRequests(tx, importId)
    if (going.length === 0) return undone
    for (const table of withThem) await tx.deleteFrom(table).where('requestId', 'in', going).execute()
    const answers = await tx.deleteFrom('answer').where('requestId', 'in', going).returning('id').execute()
    await forgetDocuments(
      tx,
      'answer',
      answers.map(({ id }) => id),
    )
    await forgetDocuments(tx, 'request', going)
    await tx.deleteFrom('request').where('id', 'in', going).execute()
    return undone
  })
}
