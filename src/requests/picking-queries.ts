import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { containing } from '../lib/db/like.ts'
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
  const patterns = parts.map((part) => sql`unaccent(${containing(part)})`)
  // Each text is folded once, whatever the number of words; those who stand behind the requests that are left are counted together.
  const rows = await db
    .with(
      (cte) => cte('found').materialized(),
      (query) =>
        query
          .selectFrom('request')
          .select(['id', 'title', 'stage', 'rootId', 'oldNumber'])
          .select(sql<string>`unaccent(lower(title))`.as('folded'))
          .where('groupId', '=', group.id)
          .where(visibleTo(actor, 'request'))
          .$if(number === undefined, (some) => some.where('stage', '<>', 'merged'))
          .$if(number === undefined && parts.length === 0, (some) => some.where('stage', 'not in', ['accepted', 'set_aside']))
          .$if(number !== undefined, (some) =>
            some.where((e) => e.or([sql<boolean>`request.id::text like ${`${number}%`}`, e('oldNumber', '=', String(number))])),
          )
          .$if(parts.length > 0, (some) =>
            some.where(sql<boolean>`unaccent(lower(concat_ws(' ', request.title, request.text))) like all (array[${sql.join(patterns)}])`),
          ),
    )
    .with(
      (cte) => cte('counted').materialized(),
      (query) =>
        query
          .selectFrom('standingSupport')
          .select(['requestId', sql<number>`count(*)`.as('supporters')])
          .where('strength', '<>', 'not_for_us')
          .where('familyId', 'in', (e) => e.selectFrom('found').select('rootId'))
          .groupBy('requestId'),
    )
    .selectFrom('found')
    .leftJoin('counted', 'counted.requestId', 'found.id')
    .select(['found.id', 'found.title', 'found.stage', sql<number>`coalesce(counted.supporters, 0)`.as('supporters')])
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
    .orderBy('supporters', 'desc')
    .orderBy('found.id', 'desc')
    .limit(limit)
    .execute()
  // How many stand behind a request is for those who may bring something themselves.
  const counts = mayContribute(actor, group)
  return rows.map(({ id, title, stage, supporters }) => ({
    id,
    title,
    facts: [stageNames[stage], ...(counts ? [t.institutions({ n: supporters })] : [])],
  }))
}
