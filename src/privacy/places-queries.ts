import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { findPlaces, type Place, type Reference, type TextColumn } from './places-rules.ts'

const inPublic = sql`t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`

/** Every place of this database where people's words may stand, as its catalogue says it. */
export async function listPlaces(db: Db): Promise<Place[]> {
  const [texts, keys, references] = await Promise.all([
    sql<TextColumn>`select t.relname as "table", a.attname as "column" from pg_class t join pg_attribute a on a.attrelid = t.oid
      where ${inPublic} and a.attgenerated = '' and a.atttypid = 'text'::regtype order by 1, a.attnum`.execute(db),
    sql<TextColumn>`select t.relname as "table", a.attname as "column" from pg_class t join pg_attribute a on a.attrelid = t.oid
      where ${inPublic} and a.attname in ('group_id', 'list_id', 'file_id')`.execute(db),
    // Only what points to a single \`id\`.
    sql<Reference>`select t.relname as "table", a.attname as "column", f.relname as "to", not a.attnotnull as "optional" from pg_constraint c
      join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
      join pg_attribute b on b.attrelid = f.oid and b.attnum = c.confkey[1]
      where c.contype = 'f' and cardinality(c.conkey) = 1 and b.attname = 'id' and t.relnamespace = 'public'::regnamespace order by 1, 2`.execute(
      db,
    ),
  ])
  return findPlaces(texts.rows, keys.rows, references.rows)
}

/** Rows of a place that may hold the words, with their place in the table. */
export async function listRows(db: Db, place: Place, ids: { groupId: number; listId: number }, pattern?: string) {
  const of = place.of.replaceAll('$list', String(Math.trunc(ids.listId))).replaceAll('$group', String(Math.trunc(ids.groupId)))
  const columns = place.columns.map((column) => sql`${sql.id(column)}`)
  const narrowed =
    pattern === undefined
      ? sql``
      : sql` and (${sql.join(
          columns.map((column) => sql`${column} ~* ${pattern}`),
          sql` or `,
        )})`
  const { rows } = await sql<Record<string, unknown>>`select t.ctid::text as "rowAt", ${sql.join(columns)} from ${sql.id(place.table)} t
    where ${sql.raw(of)}${narrowed} for update`.execute(db)
  // The plugin gives names in camel case.
  return rows.map((row) => {
    const values = Object.values(row)
    return { rowAt: String(values[0]), texts: values.slice(1).map((value) => (typeof value === 'string' ? value : '')) }
  })
}
