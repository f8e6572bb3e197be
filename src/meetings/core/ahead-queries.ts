import { sql } from 'kysely'
import { countRows, type Db } from '../../lib/db/rows.ts'

/** What is still ahead of a group here: meetings, series that go on, date polls that are open. */
export async function countAhead(db: Db, groupId: number, at: Date): Promise<{ meetings: number; series: number; polls: number }> {
  const { rows } = await sql<{ meetings: number; series: number; polls: number }>`select
    (select count(*) from meeting m join meeting_host h on h.meeting_id = m.id
      where h.group_id = ${groupId} and m.state <> 'cancelled' and m.ends_at > ${at}) as meetings,
    (select count(*) from meeting_series s join series_host h on h.series_id = s.id where h.group_id = ${groupId} and s.ended_at is null) as series,
    (select count(*) from date_poll p join date_poll_host h on h.poll_id = p.id where h.group_id = ${groupId} and p.closed_at is null
      and exists (select from date_poll_slot s where s.poll_id = p.id and s.starts_at > ${at})) as polls`.execute(db)
  return rows[0] ?? { meetings: 0, series: 0, polls: 0 }
}

/** How many meetings a group hosts or has hosted. */
export const countMeetings = (db: Db, groupId: number): Promise<number> =>
  countRows(db.selectFrom('meetingHost').where('groupId', '=', groupId))
