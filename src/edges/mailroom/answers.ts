import type { Refused, Taking } from '../../answer.ts'
import type { Site } from '../../config.ts'
import { Refusal } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { occasionNow, onOccasion } from '../../lib/db/occasion.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { wholly } from '../../lib/db/wholly.ts'
import { signaturesOf } from '../../lib/mail/proof-rules.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { tellNotDone } from '../../outbox/actions.ts'
import { gathered } from '../gathered.ts'
import { type Admission, admit, type Sender, tellRefused } from './gate/actions.ts'
import { isMeantFor } from './named.ts'
import type { ReadMail } from './read.ts'
import { repeatsItself } from './repeats.ts'

const t = textsOf('edges', 'gate')

const day = 86_400_000
// What we write about an answer can itself be answered for so long, whatever was left of the letter's own time.
const againDays = 14
// What answers by itself and does not say so would have us write to it without end.
const answersPerLetter = 30
const hour = 3_600

/** Says that an answer was not taken: where a domain has words of its own for it, in those. */
async function refuse(taking: Taking, admission: Extract<Admission, { state: 'refused' }>, sender: Sender): Promise<string> {
  const { answering, purpose, id, why, isTheirs } = admission
  const fate = why === 'not theirs' ? 'refused: not from whom it was written to' : 'refused: not proven to be theirs'
  const refused: Refused = { purpose, id, from: sender.from, proof: sender.proof, isTheirs, fate }
  const told = await answering.refuse?.(taking, refused)
  if (told === undefined) await tellRefused(taking.tx, admission, sender, taking.now)
  return told ?? fate
}

/** An answer to one of our mails: the gate says whose it is, and whoever takes what it is for takes it. */
export async function takeAnswer(tx: Tx, site: Site, now: Date, read: ReadMail, token: string): Promise<string> {
  const automatic = read.automatic !== undefined
  const { text, html } = read.message
  const taking: Taking = { tx, site, now, mail: read.mail, text, html, automatic, gathered }
  const sender: Sender = {
    from: read.from,
    proof: read.proof,
    automatic,
    meantForHere: isMeantFor(read, `reply+${token.toLowerCase()}`),
    signatures: signaturesOf(read.authentication),
  }
  const admission = await admit(tx, site.secret, token, sender, now)
  if (admission.state === 'automatic') return 'dropped: automatic'
  if (admission.state === 'taken before') return 'dropped: taken before'
  if (admission.state === 'too old') {
    const { asked, locale } = admission
    const why = inLanguage(locale as Locale, () => t.tooOld)
    if (!automatic) await tellNotDone(tx, { email: read.from, why, path: asked.path, locale }, now)
    return 'refused: the letter is out of date'
  }
  if (admission.state === 'unknown') return 'dropped: the token is unknown or out of date'
  if (admission.state === 'refused') return refuse(taking, admission, sender)
  const occasion = occasionNow()
  const { purpose, id } = admission.answer
  if (await repeatsItself(tx, read, `${purpose}:${id}`, now)) return 'dropped: the same words again'
  if (!(await takeTurn(tx, `answers:${purpose}:${id}:${read.from}`, answersPerLetter, hour, now))) return 'dropped: too many answers'
  const answered = { purpose, id, until: new Date(now.getTime() + againDays * day).toISOString() }
  return onOccasion(occasion && { ...occasion, answered }, () => take(taking, admission, read))
}

async function take(taking: Taking, admission: Extract<Admission, { state: 'admitted' }>, { from }: ReadMail): Promise<string> {
  const { answering, answer, asked, locale } = admission
  const { tx, now, automatic } = taking
  try {
    return await inLanguage(locale as Locale, () => wholly(tx, () => answering.take(taking, answer)))
  } catch (error) {
    // What they could not do on a page either is no trouble of the mail's, and nobody else has to look at it.
    if (!(error instanceof Refusal)) throw error
    if (!automatic) await tellNotDone(tx, { email: from, why: error.message, path: asked.path, locale }, now)
    return 'refused: it cannot be done'
  }
}
