import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { findDeskHolders, findHolders } from '../queries.ts'
import { seats } from './queries.ts'

const t = textsOf('groups', 'stepDown')

/**
 * Somebody's own term that is not over, with its group.
 * @throws NotFound for anybody else's, and where an administrator looks at the site as they see it
 */
export async function getOwnSeat(db: Db, actor: Actor, id: number) {
  const held = await seats(db)
    .innerJoin('workingGroup', 'workingGroup.id', 'appointment.groupId')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'workingGroup.id as groupId'])
    .where('appointment.id', '=', id)
    .where('workingGroup.closedAt', 'is', null)
    .where('appointment.fromOn', 'is not', null)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', todayOf(actor))]))
    .executeTakeFirst()
  if (!held || !isHerself(actor) || held.personId !== actor.personId) throw new NotFound(t.notYours)
  return held
}

/** Who hears that somebody gives up a role: who else leads the group; where nobody does, its steering committees, at last the administrators. */
export async function listTold(db: Db, { groupId, personId }: { groupId: number; personId: number }, at: Date) {
  const besides = <P extends { id: number }>(people: P[]) => people.filter(({ id }) => id !== personId)
  const leaders = besides(await findHolders(db, groupId, ['coordinator', 'deputy'], at))
  if (leaders.length > 0) return leaders
  const hosts = await db.selectFrom('groupCommunity').select('communityId').where('groupId', '=', groupId).execute()
  const steering = await Promise.all(
    hosts.map(({ communityId }) => findDeskHolders(db, { role: 'steering', groupId: null, communityId }, at)),
  )
  return [...new Map(besides(steering.flat()).map((one) => [one.id, one])).values()]
}
