import { countRows, type Db } from '../../lib/db/rows.ts'

/** Invitations of a list, newest first. */
export function listInvitations(db: Db, listId: number) {
  return db
    .selectFrom('invitation')
    .leftJoin('sharedPerson as person', 'person.id', 'invitation.invitedBy')
    .selectAll('invitation')
    .select('person.name as inviter')
    .where('listId', '=', listId)
    .orderBy('invitation.id', 'desc')
    .limit(200)
    .execute()
}

/** An invitation by id, with its list, for links in mails; undefined when there is none. */
export function findInvitation(db: Db, id: number) {
  return db
    .selectFrom('invitation')
    .innerJoin('list', 'list.id', 'invitation.listId')
    .leftJoin('sharedPerson as person', 'person.id', 'invitation.invitedBy')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'list.groupId')
    .selectAll('invitation')
    .select('workingGroup.name as group')
    .select([
      'list.name as list',
      'list.title',
      'list.description',
      'list.groupId',
      'list.language',
      'list.archive',
      'person.name as inviter',
    ])
    .where('invitation.id', '=', id)
    .executeTakeFirst()
}

/** How many people were invited to the lists of a group. */
export async function countInvited(db: Db, groupId: number): Promise<number> {
  return countRows(db.selectFrom('invitation').innerJoin('list', 'list.id', 'invitation.listId').where('list.groupId', '=', groupId))
}
