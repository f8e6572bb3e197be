import { findRaw } from '../archive/queries.ts'
import { findDeskHolders } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { parseIfAtAll } from '../lib/mail/parse-pool.ts'
import { findAddress } from '../list/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findPersonByEmail } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { noteFiles, noteLateTold } from './actions.ts'
import { letterFiles } from './files-rules.ts'
import { answerLate, notSent as letter } from './mails.ts'
import { listNewlyLate, listUnlisted } from './queries.ts'

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

/** Says, from the day after on, that an answer is late: to who was to give it, else to all who hold the role. */
export async function announceLate(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const today = utcDay(now())
  for (const exchange of await listNewlyLate(db, today)) {
    const desk = await findAddress(db, exchange.addressId)
    if (!desk) continue
    const holders = await findDeskHolders(db, desk, now())
    const owner = holders.filter((one) => one.id === exchange.ownerId)
    const facts = {
      who: exchange.counterpartName || exchange.counterpart,
      subject: exchange.subject,
      ours: exchange.state === 'open',
      address: `${desk.name}@${site.mailDomain}`,
      dueOn: exchange.answerBy ?? today,
    }
    const link = `${site.baseUrl}/correspondence/${exchange.desk}/${exchange.id}`
    await write(async (tx) => {
      // It may have been answered meanwhile, or told by another run.
      if (!(await noteLateTold(tx, exchange.id, today))) return
      for (const to of owner.length > 0 ? owner : holders)
        await sendLetter(tx, site, now(), { ...answerLate(to, facts, link), whileDue: { id: exchange.id } })
    })
  }
}

// So many at once; then other jobs have their turn.
const atOnce = 20

/** Notes the files of letters that were kept before they were noted, so that they are found by them. */
export async function listFiles(_: object, { db, write, parser }: TaskContext): Promise<void> {
  const letters = await listUnlisted(db, atOnce)
  for (const { id, rawId } of letters) {
    const raw = await findRaw(db, rawId)
    // What nobody can read has no files to be found by.
    const mail = raw && (await parseIfAtAll(parser, raw))
    await write((tx) => noteFiles(tx, id, letterFiles(mail?.attachments ?? [])))
  }
  if (letters.length === atOnce) await write((tx) => enqueue(tx, 'office.listFiles', {}, { key: 'office.listFiles' }))
}
