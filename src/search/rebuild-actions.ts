import { sql } from 'kysely'
import type { Tx } from '../lib/db/connect.ts'

/** Takes search documents out whose thing is not there any more. */
export async function forgetLost(tx: Tx, kind: string, table: string): Promise<void> {
  await sql`delete from search_document d where d.kind = ${kind}
    and not exists (select from ${sql.table(table)} t where t.id = d.subject_id)`.execute(tx)
}
