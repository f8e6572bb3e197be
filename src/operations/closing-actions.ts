import type { Actor } from '../actor.ts'
import { Conflict, conflictIf } from '../errors.ts'
import { closeGroup, reopenGroup } from '../groups/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { closeListsOf, holdListsOf, reopenListsOf } from '../list/actions.ts'
import { countRunning, getClosableGroup } from './closing-queries.ts'
import { whyNotCloseGroup } from './closing-rules.ts'

const t = textsOf('operations', 'closing')

/**
 * Closes a group and its lists. Closing it twice changes nothing.
 * @throws NotFound for who does not lead it or administer; Conflict with what still runs there
 */
export async function closeWorkingGroup(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const group = await getClosableGroup(tx, actor, slug, { lock: true })
  if (group.closedAt !== null) return
  await holdListsOf(tx, group.id)
  conflictIf(whyNotCloseGroup(await countRunning(tx, group.id, actor.at)))
  await closeListsOf(tx, actor, group.id)
  await closeGroup(tx, actor, group.id)
}

/**
 * Opens a group again, with the lists that closed with it.
 * @throws NotFound for who does not lead it or administer; Conflict where it went into another group
 */
export async function reopenWorkingGroup(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const group = await getClosableGroup(tx, actor, slug, { lock: true })
  if (group.closedAt === null) return
  if (group.heirName !== null) throw new Conflict(t.isMerged({ heir: group.heirName }))
  await reopenGroup(tx, actor, group.id)
  await reopenListsOf(tx, actor, group.id, group.closedAt)
}
