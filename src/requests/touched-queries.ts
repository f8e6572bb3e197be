import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/** Numbers of the vendor's support tickets that a group's requests have. */
export const listTickets = (db: Db, groupId: number) =>
  db
    .selectFrom('caseNumber')
    .innerJoin('request', 'request.id', 'caseNumber.requestId')
    .select(['request.id as requestId', 'caseNumber.number'])
    .where('request.groupId', '=', groupId)
    .execute()

/** The product areas of a group, each under every name that leads to it. */
export const listAreas = (db: Db, groupId: number) =>
  db
    .selectFrom('productArea')
    .select([sql<number>`area_now(id)`.as('id'), 'name'])
    .distinct()
    .where('groupId', '=', groupId)
    .orderBy('id')
    .execute()

/** The product areas of a group whose names another group has as well, each with what that is today. */
export const listAreasOfOneName = (db: Db, groupId: number, otherId: number) =>
  db
    .selectFrom('productArea as ours')
    .innerJoin('productArea as theirs', 'theirs.name', 'ours.name')
    .select(['ours.id as left', sql<number>`area_now(theirs.id)`.as('now')])
    .where('ours.groupId', '=', groupId)
    .where('theirs.groupId', '=', otherId)
    .execute()

/** An institution and a request that it has to do with. */
export interface TouchedLine {
  organisationId: number
  requestId: number
  title: string
}

/** Who supports some requests. */
export async function listBehind(db: Db, requestIds: number[]): Promise<TouchedLine[]> {
  const { rows } = await sql<TouchedLine>`select s.organisation_id, r.id as request_id, r.title from request r
    join standing_support s on s.family_id = r.root_id and s.request_id = r.id
    where r.id = any(${requestIds}::bigint[]) and s.strength <> 'not_for_us' order by r.id`.execute(db)
  return rows
}

/**
 * Who has an open concern of some product areas: who supports it, and whom it affects.
 * @param besides requests that are left out
 */
export async function listHaving(db: Db, groupId: number, areaIds: number[], besides: number[]): Promise<TouchedLine[]> {
  const { rows } = await sql<TouchedLine>`select distinct t.organisation_id, r.id as request_id, r.title from request r join lateral (
      select a.organisation_id from request_affected a where a.request_id = r.id
      union select s.organisation_id from standing_support s where s.family_id = r.root_id and s.request_id = r.id
        and s.strength <> 'not_for_us') t on true
    where r.group_id = ${groupId} and r.kind = 'concern' and r.stage not in ('accepted', 'set_aside', 'merged')
      and r.area_id = any(${areaIds}::bigint[]) and r.id <> all(${besides}::bigint[]) order by r.id`.execute(db)
  return rows
}
