import { sql } from 'kysely'
import { orNoId, type Tx } from '../lib/db/rows.ts'
import { countThreads, dropBytes, packRaw, storeRaw } from './core/actions.ts'
import { forgetMessages } from './found-actions.ts'
import { type Reread, refreshMessages } from './rebuild-actions.ts'

/**
 * Takes the bytes of a raw mail away for good: the one function that does. Size, hash and the day stay.
 * @param instead what is kept in its place by everything that points to it; undefined: nothing
 * @returns the id of the raw mail that stands there now
 */
export async function eraseRaw(tx: Tx, rawId: number, at: Date, instead?: Uint8Array): Promise<number> {
  await dropBytes(tx, rawId, at)
  if (!instead) return rawId
  const fresh = await storeRaw(tx, await packRaw(instead))
  // Whoever keeps raw mails says so by a foreign key; a domain that comes later is not forgotten here.
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'raw_mail'::regclass`.execute(tx)
  for (const { table, column } of rows)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${fresh} where ${sql.ref(column)} = ${rawId}`.execute(tx)
  return fresh
}

/** Notes that messages are not what they were: a second copy of the old content is still known, and readers of feeds are told. */
async function markChanged(tx: Tx, messageIds: number[], at: Date): Promise<void> {
  await tx
    .updateTable('message')
    .set({ originalHash: sql`coalesce(original_hash, content_hash)`, changedAt: at })
    .where('id', 'in', orNoId(messageIds))
    .execute()
}

/** Writes down what messages say whose raw mails have been cut, thread by thread and in search. */
export async function refreshCut(
  tx: Tx,
  messages: { list: { id: number; language: string }; threadId: number; read: Reread }[],
  at: Date,
): Promise<void> {
  const changed = messages.map(({ read }) => read.id)
  await markChanged(tx, changed, at)
  for (const { list, read } of messages) await refreshMessages(tx, list, [read])
  await countThreads(tx, [...new Set(messages.map(({ threadId }) => threadId))])
}

/**
 * Empties messages whose raw mails are gone. They keep their place in the thread, their Message-ID, writer and time.
 * @param subject whether the subject goes too
 */
export async function emptyMessages(tx: Tx, messageIds: number[], at: Date, subject: boolean): Promise<void> {
  await markChanged(tx, messageIds, at)
  await tx
    .updateTable('message')
    .set({ text: '', folds: null, hasHtml: false, attachments: 0, defects: [], ...(subject ? { subject: '(removed)' } : {}) })
    .where('id', 'in', orNoId(messageIds))
    .execute()
  await tx.deleteFrom('attachment').where('messageId', 'in', orNoId(messageIds)).execute()
  await forgetMessages(tx, messageIds)
  const threads = await tx.selectFrom('message').select('threadId').distinct().where('id', 'in', orNoId(messageIds)).execute()
  const threadIds = threads.map(({ threadId }) => threadId)
  await countThreads(tx, threadIds)
}

/** Takes the bytes of raw mails away that went nowhere; answers with how many had some. */
export async function dropBytesOf(tx: Tx, rawIds: readonly number[], at: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('rawMail')
    .set({ bytes: null, erasedAt: at })
    .where('id', 'in', orNoId(rawIds))
    .where('bytes', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The messages of a person stand under another name, without an address. */
export async function renameWriter(tx: Tx, personId: number, name: string): Promise<void> {
  await tx.updateTable('message').set({ fromName: name, fromEmail: '' }).where('personId', '=', personId).execute()
}
