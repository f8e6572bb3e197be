import type { Actor } from '../actor.ts'
import { Conflict, Invalid } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import type { Role } from '../lib/db/schema.ts'
import { isCurrent, whyNotPeriod } from '../people/organisations/rules.ts'
import { type FirstStep, whyNotUndoStep } from './queries.ts'

export interface NewAppointment {
  personId: number
  role: Role
  groupId?: number
  communityId?: number
  formal?: boolean
  standIn?: boolean
  /** Days as YYYY-MM-DD; null where nobody knows since when, and then it is over. */
  fromOn: string | null
  toOn?: string | null
  /** The days are the first and the last of years; no more is known. */
  byYear?: boolean
  /** It has ended, nobody knows when: `toOn` is the last day that is certain. */
  toUnknown?: boolean
  how?: string
  /** Where they worked at the time; found among their affiliations where not given. */
  organisationId?: number
}

/**
 * Gives somebody a role from a day on. Who may do so is the caller's question: set-up, import and committee have different answers.
 * @returns the appointment's id
 * @throws Invalid with a sentence for `fromOn` or `toOn`, when it would end before it begins or they hold the role for these days already
 */
export async function appoint(tx: Tx, actor: Actor, appointment: NewAppointment): Promise<number> {
  const { personId, role, groupId, communityId, fromOn, toOn = null, organisationId, ...rest } = appointment
  // Two appointments of one person at once must not both find the days free.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
  const others = await tx
    .selectFrom('appointment')
    .select(['fromOn', 'toOn'])
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('groupId', 'is not distinct from', groupId ?? null)
    .where('communityId', 'is not distinct from', communityId ?? null)
    .$if(role === 'referent', (query) => query.where('organisationId', 'is not distinct from', organisationId ?? null))
    .execute()
  const refusal = fromOn === null ? undefined : whyNotPeriod({ fromOn, toOn }, others, 'term')
  if (refusal) throw new Invalid(refusal.problem, { [refusal.field]: refusal.problem })
  const { id } = await tx
    .insertInto('appointment')
    .values({
      personId,
      role,
      groupId: groupId ?? null,
      communityId: communityId ?? null,
      fromOn,
      toOn,
      organisationId: organisationId ?? (await findWorkplace(tx, personId, fromOn ?? toOn)),
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'appointment.made', subject: `appointment:${id}`, groupId, details: { personId, role } })
  return id
}

/** Where a person worked on a day, as far as it is known. */
async function findWorkplace(tx: Tx, personId: number, day: string | null): Promise<number | null> {
  if (day === null) return null
  const affiliations = await tx
    .selectFrom('affiliation')
    .select(['organisationId', 'fromOn', 'toOn'])
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  return affiliations.find((one) => isCurrent(one, day))?.organisationId ?? null
}

export interface NewGroup {
  community: { slug: string; name: string }
  vendor: string
  product: string
  group: { slug: string; name: string; tagline?: string; foundedOn?: string }
}

/** Founds a working group with its user group, vendor and product, each found by name or made. */
export async function foundGroup(tx: Tx, actor: Actor, { community, vendor, product, group }: NewGroup) {
  const communityId = await ensureCommunity(tx, community)
  const vendorId = await ensureVendor(tx, vendor, actor.at)
  const found = await tx.selectFrom('product').select('id').where('name', '=', product).where('vendorId', '=', vendorId).executeTakeFirst()
  const productId =
    found?.id ?? (await tx.insertInto('product').values({ name: product, vendorId }).returning('id').executeTakeFirstOrThrow()).id
  const { id: groupId } = await tx
    .insertInto('workingGroup')
    .values({
      slug: group.slug,
      name: group.name,
      tagline: group.tagline ?? '',
      productId,
      foundedOn: group.foundedOn ?? null,
      createdAt: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('groupCommunity').values({ groupId, communityId }).execute()
  await record(tx, actor, { action: 'group.founded', subject: `group:${groupId}`, groupId })
  return { groupId, communityId }
}

async function ensureCommunity(tx: Tx, { slug, name }: { slug: string; name: string }): Promise<number> {
  const found = await tx.selectFrom('community').select('id').where('slug', '=', slug).executeTakeFirst()
  return found?.id ?? (await tx.insertInto('community').values({ slug, name }).returning('id').executeTakeFirstOrThrow()).id
}

async function ensureVendor(tx: Tx, name: string, at: Date): Promise<number> {
  const found = await tx.selectFrom('organisation').select('id').where('name', '=', name).where('kind', '=', 'vendor').executeTakeFirst()
  return (
    found?.id ??
    (await tx.insertInto('organisation').values({ name, kind: 'vendor', createdAt: at }).returning('id').executeTakeFirstOrThrow()).id
  )
}

/** Who confirms a step of a group and who takes something of it back come one after the other. */
export const lockFirstSteps = (tx: Tx, groupId: number) =>
  tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forNoKeyUpdate().execute()

/**
 * Makes sure that something of a step may be taken back.
 * @throws Conflict with the sentence where the step is confirmed
 */
export async function requireOpenStep(tx: Tx, groupId: number, step: FirstStep): Promise<void> {
  await lockFirstSteps(tx, groupId)
  const why = await whyNotUndoStep(tx, groupId, step)
  if (why) throw new Conflict(why)
}
