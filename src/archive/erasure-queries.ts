import { sql } from 'kysely'
import { type Db, orNoId } from '../lib/db/rows.ts'
import { findWords, type Needle } from '../lib/mail/find-words.ts'
import { readPacked } from './core/queries.ts'

const batch = 1_000

/**
 * The messages of a list that may hold certain words: those whose text, subject, writer or file names do, and all of one thread, whose
 * raw mails may hold them where no reader sees it.
 * @param pattern narrows the search down in the database, where the words are known
 */
export async function listSuspects(
  db: Db,
  { listId, threadId, needles, pattern }: { listId: number; threadId?: number; needles: readonly Needle[]; pattern?: string },
): Promise<{ id: number; rawId: number }[]> {
  const found: { id: number; rawId: number }[] = []
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('message')
      .select(['id', 'rawId', 'threadId', 'text', 'subject', 'fromName', 'fromEmail'])
      .select(
        sql<string>`coalesce((select string_agg(a.filename, ' / ') from attachment a where a.message_id = message.id), '')`.as('files'),
      )
      .where('listId', '=', listId)
      .where('id', '>', after)
      .$if(pattern !== undefined, (query) =>
        query.where(
          sql<boolean>`(thread_id = ${threadId ?? 0} or text ~* ${pattern} or subject ~* ${pattern} or from_name ~* ${pattern}
            or from_email ~* ${pattern} or exists (select from attachment a where a.message_id = message.id and a.filename ~* ${pattern}))`,
        ),
      )
      .orderBy('id')
      .limit(batch)
      .execute()
    for (const row of rows) {
      const { text, subject, fromName, fromEmail, files } = row
      const suspect =
        row.threadId === threadId || [text, subject, fromName, fromEmail, files].some((part) => findWords(part, needles).length > 0)
      if (suspect) found.push({ id: row.id, rawId: row.rawId })
    }
    const last = rows.at(-1)
    if (!last) return found
    after = last.id
  }
}

/** The messages of a list with an attachment of this content. */
export function listCarriers(db: Db, listId: number, sha256: Buffer) {
  return db
    .selectFrom('message')
    .select(['id', 'rawId'])
    .where('listId', '=', listId)
    .where((e) => e.exists(e.selectFrom('attachment').select('id').whereRef('messageId', '=', 'message.id').where('sha256', '=', sha256)))
    .orderBy('id')
    .execute()
}

/** Where a content hangs on a message whose raw mail is there: the newest. */
export const findAttachment = (db: Db, sha256: Buffer) =>
  db
    .selectFrom('attachment')
    .innerJoin('message', 'message.id', 'attachment.messageId')
    .innerJoin('rawMail', 'rawMail.id', 'message.rawId')
    .select(['message.rawId', 'attachment.position', 'attachment.size'])
    .where('attachment.sha256', '=', sha256)
    .where('attachment.inline', '=', false)
    .where('rawMail.erasedAt', 'is', null)
    .orderBy('attachment.id', 'desc')
    .executeTakeFirst()

/** Every message that is kept as one of these raw mails, in whatever list, with what reading it again needs. */
export async function listKeptAs(db: Db, rawIds: number[]) {
  const rows = await db
    .selectFrom('message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .leftJoin('mailImport', 'mailImport.id', 'message.importId')
    .select(['message.id', 'message.rawId', 'message.messageId', 'message.personId', 'message.sentAt', 'message.receivedAt'])
    .select('mailImport.headerCharset')
    .select(['message.listId', 'message.threadId', 'list.language', 'list.name as listName'])
    .select(
      sql<'web' | 'mail' | 'api' | 'cli' | 'job' | null>`(select i.via from inbound i where i.raw_id = message.raw_id limit 1)`.as('via'),
    )
    .where('message.rawId', 'in', orNoId(rawIds))
    .orderBy('message.id')
    .execute()
  return rows
}

/** The bytes of a raw mail; undefined where they are gone. */
export async function findRaw(db: Db, rawId: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('rawMail').select('bytes').where('id', '=', rawId).executeTakeFirst()
  return row?.bytes ? readPacked(row.bytes) : undefined
}

/** What was taken out of those of these messages that say so: what kind, when, by whom, why; newest first. */
export async function listErasuresOf(db: Db, messages: readonly { id: number; erased: boolean }[]) {
  const messageIds = messages.filter(({ erased }) => erased).map(({ id }) => id)
  if (messageIds.length === 0) return []
  return db
    .selectFrom('erasedMessage')
    .innerJoin('erasure', 'erasure.id', 'erasedMessage.erasureId')
    .leftJoin('sharedPerson as person', 'person.id', 'erasure.byId')
    .select(['erasedMessage.messageId', 'erasure.kind', 'erasure.at', 'erasure.reason', 'person.name as by'])
    .where('erasedMessage.messageId', 'in', messageIds)
    .orderBy('erasure.id', 'desc')
    .execute()
}

export type Erasures = Awaited<ReturnType<typeof listErasuresOf>>
