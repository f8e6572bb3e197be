import type { Actor } from '../../actor.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import { findReadersOfAll, listLists } from '../../list/queries.ts'
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

/** Who has approved minutes from the list of their meeting; nobody where they went to none. */
export async function findReadersOnList(db: Db, meetingId: number, at: Date): Promise<Set<number>> {
  const meeting = await findRow(db.selectFrom('meeting').where('listMessageId', 'is not', null), { id: meetingId }, [
    'minutesListId',
    'listBy',
  ])
  if (!meeting || meeting.minutesListId === null) return new Set()
  return findReadersOfAll(db, meeting.minutesListId, { writerId: meeting.listBy, at })
}

/** The name of a list to which minutes went, or will go. */
export const findListName = (db: Db, id: number | null) =>
  db
    .selectFrom('sharedList as list')
    .select(['name', 'title'])
    .where('id', '=', id ?? 0)
    .executeTakeFirst()
