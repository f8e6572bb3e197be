import type { Actor } from '../../actor.ts'
import { type Event, record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'

/** Writes what was done at a list into the history, in the transaction of the change. */
export const recordAt = (
  tx: Tx,
  actor: Actor,
  { id, groupId }: { id: number; groupId: number },
  action: Event['action'],
  details?: Event['details'],
): Promise<void> => record(tx, actor, { action, subject: `list:${id}`, groupId, details })
