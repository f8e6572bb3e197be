import { sendLetter } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { indexPeople } from './actions.ts'
import { findPersonByEmail } from './core-queries.ts'
import { signInLetter as letter } from './mails.ts'

/**
 * Makes a code and mails it, to the address as it is kept: another spelling may lead elsewhere. An address that is nobody's gets nothing, and
 * whoever asked does not learn which it was.
 */
export async function signInLetter(
  { email, next, place }: { email: string; next: string; place: number },
  { auth, db, write, site, now }: TaskContext,
): Promise<void> {
  const person = await findPersonByEmail(db, email)
  const made = person && (await auth.createCode(email, place))
  if (!made) return
  await write((tx) => sendLetter(tx, site, now(), letter(site.baseUrl, person, made, next)))
}

/** Brings what search knows of people and organisations up to date. */
export const index = (_: object, { write, now }: TaskContext): Promise<void> => write((tx) => indexPeople(tx, utcDay(now())))
