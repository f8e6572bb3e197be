import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { getCollatedRequest } from './core/queries.ts'

/**
 * The internal notes of a request, oldest first: those of the group that it is with. What another noted before it went on is that group's own.
 * @throws NotFound for everybody but the group
 */
export async function listNotes(db: Db, actor: Actor, requestId: number) {
  await getCollatedRequest(db, actor, requestId)
  return db
    .selectFrom('requestNote')
    .innerJoin('sharedPerson as person', 'person.id', 'requestNote.personId')
    .select(['requestNote.id', 'requestNote.text', 'requestNote.at', 'person.name', 'requestNote.personId'])
    .innerJoin('request', 'request.id', 'requestNote.requestId')
    .where('requestId', '=', requestId)
    .where(
      sql<boolean>`coalesce((select m.from_group_id from request_move m where m.request_id = request.id and m.moved_at >= request_note.at
        order by m.id limit 1), request.group_id) = request.group_id`,
    )
    .orderBy('requestNote.id')
    .execute()
}
