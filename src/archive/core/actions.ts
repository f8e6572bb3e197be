import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Tx } from '../../lib/db/rows.ts'
import { writtenTogether } from '../../lib/db/together.ts'
import type { Digest } from '../../lib/mail/digest.ts'
import { isOfTypes } from '../../lib/mail/file-types.ts'
import { pluck } from '../../lib/pluck.ts'
import { type Document, dropTexts, indexDocuments } from '../../search/actions.ts'
import { mayBeFound } from '../files-rules.ts'
import { type Component, connect } from '../rules.ts'
import { findEdits, findSides } from '../threading/queries.ts'
import { cutRefs } from '../threading/rules.ts'
import { listLetterContents } from './letters-queries.ts'
import { firstWriters } from './threads-queries.ts'

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
  if (mails.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into raw_mail (sha256, size, bytes)
    select m.sha256, m.size, m.bytes
    from unnest(${mails.map((mail) => mail.sha256)}::bytea[], ${mails.map((mail) => mail.size)}::integer[],
      ${mails.map((mail) => mail.bytes)}::bytea[]) with ordinality as m (sha256, size, bytes, place)
    order by m.place returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Takes the bytes of a raw mail away for good; its size, hash and the day stay. */
export async function dropBytes(tx: Tx, rawId: number, at: Date): Promise<void> {
  await tx.updateTable('rawMail').set({ bytes: null, erasedAt: at }).where('id', '=', rawId).execute()
  // A message is indexed anew by whoever takes its bytes away; a role's letter stands where it stood.
  const contents = await listLetterContents(tx, rawId)
  if (contents.length > 0) await dropTexts(tx, contents)
}

/** Keeps one raw mail. */
export async function storeRaw(tx: Tx, mail: RawMail): Promise<number> {
  const [id] = await storeRaws(tx, [mail])
  return id as number
}

/** A message ready for the archive: what its mail said, settled to values that can be stored. */
export interface NewMessage extends Digest {
  /** Its raw bytes, kept already, or to be kept if the message is new. */
  rawId: number | RawMail
  personId: number | null
  sentAt: Date
  receivedAt: Date
  /** Its words for the search, if they are made already. */
  vector?: string
}

export interface Stored {
  id: number
  threadId: number
  /** The list has this very message already; nothing was stored. */
  duplicate: boolean
}

// Two posts of one thread at the same instant must not both found it.
const archiveLock = 7_271

/** Whoever adds messages to a list, or takes some away, is alone with it until the end of the transaction. */
export const lockArchive = (tx: Tx, listId: number) => sql`select pg_advisory_xact_lock(${archiveLock}, ${listId}::int)`.execute(tx)

/**
 * Archives messages of one list: once for the same Message-ID and content, as a variant where the content differs;
 * joined to their threads, indexed for search. The answer has the order of the input.
 * @param importId the import that they came by; a message that comes by itself is nobody's to take back
 */
export async function storeMessages(
  tx: Tx,
  list: { id: number; language: string },
  messages: NewMessage[],
  importId?: number,
): Promise<Stored[]> {
  await lockArchive(tx, list.id)
  const seen = await findVariants(tx, list.id, messages)
  const slots = messages.map((message) => {
    const variants = seen.get(message.messageId) ?? []
    seen.set(message.messageId, variants)
    // What lost something by an erasure is known by what it was, too: a second copy must not bring it back.
    const same = variants.find(
      (variant) => variant.contentHash.equals(message.contentHash) || variant.originalHash?.equals(message.contentHash),
    )
    if (same) return { message, variant: 0, same }
    const mine: Variant = { contentHash: message.contentHash, variant: variants.length + 1, id: 0, threadId: 0 }
    variants.push(mine)
    return { message, variant: mine.variant, same: mine }
  })
  // A late copy of what lost something would bring it back to who looks into what came in.
  for (const { message, variant, same } of slots)
    if (variant === 0 && typeof message.rawId === 'number' && same.originalHash?.equals(message.contentHash))
      await dropBytes(tx, message.rawId, message.receivedAt)
  const fresh = slots.filter((slot) => slot.variant > 0)
  const known = slots.flatMap(({ variant, same }) => (variant === 0 ? [same.id] : []))
  if (importId === undefined) await keepForGood(tx, known)
  if (fresh.length > 0) {
    const threads = await joinThreads(tx, list.id, pluck(fresh, 'message'))
    const rows = await insertMessages(tx, list.id, fresh, threads, importId)
    for (const [i, { same }] of fresh.entries()) Object.assign(same, rows[i])
    const attachments = fresh.flatMap(({ message, same }) =>
      message.attachments.map((attachment, position) => ({ ...attachment, position, messageId: same.id })),
    )
    await storeAttachments(tx, attachments)
    await countThreads(tx, [...new Set(threads.values())])
    const archive = await withDropTypes(tx, list, attachments.length > 0)
    const documents = fresh.map(({ message, same }) => documentOf(archive, same.id, message))
    await indexDocuments(tx, documents)
  }
  return slots.map(({ variant, same }) => ({ id: same.id, threadId: same.threadId, duplicate: variant === 0 }))
}

/** Messages that an import brought came by themselves, too: no undo of that import takes them. */
export async function keepForGood(tx: Tx, messageIds: number[]): Promise<void> {
  if (messageIds.length === 0) return
  await tx.updateTable('message').set({ importId: null }).where('id', 'in', messageIds).where('importId', 'is not', null).execute()
}

/** How far somebody has read a thread. */
interface Visit {
  personId: number
  threadId: number
  messageId: number
}

/** Notes how far somebody has read a thread, never backwards. */
export const visitThread = writtenTogether(async (tx, visits: Visit[]) => {
  const each = (pick: (visit: Visit) => number) => sql`${visits.map(pick)}::bigint[]`
  // It costs nothing if one is not noted, and all others would wait behind a row that is held.
  await sql`set local lock_timeout = '200ms'`.execute(tx)
  // In one order, so that two of these never wait for each other.
  await sql`insert into thread_visit (person_id, thread_id, message_id)
    select person, thread, max(message) from unnest(${each((v) => v.personId)}, ${each((v) => v.threadId)}, ${each((v) => v.messageId)})
      as visit(person, thread, message) group by 1, 2 order by 1, 2
    on conflict (person_id, thread_id) do update set message_id = greatest(thread_visit.message_id, excluded.message_id)`.execute(tx)
})

// As arrays: a row of parameters each would be compiled anew for every number of messages.
async function insertMessages(
  tx: Tx,
  listId: number,
  fresh: { message: NewMessage; variant: number }[],
  threads: Map<string, number>,
  importId: number | undefined,
): Promise<{ id: number; threadId: number }[]> {
  const raws = fresh.map(({ message }) => message.rawId)
  const loose = raws.filter((raw) => typeof raw !== 'number')
  const kept = (await storeRaws(tx, loose)).values()
  const rawIds = raws.map((raw) => (typeof raw === 'number' ? raw : (kept.next().value as number)))
  const column = <T>(pick: (message: NewMessage) => T) => fresh.map(({ message }) => pick(message))
  const { rows } = await sql<{ id: number; threadId: number }>`
    insert into message (list_id, thread_id, raw_id, message_id, variant, content_hash, refs, subject, from_name, from_email, person_id,
      sent_at, received_at, text, folds, has_html, attachments, size, defects, import_id)
    select ${listId}, m.thread_id, m.raw_id, m.message_id, m.variant, m.content_hash, string_to_array(m.refs, E'\n'), m.subject, m.from_name,
      m.from_email, m.person_id, m.sent_at, m.received_at, m.text, m.folds, m.has_html, m.attachments, m.size, string_to_array(m.defects, E'\n'),
      ${importId ?? null}::bigint
    from unnest(${column((m) => threads.get(m.messageId) as number)}::bigint[], ${rawIds}::bigint[], ${column((m) => m.messageId)}::text[],
      ${fresh.map(({ variant }) => variant)}::smallint[], ${column((m) => m.contentHash)}::bytea[], ${column((m) => m.refs.join('\n'))}::text[],
      ${column((m) => m.subject)}::text[], ${column((m) => m.fromName)}::text[], ${column((m) => m.fromEmail)}::text[],
      ${column((m) => m.personId)}::bigint[], ${column((m) => m.sentAt)}::timestamptz[], ${column((m) => m.receivedAt)}::timestamptz[],
      ${column((m) => m.text)}::text[], ${column((m) => m.folds)}::text[], ${column((m) => m.hasHtml)}::boolean[], ${column((m) => m.attachments.length)}::smallint[],
      ${column((m) => m.size)}::integer[], ${column((m) => m.defects.map((defect) => defect.replaceAll('\n', ' ')).join('\n'))}::text[])
      with ordinality as m (thread_id, raw_id, message_id, variant, content_hash, refs, subject, from_name, from_email, person_id, sent_at,
        received_at, text, folds, has_html, attachments, size, defects, place)
    order by m.place returning id, thread_id`.execute(tx)
  return rows
}

interface Variant {
  id: number
  threadId: number
  variant: number
  contentHash: Buffer
  originalHash?: Buffer | null
}

async function findVariants(tx: Tx, listId: number, messages: NewMessage[]): Promise<Map<string, Variant[]>> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'threadId', 'messageId', 'variant', 'contentHash', 'originalHash'])
    .where('listId', '=', listId)
    .where('messageId', '=', sql<string>`any(${messages.map((message) => message.messageId)}::text[])`)
    .orderBy('variant')
    .execute()
  return Map.groupBy(rows, (row) => row.messageId)
}

/** New messages, without what they refer to on the other side of a cut. */
async function cutArrived(tx: Tx, listId: number, arrived: NewMessage[], cuts: ReadonlySet<string>): Promise<NewMessage[]> {
  const named = [...new Set(arrived.flatMap(({ refs }) => refs))]
  const { rows } = await sql`
    select thread_id from message where list_id = ${listId} and message_id = any(${named}::text[])
    union select thread_id from ghost where list_id = ${listId} and message_id = any(${named}::text[]) limit 2`.execute(tx)
  // One message that names one thread alone joins nothing.
  const sideOf = arrived.length === 1 && rows.length < 2 ? undefined : await findSides(tx, listId, named, cuts, arrived)
  return arrived.map((one) => ({ ...one, refs: cutRefs(one.messageId, one.refs, cuts, sideOf) }))
}

/** Finds or founds the thread of each message; threads that a message connects become one. */
async function joinThreads(tx: Tx, listId: number, arrived: NewMessage[]): Promise<Map<string, number>> {
  const { cuts } = await findEdits(tx, listId)
  const messages = cuts.size === 0 ? arrived : await cutArrived(tx, listId, arrived, cuts)
  const ids = [...new Set(messages.flatMap((message) => [message.messageId, ...message.refs]))]
  const { rows } = await sql<{ messageId: string; threadId: number }>`
    select message_id, thread_id from message where list_id = ${listId} and message_id = any(${ids}::text[])
    union select message_id, thread_id from ghost where list_id = ${listId} and message_id = any(${ids}::text[])`.execute(tx)
  const known = new Map(rows.map((row) => [row.messageId, row.threadId]))
  const components = connect(messages, known)
  const unfounded = components.filter(({ threadIds }) => threadIds.size === 0)
  const founded = await foundThreads(tx, listId, unfounded, messages)
  const threadOf = new Map<string, number>()
  for (const component of components) {
    const threadId = founded.get(component) ?? (await mergeThreads(tx, component))
    for (const id of component.ids) threadOf.set(id, threadId)
  }
  const present = new Set(messages.map((message) => message.messageId))
  const missing = ids.filter((id) => !known.has(id) && !present.has(id))
  if (missing.length > 0)
    await sql`insert into ghost (list_id, message_id, thread_id) select ${listId}, g.* from unnest(${missing}::text[],
      ${missing.map((id) => threadOf.get(id) as number)}::bigint[]) g`.execute(tx)
  await tx
    .deleteFrom('ghost')
    .where('listId', '=', listId)
    .where('messageId', '=', sql<string>`any(${[...present]}::text[])`)
    .execute()
  return new Map([...present].map((id) => [id, threadOf.get(id) as number]))
}

/** A new thread for each component that has none. Its subject, span and counts follow when its messages are there. */
async function foundThreads(tx: Tx, listId: number, components: Component[], messages: NewMessage[]): Promise<Map<Component, number>> {
  if (components.length === 0) return new Map()
  const componentOf = new Map(components.flatMap((component) => [...component.ids].map((id) => [id, component] as const)))
  const first = new Map<Component, NewMessage>()
  for (const message of messages) {
    const component = componentOf.get(message.messageId)
    if (component && !first.has(component)) first.set(component, message)
  }
  const firsts = [...first.values()]
  const { rows } = await sql<{ id: number }>`
    insert into thread (list_id, root, subject, first_at, last_at)
    select ${listId}, t.root, t.subject, t.at, t.at
    from unnest(${firsts.map((m) => m.messageId)}::text[], ${firsts.map((m) => m.subject)}::text[], ${firsts.map((m) => m.sentAt)}::timestamptz[])
      with ordinality as t (root, subject, at, place)
    order by t.place returning id`.execute(tx)
  return new Map([...first.keys()].map((component, i) => [component, rows[i]?.id as number]))
}

/** The thread of a component that has one already; where a message joins several, the oldest takes in the others. */
async function mergeThreads(tx: Tx, { threadIds }: Component): Promise<number> {
  const [oldest, ...others] = [...threadIds].sort((a, b) => a - b) as [number, ...number[]]
  if (others.length > 0) {
    await tx.updateTable('message').set({ threadId: oldest }).where('threadId', 'in', others).execute()
    await tx.updateTable('ghost').set({ threadId: oldest }).where('threadId', 'in', others).execute()
    await sql`insert into thread_choice (person_id, thread_id, choice, chosen_at)
      select distinct on (person_id) person_id, ${oldest}::bigint, choice, chosen_at from thread_choice where thread_id = any(${others}::bigint[])
      order by person_id, chosen_at desc on conflict do nothing`.execute(tx)
    await tx.deleteFrom('thread').where('id', 'in', others).execute()
  }
  return oldest
}

/** Whoever takes a name out of a message of theirs is waited for: what is read below has it no more. */
const lockThreads = (tx: Tx, threadIds: readonly number[]) =>
  sql`select from thread where id = any(${threadIds}::bigint[]) order by id for no key update`.execute(tx)

/** A thread's subject, span, counts and first writers follow from its messages; the subject from what a moderator gave it last, where one did. */
export async function countThreads(tx: Tx, threadIds: number[]): Promise<void> {
  await lockThreads(tx, threadIds)
  await sql`
    update thread t set root = c.root, first_at = c.first_at, last_at = c.last_at, messages = c.messages, people = c.people,
      names = ${firstWriters(sql`t.id`)},
      subject = coalesce((select e.subject from thread_edit e join message m on m.list_id = e.list_id and m.message_id = e.message_id
        where m.thread_id = t.id and e.kind = 'rename' and e.undone_at is null order by e.id desc limit 1), c.subject)
    from (select thread_id, (array_agg(message_id order by sent_at, id))[1] as root, (array_agg(subject order by sent_at, id))[1] as subject,
        min(sent_at) as first_at, max(sent_at) as last_at, count(*) as messages, count(distinct from_email) as people
      from message where thread_id = any(${threadIds}::bigint[]) group by thread_id) c
    where t.id = c.thread_id`.execute(tx)
}

async function storeAttachments(
  tx: Tx,
  attachments: (NewMessage['attachments'][number] & { position: number; messageId: number })[],
): Promise<void> {
  if (attachments.length === 0) return
  const column = <T>(pick: (attachment: (typeof attachments)[number]) => T) => attachments.map(pick)
  await sql`
    insert into attachment (message_id, position, filename, type, size, sha256, inline)
    select * from unnest(${column((a) => a.messageId)}::bigint[], ${column((a) => a.position)}::smallint[], ${column((a) => a.filename)}::text[],
      ${column((a) => a.type)}::text[], ${column((a) => a.size)}::integer[], ${column((a) => a.sha256)}::bytea[],
      ${column((a) => a.inline)}::boolean[])`.execute(tx)
}

/** A list with the types of files that it does not pass on, where that is wanted. */
export async function withDropTypes<List extends { id: number }>(
  tx: Tx,
  list: List,
  wanted: boolean,
): Promise<List & { dropTypes: string[] }> {
  const row = wanted
    ? await tx.selectFrom('sharedList as list').select('dropTypes').where('id', '=', list.id).executeTakeFirstOrThrow()
    : undefined
  return { ...list, dropTypes: row?.dropTypes ?? [] }
}

/** What search knows of a message. */
export const documentOf = (
  list: { id: number; language: string; dropTypes: string[] },
  id: number,
  message: Pick<NewMessage, 'sentAt' | 'fromName' | 'fromEmail' | 'subject' | 'text' | 'attachments' | 'vector'>,
): Document => ({
  kind: 'message',
  subjectId: id,
  audience: `list:${list.id}`,
  listId: list.id,
  at: message.sentAt,
  author: message.fromName,
  email: message.fromEmail,
  title: message.subject,
  body: message.text,
  language: list.language,
  attachment: message.attachments.length > 0,
  // By the words in a file those find it who may have the file: everybody who may read the list.
  files: message.attachments
    .filter(({ inline }) => !inline)
    .map((file) => ({ name: file.filename, sha256: mayBeFound(file) && !isOfTypes(file, list.dropTypes) ? file.sha256 : undefined })),
  keepBody: false,
  ...(message.vector === undefined ? {} : { vector: message.vector }),
})

/** Takes the bytes of a mail that must not be kept, a ballot by mail, unless it is in an archive too; its hash and size stay. */
export async function dropRaw(tx: Tx, rawId: number, at: Date): Promise<void> {
  await tx
    .updateTable('rawMail')
    .set({ bytes: null, erasedAt: at })
    .where('id', '=', rawId)
    .where((e) => e.not(e.exists(e.selectFrom('message').select('message.id').where('message.rawId', '=', rawId))))
    .execute()
}
