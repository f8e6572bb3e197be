import { type Actor, visitor } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import { Invalid, NotAllowed, NotFound } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import type { Tx } from '../lib/db/rows.ts'
import type { ArchiveAccess } from '../lib/db/schema.ts'
import { wholly } from '../lib/db/wholly.ts'
import type { ParsedMessage } from '../lib/mail/message.ts'
import { readMessage } from '../lib/mail/parse.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { baseSubject } from '../lib/mail/subject.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { mayContribute } from '../policy.ts'
import { readFirst, readSaid } from './by-mail-rules.ts'
import { captureForward } from './cases/actions.ts'
import { addAuthorsWords, setConsent, withdrawCase } from './cases/author-actions.ts'
import { readForward } from './cases/excerpt.ts'
import { findForwarded } from './cases/queries.ts'
import { type CommentMail, commentByMail } from './comments-actions.ts'
import { findFollower } from './comments-queries.ts'
import { getRequestGroup } from './core/queries.ts'
import { decideParties } from './merging-parties-actions.ts'
import { requestRefusals } from './refusals.ts'
import { answerSameHere } from './same-here/actions.ts'
import { affirm, answerConfirmation } from './support/actions.ts'
import { findQuestion } from './support/queries.ts'

const t = textsOf('requests', 'byMail')

/** The mail that was forwarded: whole as an attachment, or written into the text; else the mail itself. */
function originalOf(message: ParsedMessage) {
  const attached = message.attachments.find(({ type }) => type === 'message/rfc822')
  const inner = attached && readMessage(attached.content)
  const forward = inner ? undefined : readForward(message.text)
  if (forward)
    return {
      messageId: forward.messageId,
      name: forward.from?.name ?? '',
      email: forward.from?.email ?? '',
      subject: forward.subject ?? message.subject,
      date: forward.date,
      text: forward.text || message.text,
    }
  const { from, subject, date, text } = inner ?? message
  const { name = '', address = '' } = from ?? {}
  return { messageId: inner?.messageId ?? undefined, name, email: address.toLowerCase(), subject, date: date ?? undefined, text }
}

/**
 * Takes a mail that came to a list's address for user cases.
 * @returns what became of it, for the queue's page
 */
export async function takeForwarded(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; language: string; archive: ArchiveAccess },
  { rawId, message, mailDomain }: { rawId: number; message: ParsedMessage; mailDomain: string },
): Promise<string> {
  const group = await getRequestGroup(tx, actor, { id: list.groupId })
  if (actor.personId === null || !mayContribute(actor, group)) return 'dropped: not of the group and its lists'
  const original = originalOf(message)
  // A list's own address in From is a post that was written on the web or rewritten; its writer is found in the archive.
  const email = original.email.endsWith(`@${mailDomain}`) ? '' : original.email
  const found = await findForwarded(tx, list.id, {
    messageId: original.messageId,
    email,
    base: baseSubject(original.subject).toLowerCase(),
    date: original.date,
  })
  const author = email ? await findPersonByEmail(tx, email) : undefined
  try {
    const forwarded = { rawId, original: { ...original, email, personId: author?.id ?? null }, found }
    const captured = await wholly(tx, () => captureForward(tx, actor, list, forwarded))
    await enqueue(tx, 'requests.caseForwarded', { caseId: captured.caseId, personId: actor.personId, known: captured.known })
    return captured.known ? 'a user case already' : 'a user case'
  } catch (error) {
    // Not theirs to collect, or not theirs to read: nothing is made, and nothing is told that they may not know.
    if (error instanceof NotFound || error instanceof NotAllowed) return 'dropped: not theirs to collect'
    throw error
  }
}

/**
 * An answer to one of our letters about requests.
 * @returns what became of it
 * @throws a refusal with the sentence that its writer gets: nobody else sees that nothing came of it
 */
export async function takeRequestReply(
  tx: Tx,
  { purpose, id, at }: MailedAnswer<'case' | 'merge' | 'support' | 'comment' | 'sameHere'>,
  mail: CommentMail,
): Promise<string> {
  const { visible } = trimReply(mail.text, mail.html)
  if (purpose === 'case') return answerCase(tx, at, id, visible, mail.rawId)
  if (purpose === 'merge') return answerMerge(tx, at, id, visible)
  if (purpose === 'sameHere') return answerSame(tx, at, id, visible)
  if (purpose === 'support') return answerSupport(tx, at, id, visible)
  return answerComment(tx, at, id, mail)
}

async function answerCase(tx: Tx, at: Date, caseId: number, visible: string, rawId: number): Promise<string> {
  if (visible.trim() === '') throw new Invalid(refusals.noTextOfYourOwn)
  const said = readSaid(visible)
  if (said === 'withdraw') await withdrawCase(tx, at, 'mail', caseId)
  else if (said === 'yes') await setConsent(tx, at, 'mail', caseId, 'public')
  else if (said === 'vendor' || said === 'no') await setConsent(tx, at, 'mail', caseId, said)
  else await addAuthorsWords(tx, at, caseId, rawId, visible)
  return said === 'withdraw' ? 'a user case withdrawn' : said ? 'an answer about quoting' : 'words for a user case'
}

async function answerMerge(tx: Tx, at: Date, noticeId: number, visible: string): Promise<string> {
  const said = readFirst(visible)
  if (said === undefined || said === 'withdraw' || said === 'vendor') throw new Invalid(t.stay)
  await decideParties(tx, at, 'mail', noticeId, said === 'stay' || said === 'no')
  return 'an answer about a merge'
}

/** What a question that has two answers hears. @throws Invalid for anything else */
function readYesOrNo(visible: string): boolean {
  const said = readFirst(visible)
  if (said !== 'yes' && said !== 'no') throw new Invalid(t.yesOrNo)
  return said === 'yes'
}

async function answerSame(tx: Tx, at: Date, id: number, visible: string): Promise<string> {
  await answerSameHere(tx, at, 'mail', id, readYesOrNo(visible))
  return 'an answer about the same trouble'
}

async function answerSupport(tx: Tx, at: Date, questionId: number, visible: string): Promise<string> {
  const [yes, question] = [readYesOrNo(visible), await findQuestion(tx, questionId)]
  if (question?.supportId) await answerConfirmation(tx, at, 'mail', questionId, yes)
  else if (yes) await affirm(tx, at, 'mail', questionId)
  return 'an answer about support'
}

async function answerComment(tx: Tx, at: Date, followerId: number, mail: CommentMail): Promise<string> {
  const follower = await findFollower(tx, followerId)
  const actor = follower && (await loadActor(tx, follower.personId, at, 'mail'))
  if (!follower) throw new NotFound(requestRefusals.request)
  await commentByMail(tx, actor ?? visitor(at, 'mail'), follower.requestId, mail)
  return 'a comment'
}
