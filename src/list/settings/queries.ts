import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayOwn } from '../../policy.ts'
import { getModeratedList } from '../core/queries.ts'

/**
 * A list for those who own it; to others there is nothing to set.
 * @throws NotFound
 */
export async function getOwnedList(db: Db, actor: Actor, name: string) {
  const list = await getModeratedList(db, actor, name)
  if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
  return list
}

/** How a list was set and by whom, newest first. */
export async function listSettingChanges(db: Db, listId: number, { before = Number.MAX_SAFE_INTEGER, limit = 40 } = {}) {
  const rows = await db
    .selectFrom('settingChange')
    .leftJoin('sharedPerson as person', 'person.id', 'settingChange.personId')
    .selectAll('settingChange')
    .select('person.name as by')
    .where('listId', '=', listId)
    .where('settingChange.id', '<', before)
    .orderBy('settingChange.id', 'desc')
    .limit(limit + 1)
    .execute()
  return { changes: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}
