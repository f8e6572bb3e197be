import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Consequences } from '../consequences.ts'
import { Conflict, NotFound, refuse } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { indexRequest } from './actions.ts'
import { lockAreas } from './areas-actions.ts'
import { indexCase } from './cases/actions.ts'
import { getCollatedGroup } from './core/queries.ts'
import { forgetIndexes } from './similar-index-actions.ts'
import { indexStory } from './stories-actions.ts'

const t = textsOf('requests', 'actions')

/** What an area can hang on here; news are their own domain's. */
const uses = { request: indexRequest, user_case: indexCase, story: indexStory } as const
const kinds = Object.keys(uses) as (keyof typeof uses)[]

const getArea = async (tx: Tx, groupId: number, id: number) => {
  const area = await tx
    .selectFrom('productArea')
    .select(['id', 'name', 'mergedIntoId'])
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .executeTakeFirst()
  if (!area) throw new NotFound(t.noSuchArea)
  return area
}

/** Puts what hangs on one area, or only what came from there before, on another, and says what moved. */
async function moveUses(tx: Tx, actor: Actor, consequences: readonly Consequences[], from: number, to: number, back: boolean) {
  const area = back ? to : from
  const before = (kind: string) => sql<{ id: number }>`select thing_id as id from merged_area where area_id = ${area} and kind = ${kind}`
  const moved: { kind: string; thingId: number }[] = []
  for (const kind of kinds) {
    const { rows } = await sql<{
      id: number
    }>`update ${sql.table(kind)} set area_id = ${to}, changed_at = ${actor.at} where area_id = ${from}
      and (not ${back}::boolean or id in (${before(kind)})) returning id`.execute(tx)
    for (const id of idsOf(rows)) await uses[kind](tx, id)
    moved.push(...idsOf(rows).map((thingId) => ({ kind, thingId })))
  }
  const news = back ? idsOf((await before('news_item').execute(tx)).rows) : undefined
  for (const { areaMoved } of consequences)
    moved.push(...((await areaMoved?.(tx, from, to, news)) ?? []).map((thingId) => ({ kind: 'news_item', thingId })))
  return moved
}

/**
 * Merges a product area into another of its group: what hangs on it hangs on the other, and its name leads there.
 * @throws NotFound; Invalid where both are the same, or one of them is merged already
 */
export async function mergeArea(
  tx: Tx,
  actor: Actor,
  consequences: readonly Consequences[],
  groupId: number,
  areaId: number,
  intoId: number,
) {
  await getCollatedGroup(tx, actor, { id: groupId })
  await lockAreas(tx, groupId)
  const [area, into] = [await getArea(tx, groupId, areaId), await getArea(tx, groupId, intoId)]
  if (area.mergedIntoId !== null) refuse('areaId', refusals.chooseOneOfThoseThatAre)
  if (into.mergedIntoId !== null) refuse('intoId', refusals.chooseOneOfThoseThatAre)
  if (areaId === intoId) refuse('intoId', t.areaIntoItself)
  // Who saves one of them locks it, and then its area. So they are moved first, and then what was put there until nobody can any more.
  const move = () => moveUses(tx, actor, consequences, areaId, intoId, false)
  const moved = await move()
  await tx.selectFrom('productArea').select('id').where('id', '=', areaId).forUpdate().execute()
  moved.push(...(await move()))
  if (moved.length > 0)
    await sql`insert into merged_area (area_id, kind, thing_id) select ${areaId}, * from unnest(
      ${moved.map(({ kind }) => kind)}::text[], ${moved.map(({ thingId }) => thingId)}::bigint[])`.execute(tx)
  await tx.updateTable('productArea').set({ mergedIntoId: intoId }).where('id', '=', areaId).execute()
  await forgetIndexes(tx, groupId)
  await recordOf(tx, actor, 'area.merged', { id: areaId, groupId }, { into: into.name, moved: moved.length })
}

/**
 * Undoes such a merge: the area is there again, with what it had and nobody has put elsewhere since.
 * @throws NotFound; Conflict where it is not merged, or the other one is itself merged by now
 */
export async function unmergeArea(tx: Tx, actor: Actor, consequences: readonly Consequences[], groupId: number, areaId: number) {
  await getCollatedGroup(tx, actor, { id: groupId })
  await lockAreas(tx, groupId)
  const { mergedIntoId } = await getArea(tx, groupId, areaId)
  if (mergedIntoId === null) throw new Conflict(t.areaNotMerged)
  const into = await getArea(tx, groupId, mergedIntoId)
  if (into.mergedIntoId !== null) throw new Conflict(t.undoOtherAreaFirst({ name: into.name }))
  const moved = await moveUses(tx, actor, consequences, mergedIntoId, areaId, true)
  await tx.deleteFrom('mergedArea').where('areaId', '=', areaId).execute()
  await tx.updateTable('productArea').set({ mergedIntoId: null }).where('id', '=', areaId).execute()
  await forgetIndexes(tx, groupId)
  await recordOf(tx, actor, 'area.unmerged', { id: areaId, groupId }, { moved: moved.length })
}
