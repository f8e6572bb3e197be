import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'

/** Talks of a group move with it; one that both took over from the same source stays with the group that had it. */
export async function moveTalks(tx: Tx, from: number, to: number): Promise<void> {
  await sql`update talk t set group_id = ${to} where t.group_id = ${from}
    and not exists (select from talk o where o.group_id = ${to} and o.source <> '' and o.source = t.source)`.execute(tx)
}
