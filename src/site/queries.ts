import type { Db } from '../db/connect.ts'

/** The threads with the newest messages on these lists. */
export function listNewest(db: Db, listIds: number[], limit = 6) {
  return db
    .selectFrom('thread')
    .innerJoin('list', 'list.id', 'thread.listId')
    .select(['thread.subject', 'thread.root', 'thread.lastAt', 'thread.messages', 'list.name as list', 'list.title'])
    .where('thread.listId', 'in', [0, ...listIds])
    .orderBy('thread.lastAt', 'desc')
    .limit(limit)
    .execute()
}
