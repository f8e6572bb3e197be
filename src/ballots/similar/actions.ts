import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { checkRequest, lockForTriage } from '../wishes/actions.ts'

const t = textsOf('ballots', 'similar')

/** A person says that two wishes of a cycle are different, though they look alike; nobody is asked again. */
export async function sayUnlike(tx: Tx, actor: Actor, wishId: number, otherId: number): Promise<void> {
  const wish = await lockForTriage(tx, actor, wishId)
  const other = await tx.selectFrom('wish').select('cycleId').where('id', '=', otherId).executeTakeFirst()
  if (other?.cycleId !== wish.cycleId || otherId === wishId) throw new NotFound(t.requestNotFound)
  const [low, high] = [Math.min(wishId, otherId), Math.max(wishId, otherId)]
  await tx
    .insertInto('wishUnlike')
    .values({ wishId: low, otherId: high, saidBy: actor.personId, saidAt: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(tx, actor, { action: 'wish.unlike', subject: `wish:${low}`, groupId: wish.cycle.groupId, details: { other: high } })
}

/**
 * A person says which request a wish is about, before it goes to the vote: those who stand behind the request then stand behind the wish.
 * @throws Invalid where the group has no such request
 */
export async function tieToRequest(tx: Tx, actor: Actor, wishId: number, requestId: number): Promise<void> {
  const wish = await lockForTriage(tx, actor, wishId)
  await checkRequest(tx, actor, wish.cycle.groupId, requestId)
  await tx.updateTable('wish').set({ requestId }).where('id', '=', wishId).execute()
  await record(tx, actor, { action: 'wish.tied', subject: `wish:${wishId}`, groupId: wish.cycle.groupId, details: { requestId } })
}
