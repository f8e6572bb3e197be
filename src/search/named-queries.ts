import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { columns, type Shown, shown } from './hits-queries.ts'
import type { Reader } from './reader-queries.ts'

const numbered = ['request', 'case', 'story', 'brief', 'wish']
// As it stands above a request, in the language of whoever copies it: “Concern 30”, “Anfrage #30”.
const number = /^(?:(?:request|concern|idea|anfrage|idee|problem|demande|idée|problème|petición|problema|richiesta)\s+)?#?(\d{1,9})$/i
const messageId = /^(?:message-?id:\s*|mid:)?<?([^\s<>@]+@[^\s<>@]+)>?$/i

/** What a search names outright: the request of a number, and other things of it; the message of a Message-ID. Only what this person may read. */
export async function findNamed(db: Db, text: string, { audiences, lists }: Reader): Promise<Shown[]> {
  const [, digits] = number.exec(text.trim()) ?? []
  if (digits !== undefined) {
    const { rows } = await sql<Shown>`
      select ${columns}, ${shown.columns} from search_document d ${shown.joins} where d.kind = any(${numbered}::text[]) and d.subject_id = ${Number(digits)}
        and d.audience = any(${audiences}::text[]) order by array_position(${numbered}::text[], d.kind)`.execute(db)
    return rows
  }
  const [, id] = messageId.exec(text.trim()) ?? []
  if (id === undefined) return []
  const { rows } = await sql<Shown>`
    select ${columns}, ${shown.columns} from shared_message m join search_document d on d.kind = 'message' and d.subject_id = m.id
    join shared_list l on l.id = m.list_id
    where m.message_id = ${id} and m.list_id = any(${lists.map((list) => list.id)}::bigint[])
      and d.audience = any(${audiences}::text[]) order by m.variant limit 5`.execute(db)
  return rows
}
