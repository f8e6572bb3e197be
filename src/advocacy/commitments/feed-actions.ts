import type { Actor } from '../../actor.ts'
import { findHolders, loadActor } from '../../groups/queries.ts'
import { recordOf } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { PortalEntry } from '../../lib/reading/portal/entry.ts'
import { getVendorGroup } from '../queries.ts'
import { suggest } from './actions.ts'

// Of a feed that is read for the first time the newest are enough; one that names others at each reading is not believed all day.
const [mostAtOnce, mostOfDay, aDay] = [10, 30, 86_400_000]

/**
 * Keeps release notes that a feed of the vendor's tells: each becomes a release of the group's product, once, with the requests that it seems to
 * deliver. A person decides about those.
 */
export async function keepNotes(tx: Tx, actor: Actor, groupId: number, entries: readonly PortalEntry[]): Promise<void> {
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  const { productId } = await getVendorGroup(tx, groupId)
  const known = await tx.selectFrom('release').select(['name', 'link', 'madeAt']).where('groupId', '=', groupId).execute()
  const [names, links] = [new Set(known.map(({ name }) => name)), new Set(known.map(({ link }) => link).filter(Boolean))]
  const today = known.filter(({ madeAt }) => madeAt.getTime() > actor.at.getTime() - aDay).length
  const unseen = entries
    .filter(({ title, link }) => !names.has(title.slice(0, 100)) && !links.has(link))
    .toSorted((a, b) => b.changedOn.localeCompare(a.changedOn))
    .slice(0, Math.max(0, Math.min(mostAtOnce, mostOfDay - today)))
  const [leader] = await findHolders(tx, groupId, ['coordinator', 'deputy'], actor.at)
  const reader = leader && (await loadActor(tx, leader.id, actor.at, 'job'))
  for (const { title, body, link, changedOn } of unseen) {
    const made = await tx
      .insertInto('release')
      .values({ ...{ groupId, productId, link, notes: body, name: title.slice(0, 100) }, onDay: changedOn || null, madeAt: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) continue
    await recordOf(tx, actor, 'release.added', { id: made.id, groupId })
    if (reader && body) await suggest(tx, reader, groupId, made.id, body)
  }
}
