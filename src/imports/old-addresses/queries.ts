import type { Db } from '../../lib/db/rows.ts'

/** The list that had this name elsewhere; one that has it here is meant too. */
export function findMovedList(db: Db, oldName: string) {
  const name = oldName.toLowerCase()
  return db
    .selectFrom('sharedList as list')
    .leftJoin('oldList', (join) => join.onRef('oldList.listId', '=', 'list.id').on('oldList.name', '=', name))
    .select(['list.id', 'list.name'])
    .where((e) => e.or([e('oldList.name', '=', name), e('list.name', '=', name)]))
    .orderBy('oldList.name')
    .executeTakeFirst()
}

/** The message that stood at an old address of a list. */
export const findByOldAddress = (db: Db, oldName: string, path: string) =>
  db
    .selectFrom('oldAddress')
    .innerJoin('sharedMessage as message', 'message.id', 'oldAddress.messageId')
    .innerJoin('sharedList as list', 'list.id', 'oldAddress.listId')
    .select(['list.name', 'message.messageId', 'message.variant'])
    .where('oldAddress.oldList', '=', oldName.toLowerCase())
    .where('oldAddress.path', '=', path)
    .executeTakeFirst()

/** Message-IDs of a list, a part at a time. */
export async function* streamMessageIds(db: Db, listId: number): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('sharedMessage as message')
      .select(['id', 'messageId'])
      .where('listId', '=', listId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(2_000)
      .execute()
    if (rows.length === 0) return
    yield rows.map(({ messageId }) => messageId)
    after = rows.at(-1)?.id ?? after
  }
}
