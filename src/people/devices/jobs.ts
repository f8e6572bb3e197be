import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findEmailOf, findPerson } from '../core-queries.ts'
import { newDeviceLetter } from './mails.ts'

/** Tells somebody that they were signed in with a device that was not seen before, so that one that is not theirs does not stay unseen. */
export async function newDevice(
  { personId, userAgent, network, at }: { personId: number; userAgent: string | null; network: string; at: string },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const person = await findPerson(db, personId)
  const email = person && (await findEmailOf(db, personId))
  if (!person || !email) return
  const letter = newDeviceLetter(site.baseUrl, { ...person, email }, { userAgent, network, at: new Date(at) })
  await write((tx) => sendLetter(tx, site, now(), letter))
}
