import type { Actor } from '../actor.ts'
import type { Tx } from '../db/connect.ts'
import type { Role } from '../db/schema.ts'
import { record } from '../journal/actions.ts'

export interface NewAppointment {
  personId: number
  role: Role
  groupId?: number
  communityId?: number
  formal?: boolean
  /** Days as YYYY-MM-DD. */
  fromOn: string
  toOn?: string
}

/** Gives somebody a role from a day on. Who may do so is the caller's question: set-up, import and committee have different answers. */
export async function appoint(
  tx: Tx,
  actor: Actor,
  { personId, role, groupId, communityId, formal = false, fromOn, toOn }: NewAppointment,
): Promise<number> {
  const { id } = await tx
    .insertInto('appointment')
    .values({ personId, role, groupId: groupId ?? null, communityId: communityId ?? null, formal, fromOn, toOn: toOn ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'appointment.made', subject: `appointment:${id}`, groupId, details: { personId, role } })
  return id
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
