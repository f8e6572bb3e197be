import type { Actor } from '../../actor.ts'
import { Conflict } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { recordList } from '../core/history-actions.ts'
import { getModeratedList } from '../core/queries.ts'
import { getHeld } from './queries.ts'

const t = textsOf('list', 'moderationPage')

/** Says that one looks at a held mail, or no longer. It informs the others and keeps nobody out. */
export async function claimHeld(tx: Tx, actor: Actor, listName: string, heldId: number, take: boolean): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const held = await getHeld(tx, list.id, heldId, { lock: true })
  if (held.state !== 'held') throw new Conflict(t.someoneHasAlreadyDecided)
  await tx
    .updateTable('heldMail')
    .set(take ? { claimedBy: actor.personId, claimedAt: actor.at } : { claimedBy: null, claimedAt: null })
    .where('id', '=', heldId)
    .execute()
  await recordList(tx, actor, list, take ? 'mail.claimed' : 'mail.released', { heldId })
}

/** A word from moderator to moderator, kept with the held mail; nobody else reads it. */
export async function noteHeld(tx: Tx, actor: Actor, listName: string, heldId: number, memo: string): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  await getHeld(tx, list.id, heldId, { lock: true })
  await tx.updateTable('heldMail').set({ memo }).where('id', '=', heldId).execute()
  await recordList(tx, actor, list, 'mail.noted', { heldId })
}
