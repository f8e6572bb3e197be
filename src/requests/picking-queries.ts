import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, orNoId } from '../lib/db/rows.ts'
import type { Pickable } from '../lib/ui/picker.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mayContribute } from '../policy.ts'
import { getRequestGroup, visibleTo } from './core/queries.ts'
import { stageNames } from './core/rules.ts'
import { wordsIn } from './picking-rules.ts'

const t = textsOf('requests', 'picking')

/**
 * The requests of a group that fit words or a number, as this person may see them: those with the words in their title first, then those that
 * still ask for something and have the most institutions behind them. Without words those alone.
 */
export async function listPicks(
  db: Db,
  actor: Actor,
  groupId: number,
  { words = '', limit = 10 }: { words?: string; limit?: number } = {},
): Promise<Pickable[]> {
  const group = await getRequestGroup(db, actor, { id: groupId })
  const { number, parts } = wordsIn(words)
  // Folded once for all requests, and each a condition of its own, for the index.
  const patterns = parts.map((part) => sql`(select unaccent(${containing(part)}))`)
  const rows = await db
    .with(
      (cte) => cte('found').materialized(),
      (query) =>
        query
          .selectFrom('request')
          .select(['id', 'title', 'stage', 'rootId', 'oldNumber'])
          .select(sql<string>`split_part(folded, E'\\n', 1)`.as('folded'))
          .where('groupId', '=', group.id)
          .where(visibleTo(actor, 'request'))
          .$if(number === undefined, (some) => some.where('stage', '<>', 'merged'))
          .$if(number === undefined && parts.length === 0, (some) => some.where('stage', 'not in', ['accepted', 'set_aside']))
          .$if(number !== undefined, (some) =>
            some.where((e) => e.or([sql<boolean>`request.id::text like ${`${number}%`}`, e('oldNumber', '=', String(number))])),
          )
          .where((e) => e.and(patterns.map((pattern) => sql<boolean>`request.folded like ${pattern}`))),
    )
    // Who stands behind a request or behind what is merged into it: enough for the order of thousands, and counted right for those that are shown.
    .with(
      (cte) => cte('behind').materialized(),
      (query) =>
        query
          .selectFrom('support')
          .leftJoin('request as part', (join) => join.onRef('part.id', '=', 'support.requestId').on('part.mergedIntoId', 'is not', null))
          .select([sql<number>`coalesce(part.root_id, support.request_id)`.as('rootId'), sql<number>`count(*)`.as('institutions')])
          .where('support.state', '=', 'standing')
          .where('support.strength', '<>', 'not_for_us')
          .groupBy(sql`1`),
    )
    .selectFrom('found')
    .leftJoin('behind', 'behind.rootId', 'found.rootId')
    .select(['found.id', 'found.title', 'found.stage', 'found.rootId'])
    .$if(number !== undefined, (query) =>
      query.orderBy(sql`(found.id = ${number ?? 0} or coalesce(old_number, '') = ${String(number)})::int`, 'desc'),
    )
    .$if(parts.length > 0, (query) =>
      query.orderBy(
        sql`(${sql.join(
          patterns.map((pattern) => sql`(folded like ${pattern})::int`),
          sql` + `,
        )})`,
        'desc',
      ),
    )
    .orderBy(sql`(found.stage not in ('accepted', 'set_aside', 'merged'))::int`, 'desc')
    .orderBy(sql`coalesce(behind.institutions, 0)`, 'desc')
    .orderBy('found.id', 'desc')
    .limit(limit)
    .execute()
  // How many stand behind a request is for those who may bring something themselves.
  const counts = mayContribute(actor, group)
  const supporters = counts ? await countSupporters(db, rows) : new Map<number, number>()
  return rows.map(({ id, title, stage }) => ({
    id,
    title,
    facts: [stageNames[stage], ...(counts ? [t.institutions({ n: supporters.get(id) ?? 0 })] : [])],
  }))
}

/** How many institutions stand behind each of a few requests. */
async function countSupporters(db: Db, requests: { id: number; rootId: number }[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('standingSupport')
    .select(['requestId', sql<number>`count(*)`.as('supporters')])
    .where('strength', '<>', 'not_for_us')
    .where('familyId', 'in', orNoId(requests.map(({ rootId }) => rootId)))
    .groupBy('requestId')
    .execute()
  return new Map(rows.map(({ requestId, supporters }) => [requestId ?? 0, supporters]))
}
