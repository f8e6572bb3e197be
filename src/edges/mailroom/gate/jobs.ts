import { occasionNow, whereToAnswerAgain } from '../../../lib/db/occasion.ts'
import type { Db } from '../../../lib/db/rows.ts'
import { sendLetter } from '../../../outbox/actions.ts'
import { findPersonByEmail, findReader } from '../../../people/queries.ts'
import type { TaskContext } from '../../../task.ts'
import * as mails from './mails.ts'
import type { Refusal } from './rules.ts'

async function recipientOf(db: Db, email: string, locale = 'en'): Promise<mails.Recipient> {
  const person = await findPersonByEmail(db, email)
  return { id: person?.id, name: person?.name ?? '', email, locale: person?.locale ?? locale }
}

/** Tells the one whose word it would have been that an answer was not taken: by the address that was written to, or as a person. */
export async function notTaken(
  { email, personId, from, why, path }: { email: string | null; personId: number | null; from: string; why: Refusal; path: string },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const to = personId === null ? email && (await recipientOf(db, email)) : await findReader(db, personId)
  if (to) await write((tx) => sendLetter(tx, site, now(), mails.notTaken(to, why, from.slice(0, 254), `${site.baseUrl}${path}`)))
}

/** Tells who has answered why nothing came of it, as the page would have. */
export async function notDone(
  { email, why, path, locale }: { email: string; why: string; path: string; locale?: string },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const to = await recipientOf(db, email, locale)
  const occasion = occasionNow()
  const about = occasion && { subject: occasion.subject, replyTo: whereToAnswerAgain(site) }
  await write((tx) => sendLetter(tx, site, now(), mails.notDone(to, why, `${site.baseUrl}${path}`, about)))
}

/** Tells who is proven to have written that the answer is another's to give. */
export async function notYours({ email }: { email: string }, { db, write, site, now }: TaskContext): Promise<void> {
  const to = await recipientOf(db, email)
  await write((tx) => sendLetter(tx, site, now(), mails.notYours(to, `${site.baseUrl}/me/addresses`, occasionNow())))
}
