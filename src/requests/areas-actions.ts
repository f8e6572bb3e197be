import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getCollatedGroup } from './core/queries.ts'

const t = textsOf('requests', 'actions')

/** A product area of a group by its name, in whatever letters; undefined where there is none. */
const findArea = (tx: Tx, groupId: number, name: string) =>
  tx
    .selectFrom('productArea')
    .select(['id', 'name'])
    .where('groupId', '=', groupId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .orderBy(sql`name <> ${name}`)
    .executeTakeFirst()

/** Adds a product area of a group; one of that name stays as it is, in whatever letters. */
export async function ensureArea(tx: Tx, actor: Actor, groupId: number, name: string): Promise<number> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const known = await findArea(tx, groupId, name)
  if (known) return known.id
  const added = await tx
    .insertInto('productArea')
    .values({ groupId, name })
    .onConflict((conflict) => conflict.columns(['groupId', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) {
    await recordOf(tx, actor, 'area.added', { id: added.id, groupId })
    return added.id
  }
  return (await tx.selectFrom('productArea').select('id').where('groupId', '=', groupId).where('name', '=', name).executeTakeFirstOrThrow())
    .id
}

/**
 * Gives a product area another name.
 * @throws NotFound; Invalid where another area has the name
 */
export async function renameArea(tx: Tx, actor: Actor, groupId: number, areaId: number, name: string): Promise<void> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const other = await findArea(tx, groupId, name)
  if (other && other.id !== areaId) throw new Invalid(refusals.pleaseLookAgain, { name: t.areaTaken({ name: other.name }) })
  const row = await tx
    .updateTable('productArea')
    .set({ name })
    .where('id', '=', areaId)
    .where('groupId', '=', groupId)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new NotFound(t.noSuchArea)
  await recordOf(tx, actor, 'area.renamed', { id: areaId, groupId })
}
