import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Consequences } from '../consequences.ts'
import { Conflict, refuse } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { idsOf, type Tx, updateOne } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { indexRequest } from './actions.ts'
import { findArea, getArea, lockAreas } from './areas-actions.ts'
import { getCollatedGroup } from './core/queries.ts'
import { forgetIndexes } from './similar-index-actions.ts'

const t = textsOf('requests', 'actions')

/** What an area can hang on here; news are their own domain's. */
const kinds = ['request', 'user_case', 'story'] as const

// Of a request that still stands as its import left it, nothing but the area has changed.
const stillUntouched = (at: Date) => sql`, untouched_at = case when changed_at = coalesce(untouched_at,
    (select i.at from request_import i where i.id = import_id)) then ${at}::timestamptz end`

/** Puts what hangs on one area, or only what came from there before, on another, and says what moved. */
async function moveUses(tx: Tx, actor: Actor, consequences: readonly Consequences[], from: number, to: number, back: boolean) {
  const area = back ? to : from
  const before = (kind: string) => sql<{ id: number }>`select thing_id as id from merged_area where area_id = ${area} and kind = ${kind}`
  const moved: { kind: string; thingId: number }[] = []
  for (const kind of kinds) {
    const untouched = kind === 'request' ? stillUntouched(actor.at) : sql``
    const { rows } = await sql<{ id: number }>`update ${sql.table(kind)} set area_id = ${to}, changed_at = ${actor.at} ${untouched}
      where area_id = ${from} and (not ${back}::boolean or id in (${before(kind)})) returning id`.execute(tx)
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
  await updateOne(tx.updateTable('productArea'), areaId, { mergedIntoId: intoId })
  await forgetIndexes(tx, groupId)
  await enqueue(tx, 'requests.areaNamed', { areaId: intoId, since: actor.at.toISOString() })
  await recordOf(tx, actor, 'area.merged', { id: areaId, groupId }, { into: into.name, moved: moved.length })
}

/**
 * Undoes such a merge: the area is there again, with what it had and nobody has put elsewhere since.
 * @throws NotFound; Conflict where it is not merged, the other one is itself merged by now, or one has its name
 */
export async function unmergeArea(tx: Tx, actor: Actor, consequences: readonly Consequences[], groupId: number, areaId: number) {
  await getCollatedGroup(tx, actor, { id: groupId })
  await lockAreas(tx, groupId)
  const { mergedIntoId, name } = await getArea(tx, groupId, areaId)
  if (mergedIntoId === null) throw new Conflict(t.areaNotMerged)
  const into = await getArea(tx, groupId, mergedIntoId)
  if (into.mergedIntoId !== null) throw new Conflict(t.undoOtherAreaFirst({ name: into.name }))
  const namesake = await findArea(tx, groupId, name, areaId)
  if (namesake?.mergedIntoId === null) throw new Conflict(t.renameOtherAreaFirst({ name: namesake.name }))
  const moved = await moveUses(tx, actor, consequences, mergedIntoId, areaId, true)
  await tx.deleteFrom('mergedArea').where('areaId', '=', areaId).execute()
  await updateOne(tx.updateTable('productArea'), areaId, { mergedIntoId: null })
  await forgetIndexes(tx, groupId)
  await enqueue(tx, 'requests.areaNamed', { areaId, since: actor.at.toISOString() })
  await recordOf(tx, actor, 'area.unmerged', { id: areaId, groupId }, { moved: moved.length })
}

/**
 * Puts the next requests of an area into the index of search: its name stands there.
 * @param since only those that were changed then or later
 * @returns the last of them; undefined: there are no more
 */
export async function indexSomeOfArea(
  tx: Tx,
  areaId: number,
  { since, after }: { since?: string; after: number },
): Promise<number | undefined> {
  // Locked, so that what somebody changes at this moment is not overwritten with what was read before.
  const ids = idsOf(
    await tx
      .selectFrom('request')
      .select('id')
      .where('areaId', '=', areaId)
      .where('id', '>', after)
      .$if(since !== undefined, (query) => query.where('changedAt', '>=', new Date(since ?? 0)))
      .orderBy('id')
      .limit(100)
      .forNoKeyUpdate()
      .execute(),
  )
  for (const id of ids) await indexRequest(tx, id)
  return ids.at(-1)
}
