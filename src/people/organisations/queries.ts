import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { isToldOutside } from '../../journal/queries.ts'
import { containing } from '../../lib/db/like.ts'
import { type Db, orNoId, orNoText, readPage } from '../../lib/db/rows.ts'
import type { DB, OrganisationKind, ProductStage } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayConfirmReferent, mayKeepRegister, mayLead } from '../../policy.ts'
import { todayOf, utcDay } from '../../time.ts'
import { namedFor } from '../naming-rules.ts'
import { overlap } from './rules.ts'

const t = textsOf('people', 'organisations')

/** Does somebody speak for an institution in this: works there today, as far as it is known, or is its referent or stand-in? */
export async function speaksFor(db: Db, actor: Actor, organisationId: number): Promise<boolean> {
  const day = todayOf(actor)
  const { rows } = await sql`select 1 where exists (select from affiliation a where a.person_id = ${actor.personId}
      and a.organisation_id = ${organisationId} and a.suspended_at is null
      and (a.from_on is null or a.from_on <= ${day}::date) and (a.to_on is null or a.to_on >= ${day}::date))
    or exists (select from shared_appointment p where p.person_id = ${actor.personId} and p.organisation_id = ${organisationId} and p.role = 'referent'
      and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))`.execute(db)
  return rows.length > 0
}

/**
 * A member today, by its own membership or that of a consortium to which it belongs today. Written as one set that the database makes once, since a
 * question for each row took seconds over ten thousand.
 */
const memberOn = (day: string) => {
  const current = (alias: string) =>
    sql`(${sql.ref(`${alias}.from_on`)} is null or ${sql.ref(`${alias}.from_on`)} <= ${day}::date)
      and (${sql.ref(`${alias}.to_on`)} is null or ${sql.ref(`${alias}.to_on`)} >= ${day}::date)`
  return sql<boolean>`organisation.id in (select m.organisation_id from membership m where ${current('m')}
    union all select b.organisation_id from belonging b join membership m on m.organisation_id = b.parent_id
      where ${current('b')} and ${current('m')})`
}

export interface OrganisationFilter {
  search?: string
  country?: string
  kind?: OrganisationKind
  stage?: ProductStage
  members?: boolean
}

function filtered(db: Db, day: string, { search, country, kind, stage, members }: OrganisationFilter) {
  const inStage = (e: ExpressionBuilder<DB, 'organisation'>, wanted: ProductStage) =>
    e.exists(
      e
        .selectFrom('productUse')
        .select('productUse.stage')
        .whereRef('productUse.organisationId', '=', 'organisation.id')
        .where('productUse.stage', '=', wanted),
    )
  let query = db.selectFrom('organisation')
  if (search)
    query = query.where(
      sql<boolean>`(unaccent(lower(organisation.name)) like unaccent(${containing(search)})
        or exists (select from organisation_domain d where d.organisation_id = organisation.id and d.domain like ${containing(search)}))`,
    )
  if (country) query = query.where('organisation.country', '=', country)
  if (kind) query = query.where('organisation.kind', '=', kind)
  if (stage) query = query.where((e) => inStage(e, stage))
  if (members) query = query.where(memberOn(day))
  return query
}

/** The register, by name, a page at a time. */
export async function listOrganisations(
  db: Db,
  actor: Actor,
  { page = 1, limit = 50, ...filter }: OrganisationFilter & { page?: number; limit?: number } = {},
) {
  const day = todayOf(actor)
  const base = filtered(db, day, filter)
  const { rows: organisations, ...counts } = await readPage(
    base
      .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.country'])
      .select(memberOn(day).as('member'))
      .select(sql<ProductStage[]>`array(select u.stage::text from product_use u where u.organisation_id = organisation.id)`.as('stages'))
      .orderBy(sql`lower(organisation.name)`)
      .orderBy('organisation.id'),
    { page, limit },
  )
  return { organisations, ...counts }
}

/** Members by country (the most first) and by stage, of what the filter leaves. */
export async function countMembers(db: Db, actor: Actor, filter: OrganisationFilter) {
  const members = filtered(db, todayOf(actor), { ...filter, members: true })
  const countries = await members
    .select((e) => ['organisation.country' as const, e.fn.countAll<number>().as('count')])
    .groupBy('organisation.country')
    .orderBy('count', 'desc')
    .orderBy('organisation.country')
    .execute()
  const stages = await members
    .innerJoin('productUse', 'productUse.organisationId', 'organisation.id')
    .select((e) => ['productUse.stage' as const, e.fn.countAll<number>().as('count')])
    .groupBy('productUse.stage')
    .orderBy('productUse.stage')
    .execute()
  return { countries, stages }
}

/** The countries that occur in the register. */
export async function listCountries(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('country').distinct().where('country', 'is not', null).execute()
  return rows.map((row) => row.country ?? '')
}

/** The groups of a vendor's products that somebody leads. */
async function listLedGroups(db: Db, actor: Actor, vendorId: number): Promise<{ slug: string; name: string }[]> {
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name'])
    .where('product.vendorId', '=', vendorId)
    .where('workingGroup.closedAt', 'is', null)
    .orderBy('workingGroup.name')
    .execute()
  return groups.filter(({ id }) => mayLead(actor, id) && mayCollate(actor, id))
}

/**
 * One organisation with its dates, as the actor may see it: contracts and domains are shown to those who keep the register.
 * @throws NotFound
 */
export async function getOrganisation(db: Db, actor: Actor, id: number) {
  const organisation =
    actor.personId === null
      ? undefined
      : await db
          .selectFrom('organisation')
          .selectAll('organisation')
          .select(memberOn(todayOf(actor)).as('member'))
          .where('organisation.id', '=', id)
          .executeTakeFirst()
  if (!organisation) throw new NotFound(t.noSuchOrganisation)
  const mayEdit = mayKeepRegister(actor)
  const mayName = (organisation.kind === 'institution' || organisation.kind === 'consortium') && (await speaksFor(db, actor, id))
  const belongings = await listBelongings(db, id)
  const holders = [id, ...belongings.map((one) => one.parentId)]
  const [memberships, uses, children, referents, contracts, domains] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('sharedCommunity as community', 'community.id', 'membership.communityId')
      .innerJoin('organisation as holder', 'holder.id', 'membership.organisationId')
      .select(['membership.id', 'membership.communityId', 'community.name as community', 'membership.fromOn', 'membership.toOn'])
      .select(['holder.id as holderId', 'holder.name as holder'])
      .where('membership.organisationId', 'in', holders)
      .orderBy('membership.fromOn', 'desc')
      .execute(),
    db
      .selectFrom('productUse')
      .innerJoin('sharedProduct as product', 'product.id', 'productUse.productId')
      .select(['productUse.productId', 'product.name as product', 'productUse.stage'])
      .where('productUse.organisationId', '=', id)
      .orderBy('product.name')
      .execute(),
    db
      .selectFrom('belonging')
      .innerJoin('organisation', 'organisation.id', 'belonging.organisationId')
      .select(['organisation.id', 'organisation.name', 'organisation.kind', 'belonging.fromOn', 'belonging.toOn'])
      .where('belonging.parentId', '=', id)
      .orderBy('organisation.name')
      .limit(500)
      .execute(),
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('person', 'person.id', 'appointment.personId')
      .innerJoin('sharedCommunity as community', 'community.id', 'appointment.communityId')
      .select(['appointment.id', 'person.name', 'community.name as community', 'appointment.communityId'])
      .select(['appointment.standIn', 'appointment.fromOn', 'appointment.toOn'])
      .select(sql<boolean>`named_to_all(appointment.person_id, appointment.group_id)`.as('namedToAll'))
      .where('appointment.organisationId', '=', id)
      .where('appointment.role', '=', 'referent')
      .orderBy('appointment.fromOn', 'desc')
      .execute(),
    mayEdit
      ? db
          .selectFrom('contract')
          .innerJoin('sharedProduct as product', 'product.id', 'contract.productId')
          .innerJoin('organisation as holder', 'holder.id', 'contract.organisationId')
          .select(['contract.id', 'product.name as product', 'contract.fromOn', 'contract.toOn'])
          .select(['holder.id as holderId', 'holder.name as holder'])
          .where('contract.organisationId', 'in', holders)
          .orderBy('contract.fromOn', 'desc')
          .execute()
      : [],
    mayEdit ? db.selectFrom('organisationDomain').select('domain').where('organisationId', '=', id).orderBy('domain').execute() : [],
  ])
  const guestsOf = organisation.kind === 'vendor' ? await listLedGroups(db, actor, id) : []
  const told =
    mayEdit &&
    ((await db
      .selectFrom('sharedJournal as journal')
      .select('id')
      .where('subject', '=', `organisation:${id}`)
      .limit(1)
      .executeTakeFirst()) ??
      (await isToldOutside(db, `organisation:${id}`)))
  return {
    ...organisation,
    mayEdit,
    /** Does the journal say anything of it? What was there before it says nothing. */
    hasHistory: Boolean(told),
    mayName,
    /** The groups that work with this vendor and that this person leads: they invite its guests. */
    guestsOf,
    belongings,
    // What a consortium has counts for the days on which one belonged to it.
    memberships: memberships.flatMap((row) => shared(row, id, belongings)),
    contracts: contracts.flatMap((row) => shared(row, id, belongings)),
    uses,
    children,
    referents: namedFor(actor, referents),
    domains: domains.map(({ domain }) => domain),
  }
}

/** To which consortia, or vendor, an organisation belongs and belonged, the latest first. */
function listBelongings(db: Db, organisationId: number) {
  return db
    .selectFrom('belonging')
    .innerJoin('organisation as parent', 'parent.id', 'belonging.parentId')
    .select(['belonging.id', 'belonging.parentId', 'parent.name as parent', 'belonging.fromOn', 'belonging.toOn'])
    .where('belonging.organisationId', '=', organisationId)
    .orderBy(sql`belonging.to_on desc nulls first`)
    .orderBy('parent.name')
    .execute()
}

/** A row of its own as it is; a parent's, cut to the days of belonging, where there are any. */
function shared<T extends { holderId: number; fromOn: string; toOn: string | null }>(
  row: T,
  id: number,
  belongings: { parentId: number; fromOn: string | null; toOn: string | null }[],
): T[] {
  if (row.holderId === id) return [row]
  return belongings
    .filter((one) => one.parentId === row.holderId)
    .flatMap((one) => {
      const cut = overlap(row, one)
      return cut ? [{ ...row, ...cut }] : []
    })
}

/** What the forms offer: user groups, those of them for which the actor says who speaks there, products, and what an organisation can belong to. */
export async function listRegisterChoices(db: Db, actor: Actor) {
  const [communities, products, parents] = await Promise.all([
    db.selectFrom('sharedCommunity as community').select(['id', 'name']).orderBy('name').execute(),
    db.selectFrom('sharedProduct as product').select(['id', 'name']).orderBy('name').execute(),
    db.selectFrom('organisation').select(['id', 'name']).where('kind', 'in', ['consortium', 'vendor']).orderBy('name').execute(),
  ])
  return { communities, naming: communities.filter(({ id }) => mayConfirmReferent(actor, id)), products, parents }
}

/** Organisations with their contract for a product and their memberships on a day. */
function holders(db: Db, productId: number, on: Date) {
  const day = utcDay(on)
  return db
    .selectFrom('organisation')
    .leftJoin('organisationDomain', 'organisationDomain.organisationId', 'organisation.id')
    .select(sql<string>`coalesce(organisation_domain.domain, '')`.as('domain'))
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.country'])
    .select(
      sql<boolean>`exists (select from contract c where c.organisation_id in (select h from holders_on(organisation.id, ${day}::date) h) and c.product_id = ${productId}
        and c.from_on <= ${day}::date and (c.to_on is null or c.to_on >= ${day}::date))`.as('contract'),
    )
    .select(
      sql<
        number[]
      >`array(select distinct m.community_id::int from membership m where m.organisation_id in (select h from holders_on(organisation.id, ${day}::date) h)
        and m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date))`.as('communityIds'),
    )
}

/** Organisations that one of these domains is registered for, the longest domain first. */
export const listDomainHolders = (db: Db, domains: string[], productId: number, on: Date) =>
  holders(db, productId, on)
    .where('organisationDomain.domain', 'in', orNoText(domains))
    .orderBy(sql`length(organisation_domain.domain)`, 'desc')
    .execute()

/** The organisation of this very name, whatever its case and accents; undefined where there is none, or several. */
export async function findNamedHolder(db: Db, name: string, productId: number, on: Date) {
  if (name === '') return undefined
  const rows = await holders(db, productId, on)
    .where(sql<boolean>`unaccent(lower(organisation.name)) = unaccent(lower(${name}))`)
    .limit(20)
    .execute()
  return rows.every(({ id }) => id === rows[0]?.id) ? rows[0] : undefined
}

/** Where somebody works on a day, or for whom they are referent: the organisations and the consortia that they belong to. */
export async function listOrganisationsOf(db: Db, personId: number, on: Date): Promise<number[]> {
  const day = utcDay(on)
  const { rows } = await sql<{ id: number }>`
    select o.id from organisation o
    where exists (select from affiliation a where a.person_id = ${personId} and a.organisation_id = o.id and a.suspended_at is null
        and (a.from_on is null or a.from_on <= ${day}::date) and (a.to_on is null or a.to_on >= ${day}::date))
      or exists (select from shared_appointment p where p.person_id = ${personId} and p.role = 'referent' and p.organisation_id in (select h from holders_on(o.id, ${day}::date) h)
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))`.execute(db)
  return rows.map((row) => Number(row.id))
}

/** The referents of some organisations, or of their consortia, on a day. */
export function listReferents(db: Db, organisationIds: number[], on: Date) {
  const day = utcDay(on)
  return db
    .selectFrom('organisation')
    .innerJoin('sharedAppointment as appointment', (join) =>
      join.on(sql<boolean>`appointment.organisation_id in (select h from holders_on(organisation.id, ${day}::date) h)`),
    )
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select(['person.id', 'person.name', 'appointment.standIn', 'organisation.id as organisationId', 'organisation.name as organisation'])
    .distinct()
    .where('organisation.id', 'in', orNoId(organisationIds))
    .where('appointment.role', '=', 'referent')
    .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
    .execute()
}

/** How many organisations have a contract for a group's product on a day: without one nobody has a vote. */
export async function countContractedFor(db: Db, groupId: number, day: string): Promise<number> {
  const row = await db
    .selectFrom('contract')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.productId', 'contract.productId')
    .select((e) => e.fn.count<number>('contract.organisationId').distinct().as('count'))
    .where('workingGroup.id', '=', groupId)
    .where('contract.fromOn', '<=', day)
    .where((e) => e.or([e('contract.toOn', 'is', null), e('contract.toOn', '>=', day)]))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Of those with a contract, how many can vote in the group's ballots: members of a user group of its, for whom a referent speaks. */
export async function countVotingFor(db: Db, groupId: number, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct c.organisation_id)::int as count from contract c
    join shared_working_group g on g.product_id = c.product_id and g.id = ${groupId}
    join shared_group_community gc on gc.group_id = g.id
    where c.from_on <= ${day}::date and (c.to_on is null or c.to_on >= ${day}::date)
      and exists (select from membership m where m.organisation_id in (select h from holders_on(c.organisation_id, ${day}::date) h)
        and m.community_id = gc.community_id and m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date))
      and exists (select from shared_appointment p where p.role = 'referent' and p.community_id = gc.community_id
        and p.organisation_id in (select h from holders_on(c.organisation_id, ${day}::date) h)
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** All institutions, with the stage that each has with a product, and whether it contracts it on a day. */
export async function listUsersOf(db: Db, productId: number, on: Date) {
  const { rows } = await sql<{ id: number; name: string; stage: ProductStage | null; contracts: boolean }>`
    select o.id, o.name, u.stage, exists (select from contract c where c.organisation_id = o.id and c.product_id = ${productId}
      and c.from_on <= ${on}::date and (c.to_on is null or c.to_on >= ${on}::date)) as contracts
    from organisation o left join product_use u on u.organisation_id = o.id and u.product_id = ${productId}
    where o.kind = 'institution' order by o.name, o.id`.execute(db)
  return rows
}
