import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeOne, insertOne, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getCollatedGroup } from './core/queries.ts'

const t = textsOf('requests', 'actions')

/**
 * A product area of a group by its name, in whatever letters, and of one that was merged only where no other has it; undefined where there is
 * none but the one that is to have it.
 */
export const findArea = (tx: Tx, groupId: number, name: string, but = 0) =>
  tx
    .selectFrom('productArea')
    .select(['id', 'name', 'mergedIntoId'])
    .select(sql<number>`area_now(id)`.as('nowId'))
    .where('groupId', '=', groupId)
    .where('id', '<>', but)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .orderBy(sql`merged_into_id is not null, name <> ${name}`)
    .executeTakeFirst()

/** A product area of a group. @throws NotFound */
export const getArea = (tx: Tx, groupId: number, id: number) =>
  tx
    .selectFrom('productArea')
    .select(['id', 'name', 'mergedIntoId'])
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow(() => new NotFound(t.noSuchArea))

/** Two at once would each find that a name is free; and what is put under an area by its name must not go to one that is just merged. */
export const lockAreas = (tx: Tx, groupId: number) => sql`select pg_advisory_xact_lock(7_285, ${groupId}::int)`.execute(tx)

/** Adds a product area of a group; one of that name stays as it is, in whatever letters, and one that was merged is what it was merged into. */
export async function ensureArea(tx: Tx, actor: Actor, groupId: number, name: string): Promise<number> {
  await getCollatedGroup(tx, actor, { id: groupId })
  await lockAreas(tx, groupId)
  const known = await findArea(tx, groupId, name)
  if (known) return known.nowId
  const id = await insertOne(tx.insertInto('productArea'), { groupId, name })
  await recordOf(tx, actor, 'area.added', { id, groupId })
  return id
}

/**
 * Gives a product area another name, which may be that of one that was merged into it.
 * @returns whether that changed anything
 * @throws NotFound; Invalid where another area has the name
 */
export async function renameArea(tx: Tx, actor: Actor, groupId: number, areaId: number, name: string): Promise<boolean> {
  await getCollatedGroup(tx, actor, { id: groupId })
  await lockAreas(tx, groupId)
  const other = await findArea(tx, groupId, name, areaId)
  if (other && other.nowId !== areaId) throw new Invalid(refusals.pleaseLookAgain, { name: t.areaTaken({ name: other.name }) })
  const { mergedIntoId } = await getArea(tx, groupId, areaId)
  if (mergedIntoId !== null) throw new NotFound(t.noSuchArea)
  if (!(await changeOne(tx.updateTable('productArea'), areaId, { name }))) return false
  await enqueue(tx, 'requests.areaNamed', { areaId })
  await recordOf(tx, actor, 'area.renamed', { id: areaId, groupId })
  return true
}
