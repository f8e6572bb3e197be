import { program } from '../../actor.ts'
import { dropRaw, type NewMessage } from '../../archive/actions.ts'
import { takeOnce } from '../../archive/inbound-actions.ts'
import { receiveForRole } from '../../correspondence/actions.ts'
import { decidePassing } from '../../correspondence/rules.ts'
import { loadActor } from '../../groups/queries.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { Authentication } from '../../lib/mail/authenticate.ts'
import { readBounce } from '../../lib/mail/bounce.ts'
import { isGoingRound } from '../../lib/mail/pass-on.ts'
import { isDoubtful, type Proof, signaturesOf } from '../../lib/mail/proof-rules.ts'
import type { Aims } from '../../list/bans/queries.ts'
import type { findPosters, MailList } from '../../list/queries.ts'
import { findAddressesByName } from '../../list/role-addresses/queries.ts'
import { takeReport } from '../../operations/doctor/jobs.ts'
import { recordBounces } from '../../outbox/actions.ts'
import { carriesSecret } from '../../outbox/queries.ts'
import { takeForwarded } from '../../requests/by-mail-actions.ts'
import type { TaskContext } from '../../task.ts'
import { takeAnswer } from './answers.ts'
import { isBallot, openMachine } from './gate/actions.ts'
import { isMeantFor } from './named.ts'
import type { ReadMail } from './read.ts'
import { repeatsItself } from './repeats.ts'

export type Writer = ReturnType<Awaited<ReturnType<typeof findPosters>>['get']>

export interface Batch {
  tx: Tx
  context: TaskContext
  now: Date
  lists: Map<string, MailList>
  /** By list and address. */
  writers: Map<number, Awaited<ReturnType<typeof findPosters>>>
  approved: Set<string>
  aims: Aims
  posts: Map<number, { list: MailList; messages: NewMessage[]; verdicts: (Authentication | undefined)[]; addressed: string[][] }>
  fates: { id: number; fate: string; proof?: Proof }[]
}
export const answersPerAddress = 6
const mailsPerDesk = 60
const casesPerAddress = 60
export const hour = 3_600

/**
 * A mail to the address for user cases: what it forwards becomes one. Taken from the group and those on the list alone, once: what they have
 * signed for somebody else is not told to the group, and what they took back does not come again.
 */
export async function takeCase({ tx, now, writers, context }: Batch, read: ReadMail, list: MailList): Promise<string> {
  const { mail, message, from, automatic, proof, authentication } = read
  if (automatic || mail.mailFrom === '' || from === '') return 'dropped: automatic'
  if (isDoubtful(proof)) return 'refused: not proven to be theirs'
  if (proof === 'proven' && !isMeantFor(read, `${list.name}+case`, context.site.mailDomain)) return 'refused: not proven to be theirs'
  if (!(await takeTurn(tx, `case:${from}`, casesPerAddress, hour, now))) return 'dropped: too many from this address'
  const writer = writers.get(list.id)?.get(from)
  const actor = writer && (await loadActor(tx, writer.personId, now, 'mail'))
  if (!actor) return 'dropped: nobody we know'
  if (!(await takeOnce(tx, `case ${list.id}`, signaturesOf(authentication), now))) return 'dropped: taken before'
  return takeForwarded(tx, actor, list, { rawId: mail.rawId, message, mailDomain: context.site.mailDomain })
}

/** An answer to one of our mails. */
export async function takeReply({ tx, context, now }: Batch, read: ReadMail, token: string): Promise<string> {
  const fate = await takeAnswer(tx, context.site, now, read, token)
  // A paper is sealed from its beginning: the mail that carried it is not kept.
  if (read.mail.rcptTo.length === 1 && isBallot(context.site.secret, token, read.message.text)) await dropRaw(tx, read.mail.rawId, now)
  return fate
}

/** A mail to a role: kept in its correspondence, and passed on to whoever holds it today. */
export async function takeForRole({ tx, context, now }: Batch, read: ReadMail, name: string): Promise<string> {
  const { mail, message, from, autoReply, proof } = read
  const [desk] = await findAddressesByName(tx, [name])
  if (!desk) return 'nobody'
  const { site } = context
  const goingRound = isGoingRound(message.headers, `${desk.name}@${site.mailDomain}`)
  // What repeats itself takes no turn of the others.
  const flood = (await repeatsItself(tx, read, `desk:${desk.id}`, now)) || !(await takeTurn(tx, `desk:${desk.id}`, mailsPerDesk, hour, now))
  const decided = decidePassing({ goingRound, autoReply, hasFrom: from !== '', proof, flood }, mail.attempts)
  if (decided === 'later') return 'later'
  const { raw, rawId, receivedAt } = mail
  const keptBack = decided.pass ? undefined : decided.reason
  return receiveForRole(tx, { ...program(now), via: 'mail' }, site, desk, { raw, rawId, message, receivedAt, keptBack })
}

/** A report that a letter of ours did not arrive. */
export async function takeBounce({ tx, context, now }: Batch, { mail, message }: ReadMail, token: string): Promise<string> {
  const deliveryId = openMachine(context.site.secret, 'bounce', token, now)
  if (deliveryId === undefined) return 'dropped: a bounce of nothing'
  const report = readBounce(message, mail.raw)
  await recordBounces(tx, { inboundId: mail.id, deliveryId, kind: report.kind, recipients: report.recipients, at: now })
  // Servers send back the whole letter, with its code and its links: what the report says is kept, not the mail.
  if (mail.rcptTo.length === 1 && (await carriesSecret(tx, deliveryId))) await dropRaw(tx, mail.rawId, now)
  return report.kind === 'none' ? 'a mail to the bounce address' : report.kind
}

/** What another server reports of our mail: believed where its domain stands for it. */
export async function takeDeliveryReport({ tx, now }: Batch, { mail, from, proof }: ReadMail): Promise<string> {
  if (proof !== 'proven') return 'refused: not proven to be theirs'
  const { id: inboundId, rawId, rcptTo } = mail
  return takeReport(tx, { inboundId, rawId, alone: rcptTo.length === 1, reporter: from.slice(from.lastIndexOf('@') + 1) }, now)
}
