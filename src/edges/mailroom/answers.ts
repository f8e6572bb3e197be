import { program } from '../../actor.ts'
import type { Answerable, MailedAnswer } from '../../answer.ts'
import { noteFate } from '../../archive/inbound/actions.ts'
import { findInboundRaw } from '../../archive/inbound/queries.ts'
import { refuseBallotReply, takeBallotReply } from '../../ballots/replies/actions.ts'
import type { Site } from '../../config.ts'
import { answerByMail, refuseAnswerByMail } from '../../correspondence/actions.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { answerReminder } from '../../groups/tasks/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { CalendarError } from '../../lib/mail/calendar/components.ts'
import { parseWithin } from '../../lib/mail/parse-pool.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { readCalendar } from '../../lib/reading/calendar.ts'
import { confirmRequest, unsubscribe } from '../../list/actions.ts'
import { confirmCommands } from '../../list/commands/actions.ts'
import { answerInvitation } from '../../list/invitations/actions.ts'
import { decideByNotice } from '../../list/moderation/actions.ts'
import { findNotice } from '../../list/moderation/queries.ts'
import { readDecision } from '../../list/moderation/rules.ts'
import { takeCalendarReply } from '../../meetings/actions.ts'
import { takeProposal, takeWords } from '../../meetings/by-mail/actions.ts'
import { takeRequestReply } from '../../requests/by-mail/actions.ts'
import type { TaskContext } from '../../task.ts'
import { type Admission, admit, type Sender, tellRefused } from './gate/actions.ts'
import type { ReadMail } from './read.ts'

interface Taking {
  tx: Tx
  site: Site
  now: Date
  read: ReadMail
}

const visibleOf = ({ message }: ReadMail): string => trimReply(message.text).visible

/** A moderator answers the notice of a held mail; it counts as long as they moderate. */
async function takeDecision({ tx, now, read }: Taking, { id: noticeId }: MailedAnswer<'moderate'>): Promise<string> {
  const notice = await findNotice(tx, noticeId)
  const keeper = notice && (await loadActor(tx, notice.personId, now, 'mail'))
  if (!keeper) return 'dropped: not from its moderator'
  const decision = readDecision(visibleOf(read))
  if (!decision) {
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'unclear' })
    return 'a decision that was not understood'
  }
  try {
    await decideByNotice(tx, keeper, noticeId, decision)
    return `decided: ${decision.decision}`
  } catch (error) {
    if (error instanceof NotFound) return 'dropped: not from its moderator'
    if (!(error instanceof Conflict)) throw error
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'decided' })
    return 'decided by a colleague before'
  }
}

const unread = 'an answer to an invitation'

/** A job reads its calendar: one that takes long, or waits for its turn behind other files, keeps no mail waiting. */
async function takeInvitationReply({ tx, read }: Taking, { at, ...answer }: MailedAnswer<'calendar'>): Promise<string> {
  const facts = { inboundId: read.mail.id, answer: { ...answer, at: at.toISOString() }, automatic: read.automatic !== undefined }
  await enqueue(tx, 'inbound.calendar', facts)
  return unread
}

interface CalendarReply {
  inboundId: number
  /** As the gate has let it through. */
  answer: Omit<MailedAnswer<'calendar'>, 'at'> & { at: string }
  automatic: boolean
}

/** Takes an answer to an invitation: what its calendar says, or else its words. */
export async function takeCalendar({ inboundId, answer, automatic }: CalendarReply, { db, write, parser }: TaskContext): Promise<void> {
  const raw = await findInboundRaw(db, inboundId)
  if (raw === undefined) return
  const admitted = { ...answer, at: new Date(answer.at) }
  const calendar = await readCalendar(raw).catch((error: unknown) => {
    if (error instanceof CalendarError) return undefined
    throw error
  })
  // Written by hand: yes, no, or a question to the group that nobody would see.
  const words = calendar || automatic ? '' : trimReply((await parseWithin(parser, raw)).text).visible
  await write(async (tx) => {
    const fate = calendar
      ? await takeCalendarReply(tx, admitted, calendar)
      : automatic
        ? 'dropped: an answer to an invitation without a calendar'
        : await takeWords(tx, admitted, words)
    await noteFate(tx, inboundId, unread, fate)
  })
}

type VendorPurpose = 'submission' | 'submissionItem' | 'vendorQuestion'

/** An answer of the vendor to what was handed over, or of the group to a question of the vendor's; its files are read by a job. */
async function handToVendor(
  { tx, read }: Pick<Taking, 'tx' | 'read'>,
  { purpose, id, from }: { purpose: VendorPurpose; id: number; from: string },
  personId: number | null,
): Promise<string> {
  await enqueue(tx, 'vendor.reply', { inboundId: read.mail.id, purpose, id, from, personId })
  return 'an answer between group and vendor'
}

const byMail = (at: Date) => ({ ...program(at), via: 'mail' as const })

const aboutRequests = ({ tx, read }: Taking, answer: MailedAnswer<'case' | 'merge' | 'support' | 'comment'>) =>
  takeRequestReply(tx, answer, { inboundId: read.mail.id, rawId: read.mail.rawId, text: read.message.text })
const betweenGroupAndVendor = (taking: Taking, answer: MailedAnswer<VendorPurpose>) => handToVendor(taking, answer, answer.personId)

/** Who takes which answer. Each asks whether the word can still be given, never whose it is: that the gate has asked. */
const takers: { [P in Answerable]: (taking: Taking, answer: MailedAnswer<P>) => Promise<string> } = {
  confirm: async ({ tx, now }, { id }) => {
    await confirmRequest(tx, byMail(now), id)
    return 'confirmed'
  },
  unsubscribe: async ({ tx, now }, { id }) => {
    await unsubscribe(tx, byMail(now), id, 'mail')
    return 'left'
  },
  invitation: async ({ tx, now }, { id }) =>
    (await answerInvitation(tx, byMail(now), id, true)) ? 'accepted an invitation' : 'dropped: the invitation is over',
  command: async ({ tx, now }, { id }) =>
    (await confirmCommands(tx, byMail(now), id)) ? 'confirmed commands' : 'dropped: nothing to confirm',
  moderate: takeDecision,
  calendar: takeInvitationReply,
  agenda: ({ tx, read }, answer) => takeProposal(tx, answer, visibleOf(read)),
  actions: ({ tx, read }, answer) => answerReminder(tx, answer, visibleOf(read)),
  case: aboutRequests,
  merge: aboutRequests,
  support: aboutRequests,
  comment: aboutRequests,
  ballot: ({ tx, site, read }, answer) => takeBallotReply(tx, site, answer, read.message.text),
  correspondence: ({ tx, site, read }, answer) => answerByMail(tx, site, answer, read.mail.raw),
  submission: betweenGroupAndVendor,
  submissionItem: betweenGroupAndVendor,
  vendorQuestion: betweenGroupAndVendor,
}

const take = <P extends Answerable>(taking: Taking, answer: MailedAnswer<P>): Promise<string> => takers[answer.purpose](taking, answer)

/** Says that an answer was not taken: where a domain has words of its own for it, in those. */
async function refuse({ tx, now, read }: Taking, refused: Extract<Admission, { state: 'refused' }>, sender: Sender): Promise<string> {
  const { purpose, id, why, isTheirs } = refused
  const fate = why === 'not theirs' ? 'refused: not from whom it was written to' : 'refused: not proven to be theirs'
  if (purpose === 'ballot') return refuseBallotReply(tx, id, now)
  if (purpose === 'correspondence' && !isTheirs) {
    if (sender.proof === 'proven') await refuseAnswerByMail(tx, id, sender.from)
    return fate
  }
  if ((purpose === 'submission' || purpose === 'submissionItem') && !isTheirs) {
    await handToVendor({ tx, read }, { purpose, id, from: sender.from }, null)
    return fate
  }
  await tellRefused(tx, refused, sender, now)
  return fate
}

/** An answer to one of our mails: the gate says whose it is, and whoever takes what it is for takes it. */
export async function takeAnswer(tx: Tx, site: Site, now: Date, read: ReadMail, token: string): Promise<string> {
  const taking = { tx, site, now, read }
  const sender = { from: read.from, proof: read.proof, automatic: read.automatic !== undefined }
  const admission = await admit(tx, site.secret, token, sender, now)
  if (admission.state === 'automatic') return 'dropped: automatic'
  if (admission.state === 'unknown') return 'dropped: the token is unknown or out of date'
  if (admission.state === 'refused') return refuse(taking, admission, sender)
  return take(taking, admission.answer)
}
