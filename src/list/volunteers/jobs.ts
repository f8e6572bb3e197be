import { findHolders } from '../../groups/queries.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { findReader } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { markTold } from './actions.ts'
import { callClosed, offerDecided as decided } from './mails.ts'
import { findOffer, listClosedCalls } from './queries.ts'

/** Tells those who decide, the day after, that a call has closed. */
export async function closeCalls(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  for (const call of await listClosedCalls(db, utcDay(now()))) {
    const leaders = await findHolders(db, call.groupId, ['coordinator', 'deputy'], now())
    await write(async (tx) => {
      if (!(await markTold(tx, now(), call.id))) return
      for (const to of leaders) await sendLetter(tx, site, now(), callClosed(to, call, `${site.baseUrl}/calls/${call.id}`))
    })
  }
}

/** Tells who offered to help what was decided. */
export async function offerDecided({ offerId }: { offerId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const offer = await findOffer(db, offerId)
  const to = offer && (await findReader(db, offer.personId))
  if (!to || !offer.outcome) return
  const { group, outcome, fromOn } = offer
  const link = outcome === 'appointed' ? `${site.baseUrl}/roster` : `${site.baseUrl}/calls/${offer.callId}`
  await write((tx) => sendLetter(tx, site, now(), decided(to, { group, outcome, fromOn }, link)))
}
