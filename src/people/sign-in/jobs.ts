import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findEmailOf, findPerson } from '../queries.ts'
import { newWayInLetter } from './mails.ts'

/** Tells somebody that her account has a new door, so that one that she did not open herself does not stay unseen. */
export async function newWayIn(
  { personId, way, name }: { personId: number; way: 'passkey' | 'identity'; name: string },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const person = await findPerson(db, personId)
  const email = person && (await findEmailOf(db, personId))
  if (!person || !email) return
  await write((tx) => sendLetter(tx, site, now(), newWayInLetter(site.baseUrl, { ...person, email }, way, name)))
}
