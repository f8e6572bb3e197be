import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { lockArchive } from '../../archive/actions.ts'
import { beginMailUndo, undoMail } from '../../archive/import/undo/actions.ts'
import { dropRaws } from '../../archive/removal/actions.ts'
import { Conflict } from '../../errors.ts'
import { requireOpenStep } from '../../groups/first-steps/actions.ts'
import { record, recordAll } from '../../journal/actions.ts'
import type { Tx, Write } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'
import { cancelDeliveries } from '../../outbox/actions.ts'
import { removeLoosePeople } from '../../people/undo/actions.ts'
import { sumsOf, undoneOf } from '../../undo.ts'
import { findRunningUpload, type Import } from '../runs/queries.ts'
import { listMailImportsOf, type MoveRows, readMoveRows, sidesOf } from './queries.ts'

/**
 * Begins to take an import of a list back. What it brought goes by a job; from now on the import itself goes no further.
 * @throws Conflict where its step was confirmed, an import into the list is under way, or it was taken back already
 */
export async function beginUndo(tx: Tx, actor: Actor, brought: Import): Promise<void> {
  await requireOpenStep(tx, brought.groupId, 'list')
  // An import that begins and an undo that begins do not pass each other.
  await lockArchive(tx, brought.listId)
  if (await findRunningUpload(tx, brought.listName)) throw new Conflict('An import into this list is under way; wait until it is done.')
  if (brought.kind === 'mail') await beginMailUndo(tx, actor, brought.id)
  else await beginMoveUndo(tx, actor, brought.id)
  const { kind, id } = brought
  await record(tx, actor, {
    action: 'move.undo-begun',
    subject: `list:${brought.listId}`,
    groupId: brought.groupId,
    details: kind === 'mail' ? { importId: id } : { moveId: id },
  })
}

/** Has the worker take back what was begun. */
export const undoSoon = (tx: Tx, { kind, id }: Pick<Import, 'kind' | 'id'>): Promise<void> =>
  enqueue(tx, 'moving.undo', { kind, id }, { key: `moving.undo:${kind}-${id}`, queue: 'moving' })

async function beginMoveUndo(tx: Tx, actor: Actor, moveId: number): Promise<void> {
  const begun = await tx
    .updateTable('listMove')
    .set({ undoBegunAt: actor.at, undoneBy: actor.personId, departing: null, endedAt: sql`coalesce(ended_at, ${actor.at})` })
    .where('id', '=', moveId)
    .where('undoBegunAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!begun) throw new Conflict('This import was taken back already.')
  for (const id of await listMailImportsOf(tx, moveId)) {
    const { undoBegunAt } = await tx.selectFrom('mailImport').select('undoBegunAt').where('id', '=', id).executeTakeFirstOrThrow()
    if (undoBegunAt === null) await beginMailUndo(tx, actor, id)
  }
}

/** Told how many mails are settled. */
type Tell = (mails: number) => void

/** Takes back what an import brought: its mail first, since the people whom it brought wrote some of it. Cut off, it goes on where it was. */
export async function undoImport(
  write: Write,
  actor: Actor,
  { kind, id }: Pick<Import, 'kind' | 'id'>,
  tell: Tell = () => {},
): Promise<void> {
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
  const list = await tx.selectFrom('list').selectAll().where('id', '=', move.listId).forUpdate().executeTakeFirstOrThrow()
  await lockNoted(tx, moveId)
  const rows = await readMoveRows(tx, moveId)
  await endSubscriptions(tx, actor, list, rows)
  await bringBack(tx, actor, list, rows.leavers.back)
  const people = await removeLoosePeople(tx, actor, rows.people)
  await tx
    .deleteFrom('ban')
    .where('id', 'in', [0, ...rows.bans.going])
    .execute()
  await tx
    .deleteFrom('listSender')
    .where('id', 'in', [0, ...rows.senders.going])
    .execute()
  await tx
    .deleteFrom('subscriptionRequest')
    .where('id', 'in', [0, ...rows.applicants.going])
    .execute()
  await dropHeld(tx, rows.held.going)
  await setBack(tx, list.id, rows)
  const mails = { goes: [{ what: 'Mails', count: mail.gone }], stays: [{ what: 'Mails', count: mail.stayed, why: '' }] }
  const undone = undoneOf(sidesOf(rows, people, [mails]))
  await tx
    .updateTable('listMove')
    .set({ undoneAt: actor.at, undone: JSON.stringify(undone) })
    .where('id', '=', moveId)
    .execute()
  await record(tx, actor, {
    action: 'move.undone',
    subject: `list:${list.id}`,
    groupId: list.groupId,
    details: { moveId, ...sumsOf(undone) },
  })
}

/** Locked, so that who changes one of them at this moment is seen, or comes too late. */
async function lockNoted(tx: Tx, moveId: number): Promise<void> {
  const tables = { subscription: 'subscription', ban: 'ban', sender: 'list_sender', held: 'held_mail', applicant: 'subscription_request' }
  for (const [thing, table] of Object.entries(tables))
    await sql`select t.id from ${sql.table(table)} t join import_row r on r.move_id = ${moveId} and r.thing = ${thing} and r.row_id = t.id
      order by t.id for update of t`.execute(tx)
}

interface ListRow {
  id: number
  groupId: number
}

/** Subscriptions that nobody has touched go; those by which mail went out end, so that it stays known where it went. */
async function endSubscriptions(tx: Tx, actor: Actor, list: ListRow, { subscriptions }: MoveRows): Promise<void> {
  const going = subscriptions.filter(({ ended, touched }) => !ended && !touched)
  const used = going.filter((one) => one.used).map(({ id }) => id)
  const loose = going.filter((one) => !one.used).map(({ id }) => id)
  await tx
    .deleteFrom('subscription')
    .where('id', 'in', [0, ...loose])
    .execute()
  await tx
    .updateTable('subscription')
    .set({ endedAt: actor.at, endedHow: 'undone' })
    .where('id', 'in', [0, ...used])
    .execute()
  for (const id of used) await cancelDeliveries(tx, id, actor.at, { skipHeld: true })
  await recordAll(
    tx,
    actor,
    used.map((subscriptionId) => ({
      action: 'subscription.ended',
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId, how: 'undone' },
    })),
  )
}

/** Who was taken off the list is on it again, as they were. */
async function bringBack(tx: Tx, actor: Actor, list: ListRow, ids: number[]): Promise<void> {
  await tx
    .updateTable('subscription')
    .set({ endedAt: null, endedHow: null })
    .where('id', 'in', [0, ...ids])
    .execute()
  await recordAll(
    tx,
    actor,
    ids.map((subscriptionId) => ({
      action: 'subscription.begun',
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId },
    })),
  )
}

/** Held mails that came with the import go with their bytes; what Rapport took in itself has another door. */
async function dropHeld(tx: Tx, ids: number[]): Promise<void> {
  await tx
    .deleteFrom('heldNotice')
    .where('heldId', 'in', [0, ...ids])
    .execute()
  const held = await tx
    .deleteFrom('heldMail')
    .where('id', 'in', [0, ...ids])
    .returning('inboundId')
    .execute()
  const inbound = held.map(({ inboundId }) => inboundId)
  const kept = await findPointedAt(tx, 'inbound', theseIds(inbound))
  const gone = await tx
    .deleteFrom('inbound')
    .where('id', 'in', [0, ...inbound.filter((id) => !kept.has(id))])
    .where('via', '=', 'cli')
    .returning('rawId')
    .execute()
  await dropRaws(
    tx,
    gone.map(({ rawId }) => rawId),
  )
}

/** Settings become what they were, where nobody has changed them since; a name that leads to nothing any more is forgotten. */
async function setBack(tx: Tx, listId: number, { settings, oldNames, notices }: MoveRows): Promise<void> {
  const { rules, ...columns } = settings.back
  const values = { ...columns, ...('rules' in settings.back ? { rules: rules === null ? null : JSON.stringify(rules) } : {}) }
  if (Object.keys(values).length > 0) await tx.updateTable('list').set(values).where('id', '=', listId).execute()
  for (const { notice, locale } of notices.going)
    await tx.deleteFrom('noticeTemplate').where('listId', '=', listId).where('notice', '=', notice).where('locale', '=', locale).execute()
  for (const name of oldNames)
    await tx
      .deleteFrom('oldList')
      .where('name', '=', name)
      .where('listId', '=', listId)
      .where((e) => e.not(e.exists(e.selectFrom('oldAddress').select('path').where('oldList', '=', name))))
      .execute()
}
