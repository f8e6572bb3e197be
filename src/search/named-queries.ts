import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'
import type { Found, Reader } from './hits-queries.ts'

const numbered = ['request', 'case', 'story', 'brief', 'wish']
const number = /^#?(\d{1,9})$/
const messageId = /^(?:message-?id:\s*|mid:)?<?([^\s<>@]+@[^\s<>@]+)>?$/i

const columns = sql`d.id, d.kind, d.subject_id, d.at, d.author, d.title, d.list_id, d.group_id`

/** What a search names outright: the request of a number, and other things of it; the message of a Message-ID. Only what this person may read. */
export async function findNamed(db: Db, text: string, { audiences, lists }: Reader): Promise<Found[]> {
  const [, digits] = number.exec(text.trim()) ?? []
  if (digits !== undefined) {
    const { rows } = await sql<Found>`
      select ${columns} from search_document d where d.kind = any(${numbered}::text[]) and d.subject_id = ${Number(digits)}
        and d.audience = any(${audiences}::text[]) order by array_position(${numbered}::text[], d.kind)`.execute(db)
    return rows
  }
  const [, id] = messageId.exec(text.trim()) ?? []
  if (id === undefined) return []
  const { rows } = await sql<Found>`
    select ${columns} from message m join search_document d on d.kind = 'message' and d.subject_id = m.id
    where m.message_id = ${id} and m.list_id = any(${lists.map((list) => list.id)}::bigint[])
      and d.audience = any(${audiences}::text[]) order by m.variant limit 5`.execute(db)
  return rows
}
