import type { Db } from '../../lib/db/rows.ts'

/** The notices of which a list has words of its own. */
export function listTemplates(db: Db, listId: number) {
  return db
    .selectFrom('noticeTemplate')
    .leftJoin('sharedPerson as person', 'person.id', 'noticeTemplate.changedBy')
    .select(['notice', 'noticeTemplate.locale', 'subject', 'body', 'changedAt', 'person.name as by'])
    .where('listId', '=', listId)
    .orderBy('notice')
    .orderBy('noticeTemplate.locale')
    .execute()
}
