import { sql } from 'kysely'
import type { Db } from './rows.ts'

/**
 * Writes indexes anew while they are read and written: what came in one by one in no order leaves their pages half empty.
 * It waits for transactions that are under way, so none may be open here.
 * @see https://www.postgresql.org/docs/18/sql-reindex.html#SQL-REINDEX-CONCURRENTLY
 */
export async function packIndexes(db: Db, names: readonly string[]): Promise<void> {
  for (const name of names) {
    // Where an earlier run was cut off, its half is still written to.
    await sql`drop index concurrently if exists ${sql.id(`${name}_ccnew`)}`.execute(db)
    await sql`reindex index concurrently ${sql.id(name)}`.execute(db)
  }
}

/** Lets the planner know what tables hold now; it would hear of a large import a minute later, and guess until then. */
export async function countAnew(db: Db, tables: readonly string[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db)
}
