import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { keepMail, markMarkdown, type NewMessage, type Stored, storeMessages } from '../../archive/actions.ts'
import type { Site } from '../../config.ts'
import { Invalid, missing, NotAllowed, notAllowedIf, refuse } from '../../errors.ts'
import { hostList } from '../../groups/actions.ts'
import { enqueue, wake } from '../../lib/db/enqueue.ts'
import { changeRow, findRow, insertAll, insertOne, needRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { ArchiveAccess, Door, JoinPolicy, RequestState } from '../../lib/db/schema.ts'
import { composeLetter, type Letter } from '../../lib/mail/compose.ts'
import { clipped, oneLine } from '../../lib/mail/one-line.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { cancelDeliveries, queuePosts } from '../../outbox/actions.ts'
import { ensurePerson, guessZone } from '../../people/actions.ts'
import { findEmailOf } from '../../people/queries.ts'
import { isBanned } from '../bans/queries.ts'
import { newestPost } from '../receiving/queries.ts'
import { isRoleAddress, lockNames } from '../role-addresses/actions.ts'
import { isReserved, mayReturn, needsDecision, whyNotJoin } from '../rules.ts'
import { addToApplication } from './applications-actions.ts'
import { findLeft, findLeftFrom, findTwin } from './applications-queries.ts'
import { recordList } from './history-actions.ts'
import { findRequest, findSubscription, type MailList } from './queries.ts'

const t = textsOf('list', 'actions')
const closing = textsOf('list', 'closing')

export interface NewList {
  groupId: number
  communityIds: number[]
  name: string
  title: string
  description?: string
  language?: string
  archive?: ArchiveAccess
  joinPolicy?: JoinPolicy
}

/**
 * Opens a list of a group.
 * @throws Invalid when the name is taken or ends like another list's suffix address
 */
export async function openList(tx: Tx, actor: Actor, { communityIds, ...list }: NewList): Promise<number> {
  if (isReserved(list.name)) throw new Invalid(t.nameIsReserved, { name: t.chooseAnotherNameThisOneIs })
  await lockNames(tx)
  if (await isRoleAddress(tx, list.name)) throw new Invalid(t.nameBelongsRoleMailbox, { name: t.chooseAnotherNameRoleMailbox })
  const taken = await tx.selectFrom('list').select('id').where('name', '=', list.name).executeTakeFirst()
  if (taken) refuse('name', t.listNameTakenChooseAnother)
  // Its language and its day are those of who opens it, until its owners say otherwise.
  const id = await insertOne(tx.insertInto('list'), {
    language: actor.locale,
    ...list,
    ...(actor.zoneKnown ? { digestZone: actor.zone } : {}),
    createdAt: actor.at,
    digestedAt: actor.at,
  })
  await hostList(tx, id, communityIds)
  await recordList(tx, actor, { id, groupId: list.groupId }, 'list.opened')
  return id
}

/**
 * Subscribes a person at one of their addresses, receiving as the list's owners chose for newcomers; nothing happens when they are on the
 * list.
 * @throws NotAllowed where the list is closed
 */
export async function subscribe(
  tx: Tx,
  actor: Actor,
  { listId, groupId, personId, addressId }: { listId: number; groupId: number; personId: number; addressId: number },
): Promise<void> {
  const { receiving, closedAt } = await needRow(tx.selectFrom('list'), { id: listId }, ['receiving', 'closedAt'])
  if (closedAt !== null) throw new NotAllowed(closing.isClosed)
  // A digest begins with what is written from now on.
  const digestedTo = await newestPost(tx, listId)
  const added = await tx
    .insertInto('subscription')
    .values({ listId, personId, addressId, since: actor.at, receiving, digestedTo })
    .onConflict((conflict) => conflict.columns(['listId', 'personId']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await recordList(tx, actor, { id: listId, groupId }, 'subscription.begun', { subscriptionId: added.id })
}

/**
 * Somebody who is signed in joins with their first verified address, which needs no confirmation by mail.
 * @throws NotAllowed when people decide who joins, and they have not just left it
 */
export async function subscribeSelf(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; joinPolicy: JoinPolicy; closedAt: Date | null },
): Promise<void> {
  if (list.closedAt !== null) throw new NotAllowed(closing.isClosed)
  const returns = list.joinPolicy === 'vetted' && mayReturn(await findLeft(tx, list.id, actor.personId), actor.at)
  if ((list.joinPolicy === 'vetted' && !returns) || whyNotJoin(list)) throw new NotAllowed(t.moderatorsDecideWhoJoinsList)
  const address = await tx
    .selectFrom('sharedAddress as address')
    .select(['id', 'personId', 'email'])
    .where('personId', '=', actor.personId)
    .where('verifiedAt', 'is not', null)
    .orderBy('id')
    .executeTakeFirstOrThrow(() => new NotAllowed(t.confirmEmailAddressFirst))
  if (await isBanned(tx, list.id, address.email, actor.at)) throw new NotAllowed(t.moderatorsHaveBlockedList)
  await subscribe(tx, actor, { listId: list.id, groupId: list.groupId, personId: address.personId, addressId: address.id })
}

export interface JoinRequest {
  email: string
  name: string
  locale: string
  /** The network it came from, for limits; never shown. */
  network?: string
  /** What the browser says of its time zone. */
  zone?: string | undefined
  /** Where they say that they work, and as what. */
  institution?: string | undefined
  occupation?: string | undefined
  /** What shows that they work there, as much as they give at once. */
  evidence?: Given | undefined
}

/** What an applicant can show; a colleague is asked once the address is confirmed. */
export interface Given {
  staffPage?: string | undefined
  colleague?: string | undefined
  note?: string | undefined
}

/**
 * Somebody asks to join, on the web or by mail. The answer goes by mail alone, so that nobody learns here who is subscribed.
 * @returns what they asked; undefined for who is banned
 * @throws NotAllowed when the list takes no subscriptions
 */
export async function askToJoin(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; joinPolicy: JoinPolicy; closedAt: Date | null },
  { email, name, locale, network, zone, institution = '', occupation = '', evidence = {} }: JoinRequest,
): Promise<number | undefined> {
  notAllowedIf(whyNotJoin(list))
  // Who is banned gets the same answer as everybody, and no mail.
  if (await isBanned(tx, list.id, email, actor.at)) return undefined
  const id = await insertOne(tx.insertInto('subscriptionRequest'), {
    listId: list.id,
    email: email.toLowerCase(),
    name: clipped(oneLine(name), 200),
    locale,
    network: network ?? null,
    zone: zone ?? null,
    institution: clipped(oneLine(institution), 300),
    occupation: clipped(oneLine(occupation), 200),
    askedAt: actor.at,
  })
  await keepEvidence(tx, id, evidence, actor.at)
  // The form says which notice one agrees to by sending it; which wording that was is kept.
  if (actor.via === 'web') await noteConsent(tx, actor, id, locale)
  await recordList(tx, actor, list, 'subscription.asked', { requestId: id })
  await enqueue(tx, 'list.confirmJoin', { requestId: id })
  return id
}

/** The same, of whom it is known that the address is theirs: asked and confirmed in one. @throws NotAllowed as both do */
export async function applyAtOnce(tx: Tx, actor: Actor, list: Parameters<typeof askToJoin>[2], wanted: JoinRequest) {
  const id = await askToJoin(tx, actor, list, wanted)
  return id === undefined ? undefined : confirmRequest(tx, actor, id, wanted.zone)
}

/** Keeps what an applicant shows at once. */
export async function keepEvidence(tx: Tx, requestId: number, { staffPage, note, colleague }: Given, givenAt: Date): Promise<void> {
  const rows = [
    ...(staffPage ? [{ kind: 'staff_page' as const, text: staffPage }] : []),
    ...(note ? [{ kind: 'note' as const, text: note }] : []),
    ...(colleague ? [{ kind: 'vouch' as const, text: colleague.toLowerCase() }] : []),
  ]
  const kept = rows.map((row) => ({ ...row, requestId, givenAt }))
  await insertAll(tx.insertInto('requestEvidence'), kept)
}

async function noteConsent(tx: Tx, actor: Actor, requestId: number, locale: string): Promise<void> {
  await sql`insert into consent (request_id, version, wording_sha256, agreed_at, via)
    select ${requestId}, version, sha256(convert_to(coalesce(wording->>${locale}, wording->>'en'), 'UTF8')), ${actor.at}, ${actor.via}
    from privacy_notice where from_at <= ${actor.at} order by version desc limit 1`.execute(tx)
}

/**
 * The address is confirmed: subscribe, or let people decide, as the list says. Confirming twice changes nothing.
 * @param zone what the browser that confirms says of its time zone
 * @throws NotFound when there is no such request; NotAllowed where the list has closed since
 */
export async function confirmRequest(tx: Tx, actor: Actor, requestId: number, zone?: string) {
  // What was asked from one address is confirmed one after the other, so that one application comes of it.
  await tx
    .selectFrom('subscriptionRequest')
    .select('id')
    .where('email', '=', (e) => e.selectFrom('subscriptionRequest as asked').select('asked.email').where('asked.id', '=', requestId))
    .orderBy('id')
    .forUpdate()
    .execute()
  const asked = (await findRequest(tx, requestId)) ?? missing(t.applicationNotFound)
  if (asked.state !== 'unconfirmed') return asked
  if (asked.closedAt !== null) throw new NotAllowed(closing.isClosed)
  const request = { ...asked, zone: zone ?? asked.zone }
  // Banned since they asked: the request ends as if nobody had confirmed it.
  if (await isBanned(tx, request.listId, request.email, actor.at)) {
    await tx.updateTable('subscriptionRequest').set({ state: 'expired' }).where('id', '=', requestId).execute()
    return { ...request, state: 'expired' as const }
  }
  const returns = request.joinPolicy === 'vetted' && mayReturn(await findLeftFrom(tx, request.listId, request.email), actor.at)
  const state: RequestState = needsDecision(request) && !returns ? 'waiting' : 'approved'
  const twin = state === 'waiting' ? await findTwin(tx, request) : undefined
  if (twin) return addToApplication(tx, twin, request)
  await updateOne(tx.updateTable('subscriptionRequest'), requestId, {
    state,
    zone: request.zone,
    confirmedAt: actor.at,
    decidedAt: state === 'approved' ? actor.at : null,
  })
  if (state === 'approved') await admit(tx, actor, request)
  else await enqueue(tx, 'list.requestWaits', { requestId })
  return { ...request, state }
}

/**
 * Puts an applicant on the list and welcomes them.
 * @returns their person's id
 */
export async function admit(
  tx: Tx,
  actor: Actor,
  request: { id: number; listId: number; groupId: number; email: string; name: string; locale: string; zone: string | null },
): Promise<number> {
  const person = await ensurePerson(tx, actor, { name: request.name, email: request.email, locale: request.locale, verified: true })
  await guessZone(tx, actor, person.personId, request.zone ?? undefined)
  await tx.updateTable('consent').set({ personId: person.personId }).where('requestId', '=', request.id).execute()
  await subscribe(tx, actor, { listId: request.listId, groupId: request.groupId, ...person })
  await enqueue(tx, 'list.welcome', { requestId: request.id })
  return person.personId
}

/** Ends a subscription; ending it twice changes nothing. `how` says by which way: link, mail, page, owner. */
export async function unsubscribe(tx: Tx, actor: Actor, subscriptionId: number, how: 'link' | 'mail' | 'page' | 'owner'): Promise<void> {
  const ended = await changeRow(
    tx.updateTable('subscription').returning(['listId']),
    { id: subscriptionId, endedAt: null },
    { endedAt: actor.at, endedHow: how },
  )
  const subscription = ended && (await findSubscription(tx, subscriptionId))
  if (!subscription) return
  // What still waits to go out to them is not sent any more; what a lane holds just now, the job below sees to.
  await cancelDeliveries(tx, subscriptionId, actor.at, { skipHeld: true })
  await recordList(tx, actor, { id: ended.listId, groupId: subscription.groupId }, 'subscription.ended', { subscriptionId, how })
  await enqueue(tx, 'list.left', { subscriptionId })
}

/**
 * Archives posts and queues them for every subscriber. All in the caller's transaction: archived and queued, or neither.
 * @param addressed for each message the addresses in its To and Cc, in lower case: who wants no second copy gets none from the list
 */
export async function postMail(tx: Tx, actor: Actor, list: MailList, messages: NewMessage[], addressed: string[][]): Promise<Stored[]> {
  const stored = await storeMessages(tx, list, messages)
  const fresh = [...new Set(stored.filter((message) => !message.duplicate).map((message) => message.id))]
  if (fresh.length > 0) {
    const copies = stored.flatMap(({ id, duplicate }, i) =>
      duplicate ? [] : (addressed[i] ?? []).map((email) => ({ messageId: id, email })),
    )
    await queuePosts(tx, list.id, fresh, actor.at, copies)
    // One for the batch: those who collate look for user cases in what is new.
    await enqueue(tx, 'requests.read', { messageIds: fresh })
  }
  return stored
}

export interface Written {
  subject: string
  text: string
  /** The same with a look of its own, beside the text. */
  html?: string
  /** The text is Markdown, and shown so in the archive. */
  markdown?: boolean
  attachments?: Letter['attachments']
  /** The message that it answers. */
  answered?: { messageId: string; refs: string[] } | undefined
}

/**
 * A subscriber writes on the web. It becomes a real mail and goes the way of every mail, sent as `Name via List`,
 * since the writer's domain did not sign it.
 */
export async function writePost(
  tx: Tx,
  actor: Actor,
  site: Site,
  list: { name: string; title: string },
  { subject, text, html, markdown = false, attachments, answered }: Written,
): Promise<string> {
  if (actor.personId === null) throw new NotAllowed(t.onlySubscribersWriteToThisList)
  const email = await findEmailOf(tx, actor.personId)
  if (!email) throw new NotAllowed(t.addEmailAddressAccountFirst)
  const address = `${list.name}@${site.mailDomain}`
  const messageId = `${randomUUID()}@${site.mailDomain}`
  const raw = await composeLetter({
    from: { name: `${actor.name} via ${list.title}`, address },
    replyTo: { name: actor.name, address: email },
    to: { name: list.title, address },
    subject,
    text: `${text}\n`,
    html,
    attachments,
    // Written by a person: an automatic mark would let others' programs ignore it (RFC 3834 §5).
    headers: { 'Auto-Submitted': 'no' },
    messageId,
    inReplyTo: answered?.messageId,
    references: answered && [...answered.refs.slice(-20), answered.messageId],
    date: actor.at,
  })
  const inboundId = await keepMail(tx, { raw, mailFrom: email, rcptTo: [address], via: 'web', personId: actor.personId })
  if (markdown) await markMarkdown(tx, inboundId)
  await wake(tx, 'inbound')
  return messageId
}

/**
 * Keeps that a person agreed to a version of the notice, once.
 * @returns false where they had agreed to it
 */
export async function keepConsent(
  tx: Tx,
  consent: { personId: number; version: number; wordingSha256: Buffer; agreedAt: Date; via: Door },
): Promise<boolean> {
  const { personId, version } = consent
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
  const known = await findRow(tx.selectFrom('consent'), { personId, version }, ['id'])
  if (known) return false
  await tx.insertInto('consent').values(consent).execute()
  return true
}
