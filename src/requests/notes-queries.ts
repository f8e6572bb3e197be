import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { getCollatedRequest } from './core/queries.ts'

/**
 * The internal notes of a request, oldest first.
 * @throws NotFound for everybody but the group
 */
export async function listNotes(db: Db, actor: Actor, requestId: number) {
  await getCollatedRequest(db, actor, requestId)
  return db
    .selectFrom('requestNote')
    .innerJoin('person', 'person.id', 'requestNote.personId')
    .select(['requestNote.id', 'requestNote.text', 'requestNote.at', 'person.name', 'requestNote.personId'])
    .where('requestId', '=', requestId)
    .orderBy('requestNote.id')
    .execute()
}
