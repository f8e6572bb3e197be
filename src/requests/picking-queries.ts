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
  const within = (column: string, part: string) => sql<boolean>`unaccent(lower(${sql.ref(column)})) like unaccent(${containing(part)})`
  const open = sql<number>`(stage not in ('accepted', 'set_aside', 'merged'))::int`
  const supporters = sql<number>`(select count(*) from standing_support s where s.request_id = request.id and s.strength <> 'not_for_us')`
  const rows = await db
    .selectFrom('request')
    .select(['id', 'title', 'stage'])
    .select(supporters.as('supporters'))
    .where('groupId', '=', group.id)
    .where(visibleTo(actor, 'request'))
    .$if(number === undefined, (query) => query.where('stage', '<>', 'merged'))
    .$if(number === undefined && parts.length === 0, (query) => query.where('stage', 'not in', ['accepted', 'set_aside']))
    .$if(number !== undefined, (query) =>
      query.where((e) => e.or([sql<boolean>`request.id::text like ${`${number}%`}`, e('oldNumber', '=', String(number))])),
    )
    .$call((query) =>
      parts.reduce((all, part) => all.where((e) => e.or([within('request.title', part), within('request.text', part)])), query),
    )
    .$if(number !== undefined, (query) =>
      query.orderBy(sql`(request.id = ${number ?? 0} or coalesce(old_number, '') = ${String(number)})::int`, 'desc'),
    )
    .$if(parts.length > 0, (query) =>
      query.orderBy(
        sql`(${sql.join(
          parts.map((part) => sql`(${within('request.title', part)})::int`),
          sql` + `,
        )})`,
        'desc',
      ),
    )
    .orderBy(open, 'desc')
    .orderBy(supporters, 'desc')
    .orderBy('id', 'desc')
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
