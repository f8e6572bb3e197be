import type { Actor } from '../actor.ts'
import { Conflict, conflictIf } from '../errors.ts'
import { type Tx, updateOne } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { countUndecided, getClosable, listClosable } from './closing-queries.ts'
import { recordList } from './core/history-actions.ts'
import { whyNotClose } from './rules.ts'

const t = textsOf('list', 'closing')

async function setClosed(tx: Tx, actor: Actor, list: { id: number; groupId: number }, closedAt: Date | null): Promise<void> {
  await updateOne(tx.updateTable('list'), list.id, { closedAt })
  await recordList(tx, actor, list, closedAt ? 'list.closed' : 'list.reopened')
}

/**
 * Closes a list: it can be read, nobody posts or joins. Closing it twice changes nothing.
 * @throws NotFound for who does not own it; Conflict while something waits for a decision there
 */
export async function closeList(tx: Tx, actor: Actor, name: string): Promise<void> {
  const list = await getClosable(tx, actor, name, { lock: true })
  if (list.closedAt !== null) return
  conflictIf(whyNotClose(await countUndecided(tx, [list.id])))
  await setClosed(tx, actor, list, actor.at)
}

/**
 * Opens a list again, with its subscribers as they were.
 * @throws NotFound for who does not own it; Conflict where its group is closed
 */
export async function reopenList(tx: Tx, actor: Actor, name: string): Promise<void> {
  const list = await getClosable(tx, actor, name, { lock: true })
  if (list.closedAt === null) return
  const group = await tx
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select('closedAt')
    .where('id', '=', list.groupId)
    .executeTakeFirstOrThrow()
  if (group.closedAt !== null) throw new Conflict(t.groupIsClosed)
  await setClosed(tx, actor, list, null)
}

/**
 * Holds the lists of a group: what somebody decides at this moment about what waits there is over before it is counted, or finds them closed.
 * In the order of their ids, as posts take them.
 */
export const holdListsOf = (tx: Tx, groupId: number) =>
  tx.selectFrom('list').select('id').where('groupId', '=', groupId).orderBy('id').forUpdate().execute()

/** The lists of a group close with it, those that are open. Who may, and whether something waits there, is the caller's question. */
export async function closeListsOf(tx: Tx, actor: Actor, groupId: number): Promise<void> {
  for (const { id, closedAt } of await listClosable(tx, groupId))
    if (closedAt === null) await setClosed(tx, actor, { id, groupId }, actor.at)
}

/** The lists that closed with their group open with it again. */
export async function reopenListsOf(tx: Tx, actor: Actor, groupId: number, closedAt: Date): Promise<void> {
  for (const list of await listClosable(tx, groupId))
    if (list.closedAt?.getTime() === closedAt.getTime()) await setClosed(tx, actor, { id: list.id, groupId }, null)
}
