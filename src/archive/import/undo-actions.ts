import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict } from '../../errors.ts'
import { recorderOf } from '../../journal/actions.ts'
import { changeRow, listRows, type Tx, type Write } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { lockArchive } from '../core/actions.ts'
import { dropRaws, removeMessages } from '../removal-actions.ts'
import { findBuiltUpon, findOtherImports } from './undo-queries.ts'

// Large enough that the fixed costs vanish, small enough that mail which arrives meanwhile waits for a moment only.
const portion = 500

/**
 * Begins to take an import of mail back: from now on it brings nothing more.
 * @throws Conflict where that was begun already
 */
export async function beginMailUndo(tx: Tx, actor: Actor, importId: number): Promise<void> {
  await tx
    .updateTable('mailImport')
    .set({ undoBegunAt: actor.at, undoneBy: actor.personId, endedAt: sql`coalesce(ended_at, ${actor.at})` })
    .where('id', '=', importId)
    .where('undoBegunAt', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(refusals.thisImportWasTakenBackAlready))
}

interface UndoneMail {
  gone: number
  stayed: number
}

/**
 * Takes the mails of an import back, a portion after the other, each a transaction of its own; cut off, it goes on where it was. What
 * somebody has built upon stays, and so does everything that did not come by this import.
 */
export async function undoMail(
  write: Write,
  actor: Actor,
  importId: number,
  tell: (done: UndoneMail) => void = () => {},
): Promise<UndoneMail> {
  for (;;) {
    const { over, ...done } = await write((tx) => undoPortion(tx, importId))
    tell(done)
    if (!over) continue
    await write((tx) => endMailUndo(tx, actor, importId))
    return done
  }
}

async function undoPortion(tx: Tx, importId: number): Promise<UndoneMail & { over: boolean }> {
  const { listId } = await tx.selectFrom('mailImport').select('listId').where('id', '=', importId).executeTakeFirstOrThrow()
  await lockArchive(tx, listId)
  const run = await tx.selectFrom('mailImport').selectAll().where('id', '=', importId).forUpdate().executeTakeFirstOrThrow()
  // Locked, so that who quotes one of them at this moment is seen by the next query, or comes too late.
  const rows = await tx
    .selectFrom('message')
    .select('id')
    .where('importId', '=', importId)
    .where('id', '>', run.undoTo)
    .orderBy('id')
    .limit(portion)
    .forUpdate()
    .execute()
  const last = rows.at(-1)
  if (!last || run.undoneAt !== null) return { gone: run.undoGone, stayed: run.undoLeft, over: true }
  const part = { from: run.undoTo, upTo: last.id }
  const [built, others] = [await findBuiltUpon(tx, importId, part), await findOtherImports(tx, importId, part)]
  const handed = [...others].filter(([id]) => !built.has(id))
  await handOver(tx, handed)
  const staying = new Set([...built, ...handed.map(([id]) => id)])
  const going = rows.map(({ id }) => id).filter((id) => !staying.has(id))
  await removeMessages(tx, listId, going)
  const gone = run.undoGone + going.length
  const stayed = run.undoLeft + staying.size
  await tx.updateTable('mailImport').set({ undoTo: last.id, undoGone: gone, undoLeft: stayed }).where('id', '=', importId).execute()
  return { gone, stayed, over: false }
}

/** Gives messages to another import whose file has them, too: they go when that one is taken back. */
async function handOver(tx: Tx, handed: [number, number][]): Promise<void> {
  if (handed.length === 0) return
  await sql`update message m set import_id = h.import_id
    from unnest(${handed.map(([id]) => id)}::bigint[], ${handed.map(([, to]) => to)}::bigint[]) as h (id, import_id) where m.id = h.id`.execute(
    tx,
  )
}

/** What was set aside goes too, and the books are closed; a second end is none. */
async function endMailUndo(tx: Tx, actor: Actor, importId: number): Promise<void> {
  const ended = await changeRow(
    tx.updateTable('mailImport').returning(['listId', 'undoGone', 'undoLeft']),
    { id: importId, undoneAt: null },
    { undoneAt: actor.at },
  )
  if (!ended) return
  const aside = await listRows(tx.selectFrom('importFinding').where('rawId', 'is not', null), { importId }, ['rawId'])
  await tx.updateTable('importFinding').set({ rawId: null }).where('importId', '=', importId).execute()
  await dropRaws(tx, [...new Set(aside.flatMap(({ rawId }) => rawId ?? []))])
  const { groupId } = await tx.selectFrom('sharedList as list').select('groupId').where('id', '=', ended.listId).executeTakeFirstOrThrow()
  const details = { importId, gone: ended.undoGone, stayed: ended.undoLeft }
  await recorderOf('list')(tx, actor, { id: ended.listId, groupId }, 'archive.import-undone', details)
}
