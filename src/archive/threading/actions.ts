import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, ifFound, NotFound, refuse } from '../../errors.ts'
import { recorderOf } from '../../journal/actions.ts'
import { changeRow, idsOf, insertOne, insertRow, orNoId, type Tx, upsertRow } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import { countThreads, lockArchive } from '../core/actions.ts'
import { getThreadOf } from '../core/queries.ts'
import { connect } from '../rules.ts'
import { findEdits, findSides, isThreadHeld } from './queries.ts'
import { cutRefs } from './rules.ts'

const t = textsOf('archive', 'threading')

const recordList = recorderOf('list')

interface ListRef {
  id: number
  groupId: number
}

type Kind = 'split' | 'join' | 'rename' | 'hold'
const verbs = { split: 'thread.split', join: 'thread.joined', rename: 'thread.renamed', hold: 'thread.held' } as const

async function keep(
  tx: Tx,
  actor: Actor,
  list: ListRef,
  edit: { kind: Kind; messageId: string; otherId?: string; subject?: string },
): Promise<void> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  await insertRow(tx.insertInto('threadEdit'), { listId: list.id, madeBy: actor.personId, madeAt: actor.at, ...edit })
  await recordList(tx, actor, list, verbs[edit.kind], { messageId: edit.messageId })
}

/** A moderator gives a thread another subject. The mails keep theirs. @returns whether that changed anything */
export async function renameThread(tx: Tx, actor: Actor, list: ListRef, messageId: string, subject: string): Promise<boolean> {
  await lockArchive(tx, list.id)
  const thread = await getThreadOf(tx, list.id, messageId)
  if (thread.subject === subject) return false
  await keep(tx, actor, list, { kind: 'rename', messageId: thread.root, subject })
  await countThreads(tx, [thread.id])
  return true
}

/** From now on a moderator sees each answer in a thread before its readers do, until it is taken back. @returns whether that changed anything */
export async function holdThread(tx: Tx, actor: Actor, list: ListRef, messageId: string): Promise<boolean> {
  await lockArchive(tx, list.id)
  const thread = await getThreadOf(tx, list.id, messageId)
  if (await isThreadHeld(tx, list.id, [thread.root])) return false
  await keep(tx, actor, list, { kind: 'hold', messageId: thread.root })
  await countThreads(tx, [thread.id])
  return true
}

/**
 * A moderator lets a message, with all that answers it, begin a thread of its own.
 * @throws Conflict where it begins one already
 */
export async function splitThread(tx: Tx, actor: Actor, list: ListRef, messageId: string): Promise<void> {
  await lockArchive(tx, list.id)
  const thread = await getThreadOf(tx, list.id, messageId)
  if (thread.root === messageId) throw new Conflict(t.beginsAlready)
  await keep(tx, actor, list, { kind: 'split', messageId })
  await threadAnew(tx, list.id, [thread.id])
}

/**
 * A moderator makes one thread of two.
 * @param other any message of the other one
 * @throws Invalid where they are one already
 */
export async function joinThreads(tx: Tx, actor: Actor, list: ListRef, messageId: string, other: string): Promise<void> {
  await lockArchive(tx, list.id)
  const thread = await getThreadOf(tx, list.id, messageId)
  const found = await ifFound(getThreadOf(tx, list.id, other))
  const why = !found ? t.noSuchThread : found.id === thread.id ? t.sameThread : undefined
  if (!found || why) refuse('other', why ?? '')
  await keep(tx, actor, list, { kind: 'join', messageId: thread.root, otherId: found.root })
  await threadAnew(tx, list.id, [thread.id, found.id])
}

/**
 * Takes back what was made of a thread.
 * @returns the message by which the thread is known
 */
export async function undoEdit(tx: Tx, actor: Actor, list: ListRef, editId: number): Promise<string> {
  await lockArchive(tx, list.id)
  const edit = await changeRow(
    tx.updateTable('threadEdit').returning(['messageId', 'otherId']),
    { id: editId, listId: list.id, undoneAt: null },
    { undoneAt: actor.at },
  )
  if (!edit) throw new NotFound(refusals.thereIsNoSuchPage)
  await recordList(tx, actor, list, 'thread.editUndone', { messageId: edit.messageId })
  const { rows } = await sql<{ id: number }>`
    select distinct x.thread_id::int as id from message m, lateral (
      select thread_id from message where list_id = m.list_id and message_id = any(m.refs || m.message_id)
      union select thread_id from ghost where list_id = m.list_id and message_id = any(m.refs)) x
    where m.list_id = ${list.id} and m.message_id = any(${[edit.messageId, edit.otherId ?? edit.messageId]}::text[])`.execute(tx)
  await threadAnew(tx, list.id, idsOf(rows))
  return edit.messageId
}

/** Makes these threads anew from what their messages refer to and from what moderators made of them. */
async function threadAnew(tx: Tx, listId: number, threadIds: number[]): Promise<void> {
  const messages = await tx
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.threadId')
    .select(['message.messageId', 'message.refs', 'message.threadId', 'message.sentAt', 'message.subject', 'thread.root'])
    .where('message.threadId', 'in', orNoId(threadIds))
    .orderBy('message.sentAt')
    .orderBy('message.id')
    .execute()
  const { cuts, links } = await findEdits(tx, listId)
  const ids = messages.map(({ messageId }) => messageId)
  const sideOf = cuts.size === 0 ? undefined : await findSides(tx, listId, ids, cuts)
  const there = new Map(messages.map((message) => [message.messageId, message]))
  const linked = messages.map(({ messageId, refs }) => ({
    messageId,
    refs: [
      ...cutRefs(messageId, refs, cuts, sideOf),
      ...links.flatMap(([one, other]) =>
        one === messageId && there.has(other) ? [other] : other === messageId && there.has(one) ? [one] : [],
      ),
    ],
  }))
  const taken = new Set<number>()
  const parts = connect(linked, new Map())
  // What only a message refers to that begins a thread of its own belongs to none.
  await sql`delete from ghost where thread_id = any(${threadIds}::bigint[])
    and message_id <> all(${parts.flatMap((part) => [...part.ids])}::text[])`.execute(tx)
  for (const { ids } of parts) {
    const own = messages.filter(({ messageId }) => ids.has(messageId))
    const [first] = own
    if (!first) continue
    // The thread stays with the message by which it was known.
    const stays = own.find(({ messageId, root, threadId }) => messageId === root && !taken.has(threadId))?.threadId
    const threadId = stays ?? (await foundThread(tx, listId, first))
    taken.add(threadId)
    const texts = [...ids]
    await sql`update message set thread_id = ${threadId} where list_id = ${listId} and message_id = any(${texts}::text[])
      and thread_id <> ${threadId}`.execute(tx)
    await sql`update ghost set thread_id = ${threadId} where list_id = ${listId} and message_id = any(${texts}::text[])`.execute(tx)
    if (stays === undefined)
      await sql`insert into thread_choice (person_id, thread_id, choice, chosen_at)
        select person_id, ${threadId}, choice, chosen_at from thread_choice where thread_id = ${first.threadId}
        on conflict do nothing`.execute(tx)
  }
  await sql`delete from thread t where t.id = any(${threadIds}::bigint[]) and not exists (select from message m where m.thread_id = t.id)`.execute(
    tx,
  )
  await countThreads(tx, [...new Set([...threadIds, ...taken])])
}

async function foundThread(tx: Tx, listId: number, first: { messageId: string; subject: string; sentAt: Date }): Promise<number> {
  return insertOne(tx.insertInto('thread'), {
    listId,
    root: first.messageId,
    subject: first.subject,
    firstAt: first.sentAt,
    lastAt: first.sentAt,
  })
}

/** They want each message of a thread, or none of it, or again what the list sends them. */
export async function chooseThread(tx: Tx, actor: Actor, threadId: number, choice: 'follow' | 'mute' | undefined): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId, at } = actor
  if (choice === undefined) await tx.deleteFrom('threadChoice').where('personId', '=', personId).where('threadId', '=', threadId).execute()
  else await upsertRow(tx.insertInto('threadChoice'), { personId, threadId }, { choice, chosenAt: at })
}

/**
 * The same for the thread of a mail that somebody answers, by what it refers to.
 * @param messageIds the first that the list has says which thread
 * @returns whether there is such a thread
 */
export async function chooseThreadOf(
  tx: Tx,
  actor: Actor,
  listId: number,
  messageIds: readonly string[],
  choice: 'follow' | 'mute' | undefined,
): Promise<boolean> {
  for (const messageId of messageIds) {
    const thread = await ifFound(getThreadOf(tx, listId, messageId))
    if (!thread) continue
    await chooseThread(tx, actor, thread.id, choice)
    return true
  }
  return false
}
