import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Consequences, follow } from '../consequences.ts'
import { Conflict, refuse } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { idsOf, insertRow, type Tx } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { indexRequest } from './actions.ts'
import { lockAreas } from './areas-actions.ts'
import { indexCase } from './cases/actions.ts'
import { listRequestChoices } from './core/queries.ts'
import { getMovable, listDestinations } from './moving-queries.ts'

/**
 * A request goes to another group with all that was said of it: those merged into it, its support, comments, files and public user cases. A case
 * that its author shared with one group's people alone stays with that group, and still counts: who reads it was theirs to say.
 * @throws NotFound for who does not collate; Invalid for a group that is not offered; Conflict with the sentence why it cannot go
 */
export async function moveRequest(tx: Tx, actor: Actor, consequences: readonly Consequences[], id: number, groupId: number): Promise<void> {
  await tx.selectFrom('request').select('id').where('rootId', '=', id).orderBy('id').forUpdate().execute()
  const { request, whyNot } = await getMovable(tx, actor, id)
  if (whyNot) throw new Conflict(whyNot)
  const to = (await listDestinations(tx, request.groupId)).find((one) => one.id === groupId)
  if (!to) return refuse('groupId', refusals.chooseOneOfThoseThatAre)
  const family = idsOf(await tx.selectFrom('request').select('id').where('rootId', '=', request.rootId).execute())
  await follow(consequences, 'requestsMove', tx, actor, family, groupId)
  const { members } = await listRequestChoices(tx, groupId, actor.at)
  await lockAreas(tx, groupId)
  await moveFamily(tx, actor.at, family, groupId, idsOf(members))
  const cases = await moveCases(tx, family, groupId)
  await moveProposals(tx, family, groupId)
  await insertRow(tx.insertInto('requestMove'), { requestId: id, fromGroupId: request.groupId, toGroupId: groupId, movedAt: actor.at })
  for (const one of family) await indexRequest(tx, one)
  for (const one of cases) await indexCase(tx, one)
  // Each group reads it in its own history.
  for (const side of [request.groupId, groupId])
    await recordOf(tx, actor, 'request.moved', { id, groupId: side }, { from: request.groupId, to: groupId })
}

/** An area or topic of the same name is taken there; whoever champions it here does not champion it there, unless they belong there too. */
const moveFamily = (tx: Tx, at: Date, ids: number[], to: number, members: number[]) =>
  sql`update request r set group_id = ${to}, changed_at = ${at}, import_id = null,
      area_id = (select area_now(t.id) from product_area a join product_area t on t.name = a.name and t.group_id = ${to} where a.id = r.area_id limit 1),
      topic_id = (select t.id from topic a join topic t on t.name = a.name and t.group_id = ${to} where a.id = r.topic_id),
      champion_id = case when r.champion_id = any(${members}::bigint[]) then r.champion_id end,
      old_number = (select r.old_number where not exists (select from request o where o.group_id = ${to} and o.old_number = r.old_number))
    where r.id = any(${ids}::bigint[])`.execute(tx)

/** Merges that were decided within the family are its new group's to read and to undo. */
const moveProposals = (tx: Tx, ids: number[], groupId: number) =>
  tx.updateTable('mergeProposal').set({ groupId }).where('sourceId', 'in', ids).where('targetId', 'in', ids).execute()

/** Public cases that are about nothing else of the group go along. */
async function moveCases(tx: Tx, ids: number[], to: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`update user_case u set group_id = ${to},
      area_id = (select area_now(t.id) from product_area a join product_area t on t.name = a.name and t.group_id = ${to} where a.id = u.area_id limit 1)
    where u.visibility = 'public' and exists (select from request_case c where c.case_id = u.id and c.request_id = any(${ids}::bigint[]))
      and not exists (select from request_case c where c.case_id = u.id and c.request_id <> all(${ids}::bigint[]))
    returning u.id`.execute(tx)
  return idsOf(rows)
}
