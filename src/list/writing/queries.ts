import type { Actor } from '../../actor.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import { isHerself } from '../../policy.ts'

/** A post of this person that can still be taken back; undefined where there is none, or it has left. */
export async function findWritten(db: Db, actor: Actor, listId: number, id: number) {
  if (!isHerself(actor)) return undefined
  return findRow(db.selectFrom('writtenPost').selectAll(), { id, listId, personId: actor.personId })
}

/** What a list is called in addresses. */
export const findListName = async (db: Db, listId: number): Promise<string> =>
  (await db.selectFrom('list').select('name').where('id', '=', listId).executeTakeFirstOrThrow()).name
