import { findDeskHolders } from '../groups/queries.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { findAddress } from '../list/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findPersonByEmail } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { answerLate, notSent as letter } from './mails.ts'
import { listNewlyLate } from './queries.ts'

const day = 86_400
const lettersPerDay = 3

/** Tells somebody that their answer did not go out, since they do not hold the role. */
export async function notSent({ email, deskId }: { email: string; deskId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const [desk, person] = await Promise.all([findAddress(db, deskId), findPersonByEmail(db, email)])
  if (!desk) return
  const to = { id: person?.id, name: person?.name ?? '', email, locale: person?.locale ?? 'en' }
  await write(async (tx) => {
    if (!(await takeTurn(tx, `not-sent:${email}`, lettersPerDay, day, now()))) return
    await sendLetter(tx, site, now(), letter(to, `${desk.name}@${site.mailDomain}`))
  })
}

/** Says, the day after, that an answer is late: to who was to give it, else to all who hold the role. */
export async function announceLate(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const today = utcDay(now())
  for (const exchange of await listNewlyLate(db, today)) {
    const desk = await findAddress(db, exchange.addressId)
    if (!desk) continue
    const holders = await findDeskHolders(db, desk, now())
    const owner = holders.filter((one) => one.id === exchange.ownerId)
    const facts = { who: exchange.counterpartName || exchange.counterpart, subject: exchange.subject, ours: exchange.state === 'open' }
    const link = `${site.baseUrl}/correspondence/${exchange.desk}/${exchange.id}`
    await write(async (tx) => {
      // A retry of the job tells nobody twice.
      if (!(await takeTurn(tx, `answer-late:${exchange.id}:${today}`, 1, 2 * day, now()))) return
      for (const to of owner.length > 0 ? owner : holders) await sendLetter(tx, site, now(), answerLate(to, facts, link))
    })
  }
}
