import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { countRows, type Db } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { countUndecidedOf } from '../list/queries.ts'
import { countAhead } from '../meetings/queries.ts'
import { mayAppoint } from '../policy.ts'
import type { Running } from './closing-rules.ts'

/**
 * A group for those who may close it and open it again: who leads it, and administrators.
 * @throws NotFound to others
 */
export async function getClosableGroup(db: Db, actor: Actor, slug: string, { lock = false } = {}) {
  if (lock) await db.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('slug', '=', slug).forNoKeyUpdate().execute()
  const group = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .leftJoin('sharedWorkingGroup as heir', 'heir.id', 'workingGroup.mergedInto')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.closedAt', 'workingGroup.productId'])
    .select(['heir.slug as heirSlug', 'heir.name as heirName'])
    .where('workingGroup.slug', '=', slug)
    .executeTakeFirst()
  if (!group || !mayAppoint(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}

/** What runs in a group and has to come to its end before it closes. */
export async function countRunning(db: Db, groupId: number, at: Date): Promise<Running> {
  const ballots = db
    .selectFrom('sharedBallot as ballot')
    .where('groupId', '=', groupId)
    .where('rehearsalOf', 'is', null)
    .where('state', 'in', ['preparing', 'open', 'closed'])
  return { ballots: await countRows(ballots), ...(await countAhead(db, groupId, at)), ...(await countUndecidedOf(db, groupId)) }
}
