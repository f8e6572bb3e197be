import type { Actor } from '../../actor.ts'
import { type Consequences, follow } from '../../consequences.ts'
import { takeBack } from '../../groups/actions.ts'
import { type Tx, updateOne } from '../../lib/db/rows.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { type TakenBack, type Undone, undoneOf } from '../../lib/undo.ts'
import { forgetDocuments } from '../../search/actions.ts'
import { getRequestImport, planRequestsUndo, readRequests } from './undo-queries.ts'

const withThem = ['requestVersion', 'pastVote', 'pastAnswer', 'caseNumber', 'support'] as const

/**
 * Takes a file of old requests back: its requests go with their votes, answers and support as if they had never come. Those upon which
 * somebody has built since stay.
 * @throws NotFound for who may bring none in; Conflict where its step was confirmed or it was taken back already
 */
export async function undoRequests(tx: Tx, actor: Actor, consequences: readonly Consequences[], importId: number): Promise<Undone> {
  const brought = await getRequestImport(tx, actor, importId, { lock: true })
  const { groupId } = brought
  const keep = (takenBack: TakenBack) => updateOne(tx.updateTable('requestImport'), importId, takenBack)
  const at = { run: brought, keep, groupId, step: 'requests', subject: `group:${groupId}` } as const
  return takeBack(tx, actor, { ...at, action: 'requests.import-undone' }, async () => {
    // Locked, so that who answers one of them at this moment is seen by the next query, or comes too late.
    await tx.selectFrom('request').select('id').where('importId', '=', importId).orderBy('id').forUpdate().execute()
    const undone = undoneOf(await inLanguage(unsaid, () => planRequestsUndo(tx, importId)))
    const { going } = await readRequests(tx, importId)
    if (going.length === 0) return undone
    await follow(consequences, 'requestsGone', tx, going)
    for (const table of withThem) await tx.deleteFrom(table).where('requestId', 'in', going).execute()
    await forgetDocuments(tx, 'request', going)
    await tx.deleteFrom('request').where('id', 'in', going).execute()
    return undone
  })
}
