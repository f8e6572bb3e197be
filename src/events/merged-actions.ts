import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'

/** Events of a group are hosted by the one that it went into; where both host one, that one alone. */
export async function moveEvents(tx: Tx, from: number, to: number): Promise<void> {
  await sql`delete from event_host h where h.group_id = ${from}
    and exists (select from event_host o where o.event_id = h.event_id and o.group_id = ${to})`.execute(tx)
  await tx.updateTable('eventHost').set({ groupId: to }).where('groupId', '=', from).execute()
}
