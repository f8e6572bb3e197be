import { type RawBuilder, sql } from 'kysely'
import { containing } from '../../lib/db/like.ts'
import { type Db, pagesOf } from '../../lib/db/rows.ts'
import type { MailAction, Receiving } from '../../lib/db/schema.ts'
import { reaches } from '../../vendor-side-queries.ts'
import { subscribersOf } from '../core/queries.ts'
import type { MemberFilter } from './rules.ts'

/** A subscriber as those see them who look after the list. */
export interface MemberRow {
  id: number
  name: string
  email: string
  since: Date
  receiving: Receiving
  posting: MailAction | null
  pausedUntil: Date | null
  suspendedAt: Date | null
  /** The address was said to be dead within 30 days, and that counts. */
  bouncing: boolean
  /** The server's own words, of the last time that mail came back. */
  words: string | null
  /** The list is there for them; a group's own list is not for who works for the vendor. */
  reached: boolean
}

const bouncing = (
  now: Date,
) => sql<boolean>`exists (select from shared_bounce b where b.email = a.email and b.class = 'address' and b.permanent
  and b.incident_id is null and b.at >= greatest(s.bounces_from, ${now}::timestamptz - interval '30 days'))`

const reached = (now: Date) => reaches(sql`(select l.archive from list l where l.id = s.list_id)`, sql`s.person_id`, now)

function conditionsOf(filter: MemberFilter, now: Date): RawBuilder<unknown> {
  const pattern = containing(filter.search)
  const states = {
    active: sql`s.suspended_at is null and (s.paused_until is null or s.paused_until <= ${now}) and s.receiving <> 'none' and ${reached(now)}`,
    paused: sql`(s.paused_until > ${now} or s.receiving = 'none')`,
    suspended: sql`s.suspended_at is not null`,
    bouncing: bouncing(now),
    vendor: sql`not ${reached(now)}`,
  }
  const parts = [
    filter.search === '' ? undefined : sql`(lower(p.name) like ${pattern} or a.email like ${pattern})`,
    filter.receiving && sql`s.receiving = ${filter.receiving}`,
    filter.state && states[filter.state],
    filter.posting && (filter.posting === 'rules' ? sql`s.posting is null` : sql`s.posting = ${filter.posting}`),
    filter.since && sql`s.since >= ${filter.since}::date`,
  ].filter((part) => part !== undefined && part !== '')
  return parts.length === 0 ? sql`true` : sql.join(parts as RawBuilder<unknown>[], sql` and `)
}

const from = (
  listId: number,
) => sql`from subscription s join shared_person p on p.id = s.person_id join shared_address a on a.id = s.address_id
  where s.list_id = ${listId} and s.ended_at is null`

const rowsOf = (now: Date, rest: RawBuilder<unknown>) => sql<MemberRow>`select s.id, p.name, a.email, s.since, s.receiving, s.posting,
  s.paused_until, s.suspended_at, ${bouncing(now)} as bouncing, ${reached(now)} as reached,
  coalesce(s.suspended_words, (select nullif(b.diagnostic, '') from shared_bounce b where b.email = a.email and b.at >= s.bounces_from
    order by b.at desc limit 1)) as words ${rest}`

/** Subscribers of a list by name, a page at a time. */
export async function listMembers(db: Db, listId: number, filter: MemberFilter, now: Date, { page = 1, limit = 50 } = {}) {
  const where = conditionsOf(filter, now)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from(listId)} and ${where}`.execute(db)
  const total = counted.rows[0]?.total ?? 0
  // The page is cut out before anything is asked about each of its rows.
  const chosen = sql`from (select s.* ${from(listId)} and ${where} order by p.name, s.id limit ${limit} offset ${(page - 1) * limit}) s
    join shared_person p on p.id = s.person_id join shared_address a on a.id = s.address_id order by p.name, s.id`
  const { rows } = await rowsOf(now, chosen).execute(db)
  return { people: rows, total, pages: pagesOf(total, limit) }
}

/** All that a filter finds, by name. */
export async function allMembers(db: Db, listId: number, filter: MemberFilter, now: Date, limit: number): Promise<MemberRow[]> {
  const { rows } = await rowsOf(now, sql`${from(listId)} and ${conditionsOf(filter, now)} order by p.name, s.id limit ${limit}`).execute(db)
  return rows
}

/** Of these subscriptions, those that are of this list and have not ended. */
export async function findMembersById(db: Db, listId: number, ids: number[]) {
  return subscribersOf(db, listId)
    .select(['subscription.id', 'person.name', 'address.email'])
    .where('subscription.id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('person.name')
    .orderBy('subscription.id')
    .execute()
}

/** The subscriptions of a list that these addresses lead to: those at which mail is received, and others of the same people. */
export async function findMembersByEmail(db: Db, listId: number, emails: string[]) {
  return db
    .selectFrom('sharedAddress as address')
    .innerJoin('subscription', 'subscription.personId', 'address.personId')
    .select(['address.email', 'subscription.id'])
    .where('subscription.listId', '=', listId)
    .where('subscription.endedAt', 'is', null)
    .where('address.email', '=', sql<string>`any(${emails}::text[])`)
    .where((e) => e.or([e('address.id', '=', e.ref('subscription.addressId')), e('address.verifiedAt', 'is not', null)]))
    .execute()
}
