import { countRows, type Db } from '../../lib/db/rows.ts'

/** Commands that wait for a word of the member, with whose they are; undefined when there are none. */
export function findCommandMail(db: Db, id: number) {
  return db
    .selectFrom('mailCommand')
    .innerJoin('subscription', 'subscription.id', 'mailCommand.subscriptionId')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .innerJoin('sharedAddress as address', 'address.id', 'subscription.addressId')
    .innerJoin('sharedPerson as person', 'person.id', 'subscription.personId')
    .selectAll('mailCommand')
    .select([
      'subscription.personId',
      'subscription.listId',
      'subscription.endedAt',
      'list.groupId',
      'list.name as list',
      'list.title',
      'address.email',
    ])
    .select(['person.name', 'person.locale', 'person.zone'])
    .where('mailCommand.id', '=', id)
    .executeTakeFirst()
}

/** How many people are on a list. */
export async function countSubscribers(db: Db, listId: number): Promise<number> {
  return countRows(db.selectFrom('subscription').where('listId', '=', listId).where('endedAt', 'is', null))
}
