import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'

/** The threads with the newest messages on these lists, as everybody may read of them. */
export async function listNewest(db: Db, listIds: number[], limit = 6) {
  const rows = await db
    .selectFrom('thread')
    .innerJoin('list', 'list.id', 'thread.listId')
    .select(['thread.subject', 'thread.root', 'thread.lastAt', 'thread.messages', 'list.name as list', 'list.title'])
    .where('thread.listId', 'in', [0, ...listIds])
    .orderBy('thread.lastAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map((thread) => ({ ...thread, subject: hideAddresses(thread.subject) }))
}

/** How many messages these lists had in each of the last months (UTC), oldest first, the month of `now` last; quiet months too. */
export async function countByMonth(db: Db, listIds: number[], now: Date, months = 36): Promise<{ month: string; messages: number }[]> {
  const { rows } = await sql<{ month: string; messages: number }>`
    select to_char(m.month, 'YYYY-MM') as month, count(message.id) as messages
    from generate_series(date_trunc('month', ${now}::timestamptz at time zone 'UTC') - make_interval(months => ${months - 1}::int),
      date_trunc('month', ${now}::timestamptz at time zone 'UTC'), interval '1 month') m(month)
    left join message on message.list_id = any(${listIds}::bigint[]) and message.sent_at >= m.month at time zone 'UTC'
      and message.sent_at < (m.month + interval '1 month') at time zone 'UTC'
    group by m.month order by m.month`.execute(db)
  return rows
}

/** How many messages these lists have, and of how many institutions their subscribers are. */
export async function countVoices(db: Db, listIds: number[]): Promise<{ messages: number; institutions: number }> {
  const { rows } = await sql<{ messages: number; institutions: number }>`
    select (select coalesce(sum(messages), 0)::bigint from thread where list_id = any(${listIds}::bigint[])) as messages,
      (select count(distinct f.organisation_id) from subscription s join affiliation f on f.person_id = s.person_id
        where s.list_id = any(${listIds}::bigint[]) and s.ended_at is null and f.to_on is null) as institutions`.execute(db)
  return rows[0] ?? { messages: 0, institutions: 0 }
}
