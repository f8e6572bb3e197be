import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound, refuse } from '../../errors.ts'
import { appoint, ensureProduct, foundGroup, renameProduct } from '../../groups/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { isThere, type Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { openList, subscribe } from '../../list/actions.ts'
import { onlyAdministrators } from '../../only.ts'
import { ensurePerson } from '../../people/actions.ts'
import { isHerself } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getFoundedGroup, listProducts, listVendors } from './queries.ts'
import { type NewGroupFacts, type Preset, presets, whyNotFound } from './rules.ts'

const t = textsOf('operations', 'founding')

/**
 * Founds a working group: its user group and product are chosen or new; whoever coordinates it is appointed and told by a letter, and an
 * unknown address is invited by the same. Its first list is opened where the form names one.
 * @returns the group's short name, and whether somebody else is told
 * @throws NotFound for who does not administer; Invalid with a sentence by field
 */
export async function foundWorkingGroup(tx: Tx, actor: Actor, facts: NewGroupFacts): Promise<{ slug: string; told: boolean }> {
  onlyAdministrators(actor)
  // In their own name: who looks at the site as somebody else gives nobody a role.
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const problems = whyNotFound(facts)
  const { community, productId, product, vendor } = { community: await findCommunity(tx, facts), ...(await chosenProduct(tx, facts)) }
  if (!community) problems.communityId = refusals.chooseOneOfThoseThatAre
  if (productId === null) problems.productId = refusals.chooseOneOfThoseThatAre
  if (await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('slug', '=', facts.slug).executeTakeFirst())
    problems.slug = t.errors.slugTaken
  if (facts.communityId === undefined && facts.communitySlug && (await isTaken(tx, facts.communitySlug)))
    problems.communitySlug = t.errors.slugTaken
  if (!community || productId === null || Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
  const { groupId, communityId } = await foundGroup(tx, actor, {
    community,
    vendor,
    product,
    group: { slug: facts.slug, name: facts.name, foundedOn: todayOf(actor) },
  })
  const listId = facts.list ? await openFor(tx, actor, { groupId, communityIds: [communityId] }, facts) : undefined
  const person = await ensurePerson(tx, actor, { name: facts.coordinatorName, email: facts.coordinator, verified: false })
  await appoint(tx, actor, { personId: person.personId, role: 'coordinator', groupId, formal: true, fromOn: todayOf(actor) })
  if (listId !== undefined) await subscribe(tx, actor, { listId, groupId, ...person })
  const told = person.personId !== actor.personId
  if (told) await enqueue(tx, 'site.founded', { groupId, personId: person.personId })
  return { slug: facts.slug, told }
}

const isTaken = (tx: Tx, slug: string): Promise<boolean> =>
  isThere(tx.selectFrom('sharedCommunity as community').select('id').where('slug', '=', slug))

async function findCommunity(tx: Tx, { communityId, community, communitySlug }: NewGroupFacts) {
  if (communityId === undefined) return { slug: communitySlug, name: community }
  return tx.selectFrom('sharedCommunity as community').select(['slug', 'name']).where('id', '=', communityId).executeTakeFirst()
}

/** The product that is meant by what the form says; `productId` is null where one was chosen that there is not. */
async function chosenProduct(tx: Tx, { productId, product, vendor }: NewGroupFacts) {
  if (productId === undefined) return { productId, product, vendor }
  const found = (await listProducts(tx)).find(({ id }) => id === productId)
  return found ? { productId, product: found.name, vendor: found.vendor } : { productId: null, product, vendor }
}

/** A list's address is another field here than where a list alone is opened. */
async function openFor(
  tx: Tx,
  actor: Actor,
  of: { groupId: number; communityIds: number[] },
  { list, listTitle, preset }: { list: string; listTitle: string; preset: Preset },
): Promise<number> {
  try {
    return await openList(tx, actor, { ...of, name: list, title: listTitle, ...presets[preset] })
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(error.message, { list: Object.values(error.fields)[0] ?? error.message })
    throw error
  }
}

/**
 * Opens another list of a group; its user groups host it, unless it is for the group alone.
 * @throws NotFound for who does not lead the group or administer; Invalid with a sentence by field
 */
export async function openGroupList(tx: Tx, actor: Actor, slug: string, list: { list: string; listTitle: string; preset: Preset }) {
  const { id: groupId } = await getFoundedGroup(tx, actor, slug)
  const hosts = await tx.selectFrom('sharedGroupCommunity as groupCommunity').select('communityId').where('groupId', '=', groupId).execute()
  return openFor(tx, actor, { groupId, communityIds: list.preset === 'group' ? [] : hosts.map(({ communityId }) => communityId) }, list)
}

/**
 * Adds a product of a vendor that is known or new, so that contracts for it can be recorded before any group works on it.
 * @throws NotFound for who does not administer; Invalid for no vendor, or a product that it has
 */
export async function addProduct(
  tx: Tx,
  actor: Actor,
  { product, vendorId, vendor }: { product: string; vendorId: number | undefined; vendor: string },
): Promise<number> {
  onlyAdministrators(actor)
  const chosen = vendorId === undefined ? vendor : (await listVendors(tx)).find(({ id }) => id === vendorId)?.name
  if (chosen === undefined) return refuse('vendorId', refusals.chooseOneOfThoseThatAre)
  if (chosen === '') return refuse('vendor', t.errors.vendorOfProduct)
  if (vendorId !== undefined && vendor !== '') return refuse('vendor', t.errors.bothVendors)
  const { id, added } = await ensureProduct(tx, actor, { vendor: chosen, product })
  if (!added) refuse('product', t.errors.nameTaken)
  return id
}

/**
 * Gives a product its new name; the old one is kept with the day until which it was called so.
 * @throws NotFound for who does not administer, or no such product; Invalid for the name that it has, or one of another
 */
export async function rename(tx: Tx, actor: Actor, productId: number, { name, on }: { name: string; on: string }): Promise<void> {
  onlyAdministrators(actor)
  if (on > todayOf(actor)) refuse('on', t.errors.dayToCome)
  const done = await renameProduct(tx, actor, productId, { name, on })
  if (done === 'unknown') throw new NotFound(refusals.thereIsNoSuchPage)
  if (done === 'same') throw new Conflict(t.errors.sameName)
  if (done === 'taken') refuse('name', t.errors.nameTaken)
}
