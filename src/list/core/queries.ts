import { sql } from 'kysely'
import { type Actor, visitor } from '../../actor.ts'
import { countArchives } from '../../archive/queries.ts'
import { NotAllowed, NotFound } from '../../errors.ts'
import { findHolders, loadActor } from '../../groups/queries.ts'
import { containing } from '../../lib/db/like.ts'
import { countRows, type Db, idsOf, listRows, orNoId, orNoText, readPage } from '../../lib/db/rows.ts'
import { bySpelling, spellingsOf } from '../../lib/mail/domain.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { mayKnowList, mayModerate, mayOwn, mayPost, mayReadArchive } from '../../policy.ts'
import type { Asking } from '../../tool.ts'
import { reaches } from '../../vendor-side-queries.ts'

const t = textsOf('list', 'queries')
const closing = textsOf('list', 'closing')

const communities = sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as(
  'communityIds',
)
const subscribers = sql<number>`(select count(*) from subscription s where s.list_id = list.id and s.ended_at is null)`.as('subscribers')

const listColumns = (db: Db) =>
  db
    .selectFrom('list')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('list')
    .select(['workingGroup.name as groupName', 'workingGroup.slug as groupSlug', communities])

/** Names of all lists, for addressing mail. */
export async function listNames(db: Db): Promise<Set<string>> {
  return new Set((await db.selectFrom('list').select('name').execute()).map((row) => row.name))
}

/** Names of the lists that are closed. */
export async function listClosedNames(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('list').select('name').where('closedAt', 'is not', null).execute()
  return new Set(rows.map(({ name }) => name))
}

/** Lists by their names, with what decides about mail to them. For the program itself; nothing of it is shown. */
export const findListsByName = (db: Db, names: string[]) => listColumns(db).where('list.name', 'in', orNoText(names)).execute()

/** Is a list there for whoever has this address? A group's own is there for the group alone, and who moderates it: a letter to others names no page of it. */
export async function isThereFor(db: Db, listId: number, email: string, at: Date): Promise<boolean> {
  const list = await listColumns(db).where('list.id', '=', listId).executeTakeFirstOrThrow()
  const person = list.archive === 'group' ? await findPersonByEmail(db, email) : undefined
  const actor = person?.verifiedAt ? await loadActor(db, person.id, at, 'job') : undefined
  return mayKnowList(actor ?? visitor(at, 'job'), list)
}

export type MailList = Awaited<ReturnType<typeof findListsByName>>[number]

/**
 * A list as the public sees it: its page with the rule and the form is open to everyone, unless the list is the group's own.
 * @throws NotFound
 */
export async function getList(db: Db, actor: Actor, name: string) {
  const list = await listColumns(db).select(subscribers).where('list.name', '=', name.toLowerCase()).executeTakeFirst()
  if (!list || !mayKnowList(actor, list)) throw new NotFound(refusals.noSuchList)
  return {
    ...list,
    mayRead: mayReadArchive(actor, list),
    mayModerate: mayModerate(actor, list),
    mayOwn: mayOwn(actor, list),
    mayPost: mayPost(actor, list),
    subscribed: actor.listIds.includes(list.id),
  }
}

/**
 * A list for those who moderate it; to others there is none to moderate.
 * @throws NotFound
 */
export async function getModeratedList(db: Db, actor: Actor, name: string) {
  const list = await getList(db, actor, name)
  if (!list.mayModerate) throw new NotFound(refusals.noSuchList)
  return list
}

/** What leads to every list, by name. Whom it may be shown to, `placesOf` says. */
export function readPlaces(db: Db) {
  return db
    .selectFrom('list')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .select(['list.id', 'list.name', 'list.title', 'list.archive', 'list.groupId', 'list.closedAt', communities])
    .select('workingGroup.slug as group')
    .orderBy('list.name')
    .execute()
}

/** Of these lists, those that this person may know of. */
export const placesOf = (actor: Actor, lists: Awaited<ReturnType<typeof readPlaces>>) =>
  lists.filter((list) => mayKnowList(actor, list)).map((list) => ({ ...list, mayRead: mayReadArchive(actor, list) }))

/** The lists that this person may know of, by name. */
export async function listLists(db: Db, actor: Actor) {
  const rows = await listColumns(db)
    .select(subscribers)
    .select(sql<Date | null>`(select max(last_at) from shared_thread t where t.list_id = list.id)`.as('lastAt'))
    .orderBy('list.name')
    .execute()
  const known = rows.filter((list) => mayKnowList(actor, list))
  const counts = await countArchives(db, idsOf(known))
  return known.map((list) => ({
    ...list,
    threads: counts.get(list.id)?.threads ?? 0,
    mayRead: mayReadArchive(actor, list),
    subscribed: actor.listIds.includes(list.id),
  }))
}

/** A list to write to: one of those on which this person is. */
export const chooseList: Asking = {
  reads: 'listLists',
  among: async (db, actor) =>
    (await listLists(db, actor)).filter((list) => mayPost(actor, list)).map(({ name, title }) => ({ value: name, title })),
}

/** Which of these addresses belong to somebody, and by which subscription are they on the list, if they are? */
export async function findWriters(db: Db, listId: number, emails: string[]) {
  const rows = await db
    .selectFrom('sharedAddress as address')
    .innerJoin('sharedPerson as person', 'person.id', 'address.personId')
    .leftJoin('subscription', (join) =>
      join.onRef('subscription.personId', '=', 'person.id').on('subscription.listId', '=', listId).on('subscription.endedAt', 'is', null),
    )
    .select(['address.email', 'person.id as personId', 'person.name', 'person.locale', 'person.zone'])
    .select(['subscription.id as subscriptionId', 'subscription.posting'])
    // A block of one means the person.
    .select(
      sql<string[]>`(select array_agg(a.email) from shared_address a where a.person_id = person.id and a.verified_at is not null)`.as(
        'addresses',
      ),
    )
    // Whose first mails are looked at has few; a hundred tell that.
    .select(
      sql<number>`(select count(*)::int from (select from message m where m.list_id = ${listId} and m.person_id = person.id limit 100) p)`.as(
        'posts',
      ),
    )
    .where('address.email', 'in', orNoText(emails.flatMap(spellingsOf)))
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .execute()
  return bySpelling(emails, new Map(rows.map((row) => [row.email, row])))
}

/** The same of those who write to it: whether the list is there for them at all. Where it is not, their subscription is there to be ended. */
export async function findPosters(db: Db, listId: number, emails: string[], at: Date) {
  const writers = await findWriters(db, listId, emails)
  const people = [...writers.values()].map(({ personId }) => ({ id: personId }))
  const reached = new Set(idsOf(await onlyReached(db, listId, people, at)))
  return new Map([...writers].map(([email, writer]) => [email, { ...writer, reached: reached.has(writer.personId) }]))
}

/** Does a list that is joined here go to its subscriber, as far as it is for them at all? In SQL. */
export const reachesSubscriber = (at: Date) => reaches(sql.ref('list.archive'), sql.ref('subscription.person_id'), at)

/** Who is on a list now, as person, with the address that gets its mail. */
export const subscribersOf = (db: Db, listId: number) =>
  db
    .selectFrom('subscription')
    .innerJoin('sharedPerson as person', 'person.id', 'subscription.personId')
    .innerJoin('sharedAddress as address', 'address.id', 'subscription.addressId')
    .where('subscription.listId', '=', listId)
    .where('subscription.endedAt', 'is', null)

/** The current subscribers of a list, by name, a page at a time. */
export async function listSubscribers(db: Db, listId: number, { search = '', page = 1, limit = 50 } = {}) {
  const pattern = containing(search)
  const found = subscribersOf(db, listId)
    .select(['subscription.id', 'person.name', 'address.email', 'subscription.since', 'subscription.receiving'])
    .$if(search !== '', (query) =>
      query.where((e) => e.or([e(e.fn('lower', ['person.name']), 'like', pattern), e('address.email', 'like', pattern)])),
    )
    .orderBy('person.name')
    .orderBy('subscription.id')
  const { rows: people, ...counts } = await readPage(found, { page, limit })
  return { people, ...counts }
}

/** Subscriptions, also such as have ended, with their list, person and address. */
export const subscriptions = (db: Db) =>
  db
    .selectFrom('subscription')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .innerJoin('sharedAddress as address', 'address.id', 'subscription.addressId')
    .innerJoin('sharedPerson as person', 'person.id', 'subscription.personId')

/** A subscription by id, with its list and address, for links in mails; undefined when there is none. */
export function findSubscription(db: Db, id: number) {
  return subscriptions(db)
    .select(['subscription.id', 'subscription.endedAt', 'subscription.listId', 'list.name as list', 'list.title', 'list.groupId'])
    .select(['address.email', 'person.id as personId', 'person.name', 'person.locale'])
    .where('subscription.id', '=', id)
    .executeTakeFirst()
}

/** A request by id, with its list, for links in mails; undefined when there is none. */
export function findRequest(db: Db, id: number) {
  return db
    .selectFrom('subscriptionRequest')
    .innerJoin('list', 'list.id', 'subscriptionRequest.listId')
    .selectAll('subscriptionRequest')
    .select(['list.name as list', 'list.title', 'list.joinPolicy', 'list.groupId', 'list.archive', 'list.approval', 'list.closedAt'])
    .where('subscriptionRequest.id', '=', id)
    .executeTakeFirst()
}

/** What one person is subscribed to. */
export function listSubscriptionsOf(db: Db, personId: number, at: Date) {
  return subscriptions(db)
    .select(['subscription.id', 'list.name', 'list.title', 'address.email'])
    .select(['subscription.since', 'subscription.receiving', 'subscription.pausedUntil'])
    .select(['subscription.suspendedAt', 'subscription.suspendedWords', reachesSubscriber(at).as('reached')])
    .where('subscription.personId', '=', personId)
    .where('subscription.endedAt', 'is', null)
    .orderBy('list.title')
    .execute()
}

/** A list as its letters speak for it, with the words that it has of its own. */
export async function findSender(db: Db, listId: number) {
  const list = await db
    .selectFrom('list')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .select(['list.id', 'list.groupId', 'list.name', 'list.title', 'list.description', 'list.language', 'list.expireDays'])
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug'])
    .select(sql<string>`home_zone(array[list.group_id])`.as('homeZone'))
    .where('list.id', '=', listId)
    .executeTakeFirstOrThrow()
  const templates = await listRows(db.selectFrom('noticeTemplate'), { listId }, ['notice', 'locale', 'subject', 'body'])
  return { ...list, templates }
}

/** How many requests to join wait for a decision at these lists. */
export async function countOpenRequests(db: Db, listIds: number[]): Promise<number> {
  return countRows(db.selectFrom('subscriptionRequest').where('listId', 'in', orNoId(listIds)).where('state', '=', 'waiting'))
}

/**
 * A list for those who may write to it from the web.
 * @throws NotAllowed for who knows of the list and is not subscribed, and where it is closed
 */
export async function getWritableList(db: Db, actor: Actor, name: string) {
  const list = await getList(db, actor, name)
  if (list.closedAt !== null) throw new NotAllowed(closing.isClosed)
  if (!mayPost(actor, list)) throw new NotAllowed(t.onlySubscribersWriteToThisList)
  return list
}

/** The lists of a group: whoever leads it owns them. */
export const listListsOf = (db: Db, groupId: number) =>
  db.selectFrom('list').select(['name', 'title']).where('groupId', '=', groupId).orderBy('title').execute()

/** The lists that somebody of their group sees to today. */
export async function listKept(db: Db, on: Date): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`select distinct l.id from list l join shared_appointment a on a.group_id = l.group_id join shared_person p on p.id = a.person_id
    where a.role in ('coordinator', 'deputy', 'moderator') and p.erased_at is null and ${reaches(sql.ref('l.archive'), sql.ref('p.id'), on)}
      and (a.from_on is null or a.from_on <= ${on}::date) and (a.to_on is null or a.to_on >= ${on}::date)`.execute(db)
  return idsOf(rows)
}

/**
 * Those who see to a list, to be written to: of a group's own list nobody who works for the vendor. Where somebody moderates, it is theirs first:
 * those who lead the group find what waits in the letter of their week.
 */
export async function findKeepers(db: Db, list: { id: number; groupId: number }, on: Date) {
  const [all, moderators] = [
    await onlyReached(db, list.id, await findHolders(db, list.groupId, ['coordinator', 'deputy', 'moderator'], on), on),
    new Set((await findHolders(db, list.groupId, ['moderator'], on)).map(({ id }) => id)),
  ]
  const inWeek = all.some(({ id }) => moderators.has(id))
  return all.map((one) => ({ ...one, inWeek: inWeek && !moderators.has(one.id) }))
}

/** Of these people, those for whom a list is there at all. */
export async function onlyReached<P extends { id: number }>(db: Db, listId: number, people: readonly P[], on: Date): Promise<P[]> {
  const found = await db
    .selectFrom('list')
    .innerJoin('sharedPerson as person', (join) => join.onTrue())
    .select('person.id')
    .where('list.id', '=', listId)
    .where('person.id', 'in', orNoId(idsOf(people)))
    .where(reaches(sql.ref('list.archive'), sql.ref('person.id'), on))
    .execute()
  const reached = new Set(idsOf(found))
  return people.filter(({ id }) => reached.has(id))
}
