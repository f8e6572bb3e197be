import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { insertNew, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { checkRequest, decideWish, lockForTriage } from '../wishes/actions.ts'
import { getTriagedWish } from '../wishes/queries.ts'

const t = textsOf('ballots', 'similar')

/** A person says that two wishes of a cycle are different, though they look alike; nobody is asked again. */
export async function sayUnlike(tx: Tx, actor: Actor, wishId: number, otherId: number): Promise<void> {
  const wish = await lockForTriage(tx, actor, wishId)
  const other = await tx.selectFrom('wish').select('cycleId').where('id', '=', otherId).executeTakeFirst()
  if (other?.cycleId !== wish.cycleId || otherId === wishId) throw new NotFound(t.requestNotFound)
  const [low, high] = [Math.min(wishId, otherId), Math.max(wishId, otherId)]
  await insertNew(tx.insertInto('wishUnlike'), { wishId: low, otherId: high, saidBy: actor.personId, saidAt: actor.at })
  await recordOf(tx, actor, 'wish.unlike', { id: low, groupId: wish.cycle.groupId }, { other: high })
}

/**
 * Of two wishes that look alike one goes into the other: a person says which stays, with its words.
 * @returns the title of the one that went
 * @throws Invalid where neither of them stays, or the other one goes nowhere; Conflict where others were merged into it
 */
export async function mergeAlike(tx: Tx, actor: Actor, wishId: number, otherId: number, staysId: number): Promise<string> {
  if (staysId !== wishId && staysId !== otherId) throw new Invalid(refusals.chooseAgain, { staying: refusals.chooseAgain })
  const [goes, stays] = [await getTriagedWish(tx, actor, staysId === wishId ? otherId : wishId), await getTriagedWish(tx, actor, staysId)]
  await decideWish(tx, actor, goes.id, { to: 'merge', into: stays.id, note: t.bothAskForTheSame({ title: stays.title }) })
  return goes.title
}

/**
 * A person says which request a wish is about, before it goes to the vote: those who stand behind the request then stand behind the wish.
 * @throws Invalid where the group has no such request
 */
export async function tieToRequest(tx: Tx, actor: Actor, wishId: number, requestId: number): Promise<void> {
  const wish = await lockForTriage(tx, actor, wishId)
  await checkRequest(tx, actor, wish.cycle.groupId, requestId)
  await updateOne(tx.updateTable('wish'), wishId, { requestId })
  await recordOf(tx, actor, 'wish.tied', { id: wishId, groupId: wish.cycle.groupId }, { requestId })
}
