import { sql } from 'kysely'
import { countArchives, countMonths } from '../archive/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'

/**
 * The threads with the newest messages on these lists, as everybody may read of them.
 * @param reader to whom a thread is nothing new whose last word is their own
 */
export async function listNewest(db: Db, listIds: number[], limit = 6, reader?: number) {
  const anothers = reader
    ? sql`and not exists (select from shared_message m where m.thread_id = t.id and m.sent_at = t.last_at and m.person_id = ${reader})`
    : sql``
  // Of each list its own: in the order of all of them together every thread would be read.
  const { rows } = await sql<{ subject: string; root: string; lastAt: Date; messages: number; list: string; title: string }>`
    select thread.subject, thread.root, thread.last_at, thread.messages, list.name as list, list.title
    from shared_list list cross join lateral (
      select id, subject, root, last_at, messages from shared_thread t where t.list_id = list.id ${anothers} order by last_at desc, id desc limit ${limit}
    ) thread where list.id = any(${listIds}::bigint[]) order by thread.last_at desc, thread.id desc limit ${limit}`.execute(db)
  return rows.map((thread) => ({ ...thread, subject: hideAddresses(thread.subject) }))
}

/** How many messages these lists had in each of the last months (UTC), oldest first, the month of `now` last; quiet months too. */
export async function countByMonth(db: Db, listIds: number[], now: Date, months = 36): Promise<{ month: string; messages: number }[]> {
  const names = Array.from({ length: months }, (_, at) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1 + at, 1)).toISOString().slice(0, 7),
  )
  const counts = await countMonths(db, listIds, `${names[0]}-01`)
  return names.map((month) => ({ month, messages: counts.get(month) ?? 0 }))
}

/** How many messages these lists have, and of how many institutions their subscribers are. */
export async function countVoices(db: Db, listIds: number[]): Promise<{ messages: number; institutions: number }> {
  const [counts, { rows }] = await Promise.all([
    countArchives(db, listIds),
    sql<{ institutions: number }>`
      select count(distinct f.organisation_id) as institutions
      from shared_subscription s join shared_affiliation f on f.person_id = s.person_id
      where s.list_id = any(${listIds}::bigint[]) and s.ended_at is null and f.to_on is null`.execute(db),
  ])
  const messages = [...counts.values()].reduce((sum, one) => sum + one.messages, 0)
  return { messages, institutions: rows[0]?.institutions ?? 0 }
}
