import { sql } from 'kysely'
import { type Db, orNoId } from '../lib/db/rows.ts'
import type { Door } from '../lib/db/schema.ts'
import { readPacked } from './core/queries.ts'

// Whatever mails are like, so much of them is in memory at once.
const mostMessages = 200
const mostBytes = 16 * 1024 * 1024

/** The lists whose archive can be made anew: all, or the one of this name. */
export function listArchives(db: Db, name?: string) {
  return db
    .selectFrom('sharedList as list')
    .select(['id', 'name', 'language'])
    .select((e) =>
      e.selectFrom('message').whereRef('message.listId', '=', 'list.id').select(e.fn.countAll<number>().as('n')).as('messages'),
    )
    .$if(name !== undefined, (query) => query.where('name', '=', String(name).toLowerCase()))
    .orderBy('id')
    .execute()
}

/** The next messages of a list whose raw bytes are kept, after the one of this id: few enough to hold all their bytes. */
export async function listRaw(db: Db, listId: number, after: number) {
  const next = await db
    .selectFrom('message')
    .innerJoin('rawMail', 'rawMail.id', 'message.rawId')
    .select(['message.id', 'rawMail.size'])
    .where('message.listId', '=', listId)
    .where('message.id', '>', after)
    .where('rawMail.bytes', 'is not', null)
    .orderBy('message.id')
    .limit(mostMessages)
    .execute()
  const ids: number[] = []
  let bytes = 0
  for (const { id, size } of next) {
    bytes += size
    if (bytes > mostBytes && ids.length > 0) break
    ids.push(id)
  }
  const rows = await db
    .selectFrom('message')
    .innerJoin('rawMail', 'rawMail.id', 'message.rawId')
    .leftJoin('mailImport', 'mailImport.id', 'message.importId')
    .select(['mailImport.headerCharset', 'message.id', 'message.rawId', 'message.messageId', 'message.personId', 'message.sentAt'])
    .select(['message.receivedAt', 'rawMail.bytes'])
    .select(sql<Door | null>`(select i.via from inbound i where i.raw_id = message.raw_id limit 1)`.as('via'))
    .where('message.id', 'in', orNoId(ids))
    .orderBy('message.id')
    .execute()
  return Promise.all(rows.map(async ({ bytes, ...row }) => ({ ...row, raw: await readPacked(bytes) })))
}
