import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/** The ids of a table's next rows after this one. */
export async function listIds(db: Db, table: string, after: number, limit = 200): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id::int as id from ${sql.table(table)} where id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The kinds of things that were indexed before their words were cut; mail apart. */
export async function listUncutKinds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from search_document where not cut and kind <> 'message'`.execute(db)
  return rows.map(({ kind }) => kind)
}
