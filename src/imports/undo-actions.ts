import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { beginMailUndo, lockArchive, undoMail } from '../archive/actions.ts'
import { listMailImportsOf } from '../archive/queries.ts'
import { Conflict } from '../errors.ts'
import { requireOpenStep } from '../groups/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { type Tx, updateOne, type Write } from '../lib/db/rows.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { sumsOf, undoneOf } from '../lib/undo.ts'
import { bringBack, dropBroughtRows, endBrought, lockBrought, lockList, recordList } from '../list/actions.ts'
import { removeLoosePeople } from '../people/actions.ts'
import { findRunningUpload, type Import } from './runs-queries.ts'
import { readMoveRows, sidesOf } from './undo-queries.ts'

const t = textsOf('imports', 'undo')

/**
 * Begins to take an import of a list back. What it brought goes by a job; from now on the import itself goes no further.
 * @throws Conflict where its step was confirmed, an import into the list is under way, or it was taken back already
 */
export async function beginUndo(tx: Tx, actor: Actor, brought: Import): Promise<void> {
  await requireOpenStep(tx, brought.groupId, 'list')
  // An import that begins and an undo that begins do not pass each other.
  await lockArchive(tx, brought.listId)
  if (await findRunningUpload(tx, brought.listName)) throw new Conflict(t.anImportIntoThisListIs)
  if (brought.kind === 'mail') await beginMailUndo(tx, actor, brought.id)
  else await beginMoveUndo(tx, actor, brought.id)
  const { kind, id } = brought
  const details: Record<string, number> = kind === 'mail' ? { importId: id } : { moveId: id }
  await recordList(tx, actor, { id: brought.listId, groupId: brought.groupId }, 'move.undo-begun', details)
}

/** Has the worker take back what was begun. */
export const undoSoon = (tx: Tx, { kind, id }: Pick<Import, 'kind' | 'id'>): Promise<void> =>
  enqueue(tx, 'moving.undo', { kind, id }, { key: `moving.undo:${kind}-${id}`, queue: 'moving' })

async function beginMoveUndo(tx: Tx, actor: Actor, moveId: number): Promise<void> {
  await tx
    .updateTable('listMove')
    .set({ undoBegunAt: actor.at, undoneBy: actor.personId, departing: null, endedAt: sql`coalesce(ended_at, ${actor.at})` })
    .where('id', '=', moveId)
    .where('undoBegunAt', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(refusals.thisImportWasTakenBackAlready))
  for (const id of await listMailImportsOf(tx, moveId)) {
    const { undoBegunAt } = await tx
      .selectFrom('sharedMailImport as mailImport')
      .select('undoBegunAt')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (undoBegunAt === null) await beginMailUndo(tx, actor, id)
  }
}

/** Told how many mails are settled. */
type Tell = (mails: number) => void

/** Takes back what an import brought: its mail first, since the people whom it brought wrote some of it. Cut off, it goes on where it was. */
export async function undoImport(write: Write, actor: Actor, { kind, id }: Pick<Import, 'kind' | 'id'>, tell: Tell = () => {}) {
  const mailboxes = kind === 'mail' ? [id] : await write((tx) => listMailImportsOf(tx, id))
  let [before, gone, stayed] = [0, 0, 0]
  for (const mailbox of mailboxes) {
    const done = await undoMail(write, actor, mailbox, (part) => tell(before + part.gone + part.stayed))
    gone += done.gone
    stayed += done.stayed
    before = gone + stayed
  }
  if (kind === 'move') await write((tx) => takeBackRows(tx, actor, id, { gone, stayed }))
}

/** Everything of an import but its mail, all or nothing; a second time is none. */
async function takeBackRows(tx: Tx, actor: Actor, moveId: number, mail: { gone: number; stayed: number }): Promise<void> {
  const move = await tx.selectFrom('listMove').selectAll().where('id', '=', moveId).forUpdate().executeTakeFirstOrThrow()
  if (move.undoneAt !== null) return
  const list = await lockList(tx, move.listId)
  await lockBrought(tx, moveId)
  const rows = await readMoveRows(tx, moveId)
  await endBrought(tx, actor, list, rows)
  await bringBack(tx, actor, list, rows.leavers.back)
  const people = await removeLoosePeople(tx, actor, rows.people)
  await dropBroughtRows(tx, list.id, rows)
  await forgetOldNames(tx, list.id, rows.oldNames)
  const undone = inLanguage(unsaid, () => {
    const mails = { goes: [{ what: t.messages, count: mail.gone }], stays: [{ what: t.messages, count: mail.stayed, why: '' }] }
    return undoneOf(sidesOf(rows, people, [mails]))
  })
  await updateOne(tx.updateTable('listMove'), moveId, { undoneAt: actor.at, undone: JSON.stringify(undone) })
  await recordList(tx, actor, list, 'move.undone', { moveId, ...sumsOf(undone) })
}

/** A name that leads to nothing any more is forgotten. */
async function forgetOldNames(tx: Tx, listId: number, names: readonly string[]): Promise<void> {
  for (const name of names)
    await tx
      .deleteFrom('oldList')
      .where('name', '=', name)
      .where('listId', '=', listId)
      .where((e) => e.not(e.exists(e.selectFrom('oldAddress').select('path').where('oldList', '=', name))))
      .execute()
}
