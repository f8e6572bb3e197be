import type { Answering, Answers, Asked, MailedAnswer } from '../../../answer.ts'
import { takeOnce } from '../../../archive/inbound-actions.ts'
import { domains } from '../../../domains.ts'
import { enqueue } from '../../../lib/db/enqueue.ts'
import { takeTurn } from '../../../lib/db/limit.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import type { Proof } from '../../../lib/mail/proof-rules.ts'
import { holdsKey, openMailed } from '../../../lib/token/open.ts'
import type { Purpose } from '../../../lib/token/seal.ts'
import { mayAnswerWriter } from '../../../outbox/actions.ts'
import { readSheets } from '../../../today/rules.ts'
import { findWriter } from './queries.ts'
import { type Refusal, whyNotTaken } from './rules.ts'

const answers: Answers = Object.assign({}, ...domains.map((domain) => domain.answers))

/** What became of an answer at the gate. */
export type Admission =
  | { state: 'admitted'; answering: Answering; answer: MailedAnswer; asked: Asked; locale: string }
  | { state: 'refused'; answering: Answering; purpose: Purpose; id: number; why: Refusal; asked: Asked; isTheirs: boolean }
  | { state: 'automatic' }
  | { state: 'taken before' }
  /** Whose word it would have been; the letter that they answer is too old. */
  | { state: 'too old'; asked: Asked; locale: string }
  | { state: 'unknown' }

/** A mail, as far as the gate looks at it. */
export interface Sender {
  /** In lower case; '' where there is none. */
  from: string
  proof: Proof
  automatic: boolean
  /** It does not come from somebody who got a copy of what they wrote to another address. */
  meantForHere: boolean
  /** Numbers of its signatures; the same mail has the same. */
  signatures: string[]
}

/**
 * The gate for all answers by mail, and the only way to open the token of a reply address: asks for whom the letter was, and whether it is
 * they who write. Whoever takes the answer asks neither again.
 */
export async function admit(tx: Tx, secret: string, token: string, sender: Sender, at: Date): Promise<Admission> {
  const { from, automatic } = sender
  const opened = openMailed(secret, token, at)
  const answering: Answering | undefined = opened && answers[opened.purpose]
  if (!opened || !answering) return admitLate(tx, secret, token, sender, at)
  const { purpose, id } = opened
  if (automatic && !answering.automatic) return { state: 'automatic' }
  const asked = await answering.asked(tx, { id, from, at })
  if (!asked) return { state: 'unknown' }
  const writer = await findWriter(tx, answering, asked, from)
  const why = whyNotTaken(answering, writer !== undefined, sender)
  if (why) return { state: 'refused', answering, purpose, id, why, asked, isTheirs: writer !== undefined }
  // Whoever got a copy could send it again, after they have changed their mind.
  if (!(await takeOnce(tx, `${purpose} ${id}`, sender.signatures, at))) return { state: 'taken before' }
  const { personId = null, locale = 'en' } = writer ?? {}
  const answer = { purpose, id, from, personId, proven: sender.proof === 'proven', at }
  // Here alone.
  return { state: 'admitted', answering, answer: answer as unknown as MailedAnswer, asked, locale }
}

/** What was once ours to ask is told to be over to whom it was asked of, and to nobody else. */
async function admitLate(tx: Tx, secret: string, token: string, sender: Sender, at: Date): Promise<Admission> {
  const opened = openMailed(secret, token, new Date(0))
  const answering: Answering | undefined = opened && answers[opened.purpose]
  if (!opened || !answering || sender.automatic) return { state: 'unknown' }
  const asked = await answering.asked(tx, { id: opened.id, from: sender.from, at })
  const writer = asked && (await findWriter(tx, answering, asked, sender.from))
  if (!asked || !writer || whyNotTaken(answering, true, sender)) return { state: 'unknown' }
  if (!(await takeOnce(tx, `${opened.purpose} ${opened.id}`, sender.signatures, at))) return { state: 'taken before' }
  return { state: 'too old', asked, locale: writer.locale }
}

/** The token of an address that no person answers: where bounces go, and where a list elsewhere writes to. */
export function openMachine(secret: string, purpose: 'bounce' | 'follow', token: string, now: Date): number | undefined {
  const opened = openMailed(secret, token, now)
  return opened?.purpose === purpose ? opened.id : undefined
}

/** Does this mail carry a vote? That of a week's letter does where something is filled in. */
export function isBallot(secret: string, token: string, text: string): boolean {
  // One that comes too late is none that counts, and is as secret.
  const purpose = openMailed(secret, token, new Date(0))?.purpose
  return purpose === 'ballot' || (purpose === 'week' && readSheets(text).sheets.size > 0)
}

/** Do texts carry a link that opens something now? Whoever reads them could do what is its owner's to do. */
export const carryKey = (secret: string, texts: Iterable<string>, now: Date): boolean => holdsKey(secret, texts, now)

const hour = 3_600
const lettersPerQuestion = 2

/**
 * Tells those whose word it would have been that an answer was not taken, and how to give it; and who wrote, where that is proven. A few
 * times an hour at most: whoever writes in somebody's name must not have us write to them without end.
 */
export async function tellRefused(
  tx: Tx,
  { purpose, id, why, asked, isTheirs }: Extract<Admission, { state: 'refused' }>,
  { from, proof, automatic }: Sender,
  at: Date,
): Promise<void> {
  if (await takeTurn(tx, `gate:${purpose}:${id}`, lettersPerQuestion, hour, at)) {
    const { people, email, path } = asked
    // Only the one in whose name it was written, where several could have been.
    if (isTheirs) await enqueue(tx, 'inbound.notTaken', { email: from, personId: null, from, why, path })
    else if (people.length > 0)
      for (const personId of people.slice(0, 10)) await enqueue(tx, 'inbound.notTaken', { email: null, personId, from, why, path })
    else if (email !== undefined) await enqueue(tx, 'inbound.notTaken', { email, personId: null, from, why, path })
  }
  if (!isTheirs && !automatic && proof === 'proven' && (await mayAnswerWriter(tx, from, at)))
    await enqueue(tx, 'inbound.notYours', { email: from })
}
