import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { getCollatedRequest, visibleTo } from './core/queries.ts'
import { whyNotMove } from './moving-rules.ts'

/** The groups that a request of this one can go to. */
export const listDestinations = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .select(['workingGroup.id', 'workingGroup.name', 'product.name as product'])
    .where('workingGroup.id', '<>', groupId)
    .where('workingGroup.closedAt', 'is', null)
    .orderBy('workingGroup.name')
    .execute()

/**
 * A request for those who may move it, with what goes along and why it cannot.
 * @throws NotFound to those who do not collate its group's
 */
export async function getMovable(db: Db, actor: Actor, id: number) {
  const request = await getCollatedRequest(db, actor, id)
  const { rows } = await sql<{ proposals: number; cases: number; kept: number }>`select
    (select count(*) from merge_proposal p where p.state = 'open' and exists (select from request f
      where f.root_id = ${request.rootId} and f.id in (p.source_id, p.target_id))) as proposals,
    (select count(*) from collated_case c where c.family_id = ${request.rootId}) as cases,
    (select count(*) from collated_case c join user_case u on u.id = c.case_id
      where c.family_id = ${request.rootId} and u.visibility <> 'public') as kept`.execute(db)
  const { proposals = 0, cases = 0, kept = 0 } = rows[0] ?? {}
  return { request, cases, kept, whyNot: whyNotMove({ ...request, proposals }) }
}

/** Where a request was before, newest first. */
export const listMoves = (db: Db, requestId: number) =>
  db
    .selectFrom('requestMove')
    .innerJoin('sharedWorkingGroup as origin', 'origin.id', 'requestMove.fromGroupId')
    .innerJoin('sharedWorkingGroup as heir', 'heir.id', 'requestMove.toGroupId')
    .select(['requestMove.movedAt', 'origin.name as from', 'heir.name as to'])
    .where('requestId', '=', requestId)
    .orderBy('requestMove.id', 'desc')
    .execute()

/** What went from a group to others, newest first: its people find it again. What it is called now is for those who may read it there. */
export const listMovedAway = (db: Db, actor: Actor, groupId: number, limit = 20) =>
  db
    .selectFrom('requestMove')
    .innerJoin('request', 'request.id', 'requestMove.requestId')
    .innerJoin('sharedWorkingGroup as heir', 'heir.id', 'requestMove.toGroupId')
    .select(['request.id', 'requestMove.movedAt', 'heir.name as to'])
    .select(sql<string | null>`case when ${visibleTo(actor, 'request')} then request.title end`.as('title'))
    .where('requestMove.fromGroupId', '=', groupId)
    .where('request.groupId', '<>', groupId)
    .orderBy('requestMove.id', 'desc')
    .limit(limit)
    .execute()

export type MovedAway = Awaited<ReturnType<typeof listMovedAway>>
