import { sealToken } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findPerson } from '../core-queries.ts'
import { type Change, tellOfChange } from './actions.ts'
import { waysInLetter } from './mails.ts'
import { findWaiting } from './queries.ts'
import { waits } from './rules.ts'

/**
 * Tells one address of a person that a way into their account has changed, so that what they did not do themselves does not stay unseen.
 * @param email not there in a job that an older Rapport queued: then all that open the account are told
 */
export async function newWayIn(
  { personId, email, ...change }: Change & { personId: number; email?: string },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  if (email === undefined) return write((tx) => tellOfChange(tx, now(), personId, change))
  const person = await findPerson(db, personId)
  if (!person) return
  const waiting = change.addressId === undefined ? undefined : await findWaiting(db, change.addressId, now())
  // Taken back, or confirmed, since.
  if (change.way === 'address' && !waiting) return
  const until = new Date(now().getTime() + 2 * waits)
  const link = waiting && `${site.baseUrl}/ways-in/${sealToken(site.secret, 'opening', waiting.id, until)}`
  const opening = waiting?.opensAt && link ? { at: waiting.opensAt, link, until } : undefined
  await write((tx) => sendLetter(tx, site, now(), waysInLetter(site.baseUrl, { ...person, email, now: now() }, change, opening)))
}
