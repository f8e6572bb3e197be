import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { listOrganisationsOf } from '../../people/queries.ts'
import { openStages } from './rules.ts'

/** What somebody has to do with requests, as they look for them. */
export const mines = ['supported', 'unsaid', 'followed', 'cases'] as const
export type Mine = (typeof mines)[number]

/** Those requests alone that this person has to do with so; for a visitor none. */
export async function ownCondition(db: Db, actor: Actor, mine: Mine): Promise<RawBuilder<boolean>> {
  const personId = actor.personId ?? 0
  if (mine === 'followed')
    return sql<boolean>`request.id in (select f.request_id from request_follower f where f.person_id = ${personId} and f.muted_at is null)`
  if (mine === 'cases')
    return sql<boolean>`request.id in (select c.request_id from collated_case c join user_case u on u.id = c.case_id where u.author_id = ${personId})`
  const ours = sql`any(${actor.personId === null ? [] : await listOrganisationsOf(db, personId, actor.at)}::bigint[])`
  const said = sql`select s.request_id from standing_support s where s.organisation_id = ${ours}`
  if (mine === 'supported') return sql<boolean>`request.id in (${said} and s.strength <> 'not_for_us')`
  // What waits for a referent is said as well.
  return sql<boolean>`(request.stage = any(${[...openStages]}::request_stage[]) and request.id not in (${said})
    and request.id not in (select p.request_id from support p where p.organisation_id = ${ours} and p.state = 'proposed'))`
}
