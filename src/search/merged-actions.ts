import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'

/** What is found of a group is found of the one that it went into, by those who may read it there. */
export async function moveFound(tx: Tx, from: number, to: number): Promise<void> {
  await sql`update search_document set group_id = ${to},
      audience = regexp_replace(audience, ${`^(group:|subscribers:|desk:g)${from}(?=:|$)`}, ${`\\1${to}`})
    where group_id = ${from} or audience ~ ${`^(group:|subscribers:|desk:g)${from}(:|$)`}`.execute(tx)
}
