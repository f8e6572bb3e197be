import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { containing } from '../../lib/db/like.ts'
import { countRows, type Db, isThere, readPage } from '../../lib/db/rows.ts'
import { findRegistrable, suffixesOf } from '../../lib/mail/domain.ts'
import { todayOf } from '../../time.ts'
import { namesFit } from '../affiliations/queries.ts'
import { homeZone } from '../core-queries.ts'
import { isFreeMail } from '../organisations/rules.ts'

/** A page of one of the lists of what is to be settled, and which words its lines must hold. */
export interface Settling {
  search?: string
  page?: number
  limit?: number
}

const resting = (db: Db) =>
  db
    .selectFrom('affiliation')
    .innerJoin('person', 'person.id', 'affiliation.personId')
    .innerJoin('organisation', 'organisation.id', 'affiliation.organisationId')
    .where('affiliation.suspendedAt', 'is not', null)
    .where('affiliation.toOn', 'is', null)
    .where('person.erasedAt', 'is', null)

/** Affiliations that rest because an address is dead or a domain is gone, the longest first. */
export async function listResting(db: Db, { search, page = 1, limit = 50 }: Settling = {}) {
  const found = resting(db).$if(search !== undefined, (query) => query.where(namesFit(search ?? '')))
  const { rows: people, ...counts } = await readPage(
    found
      .select(['affiliation.id', 'person.name', 'organisation.name as organisation', 'affiliation.suspendedAt', 'affiliation.suspendedWhy'])
      .orderBy('affiliation.suspendedAt')
      .orderBy('affiliation.id'),
    { page, limit },
  )
  return { people, ...counts }
}

const claims = (db: Db) =>
  db
    .selectFrom('workplaceClaim')
    .innerJoin('person', 'person.id', 'workplaceClaim.personId')
    .where('workplaceClaim.settledAt', 'is', null)
    .where('person.erasedAt', 'is', null)

/** What people say of where they work, and a person has to settle; the oldest first. */
export async function listWorkplaceClaims(db: Db, { search, page = 1, limit = 50 }: Settling = {}) {
  const found = claims(db).$if(search !== undefined, (query) =>
    query.where(
      sql<boolean>`(unaccent(lower(person.name)) like unaccent(${containing(search ?? '')})
        or unaccent(lower(workplace_claim.organisation)) like unaccent(${containing(search ?? '')}) or workplace_claim.email like ${containing(search ?? '')})`,
    ),
  )
  const { rows: people, ...counts } = await readPage(
    found
      .select(['workplaceClaim.id', 'workplaceClaim.organisation', 'workplaceClaim.email', 'workplaceClaim.fromOn'])
      .select(['workplaceClaim.askedAt'])
      .select(['person.name', 'person.id as personId'])
      .orderBy('workplaceClaim.id'),
    { page, limit },
  )
  return { people, ...counts }
}

/** How many people say that they work elsewhere, and wait for a person. */
export const countWorkplaceClaims = (db: Db): Promise<number> => countRows(claims(db))

/** How many wait on each list of what is to be settled. */
export async function countToSettle(db: Db): Promise<{ said: number; resting: number; unknown: number }> {
  const [said, rest, unknown] = await Promise.all([countWorkplaceClaims(db), countRows(resting(db)), countRows(withoutBasis(db))])
  return { said, resting: rest, unknown }
}

/** Subscribers of whom nobody knows where they work, and of whom no person has said that this is well so. */
const withoutBasis = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('basisAsk', 'basisAsk.personId', 'person.id')
    .where('person.erasedAt', 'is', null)
    .where('basisAsk.excusedAt', 'is', null)
    .where(sql<boolean>`exists (select from shared_subscription s where s.person_id = person.id and s.ended_at is null)`)
    .where(sql<boolean>`not exists (select from affiliation a where a.person_id = person.id and a.to_on is null)`)
    .where(sql<boolean>`not exists (select from workplace_claim w where w.person_id = person.id and w.settled_at is null)`)

const shownEmail = sql<string>`(select a.email from address a where a.person_id = person.id order by a.verified_at is null, a.id limit 1)`

/** Subscribers without a basis, a page at a time, with what was asked so far. */
export async function listWithoutBasis(db: Db, { search, page = 1, limit = 50 }: Settling = {}) {
  const found = withoutBasis(db).$if(search !== undefined, (query) =>
    query.where(
      sql<boolean>`(unaccent(lower(person.name)) like unaccent(${containing(search ?? '')})
        or exists (select from address a where a.person_id = person.id and a.email like ${containing(search ?? '')}))`,
    ),
  )
  const { rows: people, ...counts } = await readPage(
    found
      .select(['person.id', 'person.name', 'person.locale', 'basisAsk.asks', 'basisAsk.askedAt'])
      .select(shownEmail.as('email'))
      .orderBy('person.name')
      .orderBy('person.id'),
    { page, limit },
  )
  return { people, ...counts }
}

/** Those without a basis who may be asked now: not asked yet, or two weeks ago and fewer than three times. */
export const listToAsk = (db: Db, before: Date, limit: number) =>
  withoutBasis(db)
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', homeZone])
    .select(shownEmail.as('email'))
    .where((e) => e.or([e('basisAsk.asks', 'is', null), e.and([e('basisAsk.asks', '<', 3), e('basisAsk.askedAt', '<=', before)])]))
    .orderBy(sql`basis_ask.asked_at nulls first`)
    .orderBy('person.id')
    .limit(limit)
    .execute()

/** The lists that somebody is subscribed to. */
export const listListsOf = (db: Db, personId: number) =>
  db
    .selectFrom('sharedSubscription as subscription')
    .innerJoin('sharedList as list', 'list.id', 'subscription.listId')
    .select(['list.name', 'list.title', 'list.archive'])
    .where('subscription.personId', '=', personId)
    .where('subscription.endedAt', 'is', null)
    .orderBy('list.title')
    .execute()

/** Is somebody without a basis still? */
export const isWithoutBasis = (db: Db, personId: number): Promise<boolean> =>
  isThere(withoutBasis(db).select('person.id').where('person.id', '=', personId))

/** The confirmed addresses of everybody without a basis. */
export const listBasisAddresses = (db: Db) =>
  withoutBasis(db)
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.id', 'address.email'])
    .where('address.verifiedAt', 'is not', null)
    .orderBy('person.id')
    .execute()

/** The domains of the register, each with whose it is. */
export async function readDomains(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('organisationDomain').select(['domain', 'organisationId']).execute()
  return new Map(rows.map((row) => [row.domain, row.organisationId]))
}

/**
 * The one organisation to which an address belongs by the longest registered domain; undefined where there is none or several.
 * @param domains of the register, each with whose it is
 */
export function organisationOf(email: string, domains: ReadonlyMap<string, number>): number | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  if (isFreeMail(findRegistrable(domain) ?? domain)) return undefined
  const owners = new Set(suffixesOf(domain).flatMap((one) => domains.get(one) ?? []))
  return owners.size === 1 ? [...owners][0] : undefined
}

/** What somebody who changes their job has to say something about: where they work, their addresses, subscriptions and posts. */
export async function readOwnPlace(db: Db, actor: Actor & { personId: number }) {
  const day = todayOf(actor)
  const [affiliations, addresses, subscriptions, posts] = await Promise.all([
    db
      .selectFrom('affiliation')
      .innerJoin('organisation', 'organisation.id', 'affiliation.organisationId')
      .select(['affiliation.id', 'organisation.name as organisation', 'affiliation.organisationId', 'affiliation.fromOn'])
      .where('affiliation.personId', '=', actor.personId)
      .where('affiliation.toOn', 'is', null)
      .orderBy('affiliation.id')
      .execute(),
    db
      .selectFrom('address')
      .select(['id', 'email'])
      .where('personId', '=', actor.personId)
      .where('verifiedAt', 'is not', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('sharedSubscription as subscription')
      .innerJoin('sharedList as list', 'list.id', 'subscription.listId')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select(['subscription.id', 'list.title', 'address.email'])
      .where('subscription.personId', '=', actor.personId)
      .where('subscription.endedAt', 'is', null)
      .orderBy('list.title')
      .execute(),
    db
      .selectFrom('sharedAppointment as appointment')
      .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'appointment.groupId')
      .leftJoin('sharedCommunity as community', 'community.id', 'appointment.communityId')
      .leftJoin('organisation', 'organisation.id', 'appointment.organisationId')
      .select(['appointment.id', 'appointment.role', 'appointment.organisationId', 'organisation.name as organisation'])
      .select(['workingGroup.name as group', 'community.name as community'])
      .where('appointment.personId', '=', actor.personId)
      .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
      .orderBy('appointment.id')
      .execute(),
  ])
  return { affiliations, addresses, subscriptions, posts }
}

/** An organisation by its name, its domain or its ROR id, as somebody types it. */
export async function findOrganisationByWords(db: Db, text: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select o.id from organisation o where lower(o.name) = lower(${text}) or o.ror = lower(${text})
    or exists (select from organisation_domain d where d.organisation_id = o.id and d.domain = lower(${text})) order by o.id limit 2`.execute(
    db,
  )
  return rows.length === 1 ? Number(rows[0]?.id) : undefined
}

/** Does a user group of this site leave addresses that look like those of students to a person? */
export const checksStudents = (db: Db): Promise<boolean> =>
  isThere(db.selectFrom('sharedCommunity as community').select('id').where('checksStudents', '=', true))
