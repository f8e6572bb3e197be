import { sql } from 'kysely'
import type { Tx } from '../../lib/db/rows.ts'

/** Meetings, series and date polls of a group are hosted by the one that it went into; where both host one, by that one alone. */
export async function moveMeetings(tx: Tx, from: number, to: number): Promise<void> {
  for (const [table, thing] of [
    ['meeting_host', 'meeting_id'],
    ['series_host', 'series_id'],
    ['date_poll_host', 'poll_id'],
  ] as const) {
    await sql`delete from ${sql.table(table)} h where h.group_id = ${from}
      and exists (select from ${sql.table(table)} o where o.${sql.ref(thing)} = h.${sql.ref(thing)} and o.group_id = ${to})`.execute(tx)
    await sql`update ${sql.table(table)} set group_id = ${to} where group_id = ${from}`.execute(tx)
  }
  // What the other expects of attendance holds.
  await sql`update attendance_rule r set group_id = ${to} where r.group_id = ${from}
    and not exists (select from attendance_rule o where o.group_id = ${to} and o.kind = r.kind)`.execute(tx)
  await tx.updateTable('invitee').set({ groupId: to }).where('groupId', '=', from).execute()
}
