import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createZstdDecompress, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound } from '../../errors.ts'
import { type Db, orNoId, pagesOf } from '../../lib/db/rows.ts'
import type { ShownList } from '../../lib/db/shown.ts'
import { asked, inPlace, statement } from '../../lib/db/statement.ts'
import { together } from '../../lib/db/together.ts'
import { pluck } from '../../lib/pluck.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayReadArchive } from '../../policy.ts'

const t = textsOf('archive', 'queries')

const decompress = promisify(zstdDecompress)

const archives = (db: Db) =>
  db
    .selectFrom('sharedList as list')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('list')
    .select(['workingGroup.name as groupName', 'workingGroup.slug as groupSlug'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))

/** Every list by its name; whose archive may be read, `getArchive` decides. */
export const listArchives = async (db: Db): Promise<ReadonlyMap<string, ShownList>> =>
  new Map((await archives(db).execute()).map((list) => [list.name, list]))

/**
 * The only way to a list's archive. To those who may not read it there is none.
 * @param lists all of them, where they were read for this request
 * @throws NotFound
 */
export async function getArchive(db: Db, actor: Actor, name: string, lists?: ReadonlyMap<string, ShownList>) {
  const called = name.toLowerCase()
  const list = lists ? lists.get(called) : await archives(db).where('list.name', '=', called).executeTakeFirst()
  if (!list || !mayReadArchive(actor, list)) throw new NotFound(refusals.noSuchList)
  return list
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
  'message.folds',
  'message.hasHtml',
  'message.attachments',
  'message.rawId',
  'message.defects',
] as const

/** Its text is Markdown that was written here; what a header says of that counts for nothing. */
const isMarkdown = sql<boolean>`exists (select from raw_mail r where r.id = message.raw_id and r.markdown)`.as('markdown')

/** Something was taken out of it: what, is asked of few messages. */
const isErased = sql<boolean>`exists (select from erased_message e where e.message_id = message.id)`.as('erased')

/**
 * One message of a list by its Message-ID.
 * @param variant which of several with the same id, from 1
 * @throws NotFound
 */
export async function getMessage(db: Db, listId: number, messageId: string, variant = 1) {
  return (await findMessage(db, { listId, messageId, variant })) ?? missing(t.messageNotFound)
}

const messagesAsked = statement((db, { listIds, messageIds, variants }: { listIds: number[]; messageIds: string[]; variants: number[] }) =>
  db
    .selectFrom(
      asked<{ listId: number; messageId: string; variant: number }>({
        listId: sql`${listIds}::bigint[]`,
        messageId: sql`${messageIds}::text[]`,
        variant: sql`${variants}::int[]`,
      }),
    )
    .innerJoin('message', (join) =>
      join
        .onRef('message.listId', '=', 'asked.listId')
        .onRef('message.messageId', '=', 'asked.messageId')
        .onRef('message.variant', '=', 'asked.variant'),
    )
    .select(messageColumns)
    .select([isMarkdown, isErased, 'asked.place'])
    .select(
      sql<number>`(select count(*) from message v where v.list_id = message.list_id and v.message_id = message.message_id)`.as('variants'),
    ),
)

const findMessage = together(async (db, keys: { listId: number; messageId: string; variant: number }[]) => {
  const rows = await messagesAsked(db, {
    listIds: keys.map(({ listId }) => listId),
    messageIds: keys.map(({ messageId }) => messageId),
    variants: keys.map(({ variant }) => variant),
  })
  return inPlace(keys, rows)
})

// A thread page stays readable and quick; longer threads go on over the page.
const threadPage = 200

const withPages = <T extends { messages: number }>(thread: T) => ({
  ...thread,
  pages: pagesOf(thread.messages, threadPage),
})

/** What a thread is and how many messages and pages it has. */
export async function getThread(db: Db, threadId: number) {
  return withPages(await db.selectFrom('thread').selectAll().where('id', '=', threadId).executeTakeFirstOrThrow())
}

/** The number of the thread that a message of a list stands in. */
const threadIdOf = (listId: RawBuilder<unknown>, messageId: RawBuilder<unknown>) =>
  sql<number>`(select m.thread_id from message m where m.list_id = ${listId} and m.message_id = ${messageId} limit 1)`

/**
 * The thread that a message of a list stands in.
 * @throws NotFound
 */
export async function getThreadOf(db: Db, listId: number, messageId: string) {
  const ofMessage = threadIdOf(sql`${listId}`, sql`${messageId}`)
  const thread = (await db.selectFrom('thread').selectAll().where('id', '=', ofMessage).executeTakeFirst()) ?? missing(t.messageNotFound)
  return withPages(thread)
}

/** A page of a thread: how many of its messages come before it, and who looks at it; nobody has number 0. */
interface ThreadKey {
  listId: number
  messageId: string
  personId: number
  skip: number
}

type Arrays<Row> = { [Column in keyof Row as `${Column & string}s`]: Row[Column][] }

/** The messages of such pages, each with the institution that its writer belonged to then, and with what its thread is. */
const threadsAsked = statement((db, { listIds, messageIds, personIds, skips }: Arrays<ThreadKey>) =>
  db
    .selectFrom(
      asked<ThreadKey>({
        listId: sql`${listIds}::bigint[]`,
        messageId: sql`${messageIds}::text[]`,
        personId: sql`${personIds}::bigint[]`,
        skip: sql`${skips}::int[]`,
      }),
    )
    .innerJoin('thread', (join) => join.on('thread.id', '=', threadIdOf(sql.ref('asked.listId'), sql.ref('asked.messageId'))))
    .innerJoinLateral(
      (within) =>
        within
          .selectFrom('message')
          .select(messageColumns)
          .select([isMarkdown, isErased])
          .select(
            sql<
              string | null
            >`(select o.name from shared_affiliation f join shared_organisation o on o.id = f.organisation_id where f.person_id = message.person_id
            and (f.from_on is null or f.from_on <= message.sent_at::date) and (f.to_on is null or f.to_on >= message.sent_at::date)
            order by f.id limit 1)`.as('institution'),
          )
          .whereRef('message.threadId', '=', 'thread.id')
          .orderBy('message.sentAt')
          .orderBy('message.id')
          .limit(threadPage)
          .offset(sql.ref<number>('asked.skip'))
          .as('message'),
      (join) => join.onTrue(),
    )
    .selectAll('message')
    .select(['thread.root', 'thread.subject as threadSubject', 'thread.firstAt', 'thread.lastAt', 'thread.messages', 'thread.people'])
    .select([
      sql<number | null>`(select v.message_id from thread_visit v where v.thread_id = thread.id and v.person_id = asked.person_id)`.as(
        'seen',
      ),
      sql<
        'follow' | 'mute' | null
      >`(select c.choice from thread_choice c where c.thread_id = thread.id and c.person_id = asked.person_id)`.as('choice'),
      'asked.place',
    ])
    .orderBy('asked.place')
    .orderBy('message.sentAt')
    .orderBy('message.id'),
)

const readThreadPage = together(
  async (db, keys: ThreadKey[]) => {
    const rows = await threadsAsked(db, {
      listIds: pluck(keys, 'listId'),
      messageIds: pluck(keys, 'messageId'),
      personIds: pluck(keys, 'personId'),
      skips: pluck(keys, 'skip'),
    })
    const byPlace = Map.groupBy(rows, ({ place }) => place)
    return keys.map((_, at) => byPlace.get(at + 1) ?? [])
  },
  { most: 8, lanes: 2 },
)

/**
 * The thread that a message of a list stands in, one page of its messages, oldest first, and how it stands for somebody: up to which message they
 * have looked at it, if ever, and how they want its messages.
 * @throws NotFound
 */
export async function getThreadPage(
  db: Db,
  listId: number,
  messageId: string,
  { personId = null, page = 1 }: { personId?: number | null; page?: number } = {},
) {
  const messages = await readThreadPage(db, { listId, messageId, personId: personId ?? 0, skip: (page - 1) * threadPage })
  const [first] = messages
  // Beyond its last page there is the thread alone.
  if (!first) return { thread: await getThreadOf(db, listId, messageId), messages, seen: null, choice: null }
  const { threadId: id, threadSubject: subject, root, firstAt, lastAt, people, seen, choice } = first
  return { thread: withPages({ id, root, subject, firstAt, lastAt, people, messages: first.messages }), messages, seen, choice }
}

// So long a feed tells again of a message that lost something: who mirrors the feed loses it too.
const toldAgainFor = 30 * 86_400_000

/**
 * The newest messages of a list, or of one thread of it, newest first, and those that lost something of late: what a feed tells.
 * @param now what came out longer ago is not told any more
 */
export async function listNewestMessages(db: Db, { listId, threadId, now }: { listId: number; threadId?: number; now: Date }) {
  const query = db
    .selectFrom('message')
    .select(['id', 'messageId', 'variant', 'subject', 'fromName', 'sentAt', 'receivedAt', 'changedAt', 'text'])
    .where('listId', '=', listId)
    .$if(threadId !== undefined, (chosen) => chosen.where('threadId', '=', threadId ?? 0))
  const [newest, changed] = await Promise.all([
    query.orderBy('sentAt', 'desc').orderBy('id', 'desc').limit(30).execute(),
    query
      .where('changedAt', '>', new Date(now.getTime() - toldAgainFor))
      .orderBy('changedAt', 'desc')
      .limit(200)
      .execute(),
  ])
  const known = new Set(newest.map((message) => message.id))
  return [...newest, ...changed.filter((message) => !known.has(message.id))]
}

export type ThreadPage = Awaited<ReturnType<typeof getThreadPage>>
export type ThreadMessage = ThreadPage['messages'][number]

/** Names, types and sizes of what hangs on these messages. */
export function listAttachments(db: Db, messageIds: number[]) {
  return db
    .selectFrom('attachment')
    .select(['messageId', 'position', 'filename', 'type', 'size', 'inline', 'sha256'])
    .where(sql<boolean>`message_id = any(${messageIds}::bigint[])`)
    .orderBy('messageId')
    .orderBy('position')
    .execute()
}

/**
 * The bytes of a mail as they came.
 * @throws NotFound when an erasure took them
 */
export async function readRaw(db: Db, rawId: number): Promise<Buffer> {
  const row = await db
    .selectFrom('rawMail')
    .select(['size', packedUpTo(pieceBytes)])
    .where('id', '=', rawId)
    .executeTakeFirst()
  return row?.packed ? readPacked(row.packed) : readLarge(db, rawId, row?.size ?? 0)
}

/** The packed bytes of raw mails where they are no more than so many; `readRaw` has the others. */
export const packedUpTo = (most: number) =>
  sql<Buffer | null>`case when octet_length(raw_mail.bytes) <= ${most} then raw_mail.bytes end`.as('packed')

/**
 * Those of some raw mails that are small, not erased and can be read, by id: for lists that show how each begins.
 * @param most bytes, as they came: what packs well is large all the same
 */
export async function readSmall(db: Db, rawIds: readonly number[], most = 64 * 1024): Promise<Map<number, Buffer>> {
  const rows = await db.selectFrom('rawMail').select(['id', 'bytes']).where('id', 'in', orNoId(rawIds)).where('size', '<=', most).execute()
  // One that is damaged must not take the whole list from its readers.
  const read = await Promise.allSettled(rows.map(async ({ id, bytes }) => [id, await readPacked(bytes)] as const))
  return new Map(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
}

/** As much of a packed mail as is read at once: it travels as text, in twice the room, and in several copies. */
export const pieceBytes = 512 * 1024

/** Unpacks a mail piece by piece, into the one place where it is to lie. */
async function readLarge(db: Db, rawId: number, size: number): Promise<Buffer> {
  const raw = Buffer.allocUnsafeSlow(size)
  let length = 0
  await pipeline(piecesOf(db, rawId), createZstdDecompress(), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) length += piece.copy(raw, length)
  })
  return raw.subarray(0, length)
}

async function* piecesOf(db: Db, rawId: number): AsyncGenerator<Buffer> {
  for (let at = 1; ; at += pieceBytes) {
    const { rows } = await sql<{ piece: Buffer | null }>`
      select substring(bytes from ${at}::int for ${pieceBytes}::int) as piece from raw_mail where id = ${rawId}`.execute(db)
    const piece = rows[0]?.piece ?? missing(t.messageWasRemoved)
    if (piece.length > 0) yield piece
    if (piece.length < pieceBytes) return
  }
}

/**
 * Kept bytes as they came.
 * @throws NotFound when an erasure took them
 */
export async function readPacked(bytes: Buffer | null): Promise<Buffer> {
  if (!bytes) throw new NotFound(t.messageWasRemoved)
  return bytes.length < 16_384 ? zstdDecompressSync(bytes) : decompress(bytes)
}

/** Which messages of a list: all, those of a month (UTC, YYYY-MM), or of a thread. */
export interface Choice {
  listId: number
  threadId?: number
  month?: string
}

const firstOf = (month: string) => sql`${`${month}-01`}::timestamp at time zone 'UTC'`
const endOf = (month: string) => sql`(${`${month}-01`}::timestamp + interval '1 month') at time zone 'UTC'`

const batch = 500

function listMailKeys(db: Db, { listId, threadId, month }: Choice, after?: { sentAt: Date; id: number }) {
  let query = db
    .selectFrom('message')
    .select(['id', 'sentAt', 'receivedAt', 'rawId', 'size'])
    .where('listId', '=', listId)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(batch)
  if (threadId !== undefined) query = query.where('threadId', '=', threadId)
  if (month) query = query.where(sql<boolean>`sent_at >= ${firstOf(month)} and sent_at < ${endOf(month)}`)
  if (after) query = query.where(sql<boolean>`(sent_at, id) > (${after.sentAt}, ${after.id})`)
  return query.execute()
}

/** A kept mail with the time it came at. */
export interface KeptMail {
  raw: Buffer
  date: Date
}

/** The chosen mails, oldest first, byte for byte as they came; a few at a time, so that a list of any size can be sent. */
export async function* readMails(db: Db, choice: Choice): AsyncGenerator<KeptMail> {
  let keys = await listMailKeys(db, choice)
  while (keys.length > 0) {
    yield* readKept(db, keys)
    keys = keys.length < batch ? [] : await listMailKeys(db, choice, keys.at(-1))
  }
}

/** The mails of these messages, in their order. Who asks has made sure that they may be read. */
export async function* readMailsOf(db: Db, messageIds: number[]): AsyncGenerator<KeptMail> {
  const rows = await db.selectFrom('message').select(['id', 'receivedAt', 'rawId', 'size']).where('id', 'in', orNoId(messageIds)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = messageIds.flatMap((id) => byId.get(id) ?? [])
  yield* readKept(db, inOrder)
}

// As much as is held in memory at once.
const portion = 4 * 1024 * 1024

async function* readKept(db: Db, keys: { rawId: number; receivedAt: Date; size: number }[]): AsyncGenerator<KeptMail> {
  let [from, size] = [0, 0]
  for (const [at, key] of keys.entries()) {
    size += key.size
    if (size < portion && at < keys.length - 1) continue
    const part = keys.slice(from, at + 1)
    const rows = await db.selectFrom('rawMail').select(['id', 'bytes']).where('id', 'in', pluck(part, 'rawId')).execute()
    const bytesOf = new Map(rows.map((row) => [row.id, row.bytes]))
    for (const { rawId, receivedAt } of part) {
      const bytes = bytesOf.get(rawId)
      // An erasure took it: the others are still theirs to take along.
      if (bytes) yield { raw: await readPacked(bytes), date: receivedAt }
    }
    ;[from, size] = [at + 1, 0]
  }
}

export type List = Awaited<ReturnType<typeof getArchive>>
export type Files = Awaited<ReturnType<typeof listAttachments>>
