import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeOne, changeRow, findRow, insertOne, insertRow, type Tx } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import type { MemberNoun } from '../../lib/ui/member-word.ts'
import { ensureVendor } from '../../people/actions.ts'
import { isCurrent, whyNotPeriod } from '../../people/rules.ts'
import { todayOf, utcDay } from '../../time.ts'
import { settingsOfAll } from '../user-groups/queries.ts'

export interface NewAppointment {
  personId: number
  role: Role
  groupId?: number
  communityId?: number
  formal?: boolean
  standIn?: boolean
  /** The term of the guest for whom somebody stands in. */
  standsFor?: number
  /** Days as YYYY-MM-DD; null where nobody knows since when, and then it is over. */
  fromOn: string | null
  toOn?: string | null
  /** The days are the first and the last of years; no more is known. */
  byYear?: boolean
  /** It has ended, nobody knows when: `toOn` is the last day that is certain. */
  toUnknown?: boolean
  how?: string
  /** What the group calls the role; without one it has its own name. */
  roleNameId?: number | null
  /** Where they worked at the time; found among their affiliations where not given. */
  organisationId?: number
}

/**
 * Gives somebody a role from a day on. Who may do so is the caller's question: set-up, import and committee have different answers.
 * @returns the appointment's id
 * @throws Invalid with a sentence for `fromOn` or `toOn`, when it would end before it begins or they hold the role for these days already
 */
export async function appoint(tx: Tx, actor: Actor, appointment: NewAppointment): Promise<number> {
  const {
    personId,
    role,
    groupId,
    communityId,
    fromOn,
    toOn = null,
    organisationId,
    roleNameId = null,
    standsFor = null,
    ...rest
  } = appointment
  // Two appointments of one person at once must not both find the days free.
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', personId).forUpdate().execute()
  const others = await tx
    .selectFrom('appointment')
    .select(['fromOn', 'toOn'])
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('groupId', 'is not distinct from', groupId ?? null)
    .where('communityId', 'is not distinct from', communityId ?? null)
    // Whoever is a guest themselves can stand in for a colleague as well.
    .where('standsFor', 'is not distinct from', standsFor)
    // The same person may be a member and the webmaster; whoever leads does so once, whatever it is called.
    .$if(role === 'member', (query) => query.where('roleNameId', 'is not distinct from', roleNameId))
    .$if(role === 'referent', (query) => query.where('organisationId', 'is not distinct from', organisationId ?? null))
    .execute()
  const refusal = fromOn === null ? undefined : whyNotPeriod({ fromOn, toOn }, others)
  if (refusal) refuse(refusal.field, refusal.problem)
  // From today on means at once: roles go by the day in UTC, and where it is tomorrow already that day is still to come.
  const isEarly = fromOn !== null && fromOn === todayOf(actor) && !whyNotPeriod({ fromOn: utcDay(actor.at), toOn }, others)
  const begins = isEarly && utcDay(actor.at) < fromOn ? utcDay(actor.at) : fromOn
  const id = await insertOne(tx.insertInto('appointment'), {
    personId,
    role,
    groupId: groupId ?? null,
    communityId: communityId ?? null,
    fromOn: begins,
    toOn,
    roleNameId,
    standsFor,
    organisationId: organisationId ?? (await findWorkplace(tx, personId, fromOn ?? toOn)),
    ...rest,
  })
  await record(tx, actor, { action: 'appointment.made', subject: `appointment:${id}`, groupId, details: { personId, role } })
  return id
}

/**
 * Whoever holds a role is told so by a letter: at once, or on the morning of a first day that is still to come. Not who gave it to themselves,
 * nor of a term of which nobody knows since when it was.
 */
export async function tellHolder(
  tx: Tx,
  actor: Actor,
  appointmentId: number,
  { personId, fromOn }: { personId: number; fromOn: string | null },
): Promise<void> {
  if (fromOn === null || personId === actor.personId) return
  // By the day that the job goes by: where it is tomorrow already, the term may not have begun for it.
  const kept = await tx.selectFrom('appointment').select('fromOn').where('id', '=', appointmentId).executeTakeFirst()
  const begins = kept?.fromOn ?? fromOn
  const runAt = begins > utcDay(actor.at) ? new Date(`${begins}T06:00:00Z`) : undefined
  await enqueue(tx, 'charter.seated', { appointmentId }, { key: `charter.seated:${appointmentId}`, ...(runAt && { runAt }) })
}

/** Where a person worked on a day, as far as it is known. */
async function findWorkplace(tx: Tx, personId: number, day: string | null): Promise<number | null> {
  if (day === null) return null
  const affiliations = await tx
    .selectFrom('sharedAffiliation as affiliation')
    .select(['organisationId', 'fromOn', 'toOn'])
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  return affiliations.find((one) => isCurrent(one, day))?.organisationId ?? null
}

interface NewCommunity {
  slug: string
  name: string
  /** What its members are called; as in the other user groups where nothing is said. */
  memberNoun?: MemberNoun
}

export interface NewGroup {
  community: NewCommunity
  vendor: string
  product: string
  group: { slug: string; name: string; tagline?: string; foundedOn?: string }
}

/** Finds a product of a vendor by its name, or adds it; the vendor is found by name or added too. */
export async function ensureProduct(
  tx: Tx,
  actor: Actor,
  { vendor, product }: { vendor: string; product: string },
): Promise<{ id: number; added: boolean }> {
  const vendorId = await ensureVendor(tx, vendor, actor.at)
  // Two people who add it at once must not make two of it.
  await tx.selectFrom('sharedOrganisation as organisation').select('id').where('id', '=', vendorId).forUpdate().execute()
  const found = await tx
    .selectFrom('product')
    .select('id')
    .where(sql<boolean>`unaccent(lower(name)) = unaccent(lower(${product}))`)
    .where('vendorId', '=', vendorId)
    .orderBy(sql`name = ${product}`, 'desc')
    .executeTakeFirst()
  if (found) return { id: found.id, added: false }
  const id = await insertOne(tx.insertInto('product'), { name: product, vendorId })
  await record(tx, actor, { action: 'product.added', subject: `product:${id}`, details: { vendorId } })
  return { id, added: true }
}

/** Founds a working group with its user group, vendor and product, each found by name or made. */
export async function foundGroup(tx: Tx, actor: Actor, { community, vendor, product, group }: NewGroup) {
  const communityId = await ensureCommunity(tx, community)
  const { id: productId } = await ensureProduct(tx, actor, { vendor, product })
  const groupId = await insertOne(tx.insertInto('workingGroup'), {
    slug: group.slug,
    name: group.name,
    tagline: group.tagline ?? '',
    productId,
    foundedOn: group.foundedOn ?? null,
    createdAt: actor.at,
  })
  await tx.insertInto('groupCommunity').values({ groupId, communityId }).execute()
  await record(tx, actor, { action: 'group.founded', subject: `group:${groupId}`, groupId })
  return { groupId, communityId }
}

/**
 * Closes a group: it is read, and nothing is done there any more. Who may, and whether something still runs there, is the caller's question.
 * @returns false where it is closed already
 */
export async function closeGroup(tx: Tx, actor: Actor, groupId: number): Promise<boolean> {
  const closed = await changeRow(tx.updateTable('workingGroup').returning('id'), { id: groupId, closedAt: null }, { closedAt: actor.at })
  if (closed) await record(tx, actor, { action: 'group.closed', subject: `group:${groupId}`, groupId })
  return closed !== undefined
}

/** Opens a group again. Who may is the caller's question; where it was merged into another, nothing is changed. */
export async function reopenGroup(tx: Tx, actor: Actor, groupId: number): Promise<void> {
  const opened = await tx
    .updateTable('workingGroup')
    .set({ closedAt: null })
    .where('id', '=', groupId)
    .where('closedAt', 'is not', null)
    .where('mergedInto', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (opened) await record(tx, actor, { action: 'group.reopened', subject: `group:${groupId}`, groupId })
}

/**
 * Gives a product its new name, and keeps the old one with the last day on which it was called so.
 * @param on the first day of the new name
 * @returns what came of it: the vendor may have another product of that name
 */
export async function renameProduct(
  tx: Tx,
  actor: Actor,
  productId: number,
  { name, on }: { name: string; on: string },
): Promise<'renamed' | 'unknown' | 'same' | 'taken'> {
  const product = await tx.selectFrom('product').selectAll().where('id', '=', productId).forUpdate().executeTakeFirst()
  if (!product) return 'unknown'
  if (product.name === name) return 'same'
  const other = await findRow(tx.selectFrom('product'), { vendorId: product.vendorId, name }, ['id'])
  if (other) return 'taken'
  await insertRow(tx.insertInto('productName'), { productId, name: product.name, untilOn: sql<string>`${on}::date - 1` })
  await tx.updateTable('product').set({ name }).where('id', '=', productId).execute()
  await record(tx, actor, { action: 'product.renamed', subject: `product:${productId}`, details: { from: product.name, to: name } })
  return 'renamed'
}

async function ensureCommunity(tx: Tx, { slug, name, memberNoun }: NewCommunity): Promise<number> {
  const found = await tx.selectFrom('community').select('id').where('slug', '=', slug).executeTakeFirst()
  if (found) return found.id
  return insertOne(tx.insertInto('community'), { slug, name, ...(await settingsOfAll(tx)), ...(memberNoun ? { memberNoun } : {}) })
}

/** A role of somebody in a group ends with yesterday, but not before it began; undefined where there is no such role. */
export async function endYesterday(tx: Tx, actor: Actor, { id, groupId, role }: { id: number; groupId: number; role: Role }) {
  const yesterday = new Date(actor.at.getTime() - 86_400_000).toISOString().slice(0, 10)
  const ended = await tx
    .updateTable('appointment')
    .set((e) => ({ toOn: sql<string>`greatest(${yesterday}::date, ${e.ref('fromOn')})` }))
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('role', '=', role)
    .where(sql<boolean>`(to_on is null or to_on >= ${actor.at}::date)`)
    .returning('personId')
    .executeTakeFirst()
  if (ended) await dropStandIns(tx, { standsFor: id }, actor.at)
  return ended
}

/**
 * Nobody stands in for a guest any more: what is to come is no more, what runs ends with yesterday.
 * @param which one of those terms, or all in the place of somebody's
 */
export async function dropStandIns(tx: Tx, which: { id: number } | { standsFor: number }, at: Date): Promise<void> {
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['standsFor', which.standsFor] as const)
  const today = utcDay(at)
  const those = tx.selectFrom('appointment').select('id').where(column, '=', value).where('standsFor', 'is not', null)
  await tx.deleteFrom('termNotice').where('appointmentId', 'in', those).execute()
  await tx.deleteFrom('appointment').where('id', 'in', those).where('fromOn', '>=', today).execute()
  await tx
    .updateTable('appointment')
    .set({ toOn: sql<string>`${today}::date - 1` })
    .where('id', 'in', those)
    .where('toOn', '>=', today)
    .execute()
}

/** Who is erased holds no role: their terms end today, and the seats are vacant. */
export async function endTermsOf(tx: Tx, personId: number, at: Date): Promise<void> {
  const today = utcDay(at)
  await tx.deleteFrom('appointment').where('personId', '=', personId).where('fromOn', '>', sql<string>`${today}::date`).execute()
  await tx
    .updateTable('appointment')
    .set({ toOn: today, toUnknown: false })
    .where('personId', '=', personId)
    .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>', sql<string>`${today}::date`)]))
    .where('toUnknown', '=', false)
    .execute()
  // For who is no more, nobody stands in.
  const theirs = await tx
    .selectFrom('appointment')
    .select('id')
    .where('personId', '=', personId)
    .where('role', '=', 'vendor_guest')
    .execute()
  for (const { id } of theirs) await dropStandIns(tx, { standsFor: id }, at)
}

/** These user groups host a list together. */
export async function hostList(tx: Tx, listId: number, communityIds: readonly number[]): Promise<void> {
  if (communityIds.length > 0)
    await tx
      .insertInto('listCommunity')
      .values(communityIds.map((communityId) => ({ listId, communityId })))
      .execute()
}

/**
 * Decides whether everybody may see the figures between a group and its vendor.
 * @returns whether that changed anything
 */
export async function showRelationship(tx: Tx, groupId: number, shown: boolean): Promise<boolean> {
  return changeOne(tx.updateTable('workingGroup'), groupId, { relationshipPublic: shown })
}

/** How often a group's newsletter comes. */
export async function setNewsRhythm(tx: Tx, groupId: number, newsEvery: number | null, newsUnit: 'month' | 'week'): Promise<void> {
  await tx.updateTable('workingGroup').set({ newsEvery, newsUnit }).where('id', '=', groupId).execute()
}
