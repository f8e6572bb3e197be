import { sql } from 'kysely'
import type { Finder } from '../finder.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { forgetDocuments } from './actions.ts'
import { listUncut } from './rebuild-queries.ts'

/** Takes search documents out whose thing is not there any more. */
export async function forgetLost(tx: Tx, kind: string, table: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`select d.subject_id::float8 as id from search_document d where d.kind = ${kind}
    and not exists (select from ${sql.table(table)} t where t.id = d.subject_id)`.execute(tx)
  if (rows.length > 0) await forgetDocuments(tx, kind, idsOf(rows))
}

/**
 * Indexes some things anew whose documents are not as they should be, the newest first.
 * @returns how many; 0: there are none
 */
export async function cutSome(tx: Tx, { kind, table, index }: Finder, at: Date): Promise<number> {
  const ids = await listUncut(tx, kind, table)
  for (const id of ids) await index(tx, id, at)
  if (ids.length > 0) await noteCut(tx, kind, sql`subject_id = any(${ids}::bigint[])`)
  else await noteLost(tx, kind, table)
  return ids.length
}

/** What has no thing any more stays as it is. What has one may be waiting since a moment ago, and is not taken for done. */
export const noteLost = (tx: Tx, kind: string, table: string): Promise<void> =>
  noteCut(tx, kind, sql`not exists (select from ${sql.table(table)} t where t.id = search_document.subject_id)`)

/** Nothing of these is left to be cut. */
export async function noteCut(tx: Tx, kind: string, which = sql`true`): Promise<void> {
  await sql`update search_document set cut = true where not cut and kind = ${kind} and ${which}`.execute(tx)
}
