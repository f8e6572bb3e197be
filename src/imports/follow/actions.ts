import { type Actor, program } from '../../actor.ts'
import { keepForGood, lockArchive, type NewMessage, storeMessages } from '../../archive/actions.ts'
import type { Site } from '../../config.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { changeRow, insertNew, type Tx } from '../../lib/db/rows.ts'
import type { Sender } from '../../lib/mail/proof-rules.ts'
import { sealToken } from '../../lib/token/seal.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { endMove, holdForMove, recordList } from '../../list/actions.ts'
import { getModeratedList } from '../../list/queries.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { mayOwn } from '../../policy.ts'
import { findFollow, findFollowById, getNotice, listSenders, listVariants } from './queries.ts'
import { decideFollowed, type FollowedFacts, judgeOrigin, signableOf, whyNotFollow } from './rules.ts'

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
  await tx.deleteFrom('followSender').where('followId', '=', follow.id).execute()
  await tx.deleteFrom('follow').where('id', '=', follow.id).execute()
  await recordList(tx, actor, list, 'follow.givenUp')
}

/**
 * From now on the list's mail may come from this domain: its host has moved, or never spoke for itself.
 * @throws NotFound where nothing came from there
 */
export async function acceptSender(tx: Tx, actor: Actor, listName: string, domain: string): Promise<void> {
  const { list, follow } = await followed(tx, actor, listName)
  if ((await markSender(tx, follow.id, domain, actor)) === 0) throw new NotFound(t.nothingCameFromThere)
  await recordList(tx, actor, list, 'follow.senderAccepted', { domain })
}

/**
 * The list's mail no longer comes from this domain. Without any, what proves itself next is believed again.
 * @throws NotFound where nothing came from there
 */
export async function refuseSender(tx: Tx, actor: Actor, listName: string, domain: string): Promise<void> {
  const { list, follow } = await followed(tx, actor, listName)
  if ((await markSender(tx, follow.id, domain, undefined)) === 0) throw new NotFound(t.nothingCameFromThere)
  await recordList(tx, actor, list, 'follow.senderRefused', { domain })
}

async function markSender(tx: Tx, followId: number, domain: string, by: Pick<Actor, 'at' | 'personId'> | undefined): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('followSender')
    .set({ acceptedAt: by?.at ?? null, acceptedBy: by?.personId ?? null })
    .where('followId', '=', followId)
    .where('domain', '=', domain)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

// So many domains from which nothing is accepted are remembered: whoever knows our address may write from any number.
const mostRemembered = 20

/** Remembers which domains stood for a mail of the list, and those that are believed from now on. */
async function noteSenders(
  tx: Tx,
  follow: { id: number; listId: number; groupId: number },
  { seen, learnt }: ReturnType<typeof judgeOrigin>,
  at: Date,
): Promise<void> {
  if (seen.length === 0) return
  await tx
    .insertInto('followSender')
    .values(seen.map((domain) => ({ followId: follow.id, domain, lastAt: at })))
    .onConflict((conflict) => conflict.columns(['followId', 'domain']).doUpdateSet({ lastAt: at }))
    .execute()
  await tx
    .deleteFrom('followSender')
    .where('followId', '=', follow.id)
    .where('acceptedAt', 'is', null)
    .where('domain', 'not in', (query) =>
      query
        .selectFrom('followSender as kept')
        .select('kept.domain')
        .where('kept.followId', '=', follow.id)
        .where('kept.acceptedAt', 'is', null)
        .orderBy('kept.lastAt', 'desc')
        .limit(mostRemembered),
    )
    .execute()
  for (const domain of learnt) {
    await markSender(tx, follow.id, domain, { at, personId: null })
    await recordList(tx, { ...program(at), via: 'mail' }, { id: follow.listId, groupId: follow.groupId }, 'follow.senderLearnt', { domain })
  }
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
  /** Domains that stand for having sent it, by what they prove or by a signature of these fields; undefined where nobody can ask. */
  senders: ((fields: readonly string[]) => Sender[]) | undefined
  /** It can be that they are known later: a name server was silent. */
  mayBeKnownLater: boolean
  /** It quotes a link that opens without a session: here everybody could read it. */
  carriesKey: boolean
  /** A moderator let it through, at this list; undefined where it comes for the first time. */
  isLetThrough: ((listId: number) => boolean) | undefined
}

async function keepNotice(tx: Tx, followId: number, mail: FollowedMail, proven: boolean | undefined, at: Date): Promise<Followed> {
  const { inboundId, from, replyTo, subject, text, messageId } = mail
  const notice = { followId, inboundId, fromEmail: from, replyTo, subject, text: text.slice(0, 20_000), messageId, cameAt: at }
  await tx
    .insertInto('followNotice')
    .values({ ...notice, proven: proven ?? null })
    .execute()
  return { fate: 'a notice of the list that is followed' }
}

/** What became of a mail from a list elsewhere, or why it waits for a moderator of the list here. */
export type Followed =
  | { fate: string }
  | { list: { id: number; groupId: number }; hold: 'elsewhere-unproven' | 'elsewhere-holds-key' }
  | 'later'

/**
 * Takes what comes from a list that is followed: posts into the archive and to nobody, questions to those who own the list. Once it is known
 * where the list's mail comes from, what comes from elsewhere waits: anybody who learns our address could write into the archive.
 */
export async function takeFollowed(tx: Tx, followId: number, mail: FollowedMail, at: Date): Promise<Followed> {
  const follow = await findFollowById(tx, followId)
  if (!follow) return { fate: 'dropped: nothing is followed at this address' }
  const decision = decideFollowed(follow.address, mail)
  if (decision === 'drop') return { fate: 'dropped: it is not from the list that is followed' }
  const accepted = (await listSenders(tx, followId)).flatMap(({ domain, acceptedAt }) => (acceptedAt === null ? [] : [domain]))
  const signable = decision === 'post' ? signableOf(follow.address, mail) : ['from']
  const origin = judgeOrigin(follow.address, mail.from, accepted, mail.senders?.(signable) ?? [])
  const letThrough = mail.isLetThrough?.(follow.listId)
  // It has its fate here, and was let through elsewhere.
  if (letThrough === false) return { fate: 'followed: known' }
  const unproven = mail.senders !== undefined && origin.proven === false && !letThrough
  if (unproven && mail.mayBeKnownLater) return 'later'
  if (decision === 'notice') return keepNotice(tx, followId, mail, origin.proven, at)
  await noteSenders(tx, { ...follow, id: followId }, origin, at)
  // The copy in an imported mailbox has no footer of the list yet: it is the better one.
  await lockArchive(tx, follow.listId)
  const known = await listVariants(tx, follow.listId, mail.message.messageId)
  if (known.length > 0) {
    if (!unproven) await keepForGood(tx, known)
    return { fate: 'followed: known' }
  }
  const list = { id: follow.listId, groupId: follow.groupId }
  if (unproven) return { list, hold: 'elsewhere-unproven' }
  if (mail.carriesKey && !letThrough) return { list, hold: 'elsewhere-holds-key' }
  await storeMessages(tx, { id: follow.listId, language: follow.language }, [mail.message])
  await tx
    .updateTable('follow')
    .set((e) => ({ archived: e('archived', '+', 1), lastAt: at }))
    .where('id', '=', followId)
    .execute()
  return { fate: 'followed' }
}
