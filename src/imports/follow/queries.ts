import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('imports', 'follow')

/** How a list that is hosted elsewhere is followed; undefined where it is not. */
export const findFollow = (db: Db, listId: number) => db.selectFrom('follow').selectAll().where('listId', '=', listId).executeTakeFirst()

/** By its own id, as its address has it, with its list. */
export const findFollowById = (db: Db, id: number) =>
  db
    .selectFrom('follow')
    .innerJoin('sharedList as list', 'list.id', 'follow.listId')
    .selectAll('follow')
    .select(['list.name', 'list.title', 'list.groupId', 'list.language'])
    .where('follow.id', '=', id)
    .executeTakeFirst()

/** Domains that stood for mail of the list: those from which it may come first, then the newest. */
export const listSenders = (db: Db, followId: number) =>
  db
    .selectFrom('followSender')
    .selectAll()
    .where('followId', '=', followId)
    .orderBy('acceptedAt', (order) => order.asc().nullsLast())
    .orderBy('lastAt', 'desc')
    .orderBy('domain')
    .execute()

/** What came from there and is no post, newest first. */
export const listNotices = (db: Db, followId: number, limit = 50) =>
  db.selectFrom('followNotice').selectAll().where('followId', '=', followId).orderBy('id', 'desc').limit(limit).execute()

/**
 * One of these.
 * @throws NotFound
 */
export const getNotice = (db: Db, followId: number, id: number, { lock = false } = {}) =>
  db
    .selectFrom('followNotice')
    .selectAll()
    .where('followId', '=', followId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirstOrThrow(() => new NotFound(t.thereIsNoSuchNotice))

/** The messages that a list has of this Message-ID, in whatever form. */
export async function listVariants(db: Db, listId: number, messageId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('sharedMessage as message')
    .select('id')
    .where('listId', '=', listId)
    .where('messageId', '=', messageId)
    .execute()
  return rows.map(({ id }) => id)
}
