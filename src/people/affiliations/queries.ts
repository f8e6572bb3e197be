import { sql } from 'kysely'
import { containing } from '../../lib/db/like.ts'
import { type Db, isThere, readPage } from '../../lib/db/rows.ts'
import { homeZone } from '../core-queries.ts'
import { answeredBefore, lastAsk, staleBefore, todayBegan } from './rules.ts'

const holdsRole = (now: Date) =>
  sql<boolean>`exists (select from shared_appointment p where p.person_id = affiliation.person_id and (p.to_on is null or p.to_on >= ${now}::date))`

/** Somebody is asked because they receive a list or hold a role; who does neither has nothing to keep. */
const concerned = (now: Date) =>
  sql<boolean>`(exists (select from shared_subscription s where s.person_id = affiliation.person_id and s.ended_at is null) or ${holdsRole(now)})`

/** Whoever holds a role, seat or vote or has written something does more than read. */
export const takesPart = (now: Date) =>
  sql<boolean>`(${holdsRole(now)} or exists (select from shared_message m where m.person_id = affiliation.person_id))`

/**
 * No letter asks who only reads, as their address answers for them while mail arrives there: the question waits for them on pages. Where a login
 * has said that they left, they are asked like all others.
 */
const onlyReads = (now: Date) => sql<boolean>`(affiliation.doubted_at is null and not ${takesPart(now)})`

const current = (db: Db, now: Date) =>
  db
    .selectFrom('affiliation')
    .innerJoin('person', 'person.id', 'affiliation.personId')
    .innerJoin('organisation', 'organisation.id', 'affiliation.organisationId')
    .where('affiliation.toOn', 'is', null)
    .where('person.erasedAt', 'is', null)
    .where(concerned(now))

const stale = (now: Date) =>
  sql<boolean>`(affiliation.doubted_at is not null or affiliation.confirmed_at is null or affiliation.confirmed_at <= ${staleBefore(now)})`

/** Those who are due to be asked or reminded: reminders first, then the stalest; at most so many who are asked for the first time. */
export async function listDue(db: Db, now: Date, firstAsks: number): Promise<number[]> {
  const due = current(db, now)
    .select('affiliation.id')
    .where(stale(now))
    .where((e) => e.not(onlyReads(now)))
  const reminders = await due
    .where('affiliation.asks', '>', 0)
    .where('affiliation.asks', '<', lastAsk)
    .where('affiliation.askedAt', '<=', answeredBefore(now))
    .execute()
  const first = await due
    .where('affiliation.asks', '=', 0)
    .orderBy(sql`affiliation.confirmed_at nulls first`)
    .orderBy('affiliation.id')
    .limit(firstAsks)
    .execute()
  return [...reminders, ...first].map((row) => row.id)
}

/** Whether somebody is asked of this affiliation now, though it may be no year ago: their login says no longer that they work there. */
export const isDoubted = (db: Db, now: Date, id: number): Promise<boolean> =>
  isThere(
    current(db, now)
      .select('affiliation.id')
      .where('affiliation.id', '=', id)
      .where('affiliation.doubtedAt', 'is not', null)
      .where('affiliation.asks', '=', 0),
  )

/**
 * Where somebody was asked whether they still work there, and has not said so yet; nothing where a person settles it by now. Who only reads is
 * asked here alone.
 */
export const listAsked = (db: Db, now: Date, personId: number) =>
  current(db, now)
    .select(['affiliation.id', 'affiliation.askedAt', 'organisation.name as organisation', onlyReads(now).as('onlyReads')])
    .where('affiliation.personId', '=', personId)
    .where(stale(now))
    .where((e) => e.or([e('affiliation.asks', '>', 0), onlyReads(now)]))
    .where((e) => e.or([e('affiliation.asks', '<', lastAsk), e('affiliation.askedAt', '>', answeredBefore(now))]))
    .orderBy('affiliation.id')
    .execute()

/** How many are fresh, asked, silent, only read and are asked on pages, were never confirmed, and were asked for the first time today. */
export async function countAffiliations(db: Db, now: Date) {
  const row = await current(db, now)
    .select((e) => [
      e.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where not ${stale(now)})`.as('fresh'),
      sql<number>`count(*) filter (where ${stale(now)} and asks > 0 and not (asks >= ${lastAsk} and asked_at <= ${answeredBefore(now)}))`.as(
        'asked',
      ),
      sql<number>`count(*) filter (where ${stale(now)} and asks >= ${lastAsk} and asked_at <= ${answeredBefore(now)})`.as('silent'),
      sql<number>`count(*) filter (where ${stale(now)} and asks = 0 and ${onlyReads(now)})`.as('onPages'),
      sql<number>`count(*) filter (where confirmed_at is null)`.as('never'),
      sql<number>`count(*) filter (where asks = 1 and asked_at > ${todayBegan(now)})`.as('today'),
    ])
    .executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)])) as typeof row
}

/** A person's or an institution's name has these words in it. */
export const namesFit = (search: string) =>
  sql<boolean>`(unaccent(lower(person.name)) like unaccent(${containing(search)}) or unaccent(lower(organisation.name)) like unaccent(${containing(search)}))`

/** Those who did not answer, oldest question first, a page at a time: a person looks at them. */
export async function listSilent(db: Db, now: Date, { search }: { search?: string } = {}, { page = 1, limit = 50 } = {}) {
  const silent = current(db, now)
    .where(stale(now))
    .where('affiliation.asks', '>=', lastAsk)
    .where('affiliation.askedAt', '<=', answeredBefore(now))
    .$if(search !== undefined, (query) => query.where(namesFit(search ?? '')))
  const { rows: people, ...counts } = await readPage(
    silent
      .select(['affiliation.id', 'person.name', 'organisation.name as organisation', 'organisation.id as organisationId'])
      .select(['affiliation.confirmedAt', 'affiliation.askedAt', 'affiliation.basis'])
      .orderBy('affiliation.askedAt')
      .orderBy('affiliation.id'),
    { page, limit },
  )
  return { people, ...counts }
}

/** An affiliation by id, for links in mails. */
export function findAffiliation(db: Db, id: number) {
  return db
    .selectFrom('affiliation')
    .innerJoin('person', 'person.id', 'affiliation.personId')
    .innerJoin('organisation', 'organisation.id', 'affiliation.organisationId')
    .select(['affiliation.id', 'affiliation.personId', 'affiliation.organisationId', 'affiliation.toOn', 'affiliation.asks'])
    .select([
      'affiliation.confirmedAt',
      'affiliation.askedAt',
      'affiliation.doubtedAt',
      'person.name',
      'person.locale',
      'person.zone',
      homeZone,
    ])
    .select(['organisation.name as organisation'])
    .where('affiliation.id', '=', id)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()
}

/** Where somebody has worked, newest first. */
export function listAffiliationsOf(db: Db, personId: number) {
  return db
    .selectFrom('affiliation')
    .innerJoin('organisation', 'organisation.id', 'affiliation.organisationId')
    .select(['affiliation.id', 'organisation.id as organisationId', 'organisation.name as organisation'])
    .select(['affiliation.fromOn', 'affiliation.toOn', 'affiliation.confirmedAt'])
    .where('affiliation.personId', '=', personId)
    .orderBy('affiliation.fromOn', 'desc')
    .execute()
}

/** What somebody has been: every role with its terms, newest first. */
export function listServiceOf(db: Db, personId: number) {
  return db
    .selectFrom('sharedAppointment as appointment')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'appointment.groupId')
    .leftJoin('sharedCommunity as community', 'community.id', 'appointment.communityId')
    .leftJoin('organisation', 'organisation.id', 'appointment.organisationId')
    .leftJoin('roleName', 'roleName.id', 'appointment.roleNameId')
    .select(['appointment.id', 'appointment.role', 'roleName.name as title', 'appointment.formal', 'appointment.standIn'])
    .select(['appointment.fromOn', 'appointment.toOn', 'appointment.byYear', 'appointment.toUnknown', 'appointment.how'])
    .select(['workingGroup.name as group', 'community.name as community', 'organisation.name as organisation'])
    .where('appointment.personId', '=', personId)
    .orderBy(sql`appointment.from_on desc nulls last`)
    .execute()
}

/** The addresses of a person, and those whose confirmation they still owe. */
export async function listAddressesOf(db: Db, personId: number) {
  const addresses = await db
    .selectFrom('address')
    .select(['id', 'email', 'verifiedAt', 'opensAt'])
    .select([
      sql<boolean>`exists (select from shared_subscription s where s.address_id = address.id and s.ended_at is null)`.as('subscribed'),
      sql<boolean>`exists (select from shared_subscription s where s.address_id = address.id)`.as('used'),
    ])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
  const claims = await db.selectFrom('addressClaim').select(['id', 'email']).where('personId', '=', personId).orderBy('id').execute()
  return { addresses, claims }
}

/** A claim by id, for the link in the mail. */
export function findClaim(db: Db, id: number) {
  return db
    .selectFrom('addressClaim')
    .innerJoin('person', 'person.id', 'addressClaim.personId')
    .select(['addressClaim.id', 'addressClaim.email', 'addressClaim.personId', 'person.name', 'person.locale', 'person.zone', homeZone])
    .where('addressClaim.id', '=', id)
    .executeTakeFirst()
}
