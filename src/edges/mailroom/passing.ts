import { findHolders } from '../../groups/queries.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { isGoingRound } from '../../lib/mail/pass-on.ts'
import { isDoubtful } from '../../lib/mail/proof-rules.ts'
import { findKeepers, type MailList } from '../../list/queries.ts'
import { forwardMail } from '../../outbox/actions.ts'
import type { ReadMail } from './read.ts'
import { type Batch, hour } from './takers.ts'

// Each mail goes to several people, so one writer must not make us write without end. The second limit is for a writer who keeps changing
// the sender: those who prove nothing have one of their own, and use up none of the others.
const passedPerWriter = 20
const passedPerAddress = 60

/** Why a mail to those who see to a list or to the site goes no further; undefined: it is passed on. */
async function whyNotPassed({ tx, now }: Batch, read: ReadMail, through: string): Promise<string | undefined> {
  const { message, from, autoReply, proof } = read
  if (autoReply) return 'dropped: automatic'
  // It goes out under our signature, which would vouch for it.
  if (isDoubtful(proof)) return 'refused: not proven to be theirs'
  if (isGoingRound(message.headers, through)) return 'dropped: going round'
  const passed =
    (await takeTurn(tx, `pass:${through}:${from}`, passedPerWriter, hour, now)) &&
    (await takeTurn(tx, `pass:${through} ${proof}`, passedPerAddress, hour, now))
  return passed ? undefined : 'dropped: too many'
}

/** A mail for whoever runs the site. Bounces are theirs to see; that somebody is away is nobody's. */
export async function passToAdministrators(batch: Batch, read: ReadMail): Promise<string> {
  const { tx, context, now } = batch
  const through = `postmaster@${context.site.mailDomain}`
  const whyNot = await whyNotPassed(batch, read, through)
  if (whyNot) return whyNot
  const to = await findHolders(tx, null, ['administrator'], now)
  await forwardMail(tx, context.site, null, read.mail.raw, { to, subject: read.message.subject, through, at: now })
  return 'forwarded'
}

/** A mail for whoever sees to a list; its letters say that an answer reaches the moderators. */
export async function passToOwners(batch: Batch, read: ReadMail, list: MailList): Promise<string> {
  const { tx, context, now } = batch
  const through = `${list.name}-owner@${context.site.mailDomain}`
  const whyNot = await whyNotPassed(batch, read, through)
  if (whyNot) return whyNot
  const keepers = await findKeepers(tx, list, now)
  // Of a closed group nobody is asked any more; somebody still answers.
  const to = keepers.length > 0 ? keepers : await findHolders(tx, null, ['administrator'], now)
  await forwardMail(tx, context.site, list, read.mail.raw, { to, subject: read.message.subject, through, at: now })
  return 'forwarded'
}
