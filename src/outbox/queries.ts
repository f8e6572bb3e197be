import { createPublicKey } from 'node:crypto'
import { sql } from 'kysely'
import { packedUpTo, pieceBytes } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, findRow, isThere, listRows, orNoId } from '../lib/db/rows.ts'
import type { DeliveryState } from '../lib/db/schema.ts'
import type { ListFacts } from '../lib/mail/compose.ts'
import { tryUnseal } from '../lib/sealed.ts'
import { nameOfSite } from '../lib/site-name.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ContentPolicy, shapePost, withoutMarks } from './content.ts'
import { deliveryStates, type LetterKind } from './rules.ts'

export { findWeekChoice, listMuted, listWays, listWeekReaders } from './choices-queries.ts'

export { old } from './erasure-queries.ts'
export { openLetter } from './secrecy-queries.ts'

const t = textsOf('outbox', 'queries')

/** So many deliveries are looked through for one page: where few fit, the walk back through all of them would never end. */
export const mostWalked = 100_000

/** What the site is called, above its pages and as the sender of its letters. */
export async function findSiteName(db: Db): Promise<string> {
  const look = await db.selectFrom('siteLook').select('name').executeTakeFirst()
  if (look?.name) return look.name
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['name', 'closedAt'])
    .select(
      sql<
        string[]
      >`array(select c.name from shared_group_community g join shared_community c on c.id = g.community_id where g.group_id = working_group.id order by c.name)`.as(
        'communities',
      ),
    )
    .orderBy('id')
    .execute()
  return nameOfSite('', groups)
}

/**
 * Where those read who lead a group: the mailbox of its coordinator, else the owners of a list that everybody may know of; else those who run
 * the site.
 */
export async function findAnswerAddress(db: Db, mailDomain: string, asks: { groupId: number } | 'site'): Promise<string> {
  if (asks === 'site') return `postmaster@${mailDomain}`
  const desk = await findRow(db.selectFrom('sharedRoleAddress'), { role: 'coordinator', groupId: asks.groupId, closedAt: null }, ['name'])
  if (desk) return `${desk.name}@${mailDomain}`
  const list = await db
    .selectFrom('sharedList')
    .select('name')
    .where('groupId', '=', asks.groupId)
    .where('archive', '<>', 'group')
    .where('closedAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return list ? `${list.name}-owner@${mailDomain}` : `postmaster@${mailDomain}`
}

/**
 * What goes out, newest first, a page at a time, for the operator.
 * @returns `next` where there may be more; a page of a search may then hold fewer, or none
 */
export async function listDeliveries(
  db: Db,
  {
    state,
    before = Number.MAX_SAFE_INTEGER,
    search = '',
    limit = 50,
  }: { state?: DeliveryState; before?: number; search?: string; limit?: number } = {},
) {
  // What waits or failed has an index of its own.
  const walks = (state === undefined && search !== '') || state === 'sent'
  const floor = walks ? (await newestBefore(db, before)) - mostWalked : 0
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('letter', 'letter.id', 'delivery.letterId')
    .leftJoin('sharedMessage as message', 'message.id', 'delivery.messageId')
    .select(['delivery.id', 'delivery.email', 'delivery.state', 'delivery.attempts', 'delivery.queuedAt', 'delivery.nextAt'])
    .select(['delivery.settledAt', 'delivery.code', 'delivery.answer', 'delivery.messageId'])
    .select(sql<string>`coalesce(letter.subject, message.subject)`.as('subject'))
    .select(sql<string>`coalesce(letter.kind, 'list.post')`.as('kind'))
    .where('delivery.id', '<', before)
    .$if(walks, (query) => query.where('delivery.id', '>', floor))
    .$if(state !== undefined, (query) => query.where('delivery.state', '=', state as DeliveryState))
    .$if(search !== '', (query) => query.where('delivery.email', 'like', containing(search)))
    // What waits is little of what was ever sent: looked up and sorted, never met on a walk back through all of it.
    .orderBy(waits(state) ? sql`delivery.id + 0` : 'delivery.id', 'desc')
    .limit(limit + 1)
    .execute()
  const further = walks && floor > 0 ? floor + 1 : undefined
  return { deliveries: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : further }
}

const newestBefore = async (db: Db, before: number): Promise<number> =>
  (await db.selectFrom('delivery').select('id').where('id', '<', before).orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0

const waits = (state: DeliveryState | undefined): boolean => state === 'queued' || state === 'deferred'

/** So many deliveries of one state are counted; the table of many years is not read for a figure. */
export const mostCounted = 10_000

/** How many deliveries are in each state, `mostCounted` at the most. */
export async function countDeliveries(db: Db): Promise<Record<DeliveryState, number>> {
  const { rows } = await sql<Record<DeliveryState, number>>`select ${sql.join(
    deliveryStates.map(
      (state) => sql`(select count(*)::int from (select from delivery where state = ${state} limit ${mostCounted}) s) as ${sql.ref(state)}`,
    ),
  )}`.execute(db)
  return rows[0] as Record<DeliveryState, number>
}

/**
 * One delivery with what it carries.
 * @throws NotFound
 */
export const getDelivery = async (db: Db, id: number) =>
  db
    .selectFrom('delivery')
    .leftJoin('letter', 'letter.id', 'delivery.letterId')
    .leftJoin('sharedMessage as message', 'message.id', 'delivery.messageId')
    .selectAll('delivery')
    .select(['letter.kind', 'letter.secret', 'letter.size', 'letter.sha256'])
    .select(['message.rawId', 'message.messageId as postId', 'message.listId'])
    // No page, no program and no log gets to read what is its reader's alone.
    .select(sql<Buffer | null>`case when letter.secret then null else letter.bytes end`.as('bytes'))
    .select(sql<string>`coalesce(letter.subject, message.subject)`.as('subject'))
    .where('delivery.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.emailNotFound))

/** Is what a delivery carries its reader's alone? */
export async function carriesSecret(db: Db, deliveryId: number): Promise<boolean> {
  const letter = await db
    .selectFrom('delivery')
    .innerJoin('letter', 'letter.id', 'delivery.letterId')
    .select('letter.secret')
    .where('delivery.id', '=', deliveryId)
    .executeTakeFirst()
  return letter?.secret === true
}

/** How large these messages are, in bytes as they came. */
export async function findSizes(db: Db, messageIds: number[]): Promise<Map<number, number>> {
  if (messageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'message.rawId')
    .select(['message.id', 'rawMail.size'])
    .where('message.id', 'in', messageIds)
    .execute()
  return new Map(rows.map(({ id, size }) => [id, size]))
}

/** The posts among these messages, with what composing them needs; without those whose bytes were erased. */
export function findPosts(db: Db, messageIds: number[]) {
  return db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'message.rawId')
    .leftJoin('messageAuthentication', 'messageAuthentication.messageId', 'message.id')
    .select(['message.id', 'message.messageId', 'message.variant', 'message.fromEmail', 'message.rawId', 'message.receivedAt'])
    .select('rawMail.markdown')
    .select(packedUpTo(pieceBytes))
    .select(['list.name', 'list.title', 'list.language', 'list.subjectPrefix', 'list.footer', 'list.leaveLine', 'list.repliesTo'])
    .select(['list.html', 'list.linkAboveKb', 'list.linkTypes', 'list.dropTypes'])
    .select(['messageAuthentication.results', 'messageAuthentication.arc'])
    .select(sql<string | null>`(select p.name from shared_person p where p.id = message.person_id)`.as('author'))
    .select(sql<string>`coalesce((select i.via::text from shared_inbound i where i.raw_id = message.raw_id limit 1), 'mail')`.as('via'))
    .where('message.id', 'in', orNoId(messageIds))
    .where('rawMail.bytes', 'is not', null)
    .execute()
}

/** The bytes of letters, as they are kept. */
export const findLetters = (db: Db, letterIds: number[]) =>
  db
    .selectFrom('letter')
    .leftJoin('sharedList as list', 'list.id', 'letter.listId')
    .select(['letter.id', 'letter.bytes', 'letter.sealed', 'list.name as list', 'list.title'])
    .select(sql<boolean>`letter.kind = ${forwardedKind}`.as('forwarded'))
    .where('letter.id', 'in', orNoId(letterIds))
    // What was emptied has nothing to send.
    .where((e) => e.or([e('letter.secret', '=', false), e(e.fn('length', ['letter.bytes']), '>', 0)]))
    .execute()

/** When a letter of a kind was written last; null where none was. */
export const findLastOf = async (db: Db, kind: LetterKind): Promise<Date | null> =>
  (
    await db
      .selectFrom('letter')
      .select((e) => e.fn.max('createdAt').as('at'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow()
  ).at

/** Letters of this kind are mails of others, passed on as they came. */
export const forwardedKind = 'list.owner'

/** Until when the relay takes nothing, if it said so. */
export const findPause = (db: Db) => db.selectFrom('relayPause').select(['until', 'reason', 'toldAt']).executeTakeFirst()

/**
 * The newest keys that sign for a domain: RSA, which everybody verifies, and Ed25519 beside it (RFC 8463).
 * @param secret of those that it opens alone
 */
export async function findSigningKeys(db: Db, domain: string, secret?: string) {
  const kept = await listRows(db.selectFrom('signingKey').orderBy('createdAt', 'desc'), { domain }, ['selector', 'publicKey', 'privateKey'])
  const keys = kept.filter(({ privateKey }) => secret === undefined || tryUnseal(secret, privateKey) !== undefined)
  const newest = (type: string) => keys.find(({ publicKey }) => createPublicKey(publicKey).asymmetricKeyType === type)
  return { rsa: newest('rsa'), ed25519: newest('ed25519') }
}

/** When the delivery that has been due for longest was due; null when none is. */
export async function oldestDelivery(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('delivery')
    .select((e) => e.fn.min('nextAt').as('nextAt'))
    .where('state', 'in', ['queued', 'deferred'])
    .executeTakeFirst()
  return row?.nextAt ?? null
}

/** A post as its list sends it, for a digest: files and HTML as the list says. No signature has to survive a digest. */
export const shapeForDigest = (
  raw: Uint8Array,
  post: { messageId: string; variant: number; markdown: boolean },
  list: ContentPolicy & { language: string },
  facts: ListFacts,
  baseUrl: string,
): Uint8Array =>
  shapePost(withoutMarks(raw, post.markdown, baseUrl), { ...list, ...post }, facts, list.html === 'free' ? 'always' : list.html)

/** Has any mail left, and been taken? */
export const hasSent = (db: Db): Promise<boolean> => isThere(db.selectFrom('delivery').select('id').where('state', '=', 'sent'))
