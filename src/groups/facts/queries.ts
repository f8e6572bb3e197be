import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayAppoint } from '../../policy.ts'

/**
 * A group with what it says of itself, for those who see to it.
 * @throws NotFound to others
 */
export async function getKeptFacts(db: Db, actor: Actor, slug: string, { lock = false } = {}) {
  if (lock) await db.selectFrom('workingGroup').select('id').where('slug', '=', slug).forNoKeyUpdate().execute()
  const group = await db
    .selectFrom('workingGroup')
    .innerJoin('product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.tagline', 'workingGroup.foundedOn'])
    .select('workingGroup.closedAt')
    .select(sql<string | null>`(select h.slug from working_group h where h.id = working_group.merged_into)`.as('heir'))
    .select('workingGroup.directory')
    .select(['product.name as product', 'vendor.name as vendor', 'vendor.id as vendorId'])
    .select(sql<number[]>`array(select g.community_id::int from group_community g where g.group_id = working_group.id)`.as('communityIds'))
    .where('workingGroup.slug', '=', slug)
    .executeTakeFirst()
  if (!group || !mayAppoint(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}

/** What a group's product was called before, each with its last day, newest first. */
export const listFormerNames = (db: Db, groupId: number) =>
  db
    .selectFrom('productName')
    .innerJoin('workingGroup', 'workingGroup.productId', 'productName.productId')
    .select(['productName.name', 'productName.untilOn'])
    .where('workingGroup.id', '=', groupId)
    .orderBy('productName.untilOn', 'desc')
    .execute()

export type KeptFacts = Awaited<ReturnType<typeof getKeptFacts>>

/** The lists of a group that others join, with the user groups that host each. */
export const listHosted = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedList as list')
    .select(['id', 'name', 'title'])
    .select(sql<number[]>`array(select c.community_id::int from list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('groupId', '=', groupId)
    .where('archive', '<>', 'group')
    .orderBy('id')
    .execute()
