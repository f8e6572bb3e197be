import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'

/** Reports of a group move with it, but where the other has one of the same period: both tell of their own group. */
export async function moveReports(tx: Tx, from: number, to: number): Promise<void> {
  await sql`update report r set group_id = ${to} where r.group_id = ${from}
    and not exists (select from report o where o.group_id = ${to} and o.from_on = r.from_on and o.to_on = r.to_on)`.execute(tx)
}
