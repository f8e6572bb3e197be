import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { listLists } from '../../list/queries.ts'
import { type Hosts, mayPost } from '../../policy.ts'

/** The lists of these hosts that the actor may write to: where approved minutes can go. */
export async function listMinutesLists(db: Db, actor: Actor, { groupIds, communityIds }: Hosts) {
  const lists = await listLists(db, actor)
  return lists
    .filter(
      (list) => mayPost(actor, list) && (groupIds.includes(list.groupId) || list.communityIds.some((id) => communityIds.includes(id))),
    )
    .map(({ id, name, title, archive, language }) => ({ id, name, title, archive, language }))
}

export type MinutesList = Awaited<ReturnType<typeof listMinutesLists>>[number]

/**
 * Who has approved minutes from the list of their meeting; nobody where they went to none. Not who reads the list in digests, pauses, or gets no
 * copy of what they send.
 */
export async function findReadersOnList(db: Db, meetingId: number, at: Date): Promise<Set<number>> {
  const meeting = await db
    .selectFrom('meeting')
    .innerJoin('sharedList as list', 'list.id', 'meeting.minutesListId')
    .select(['list.id as listId', 'meeting.listBy'])
    .where('meeting.id', '=', meetingId)
    .where('meeting.listMessageId', 'is not', null)
    .executeTakeFirst()
  if (!meeting) return new Set()
  const readers = await db
    .selectFrom('sharedSubscription as subscription')
    .select('subscription.personId')
    .where('subscription.listId', '=', meeting.listId)
    .where('subscription.receiving', '=', 'each')
    .where('subscription.endedAt', 'is', null)
    .where('subscription.suspendedAt', 'is', null)
    .where((e) => e.or([e('subscription.pausedUntil', 'is', null), e('subscription.pausedUntil', '<=', at)]))
    .where('subscription.onlyTopics', '=', false)
    .where((e) => e.or([e('subscription.ownPosts', '=', true), e('subscription.personId', '<>', meeting.listBy ?? 0)]))
    .execute()
  return new Set(readers.map(({ personId }) => personId))
}

/** The name of a list to which minutes went, or will go. */
export const findListName = (db: Db, id: number | null) =>
  db
    .selectFrom('sharedList as list')
    .select(['name', 'title'])
    .where('id', '=', id ?? 0)
    .executeTakeFirst()
