import { type RawBuilder, sql } from 'kysely'
import type { Db } from './rows.ts'

interface Pointer {
  table: string
  column: string
}

/** The columns that point to a table. The catalogue is asked: a domain that comes later is not forgotten. */
async function listPointers(db: Db, table: string): Promise<Pointer[]> {
  const { rows } = await sql<Pointer>`
    select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and c.conparentid = 0 and cardinality(c.conkey) = 1
    order by 1, 2`.execute(db)
  return rows
}

/**
 * Of some rows, those that a row of any table points to: somebody has built upon them.
 * @param rows a query for the ids that are meant: `select id from …`, or `select unnest(…)`
 * @param except pointers that do not count, as `table.column`
 */
export async function findPointedAt(
  db: Db,
  table: string,
  rows: RawBuilder<unknown>,
  except: readonly string[] = [],
): Promise<Set<number>> {
  const pointers = (await listPointers(db, table)).filter((one) => !except.includes(`${one.table}.${one.column}`))
  if (pointers.length === 0) return new Set()
  const queries = pointers.map(
    (one) => sql`select p.${sql.ref(one.column)} as id from ${sql.table(one.table)} p join wanted w on w.id = p.${sql.ref(one.column)}`,
  )
  const { rows: found } = await sql<{ id: number }>`
    with wanted (id) as materialized (${rows}) select distinct id from (${sql.join(queries, sql` union all `)}) pointed`.execute(db)
  return new Set(found.map(({ id }) => id))
}

/** Ids as a query, for `findPointedAt`. */
export const theseIds = (ids: readonly number[]): RawBuilder<unknown> => sql`select unnest(${ids}::bigint[])`
