import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { mayPublishNews, mayWriteNews } from '../policy.ts'
import { todayOf } from '../time.ts'
import { daysDue, issueDueOn } from './rules.ts'

/** How often each group's newsletter comes, the end of the last period that one told of, and the issue that is being written. */
const rhythms = (db: Db) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name', 'newsEvery as every', 'newsUnit as unit'])
    .where('closedAt', 'is', null)
    .select(
      sql<string | null>`(select max(i.to_on) from news_issue i where i.group_id = working_group.id and i.state = 'published')`.as(
        'lastTo',
      ),
    )
    .select(
      sql<number | null>`(select max(i.number) from news_issue i where i.group_id = working_group.id and i.state in ('draft', 'ready'))`.as(
        'open',
      ),
    )
    .orderBy('id')

/** The rhythms of the groups that this person writes for or lets news out for. */
export async function listRhythms(db: Db, actor: Actor) {
  const today = todayOf(actor)
  const rows = await rhythms(db).execute()
  return rows
    .filter(({ id }) => mayWriteNews(actor, id) || mayPublishNews(actor, id))
    .map((row) => ({
      ...row,
      mayPublish: mayPublishNews(actor, row.id),
      dueOn: issueDueOn(row.lastTo, row),
      daysDue: daysDue(row.lastTo, row, today),
    }))
}
export type Rhythm = Awaited<ReturnType<typeof listRhythms>>[number]

/** The newsletters of the site whose next issue is due on a day or was before, and how many days the latest of them is late. */
export async function countDueIssues(db: Db, today: string): Promise<{ due: number; days: number }> {
  const late = (await rhythms(db).execute()).flatMap((one) => daysDue(one.lastTo, one, today) ?? [])
  return { due: late.length, days: Math.max(0, ...late) }
}
