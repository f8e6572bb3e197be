import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'
import { type Document, indexDocuments } from './actions.ts'

/** Takes search documents out whose thing is not there any more. */
export async function forgetLost(tx: Tx, kind: string, table: string): Promise<void> {
  await sql`delete from search_document d where d.kind = ${kind}
    and not exists (select from ${sql.table(table)} t where t.id = d.subject_id)`.execute(tx)
}

// So many are held in memory at once, whatever they are like.
const atOnce = 200

/**
 * Indexes some messages anew that were indexed before their words were cut, the newest first.
 * @returns how many; 0: there are none
 */
export async function cutMessages(tx: Tx): Promise<number> {
  const { rows } = await sql<Document>`
    with uncut as (select id from search_document where not cut and kind = 'message' order by id desc limit ${atOnce} for update)
    select d.kind, d.subject_id, d.audience, d.list_id, d.at, d.author, m.from_email as email, d.title, m.text as body, d.attachment,
      l.language, false as keep_body,
      string_to_array(d.files, E'\n') as files
    from search_document d join uncut using (id) join shared_message m on m.id = d.subject_id join shared_list l on l.id = d.list_id`.execute(
    tx,
  )
  if (rows.length > 0) await indexDocuments(tx, rows)
  return rows.length
}

/** Nothing of these kinds is left to be cut: what has no thing any more stays as it is. */
export async function noteCut(tx: Tx, kind: string): Promise<void> {
  await sql`update search_document set cut = true where not cut and kind = ${kind}`.execute(tx)
}
