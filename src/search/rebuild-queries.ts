import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/** The ids of a table's next rows after this one. */
export async function listIds(db: Db, table: string, after: number, limit = 200): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id::int as id from ${sql.table(table)} where id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The kinds of things whose documents are not as they should be. */
export async function listUncutKinds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from search_document where not cut`.execute(db)
  return rows.map(({ kind }) => kind)
}

// What files say is brought one by one.
const atOnce = 100

/** The things of a kind, there in this table, whose documents are not as they should be, some of them, the newest first. Nobody else takes them meanwhile. */
export async function listUncut(db: Db, kind: string, table: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select subject_id::float8 as id from search_document where not cut and kind = ${kind}
    and exists (select from ${sql.table(table)} t where t.id = search_document.subject_id) order by search_document.id desc limit ${atOnce} for update of search_document`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
