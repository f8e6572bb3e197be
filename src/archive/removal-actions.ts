import { sql } from 'kysely'
import { findPointedAt, theseIds } from '../lib/db/references.ts'
import type { Tx } from '../lib/db/rows.ts'
import { countThreads } from './core/actions.ts'
import { forgetMessages } from './found-actions.ts'
import { connect } from './rules.ts'
import { findEdits, findSides } from './threading/queries.ts'
import { cutRefs } from './threading/rules.ts'

/**
 * Takes messages out of a list as if they had never come: their attachments, what search finds, their old addresses, and their raw mails
 * where nothing else keeps them. Threads become what is left of them. The caller holds the lock of the archive.
 */
export async function removeMessages(tx: Tx, listId: number, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('importFinding').set({ messageId: null }).where('messageId', 'in', ids).execute()
  await tx.deleteFrom('attachment').where('messageId', 'in', ids).execute()
  await forgetMessages(tx, ids)
  const gone = await tx.deleteFrom('message').where('id', 'in', ids).returning(['threadId', 'rawId']).execute()
  await dropRaws(tx, [...new Set(gone.map(({ rawId }) => rawId))])
  await settleThreads(tx, listId, [...new Set(gone.map(({ threadId }) => threadId))])
}

/** Lets go of raw mails that nothing points to any more. */
export async function dropRaws(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  const kept = await findPointedAt(tx, 'raw_mail', theseIds(ids))
  const loose = ids.filter((id) => !kept.has(id))
  if (loose.length > 0) await tx.deleteFrom('rawMail').where('id', 'in', loose).execute()
}

interface Left {
  id: number
  messageId: string
  refs: string[]
  threadId: number
}

/**
 * Makes threads anew out of what is left in them, as if what is gone had never been there: a thread without messages goes, one that only
 * hung together by what is gone falls apart, and what is still referred to stands as missing.
 */
async function settleThreads(tx: Tx, listId: number, threadIds: number[]): Promise<void> {
  const rows: Left[] = await tx
    .selectFrom('message')
    .select(['id', 'messageId', 'refs', 'threadId'])
    .where('threadId', 'in', threadIds)
    .orderBy('id')
    .execute()
  const left = Map.groupBy(rows, ({ threadId }) => threadId)
  const empty = threadIds.filter((id) => !left.has(id))
  await tx.deleteFrom('ghost').where('threadId', 'in', threadIds).execute()
  if (empty.length > 0) await tx.deleteFrom('thread').where('id', 'in', empty).execute()
  const counted: number[] = []
  for (const [threadId, messages] of left) counted.push(...(await splitThread(tx, listId, threadId, messages)))
  if (counted.length > 0) await countThreads(tx, counted)
}

/** @returns the threads that a thread has become: itself, and one for each part that hangs together no more */
async function splitThread(tx: Tx, listId: number, threadId: number, messages: Left[]): Promise<number[]> {
  const present = new Map(messages.map((message) => [message.messageId, message]))
  const parts = connect(await asEdited(tx, listId, messages, present), new Map())
    .map(({ ids }) => ({ ids, messages: messages.filter((message) => ids.has(message.messageId)) }))
    .sort((a, b) => b.messages.length - a.messages.length || (a.messages[0]?.id ?? 0) - (b.messages[0]?.id ?? 0))
  const threads: number[] = []
  for (const [at, part] of parts.entries()) {
    const id = at === 0 ? threadId : await foundThread(tx, part.messages)
    threads.push(id)
    const missing = [...part.ids].filter((one) => !present.has(one))
    // What stands in another thread is no ghost of this one.
    if (missing.length > 0)
      await sql`insert into ghost (list_id, message_id, thread_id) select ${listId}, g, ${id} from unnest(${missing}::text[]) g
        where not exists (select from message m where m.list_id = ${listId} and m.message_id = g) on conflict do nothing`.execute(tx)
  }
  return threads
}

/** What messages of a thread refer to, as moderators have parted and joined it. */
async function asEdited(tx: Tx, listId: number, messages: Left[], present: ReadonlyMap<string, unknown>) {
  const { cuts, links } = await findEdits(tx, listId)
  const sideOf = cuts.size === 0 ? undefined : await findSides(tx, listId, [...present.keys()], cuts)
  return messages.map(({ messageId, refs }) => ({
    messageId,
    refs: [
      ...cutRefs(messageId, refs, cuts, sideOf),
      ...links.flatMap(([one, other]) => (one === messageId && present.has(other) ? [other] : [])),
    ],
  }))
}

async function foundThread(tx: Tx, messages: Left[]): Promise<number> {
  const ids = messages.map(({ id }) => id)
  const { rows } = await sql<{ id: number }>`insert into thread (list_id, root, subject, first_at, last_at)
    select list_id, message_id, subject, sent_at, sent_at from message where id = any(${ids}::bigint[]) order by sent_at, id limit 1
    returning id`.execute(tx)
  const id = rows[0]?.id as number
  await tx.updateTable('message').set({ threadId: id }).where('id', 'in', ids).execute()
  return id
}
