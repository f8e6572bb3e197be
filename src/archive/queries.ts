import { promisify } from 'node:util'
import { zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { NotFound } from '../errors.ts'
import { mayReadArchive } from '../policy.ts'

const decompress = promisify(zstdDecompress)

/**
 * The only way to a list's archive. To those who may not read it there is none.
 * @throws NotFound
 */
export async function getArchive(db: Db, actor: Actor, name: string) {
  const list = await db
    .selectFrom('list')
    .innerJoin('workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('list')
    .select(['workingGroup.name as groupName', 'workingGroup.slug as groupSlug'])
    .select(sql<number[]>`array(select c.community_id::int from list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('list.name', '=', name.toLowerCase())
    .executeTakeFirst()
  if (!list || !mayReadArchive(actor, list)) throw new NotFound('No such list.')
  return list
}

/** A place in newest-first order. */
export interface ThreadCursor {
  lastAt: Date
  id: number
}

/** Threads of a list, newest first; `month` as YYYY-MM keeps those with a message in it (UTC). */
export async function listThreads(
  db: Db,
  listId: number,
  { after, month, limit = 30 }: { after?: ThreadCursor; month?: string; limit?: number } = {},
) {
  let query = db
    .selectFrom('thread')
    .select(['id', 'root', 'subject', 'firstAt', 'lastAt', 'messages', 'people'])
    .select(sql<string[]>`array(select distinct m.from_name from message m where m.thread_id = thread.id limit 4)`.as('names'))
    .where('listId', '=', listId)
    .orderBy('lastAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where(sql<boolean>`(last_at, id) < (${after.lastAt}, ${after.id})`)
  if (month)
    query = query.where(
      sql<boolean>`exists (select from message m where m.thread_id = thread.id and m.sent_at >= ${`${month}-01`}::timestamp at time zone 'UTC'
        and m.sent_at < (${`${month}-01`}::timestamp + interval '1 month') at time zone 'UTC')`,
    )
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { threads: page, next: rows.length > limit && last ? { lastAt: last.lastAt, id: last.id } : undefined }
}

/** How many messages each month (UTC) of a list has, newest first. */
export async function listMonths(db: Db, listId: number): Promise<{ month: string; messages: number }[]> {
  const { rows } = await sql<{ month: string; messages: number }>`
    select to_char(sent_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as messages from message
    where list_id = ${listId} group by 1 order by 1 desc`.execute(db)
  return rows
}

const messageColumns = [
  'message.id',
  'message.threadId',
  'message.messageId',
  'message.variant',
  'message.refs',
  'message.subject',
  'message.fromName',
  'message.fromEmail',
  'message.personId',
  'message.sentAt',
  'message.text',
  'message.hasHtml',
  'message.attachments',
  'message.rawId',
  'message.defects',
] as const

/**
 * One message of a list by its Message-ID.
 * @param variant which of several with the same id, from 1
 * @throws NotFound
 */
export async function getMessage(db: Db, listId: number, messageId: string, variant = 1) {
  const message = await db
    .selectFrom('message')
    .select(messageColumns)
    .select(
      sql<number>`(select count(*) from message v where v.list_id = message.list_id and v.message_id = message.message_id)`.as('variants'),
    )
    .where('listId', '=', listId)
    .where('messageId', '=', messageId)
    .where('variant', '=', variant)
    .executeTakeFirst()
  if (!message) throw new NotFound('No such message.')
  return message
}

// A thread page stays readable and quick; what is beyond stands on the flat pages by month.
const longestThread = 500

/** The messages of a thread, oldest first, with the institution that each writer belonged to then. */
export async function listThreadMessages(db: Db, threadId: number) {
  return db
    .selectFrom('message')
    .select(messageColumns)
    .select(
      sql<
        string | null
      >`(select o.name from affiliation f join organisation o on o.id = f.organisation_id where f.person_id = message.person_id
        and (f.from_on is null or f.from_on <= message.sent_at::date) and (f.to_on is null or f.to_on >= message.sent_at::date) order by f.id limit 1)`.as(
        'institution',
      ),
    )
    .where('threadId', '=', threadId)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(longestThread)
    .execute()
}

export type ThreadMessage = Awaited<ReturnType<typeof listThreadMessages>>[number]

/** Names, types and sizes of what hangs on these messages. */
export function listAttachments(db: Db, messageIds: number[]) {
  return db
    .selectFrom('attachment')
    .select(['messageId', 'position', 'filename', 'type', 'size', 'inline', 'sha256'])
    .where('messageId', 'in', [0, ...messageIds])
    .orderBy('messageId')
    .orderBy('position')
    .execute()
}

/**
 * The bytes of a mail as they came.
 * @throws NotFound when an erasure took them
 */
export async function readRaw(db: Db, rawId: number): Promise<Buffer> {
  const row = await db.selectFrom('rawMail').select('bytes').where('id', '=', rawId).executeTakeFirst()
  return readPacked(row?.bytes ?? null)
}

/**
 * Kept bytes as they came.
 * @throws NotFound when an erasure took them
 */
export async function readPacked(bytes: Buffer | null): Promise<Buffer> {
  if (!bytes) throw new NotFound('This mail was removed.')
  return bytes.length < 16_384 ? zstdDecompressSync(bytes) : decompress(bytes)
}
