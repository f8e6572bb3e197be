import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { findSiteName } from '../../outbox/queries.ts'
import { mayAppoint } from '../../policy.ts'

/**
 * The user groups of the site, its working groups with their product and lists, and what products were called before.
 * @throws NotFound for who does not administer
 */
export async function readSite(db: Db, actor: Actor) {
  onlyAdministrators(actor)
  const [communities, groups, hosted, lists, products, vendors, names, look, name] = await Promise.all([
    db.selectFrom('sharedCommunity as community').select(['id', 'slug', 'name']).orderBy('name').execute(),
    db
      .selectFrom('sharedWorkingGroup as workingGroup')
      .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
      .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.closedAt', 'product.name as product'])
      .orderBy('workingGroup.name')
      .execute(),
    db.selectFrom('sharedGroupCommunity as groupCommunity').select(['groupId', 'communityId']).execute(),
    db.selectFrom('sharedList as list').select(['name', 'title', 'groupId', 'archive', 'closedAt']).orderBy('name').execute(),
    listProducts(db),
    listVendors(db),
    db.selectFrom('productName').select(['productId', 'name', 'untilOn']).orderBy('untilOn', 'desc').execute(),
    db.selectFrom('siteLook').select('name').executeTakeFirst(),
    findSiteName(db),
  ])
  return {
    /** What it is called while it has no name of its own; undefined where it has one, or needs none. */
    unnamed: groups.length > 1 && !look?.name ? name : undefined,
    communities: communities.map((one) => ({
      ...one,
      groups: groups.filter(({ id }) => hosted.some(({ groupId, communityId }) => groupId === id && communityId === one.id)),
    })),
    lists,
    vendors,
    products: products.map((one) => ({ ...one, before: names.filter(({ productId }) => productId === one.id) })),
  }
}

export type WholeSite = Awaited<ReturnType<typeof readSite>>

/** The vendors that there are. */
export const listVendors = (db: Db) =>
  db.selectFrom('sharedOrganisation as organisation').select(['id', 'name']).where('kind', '=', 'vendor').orderBy('name').execute()

/** The products with their vendors, by vendor. */
export const listProducts = (db: Db) =>
  db
    .selectFrom('sharedProduct as product')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'product.vendorId')
    .select(['product.id', 'product.name', 'organisation.name as vendor', 'organisation.id as vendorId'])
    .orderBy('organisation.name')
    .orderBy('product.name')
    .execute()

/**
 * A working group that this actor may open a list for.
 * @throws NotFound to others
 */
export async function getFoundedGroup(db: Db, actor: Actor, slug: string) {
  const group = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!group || !mayAppoint(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}

/** What a group is called; undefined for none. */
export const findGroupName = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('sharedWorkingGroup as workingGroup').select('name').where('id', '=', id).executeTakeFirst())?.name
