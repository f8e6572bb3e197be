import type { Actor } from '../../actor.ts'
import { keepForGood, lockArchive, type NewMessage, storeMessages } from '../../archive/actions.ts'
import type { Site } from '../../config.ts'
import { Conflict, Invalid, NotAllowed } from '../../errors.ts'
import { changeRow, insertNew, type Tx } from '../../lib/db/rows.ts'
import { sealToken } from '../../lib/token/seal.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { endMove, holdForMove, recordList } from '../../list/actions.ts'
import { getModeratedList } from '../../list/queries.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { mayOwn } from '../../policy.ts'
import { findFollow, findFollowById, getNotice, listVariants } from './queries.ts'
import { decideFollowed, type FollowedFacts, whyNotFollow } from './rules.ts'

const t = textsOf('imports', 'follow')

/** Our address on the list elsewhere. Nobody can guess it, so that what comes there was sent by that list. */
export const followAddress = ({ secret, mailDomain }: Site, followId: number): string =>
  `follow-${sealToken(secret, 'follow', followId)}@${mailDomain}`

async function ownedList(tx: Tx, actor: Actor, listName: string) {
  const list = await getModeratedList(tx, actor, listName)
  if (!mayOwn(actor, list)) throw new NotAllowed(t.onlyCoordinatorDeputy)
  return list
}

/**
 * Begins to read along on a list elsewhere. Until it moves, mail to the list here waits, so that no answer goes to some only.
 * @throws Invalid where the address is none, or one of ours
 */
export async function beginFollow(tx: Tx, actor: Actor, site: Site, listName: string, typed: string): Promise<void> {
  const list = await ownedList(tx, actor, listName)
  const address = typed.trim().toLowerCase()
  const why = whyNotFollow(address, site.mailDomain)
  if (why) throw new Invalid(refusals.pleaseLookAgain, { address: why })
  await tx
    .insertInto('follow')
    .values({ listId: list.id, address, begunAt: actor.at, begunBy: actor.personId, wasEmergency: list.emergency })
    .onConflict((conflict) => conflict.column('listId').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.siteFollowsListAlready))
  await holdForMove(tx, list.id)
  await insertNew(tx.insertInto('oldList'), { name: address.split('@')[0] as string, listId: list.id })
  await recordList(tx, actor, list, 'follow.begun')
}

/** Asks the list elsewhere, by mail from our address, to let us join. It answers with a question, which is shown on the page. */
export async function askToFollow(tx: Tx, actor: Actor, site: Site, listName: string): Promise<void> {
  const { follow, list } = await followed(tx, actor, listName)
  await writeThere(tx, actor, site, follow, { to: suffixed(follow.address, 'join'), subject: 'subscribe', text: 'subscribe' })
  await recordList(tx, actor, list, 'follow.asked')
}

async function followed(tx: Tx, actor: Actor, listName: string) {
  const list = await ownedList(tx, actor, listName)
  await tx.selectFrom('follow').select('id').where('listId', '=', list.id).forUpdate().execute()
  const follow = await findFollow(tx, list.id)
  if (!follow) throw new Conflict(t.siteDoesNotFollowList)
  return { list, follow }
}

const suffixed = (address: string, suffix: string): string => address.replace('@', `-${suffix}@`)

async function writeThere(
  tx: Tx,
  actor: Actor,
  site: Site,
  follow: { id: number; listId: number },
  { to, subject, text, headers }: { to: string; subject: string; text: string; headers?: Record<string, string> | undefined },
): Promise<void> {
  await sendLetter(tx, site, actor.at, {
    kind: 'moving.follow',
    to: { email: to },
    listId: follow.listId,
    from: { name: '', email: followAddress(site, follow.id) },
    subject,
    text: `${text}\n`,
    // A person pressed the button: list programs ignore what marks itself as automatic.
    headers: { 'Auto-Submitted': 'no', ...headers },
  })
}

/**
 * Answers a question of the list elsewhere, which is how one confirms there.
 * @throws Conflict when it has been answered
 */
export async function answerNotice(tx: Tx, actor: Actor, site: Site, listName: string, noticeId: number): Promise<void> {
  const { list, follow } = await followed(tx, actor, listName)
  const notice = await getNotice(tx, follow.id, noticeId, { lock: true })
  if (notice.answeredAt) throw new Conflict(t.thisHasBeenAnsweredAlready)
  await tx.updateTable('followNotice').set({ answeredAt: actor.at, answeredBy: actor.personId }).where('id', '=', noticeId).execute()
  const subject = /^re:/i.test(notice.subject) ? notice.subject : `Re: ${notice.subject}`
  const thread = notice.messageId ? { 'In-Reply-To': `<${notice.messageId}>`, References: `<${notice.messageId}>` } : undefined
  await writeThere(tx, actor, site, follow, { to: notice.replyTo, subject, text: 'Yes.', headers: thread })
  await recordList(tx, actor, list, 'follow.answered', { noticeId })
}

/**
 * The list is here now: mail to it goes out again, and we leave the one elsewhere. Twice is once.
 * @throws Conflict when it has moved already
 */
export async function finishFollow(tx: Tx, actor: Actor, site: Site, listName: string): Promise<void> {
  const { list, follow } = await followed(tx, actor, listName)
  const moved = await changeRow(tx.updateTable('follow').returning('wasEmergency'), { id: follow.id, movedAt: null }, { movedAt: actor.at })
  if (!moved) throw new Conflict(t.thisListHasMovedAlready)
  await endMove(tx, list.id, moved.wasEmergency)
  await writeThere(tx, actor, site, follow, { to: suffixed(follow.address, 'leave'), subject: 'unsubscribe', text: 'unsubscribe' })
  await recordList(tx, actor, list, 'follow.moved', { archived: follow.archived })
}

/** Gives it up before the move: what was archived stays, and we leave the list elsewhere. */
export async function giveUpFollow(tx: Tx, actor: Actor, site: Site, listName: string): Promise<void> {
  const { list, follow } = await followed(tx, actor, listName)
  if (follow.movedAt) throw new Conflict(t.thisListHasMovedAlready)
  await endMove(tx, list.id, follow.wasEmergency)
  await writeThere(tx, actor, site, follow, { to: suffixed(follow.address, 'leave'), subject: 'unsubscribe', text: 'unsubscribe' })
  await tx.deleteFrom('followNotice').where('followId', '=', follow.id).execute()
  await tx.deleteFrom('follow').where('id', '=', follow.id).execute()
  await recordList(tx, actor, list, 'follow.givenUp')
}

/** A mail that came to our address on a list elsewhere. */
interface FollowedMail extends FollowedFacts {
  inboundId: number
  replyTo: string
  subject: string
  text: string
  messageId: string
  /** As the archive would keep it. */
  message: NewMessage
}

/**
 * Takes what comes from a list that is followed: posts into the archive and to nobody, questions to those who own the list.
 * @returns what became of it
 */
export async function takeFollowed(tx: Tx, followId: number, mail: FollowedMail, at: Date): Promise<string> {
  const follow = await findFollowById(tx, followId)
  if (!follow) return 'dropped: nothing is followed at this address'
  const decision = decideFollowed(follow.address, mail)
  if (decision === 'drop') return 'dropped: it is not from the list that is followed'
  if (decision === 'notice') {
    const { inboundId, from, replyTo, subject, text, messageId } = mail
    await tx
      .insertInto('followNotice')
      .values({ followId, inboundId, fromEmail: from, replyTo, subject, text: text.slice(0, 20_000), messageId, cameAt: at })
      .execute()
    return 'a notice of the list that is followed'
  }
  // The copy in an imported mailbox has no footer of the list yet: it is the better one.
  await lockArchive(tx, follow.listId)
  const known = await listVariants(tx, follow.listId, mail.message.messageId)
  if (known.length > 0) {
    await keepForGood(tx, known)
    return 'followed: known'
  }
  await storeMessages(tx, { id: follow.listId, language: follow.language }, [mail.message])
  await tx
    .updateTable('follow')
    .set((e) => ({ archived: e('archived', '+', 1), lastAt: at }))
    .where('id', '=', followId)
    .execute()
  return 'followed'
}
