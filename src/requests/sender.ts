import { program } from '../actor.ts'
import { findHomeZone } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { findSender } from '../list/queries.ts'
import type { TaskContext } from '../task.ts'
import { getRequestGroup } from './core/queries.ts'
import type { Sender } from './mails.ts'

/** The group that a letter speaks for. */
export async function senderOf(db: Db, { site, now }: TaskContext, groupId: number): Promise<Sender> {
  const group = await getRequestGroup(db, program(now()), { id: groupId })
  const [listId] = group.listIds
  const list = listId === undefined ? undefined : await findSender(db, listId)
  return {
    groupId,
    groupName: group.name,
    zone: await findHomeZone(db, [groupId]),
    list: list && { id: list.id, name: list.name },
    baseUrl: site.baseUrl,
    mailDomain: site.mailDomain,
  }
}
