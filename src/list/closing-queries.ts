import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { countRows, type Db, idsOf } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { mayOwn } from '../policy.ts'
import { countOpenRequests, getList } from './core/queries.ts'
import { countHeld, countLeaving } from './moderation/queries.ts'

/** What waits for a decision at some lists, and what is let through and has not left yet. */
export const countUndecided = async (db: Db, listIds: number[]) => ({
  held: await countHeld(db, listIds),
  leaving: await countLeaving(db, listIds),
  requests: await countOpenRequests(db, listIds),
})

/** What of a group's lists and calls for volunteers waits for a decision. */
export async function countUndecidedOf(db: Db, groupId: number) {
  const lists = await listClosable(db, groupId)
  const calls = await countRows(db.selectFrom('volunteerCall').where('groupId', '=', groupId).where('state', '=', 'open'))
  return { calls, ...(await countUndecided(db, idsOf(lists))) }
}

/**
 * A list for those who may close it and open it again: whoever owns it. Its row is locked.
 * @throws NotFound to others
 */
export async function getClosable(db: Db, actor: Actor, name: string, { lock = false } = {}) {
  if (lock) await db.selectFrom('list').select('id').where('name', '=', name.toLowerCase()).forUpdate().execute()
  const list = await getList(db, actor, name)
  if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
  return list
}

/** The lists of a group, with since when each is closed. */
export const listClosable = (db: Db, groupId: number) =>
  db.selectFrom('list').select(['id', 'name', 'title', 'closedAt']).where('groupId', '=', groupId).orderBy('name').execute()
