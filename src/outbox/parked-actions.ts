import type { Site } from '../config.ts'
import { Invalid, NotFound } from '../errors.ts'
import { forgetBegun } from '../lib/db/begun.ts'
import { findRow, idsOf, insertRow, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { textsOf } from '../lib/ui/words.ts'
import { endedTwice } from './parked-rules.ts'
import { findSiteName } from './queries.ts'
import { domainOf, type Letter } from './rules.ts'
import { withoutTokens } from './secrecy-rules.ts'
import { closeWritten, writeLetter } from './write.ts'

const t = textsOf('outbox', 'parked')

// What a letter says may be a way in: it is kept for the next try, and for nobody to read.
const sealLetter = (site: Site, letter: Letter): Buffer =>
  seal(
    site.secret,
    JSON.stringify({
      ...letter,
      attachments: letter.attachments?.map((file) => ({ ...file, content: Buffer.from(file.content).toString('base64') })),
    }),
  )

function openLetter(site: Site, sealed: Buffer): Letter {
  const { attachments, ...letter } = JSON.parse(unseal(site.secret, sealed))
  if (!attachments) return letter
  return {
    ...letter,
    attachments: attachments.map((file: { content: string }) => ({ ...file, content: Buffer.from(file.content, 'base64') })),
  }
}

// A fault may repeat what the letter says.
const why = (error: Error): string => `Not composed: ${withoutTokens(error.message)}`.slice(0, 500)

/** Keeps a letter that cannot be composed, with the reason, where who administers the site sees it: the others go on. */
export async function parkLetter(tx: Tx, site: Site, letterId: number, letter: Letter, error: Error, at: Date): Promise<void> {
  const email = letter.to.email.toLowerCase()
  const delivery = { letterId, email, domain: domainOf(email), state: 'failed' as const, answer: why(error) }
  await insertRow(tx.insertInto('delivery'), { ...delivery, queuedAt: at, nextAt: at, settledAt: at })
  await insertRow(tx.insertInto('parkedLetter'), { letterId, sealed: sealLetter(site, letter) })
}

/** What a delivery carries, a post or a letter, as it is named where it is kept from being begun again. */
export const wholeOf = ({ messageId, letterId }: { messageId: number | null; letterId: number | null }): string =>
  messageId === null ? `letter:${letterId}` : `post:${messageId}`

/** Sets deliveries aside of what ended the process twice: they stand among what failed, with the reason, and can be tried again. */
export async function parkDeliveries(tx: Tx, deliveries: { id: number }[], at: Date): Promise<void> {
  if (deliveries.length === 0) return
  await tx
    .updateTable('delivery')
    .set({ state: 'failed', answer: endedTwice, code: null, settledAt: at })
    .where('id', 'in', idsOf(deliveries))
    .execute()
}

/** Tries again all that carries the same as a delivery that was set aside for having ended the process. */
async function retryEnding(tx: Tx, deliveryId: number, at: Date): Promise<boolean> {
  const delivery = await findRow(tx.selectFrom('delivery'), { id: deliveryId, state: 'failed', answer: endedTwice }, [
    'messageId',
    'letterId',
  ])
  if (!delivery) return false
  await updateRows(
    tx.updateTable('delivery').where(delivery.messageId === null ? 'letterId' : 'messageId', '=', delivery.messageId ?? delivery.letterId),
    { state: 'failed', answer: endedTwice },
    { state: 'queued', answer: null, settledAt: null, nextAt: at },
  )
  await forgetBegun(tx, [wholeOf(delivery)])
  return true
}

/**
 * Tries a parked letter again: where it could not be composed it is composed anew, and leaves.
 * @throws NotFound where nothing is parked
 * @throws Invalid with the reason where it still cannot be composed
 */
export async function retryLetter(tx: Tx, site: Site, deliveryId: number, at: Date): Promise<void> {
  if (await retryEnding(tx, deliveryId, at)) return
  const parked = await tx
    .selectFrom('parkedLetter')
    .innerJoin('delivery', 'delivery.letterId', 'parkedLetter.letterId')
    .select(['parkedLetter.letterId', 'parkedLetter.sealed'])
    .where('delivery.id', '=', deliveryId)
    .forUpdate('parkedLetter')
    .executeTakeFirstOrThrow(() => new NotFound(t.unprocessedEmailNotFound))
  const letter = openLetter(site, parked.sealed)
  const bytes = await writeLetter(site, at, letter, await findSiteName(tx)).catch((error: Error) => {
    throw new Invalid(why(error))
  })
  await updateOne(tx.updateTable('letter'), parked.letterId, closeWritten(site, letter, bytes, at))
  await updateOne(tx.updateTable('delivery'), deliveryId, { state: 'queued', answer: null, settledAt: null, queuedAt: at, nextAt: at })
  await tx.deleteFrom('parkedLetter').where('letterId', '=', parked.letterId).execute()
}

/** Forgets what parked letters said that were written before a day; that they failed, and why, stays. */
export async function forgetParked(tx: Tx, before: Date): Promise<void> {
  await tx
    .deleteFrom('parkedLetter')
    .where('letterId', 'in', (query) => query.selectFrom('letter').select('id').where('createdAt', '<', before))
    .execute()
}
