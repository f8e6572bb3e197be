import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { findEmailOf } from '../core-queries.ts'
import { findWaiting, listOpeners } from './queries.ts'
import { type Way, waits } from './rules.ts'

/** What changed, as the letters tell it. */
export interface Change {
  way: Way
  /** What the thing is called: the passkey's name, the provider, the address. */
  name: string
  /** The address that was added. */
  addressId?: number
}

/**
 * Tells a person at every address that opens their account that a way in has changed: who changed it reads only one of them.
 * @param removed an address that opened it until now, and is told as well
 */
export async function tellOfChange(tx: Tx, at: Date, personId: number, change: Change, removed?: string): Promise<void> {
  const openers = (await listOpeners(tx, personId, at)).filter(({ id }) => id !== change.addressId).map(({ email }) => email)
  if (openers.length === 0) openers.push(...[await findEmailOf(tx, personId)].filter((email) => email !== undefined))
  // A job for each: what one address cannot take keeps nothing from another.
  for (const email of new Set(removed === undefined ? openers : [...openers, removed]))
    await enqueue(tx, 'people.newWayIn', { personId, email, ...change })
}

/**
 * An address has been shown to be a person's. Where others open their account, they are told, and it waits for a day or for their word.
 * @returns from when it opens their account; null: at once
 */
export async function verifyAddress(tx: Tx, actor: Actor, { id, personId, email }: { id: number; personId: number; email: string }) {
  const others = (await listOpeners(tx, personId, actor.at)).filter((one) => one.id !== id)
  const opensAt = others.length === 0 ? null : new Date(actor.at.getTime() + waits)
  await tx.updateTable('address').set({ verifiedAt: actor.at, opensAt }).where('id', '=', id).execute()
  if (opensAt) await tellOfChange(tx, actor.at, personId, { way: 'address', name: email, addressId: id })
  return opensAt
}

/**
 * An older address says whether a new one opens the account at once, or is none of theirs. One that is not goes, and with it every session:
 * who added it had one.
 * @throws NotFound when it waits no longer
 */
export async function settleWaiting(tx: Tx, actor: Actor, addressId: number, answer: 'open' | 'refuse'): Promise<void> {
  await tx.selectFrom('address').select('id').where('id', '=', addressId).forUpdate().execute()
  const waiting = (await findWaiting(tx, addressId, actor.at)) ?? missing(refusals.thisLinkIsOutOfDate)
  const { personId } = waiting
  const self = { ...actor, personId }
  if (answer === 'open') {
    await tx.updateTable('address').set({ opensAt: null }).where('id', '=', addressId).execute()
    return record(tx, self, { action: 'way-in.opened', subject: `person:${personId}` })
  }
  // What it is subscribed with stays on record, as an address that nobody has confirmed.
  const used = await tx.selectFrom('sharedSubscription as subscription').select('id').where('addressId', '=', addressId).executeTakeFirst()
  if (used) await tx.updateTable('address').set({ verifiedAt: null, opensAt: null }).where('id', '=', addressId).execute()
  else await tx.deleteFrom('address').where('id', '=', addressId).execute()
  await tx
    .deleteFrom('authSession')
    .where((e) => e('userId', 'in', e.selectFrom('authUser').select('id').where('personId', '=', personId)))
    .execute()
  await record(tx, self, { action: 'way-in.refused', subject: `person:${personId}` })
}
