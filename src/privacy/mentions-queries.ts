import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { listPointers } from './export/queries.ts'
import { type WordColumn, whyUntouched } from './mentions-rules.ts'

/** Every column of this database that holds words, as its catalogue says it. */
export async function listWordColumns(db: Db): Promise<WordColumn[]> {
  const { rows } = await sql<WordColumn>`
    select t.relname as "table", a.attname as "column", format_type(a.atttypid, null) as "type"
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
    order by 1, a.attnum`.execute(db)
  return rows
}

/** The tables with columns of words that an erasure looks through, each with the columns that point to persons. */
export async function listTraceable(db: Db): Promise<{ table: string; columns: WordColumn[]; persons: string[] }[]> {
  const words = (await listWordColumns(db)).filter(({ table, column }) => whyUntouched(table, column) === undefined)
  const pointers = await listPointers(db)
  return [...Map.groupBy(words, (one) => one.table)].map(([table, columns]) => ({
    table,
    columns,
    persons: pointers.filter((one) => one.table === table).map((one) => one.column),
  }))
}

/** Rows that may name somebody: by the pattern, or by a name alone in a row that points to them. */
export async function listTraces(
  db: Db,
  { table, columns, persons }: { table: string; columns: WordColumn[]; persons: string[] },
  { pattern, names, personId }: { pattern: string | undefined; names: string[]; personId: number },
): Promise<{ rowAt: string; theirs: boolean; values: unknown[] }[]> {
  const texts = columns.filter((one) => one.type === 'text').map(({ column }) => sql.id(column))
  const mine =
    persons.length === 0
      ? sql<boolean>`false`
      : sql<boolean>`(${sql.join(
          persons.map((column) => sql`coalesce(${sql.id(column)} = ${personId}, false)`),
          sql` or `,
        )})`
  const conditions = [
    ...(pattern === undefined ? [] : columns.map(({ column }) => sql`${sql.id(column)}::text ~* ${pattern}`)),
    ...(persons.length > 0 && texts.length > 0 ? [sql`(${mine} and array[${sql.join(texts)}] && ${names}::text[])`] : []),
  ]
  if (conditions.length === 0) return []
  const { rows } = await sql<{ rowAt: string; theirs: boolean; values: unknown[] }>`
    select t.ctid::text as "rowAt", ${mine} as "theirs", jsonb_build_array(${sql.join(columns.map(({ column }) => sql.id(column)))}) as "values"
    from ${sql.id(table)} t where ${sql.join(conditions, sql` or `)} for update`.execute(db)
  return rows
}
