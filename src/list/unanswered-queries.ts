import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { listThreads } from '../archive/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { isHerself, leadsOf } from '../policy.ts'
import { reaches } from '../vendor-side-queries.ts'

/** Has somebody written to a list alone, so that a page of such threads is worth a link? */
export const hasUnanswered = async (db: Db, listId: number): Promise<boolean> =>
  (await listThreads(db, listId, { unanswered: true, limit: 1 })).threads.length > 0

/**
 * The lists of the groups that this actor leads to which somebody wrote one to three weeks ago and had no answer. What those who work in the
 * group write themselves is mostly news, which asks nothing.
 */
export async function listUnanswered(db: Db, actor: Actor): Promise<{ name: string; title: string; count: number }[]> {
  const led = isHerself(actor) ? leadsOf(actor) : []
  if (led.length === 0) return []
  const { rows } = await sql<{ name: string; title: string; count: number }>`
    select list.name, list.title, count(*)::int as count
    from list join shared_thread t on t.list_id = list.id
    where list.group_id = any(${led}::bigint[]) and list.closed_at is null and t.people = 1
      and ${reaches(sql.ref('list.archive'), sql`${actor.personId}::bigint`, actor.at)}
      and t.first_at between ${actor.at}::timestamptz - interval '21 days' and ${actor.at}::timestamptz - interval '7 days'
      and not exists (select from shared_message m join shared_appointment a on a.person_id = m.person_id
        where m.thread_id = t.id and a.group_id = list.group_id and (a.to_on is null or a.to_on >= m.sent_at::date))
    group by list.id order by list.name`.execute(db)
  return rows
}
