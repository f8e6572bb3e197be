import type { Actor } from '../../actor.ts'
import type { Keeper, Owned, Passing } from '../../belongings.ts'
import type { Db, Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { passActions } from '../tasks/actions.ts'
import { listOpenActionsOf } from '../tasks/queries.ts'
import { listHoldings } from './queries.ts'

const { kinds } = textsOf('groups', 'handoverPage')

const actions: Keeper = {
  list: async (db, { groupId, fromId }) =>
    (await listOpenActionsOf(db, groupId, fromId)).map((one) => ({
      kind: kinds.action,
      title: one.title,
      path: `/actions/${one.id}`,
      way: 'passes',
    })),
  pass: (tx, actor, { groupId, fromId, toId }) => passActions(tx, actor, groupId, fromId, toId),
}

const holdings: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listHoldings(db, groupId, role)).map((one) => ({ kind: kinds.elsewhere, title: one.title, path: '', way: 'action' })),
}

/** Everything that a role may own, in the order in which a handover shows it: what the other domains keep, then what groups do. */
const all = (keepers: readonly Keeper[]): readonly Keeper[] => [...keepers, actions, holdings]

/** What a role owns now. */
export const listOwned = async (db: Db, keepers: readonly Keeper[], passing: Passing): Promise<Owned[]> =>
  (await Promise.all(all(keepers).map((keeper) => keeper.list(db, passing)))).flat()

/** Passes on what passes. */
export async function passOwned(tx: Tx, actor: Actor, keepers: readonly Keeper[], passing: Passing): Promise<void> {
  for (const keeper of all(keepers)) await keeper.pass?.(tx, actor, passing)
}
