import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'

/** The ids of a table's next rows after this one. */
export async function listIds(db: Db, table: string, after: number, limit = 200): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id::int as id from ${sql.table(table)} where id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
