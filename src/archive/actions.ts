import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { type Document, indexDocuments } from '../search/actions.ts'
import { type Component, connect } from './rules.ts'

const compress = promisify(zstdCompress)

/** Raw mail made ready to be kept: compressed, with the hash of the bytes as they came. */
export interface RawMail {
  sha256: Buffer
  size: number
  bytes: Buffer
}

/** Compresses raw bytes, off the main thread where they are many. */
export async function packRaw(raw: Uint8Array): Promise<RawMail> {
  const bytes = raw.length < 32_768 ? zstdCompressSync(raw) : await compress(raw)
  return { sha256: createHash('sha256').update(raw).digest(), size: raw.length, bytes }
}

/** Keeps raw mails, byte-exact and for ever; their ids have the order of the input. */
export async function storeRaws(tx: Tx, mails: RawMail[]): Promise<number[]> {
  const rows = await tx.insertInto('rawMail').values(mails).returning('id').execute()
  return rows.map(({ id }) => id)
}

/** Keeps one raw mail. */
export async function storeRaw(tx: Tx, mail: RawMail): Promise<number> {
  const [id] = await storeRaws(tx, [mail])
  return id as number
}

/** A message ready for the archive: what its mail said, settled to values that can be stored. */
export interface NewMessage {
  rawId: number
  messageId: string
  contentHash: Buffer
  /** Message-IDs it refers to, its parent last. */
  refs: string[]
  subject: string
  fromName: string
  fromEmail: string
  personId: number | null
  sentAt: Date
  receivedAt: Date
  text: string
  hasHtml: boolean
  size: number
  defects: string[]
  attachments: { filename: string; type: string; size: number; sha256: Buffer; inline: boolean }[]
}

export interface Stored {
  id: number
  threadId: number
  /** The list has this very message already; nothing was stored. */
  duplicate: boolean
}

// Two posts of one thread at the same instant must not both found it.
export const archiveLock = 7_271

/**
 * Archives messages of one list: once for the same Message-ID and content, as a variant where the content differs;
 * joined to their threads, indexed for search. The answer has the order of the input.
 */
export async function storeMessages(tx: Tx, list: { id: number; language: string }, messages: NewMessage[]): Promise<Stored[]> {
  await sql`select pg_advisory_xact_lock(${archiveLock}, ${list.id}::int)`.execute(tx)
  const seen = await findVariants(tx, list.id, messages)
  const slots = messages.map((message) => {
    const variants = seen.get(message.messageId) ?? []
    seen.set(message.messageId, variants)
    const same = variants.find((variant) => variant.contentHash.equals(message.contentHash))
    if (same) return { message, variant: 0, same }
    const mine: Variant = { contentHash: message.contentHash, variant: variants.length + 1, id: 0, threadId: 0 }
    variants.push(mine)
    return { message, variant: mine.variant, same: mine }
  })
  const fresh = slots.filter((slot) => slot.variant > 0)
  if (fresh.length > 0) {
    const threads = await joinThreads(
      tx,
      list.id,
      fresh.map((slot) => slot.message),
    )
    const rows = await tx
      .insertInto('message')
      .values(
        fresh.map(({ message: { attachments, ...columns }, variant }) => ({
          ...columns,
          listId: list.id,
          threadId: threads.get(columns.messageId) as number,
          variant,
          attachments: attachments.length,
        })),
      )
      .returning(['id', 'threadId'])
      .execute()
    for (const [i, { same }] of fresh.entries()) Object.assign(same, rows[i])
    await storeAttachments(
      tx,
      fresh.flatMap(({ message, same }) =>
        message.attachments.map((attachment, position) => ({ ...attachment, position, messageId: same.id })),
      ),
    )
    await countThreads(tx, [...new Set(threads.values())])
    await indexDocuments(
      tx,
      fresh.map(({ message, same }) => documentOf(list, same.id, message)),
    )
  }
  return slots.map(({ variant, same }) => ({ id: same.id, threadId: same.threadId, duplicate: variant === 0 }))
}

/** Notes how far somebody has read a thread, never backwards. */
export async function visitThread(tx: Tx, personId: number, threadId: number, messageId: number): Promise<void> {
  await tx
    .insertInto('threadVisit')
    .values({ personId, threadId, messageId })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'threadId']).doUpdateSet({ messageId: sql`greatest(thread_visit.message_id, excluded.message_id)` }),
    )
    .execute()
}

interface Variant {
  id: number
  threadId: number
  variant: number
  contentHash: Buffer
}

async function findVariants(tx: Tx, listId: number, messages: NewMessage[]): Promise<Map<string, Variant[]>> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'threadId', 'messageId', 'variant', 'contentHash'])
    .where('listId', '=', listId)
    .where('messageId', '=', sql<string>`any(${messages.map((message) => message.messageId)}::text[])`)
    .orderBy('variant')
    .execute()
  return Map.groupBy(rows, (row) => row.messageId)
}

/** Finds or founds the thread of each message; threads that a message connects become one. */
async function joinThreads(tx: Tx, listId: number, messages: NewMessage[]): Promise<Map<string, number>> {
  const ids = [...new Set(messages.flatMap((message) => [message.messageId, ...message.refs]))]
  const { rows } = await sql<{ messageId: string; threadId: number }>`
    select message_id, thread_id from message where list_id = ${listId} and message_id = any(${ids}::text[])
    union select message_id, thread_id from ghost where list_id = ${listId} and message_id = any(${ids}::text[])`.execute(tx)
  const known = new Map(rows.map((row) => [row.messageId, row.threadId]))
  const threadOf = new Map<string, number>()
  for (const component of connect(messages, known)) {
    const threadId = await settleThread(tx, listId, component, messages)
    for (const id of component.ids) threadOf.set(id, threadId)
  }
  const present = new Set(messages.map((message) => message.messageId))
  const missing = ids.filter((id) => !known.has(id) && !present.has(id))
  if (missing.length > 0)
    await tx
      .insertInto('ghost')
      .values(missing.map((messageId) => ({ listId, messageId, threadId: threadOf.get(messageId) as number })))
      .execute()
  await tx
    .deleteFrom('ghost')
    .where('listId', '=', listId)
    .where('messageId', '=', sql<string>`any(${[...present]}::text[])`)
    .execute()
  return new Map([...present].map((id) => [id, threadOf.get(id) as number]))
}

async function settleThread(tx: Tx, listId: number, { ids, threadIds }: Component, messages: NewMessage[]): Promise<number> {
  const [oldest, ...others] = [...threadIds].sort((a, b) => a - b)
  if (oldest === undefined) {
    const first = messages.find((message) => ids.has(message.messageId)) as NewMessage
    const { id } = await tx
      .insertInto('thread')
      .values({ listId, root: first.messageId, subject: first.subject, firstAt: first.sentAt, lastAt: first.sentAt })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  if (others.length > 0) {
    await tx.updateTable('message').set({ threadId: oldest }).where('threadId', 'in', others).execute()
    await tx.updateTable('ghost').set({ threadId: oldest }).where('threadId', 'in', others).execute()
    await tx.deleteFrom('thread').where('id', 'in', others).execute()
  }
  return oldest
}

/** A thread's subject, span and counts follow from its messages. */
export async function countThreads(tx: Tx, threadIds: number[]): Promise<void> {
  await sql`
    update thread t set root = c.root, subject = c.subject, first_at = c.first_at, last_at = c.last_at, messages = c.messages, people = c.people
    from (select thread_id, (array_agg(message_id order by sent_at, id))[1] as root, (array_agg(subject order by sent_at, id))[1] as subject,
        min(sent_at) as first_at, max(sent_at) as last_at, count(*) as messages, count(distinct from_email) as people
      from message where thread_id = any(${threadIds}::bigint[]) group by thread_id) c
    where t.id = c.thread_id`.execute(tx)
}

async function storeAttachments(
  tx: Tx,
  attachments: (NewMessage['attachments'][number] & { position: number; messageId: number })[],
): Promise<void> {
  if (attachments.length > 0) await tx.insertInto('attachment').values(attachments).execute()
}

/** What search knows of a message. */
export const documentOf = (
  list: { id: number; language: string },
  id: number,
  message: Pick<NewMessage, 'sentAt' | 'fromName' | 'subject' | 'text' | 'attachments'>,
): Document => ({
  kind: 'message',
  subjectId: id,
  audience: `list:${list.id}`,
  listId: list.id,
  at: message.sentAt,
  author: message.fromName,
  title: message.subject,
  body: message.text,
  language: list.language,
  attachment: message.attachments.length > 0,
  keepBody: false,
})
