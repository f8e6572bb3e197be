import { sealToken } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findEmailOf, findPersonByEmail } from '../core-queries.ts'
import { markAsked } from './actions.ts'
import { claimLetter as claimed, stillThere } from './mails.ts'
import { countAffiliations, findClaim, isDoubted, listDue } from './queries.ts'
import { mayAskNow } from './rules.ts'

const day = 86_400_000

const ask = ({ write, site, now }: TaskContext, id: number): Promise<void> =>
  write(async (tx) => {
    const affiliation = await markAsked(tx, now(), id)
    const email = affiliation && (await findEmailOf(tx, affiliation.personId))
    if (!email) return
    const until = new Date(now().getTime() + 60 * day)
    const link = `${site.baseUrl}/still-there/${sealToken(site.secret, 'affiliation', id, until)}`
    await sendLetter(tx, site, now(), stillThere({ ...affiliation, email }, affiliation, { link, until }))
  })

/** Asks those who are due whether they still work there; each in a transaction of its own, so that a retry asks nobody twice. */
export async function reconfirm(_: object, context: TaskContext): Promise<void> {
  const { db, now } = context
  const { silent, today } = await countAffiliations(db, now())
  for (const id of await listDue(db, now(), mayAskNow(silent, today))) await ask(context, id)
}

/** Asks somebody at once whose login says no longer that they work there. */
export async function askAtOnce({ affiliationId }: { affiliationId: number }, context: TaskContext): Promise<void> {
  if (await isDoubted(context.db, context.now(), affiliationId)) await ask(context, affiliationId)
}

/** Writes to an address that somebody says is theirs, unless it is somebody's already. */
export async function claimLetter({ claimId }: { claimId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const claim = await findClaim(db, claimId)
  if (!claim || (await findPersonByEmail(db, claim.email))) return
  const until = new Date(now().getTime() + 7 * day)
  const link = `${site.baseUrl}/addresses/${sealToken(site.secret, 'address', claimId, until)}`
  await write((tx) => sendLetter(tx, site, now(), claimed(claim, { link, until })))
}
