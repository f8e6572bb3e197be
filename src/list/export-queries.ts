import type { Db } from '../lib/db/rows.ts'
import { subscribersOf } from './core/queries.ts'

/** A list as it is set, for taking it elsewhere. Undefined when there is none of this name. */
export function findListToExport(db: Db, name: string) {
  return db
    .selectFrom('list')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('list')
    .select('workingGroup.name as groupName')
    .where('list.name', '=', name.toLowerCase())
    .executeTakeFirst()
}

/** The names of all lists. */
export const listListNames = (db: Db) => db.selectFrom('list').select('name').orderBy('name').execute()

/** Who is subscribed, in the order of addresses, a part at a time. */
export async function* streamMembers(db: Db, listId: number) {
  for (let after = ''; ; ) {
    const rows = await subscribersOf(db, listId)
      .select(['address.email', 'person.name', 'person.locale'])
      .select(['subscription.receiving', 'subscription.posting', 'subscription.suspendedAt', 'subscription.since'])
      .where('address.email', '>', after)
      .orderBy('address.email')
      .limit(1_000)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.email
  }
}

/** What was set for the mail of people who are not subscribed. */
export const listSendersOf = (db: Db, listId: number) =>
  db.selectFrom('listSender').select(['kind', 'value', 'action']).where('listId', '=', listId).orderBy('value').execute()
