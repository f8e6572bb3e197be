import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import type { HeldState } from '../db/schema.ts'
import { NotAllowed, NotFound } from '../errors.ts'
import { mayKnowList, mayModerate, mayPost, mayReadArchive } from '../policy.ts'

const communities = sql<number[]>`array(select c.community_id::int from list_community c where c.list_id = list.id)`.as('communityIds')
const subscribers = sql<number>`(select count(*) from subscription s where s.list_id = list.id and s.ended_at is null)`.as('subscribers')

const listColumns = (db: Db) =>
  db
    .selectFrom('list')
    .innerJoin('workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('list')
    .select(['workingGroup.name as groupName', 'workingGroup.slug as groupSlug', communities])

/** Names of all lists, for addressing mail. */
export async function listNames(db: Db): Promise<Set<string>> {
  return new Set((await db.selectFrom('list').select('name').execute()).map((row) => row.name))
}

/** Lists by their names, with what decides about mail to them. For the program itself; nothing of it is shown. */
export function findListsByName(db: Db, names: string[]) {
  return listColumns(db)
    .where('list.name', 'in', ['', ...names])
    .execute()
}

export type MailList = Awaited<ReturnType<typeof findListsByName>>[number]

/**
 * A list as the public sees it: its page with the rule and the form is open to everyone, unless the list is the group's own.
 * @throws NotFound
 */
export async function getList(db: Db, actor: Actor, name: string) {
  const list = await listColumns(db).select(subscribers).where('list.name', '=', name.toLowerCase()).executeTakeFirst()
  if (!list || !mayKnowList(actor, list)) throw new NotFound('No such list.')
  return {
    ...list,
    mayRead: mayReadArchive(actor, list),
    mayModerate: mayModerate(actor, list),
    subscribed: actor.listIds.includes(list.id),
  }
}

/**
 * A list for those who moderate it; to others there is none to moderate.
 * @throws NotFound
 */
export async function getModeratedList(db: Db, actor: Actor, name: string) {
  const list = await getList(db, actor, name)
  if (!list.mayModerate) throw new NotFound('No such list.')
  return list
}

/** The lists that this person may know of, by name. */
export async function listLists(db: Db, actor: Actor) {
  const rows = await listColumns(db)
    .select(subscribers)
    .select(sql<Date | null>`(select max(last_at) from thread t where t.list_id = list.id)`.as('lastAt'))
    .select(sql<number>`(select count(*) from thread t where t.list_id = list.id)`.as('threads'))
    .orderBy('list.name')
    .execute()
  return rows
    .filter((list) => mayKnowList(actor, list))
    .map((list) => ({ ...list, mayRead: mayReadArchive(actor, list), subscribed: actor.listIds.includes(list.id) }))
}

/** Which of these addresses belong to somebody, and by which subscription is she on the list, if she is? */
export async function findWriters(db: Db, listId: number, emails: string[]) {
  const rows = await db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['address.email', 'person.id as personId', 'person.name', 'person.locale'])
    .select(
      sql<
        number | null
      >`(select s.id from subscription s where s.list_id = ${listId} and s.person_id = person.id and s.ended_at is null)`.as(
        'subscriptionId',
      ),
    )
    .where('address.email', 'in', ['', ...emails])
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.email, row]))
}

/** Held mail of the lists that this person moderates, oldest first. */
export async function listHeld(db: Db, listId: number, { state = 'held' as HeldState, after = 0, limit = 30 } = {}) {
  const rows = await db
    .selectFrom('heldMail')
    .leftJoin('person', 'person.id', 'heldMail.decidedBy')
    .selectAll('heldMail')
    .select('person.name as decider')
    .where('listId', '=', listId)
    .where('heldMail.state', '=', state)
    .where('heldMail.id', '>', after)
    .orderBy('heldMail.id')
    .limit(limit + 1)
    .execute()
  return { held: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/**
 * One held mail of a list.
 * @throws NotFound
 */
export async function getHeld(db: Db, listId: number, id: number, { lock = false } = {}) {
  const held = await db
    .selectFrom('heldMail')
    .innerJoin('inbound', 'inbound.id', 'heldMail.inboundId')
    .selectAll('heldMail')
    .select(['inbound.rawId', 'inbound.mailFrom', 'inbound.receivedAt'])
    .where('heldMail.listId', '=', listId)
    .where('heldMail.id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!held) throw new NotFound('No such held mail.')
  return held
}

/** The current subscribers of a list, by name, a page at a time. */
export async function listSubscribers(db: Db, listId: number, { search = '', page = 1, limit = 50 } = {}) {
  const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const base = db
    .selectFrom('subscription')
    .innerJoin('person', 'person.id', 'subscription.personId')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .where('subscription.listId', '=', listId)
    .where('subscription.endedAt', 'is', null)
    .$if(search !== '', (query) =>
      query.where((e) => e.or([e(e.fn('lower', ['person.name']), 'like', pattern), e('address.email', 'like', pattern)])),
    )
  const { total } = await base.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const people = await base
    .select(['subscription.id', 'person.name', 'address.email', 'subscription.since', 'subscription.receiving'])
    .orderBy('person.name')
    .orderBy('subscription.id')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { people, total, pages: Math.max(1, Math.ceil(total / limit)) }
}

/** A subscription by id, with its list and address, for links in mails; undefined when there is none. */
export function findSubscription(db: Db, id: number) {
  return db
    .selectFrom('subscription')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .innerJoin('person', 'person.id', 'subscription.personId')
    .select([
      'subscription.id',
      'subscription.endedAt',
      'subscription.listId',
      'list.name as list',
      'list.title',
      'list.groupId',
      'address.email',
      'person.id as personId',
      'person.name',
      'person.locale',
    ])
    .where('subscription.id', '=', id)
    .executeTakeFirst()
}

/** A request by id, with its list, for links in mails; undefined when there is none. */
export function findRequest(db: Db, id: number) {
  return db
    .selectFrom('subscriptionRequest')
    .innerJoin('list', 'list.id', 'subscriptionRequest.listId')
    .selectAll('subscriptionRequest')
    .select(['list.name as list', 'list.title', 'list.joinPolicy', 'list.groupId', 'list.archive', 'list.approval'])
    .where('subscriptionRequest.id', '=', id)
    .executeTakeFirst()
}

/** What one person is subscribed to. */
export function listSubscriptionsOf(db: Db, personId: number) {
  return db
    .selectFrom('subscription')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .innerJoin('address', 'address.id', 'subscription.addressId')
    .select([
      'subscription.id',
      'list.name',
      'list.title',
      'address.email',
      'subscription.since',
      'subscription.receiving',
      'subscription.suspendedAt',
      'subscription.suspendedWords',
    ])
    .where('subscription.personId', '=', personId)
    .where('subscription.endedAt', 'is', null)
    .orderBy('list.title')
    .execute()
}

/** A list as its letters speak for it. */
export function findSender(db: Db, listId: number) {
  return db.selectFrom('list').select(['id', 'groupId', 'name', 'title', 'language']).where('id', '=', listId).executeTakeFirstOrThrow()
}

/** A held mail by id alone, for the letters about it. */
export function findHeld(db: Db, id: number) {
  return db.selectFrom('heldMail').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Mails whose decision was to let them through, of these; they are posted without another question. */
export async function listApproved(db: Db, inboundIds: number[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('heldMail')
    .select(['inboundId', 'listId'])
    .where('inboundId', 'in', [0, ...inboundIds])
    .where('state', '=', 'approved')
    .execute()
  return new Set(rows.map((row) => `${row.inboundId}:${row.listId}`))
}

/** How many mails wait for a moderator of these lists. */
export async function countHeld(db: Db, listIds: number[]): Promise<number> {
  const row = await db
    .selectFrom('heldMail')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('listId', 'in', [0, ...listIds])
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many requests to join wait for a decision at these lists. */
export async function countOpenRequests(db: Db, listIds: number[]): Promise<number> {
  const row = await db
    .selectFrom('subscriptionRequest')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('listId', 'in', [0, ...listIds])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.count
}

/**
 * A list for those who may write to it from the web.
 * @throws NotAllowed for who knows of the list and is not subscribed
 */
export async function getWritableList(db: Db, actor: Actor, name: string) {
  const list = await getList(db, actor, name)
  if (!mayPost(actor, list)) throw new NotAllowed('Only subscribers write to this list. Join it first.')
  return list
}
