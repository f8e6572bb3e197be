import { sql } from 'kysely'
import { type Actor, program } from '../../actor.ts'
import { sortAgain } from '../../archive/actions.ts'
import { readRaw } from '../../archive/queries.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { dropJob, dropWaiting, enqueue, lookAfterJob } from '../../lib/db/enqueue.ts'
import { idsOf, insertNew, listRows, orNoId, type Tx } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { ban, liftBan } from '../bans/actions.ts'
import { listHolding } from '../bans/queries.ts'
import { recordList } from '../core/history-actions.ts'
import { findWriters, getModeratedList } from '../core/queries.ts'
import type { HoldReason } from '../moderation-rules/fate-rules.ts'
import { findNotice, getHeld, listAlikeHeld, listStuck } from './queries.ts'
import { approvalLasts, type Decision, mayReopen, mostAtOnce, stuckAfter, undoLasts, wroteHere } from './rules.ts'

const t = textsOf('list', 'moderationPage')
const closing = textsOf('list', 'closing')

export interface HeldMail {
  inboundId: number
  reason: HoldReason
  fromName: string
  fromEmail: string
  subject: string
  /** Its writer may be told what becomes of it: nothing says that the mail is not theirs. */
  tellAuthor: boolean
}

/**
 * Does with a mail what a rule of the list says: keeps it back for the moderators, rejects it with a word to its writer, or discards it.
 * Moderators find all three among the list's held mail.
 * @param tellAtOnce the mail is proven to be the writer's, so they hear that it waits; a forged one must not make us write to its victim
 */
export async function settleByRule(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  action: 'hold' | 'reject' | 'discard',
  { tellAtOnce, ...mail }: HeldMail & { tellAtOnce: boolean },
): Promise<void> {
  const state = ({ hold: 'held', reject: 'rejected', discard: 'discarded' } as const)[action]
  const kept = await tx
    .insertInto('heldMail')
    .values({ ...mail, listId: list.id, heldAt: actor.at, state, decidedAt: action === 'hold' ? null : actor.at })
    .onConflict((conflict) => conflict.columns(['inboundId', 'listId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return
  if (state === 'held') return enqueue(tx, 'list.held', { heldId: kept.id, tellAuthor: tellAtOnce })
  await recordList(tx, actor, list, `mail.${state}`, { heldId: kept.id, rule: mail.reason })
  if (action === 'reject' && mail.tellAuthor) await enqueue(tx, 'list.postRejected', { heldId: kept.id })
}

const rejectionOf = (heldId: number): string => `list.postRejected:${heldId}`
const approvalOf = (heldId: number): string => `list.postApproved:${heldId}`

const stateOf = { approve: 'approved', reject: 'rejected', discard: 'discarded' } as const

async function settleHeld(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  held: Awaited<ReturnType<typeof getHeld>>,
  { decision, note, allow }: Decision,
): Promise<void> {
  const state = stateOf[decision]
  await tx.updateTable('heldMail').set({ state, decidedAt: actor.at, decidedBy: actor.personId, note }).where('id', '=', held.id).execute()
  await recordList(tx, actor, list, `mail.${state}`, { heldId: held.id })
  if (state === 'approved') await postSoon(tx, actor, held, allow === true && wroteHere(held))
  // Its writer hears of it when it cannot be taken back any more, once: a later rejection of the same mail takes the place of the first.
  const runAt = new Date(actor.at.getTime() + undoLasts)
  if (state === 'rejected' && wroteHere(held))
    await enqueue(tx, 'list.postRejected', { heldId: held.id }, { key: rejectionOf(held.id), runAt })
}

/** An approved mail goes to its list in a minute, and its writer is let through from then on, where that was said: until then nobody has seen it. */
async function postSoon(tx: Tx, actor: Actor, held: { id: number; fromEmail: string }, allow: boolean): Promise<void> {
  if (allow && held.fromEmail === '') throw new Invalid(t.messageHasNoSenderAddress)
  const runAt = new Date(actor.at.getTime() + approvalLasts)
  await enqueue(tx, 'list.postApproved', { heldId: held.id, allow }, { key: approvalOf(held.id), runAt })
}

/**
 * Looks after mails that are approved and never left: where the job has used its last try a moderator sees them again, and where it is gone,
 * as after a move to another machine, they leave.
 */
export async function mendApprovals(tx: Tx, at: Date): Promise<void> {
  const stuck = await listStuck(tx, new Date(at.getTime() - stuckAfter))
  for (const { id, listId, groupId } of stuck)
    await lookAfterJob(tx, approvalOf(id), {
      gone: () => enqueue(tx, 'list.postApproved', { heldId: id, allow: false }, { key: approvalOf(id) }),
      spent: async () => {
        await dropJob(tx, approvalOf(id))
        await tx.updateTable('heldMail').set({ state: 'held', decidedAt: null, decidedBy: null, note: '' }).where('id', '=', id).execute()
        await recordList(tx, program(at), { id: listId, groupId }, 'mail.decisionUndone', { count: 1 })
      },
    })
}

/** Posts an approved mail like any other, unless it was taken back. */
export async function postApproved(tx: Tx, at: Date, heldId: number, allow: boolean): Promise<void> {
  const held = await tx
    .selectFrom('heldMail')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select(['heldMail.id', 'heldMail.state', 'heldMail.fromEmail', 'heldMail.inboundId', 'heldMail.decidedBy', 'heldMail.listId'])
    .select(['list.groupId'])
    .where('heldMail.id', '=', heldId)
    .forUpdate('heldMail')
    .executeTakeFirst()
  if (held?.state !== 'approved') return
  const decider = held.decidedBy === null ? undefined : await loadActor(tx, held.decidedBy, at, 'job')
  if (allow) await allowWriter(tx, decider ?? program(at), { id: held.listId, groupId: held.groupId }, held)
  await tx.updateTable('heldMail').set({ releasedAt: at }).where('id', '=', heldId).execute()
  await sortAgain(tx, held.inboundId, at)
}

/** From now on this writer's mail goes to the list: as a member whom nobody looks over, or as a friend who is not subscribed. */
async function allowWriter(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  { id: heldId, fromEmail }: { id: number; fromEmail: string },
): Promise<void> {
  const member = await tx
    .updateTable('subscription')
    .set({ posting: 'accept' })
    .where('listId', '=', list.id)
    .where('endedAt', 'is', null)
    .where('personId', 'in', (query) =>
      query.selectFrom('sharedAddress as address').select('personId').where('email', '=', fromEmail).where('verifiedAt', 'is not', null),
    )
    .executeTakeFirst()
  if (Number(member.numUpdatedRows) === 0)
    await tx
      .insertInto('listSender')
      .values({ listId: list.id, value: fromEmail, action: 'accept', createdAt: actor.at, createdBy: actor.personId })
      .onConflict((conflict) => conflict.columns(['listId', 'kind', 'value']).doUpdateSet({ action: 'accept' }))
      .execute()
  await recordList(tx, actor, list, 'writer.allowed', { heldId })
}

/** Has a list closed? Whoever closes it at this moment sees first what is decided here, or this what they have done: its row is held. */
async function isClosedNow(tx: Tx, listId: number): Promise<boolean> {
  const list = await tx.selectFrom('list').select('closedAt').where('id', '=', listId).forNoKeyUpdate().executeTakeFirst()
  return list?.closedAt !== null
}

/** What waits at a list that has closed can be rejected or discarded: nothing goes there any more. */
async function refuseClosed(tx: Tx, listId: number, { decision }: Decision): Promise<void> {
  if (decision === 'approve' && (await isClosedNow(tx, listId))) throw new Invalid(t.closedTakesNone)
}

/**
 * A moderator decides on a held mail. An approved one goes back to the queue and is posted like any other.
 * @throws Conflict when a colleague was faster
 * @throws Invalid where it would go to a list that has closed
 */
export async function decideHeld(
  tx: Tx,
  actor: Actor,
  listName: string,
  heldId: number,
  { block, ...decision }: Decision & { block?: boolean },
): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const held = await getHeld(tx, list.id, heldId, { lock: true })
  if (held.state !== 'held') throw new Conflict(t.someoneHasAlreadyDecided)
  await refuseClosed(tx, list.id, decision)
  await settleHeld(tx, actor, list, held, decision)
  if (block) await blockWriters(tx, actor, listName, [held.fromEmail])
}

/** These addresses neither write nor join from now on. A block that holds today stays as its maker set it: taking this back does not lift theirs. */
async function blockWriters(tx: Tx, actor: Actor, listName: string, emails: readonly string[]): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  // Locked, so that two moderators who block the same writer at the same instant see each other's.
  await tx.selectFrom('list').select('id').where('id', '=', list.id).forUpdate().execute()
  const holding = await listHolding(tx, list.id, actor.at)
  const blocked = new Set(holding.filter(({ kind }) => kind === 'address').map(({ value }) => value))
  for (const value of new Set(emails.filter(Boolean)).difference(blocked))
    await ban(tx, actor, listName, { kind: 'address', value, reason: t.floodOfMail, until: null, everywhere: false })
}

/** Those of some addresses that no subscriber has. Anybody may write in a subscriber's name, and under the subject of theirs that waits. */
async function outsidersAmong(tx: Tx, listId: number, emails: string[]): Promise<string[]> {
  const known = await findWriters(tx, listId, emails)
  return emails.filter((email) => !known.get(email)?.subscriptionId)
}

/**
 * One decision for all that waits under the same subject as a held mail, whoever wrote it.
 * @param block keeps the addresses of those who are no subscribers from writing and joining from now on
 * @returns how many were decided
 * @throws NotFound where nothing like it waits
 */
export async function decideAlike(
  tx: Tx,
  actor: Actor,
  listName: string,
  heldId: number,
  { block, ...decision }: Decision & { block: boolean },
): Promise<number> {
  const list = await getModeratedList(tx, actor, listName)
  const alike = await listAlikeHeld(tx, list.id, heldId, mostAtOnce)
  if (alike.length === 0) throw new NotFound(t.heldMessageNotFound)
  const decided = await decideSeveral(tx, actor, listName, idsOf(alike), decision)
  if (block) await blockWriters(tx, actor, listName, await outsidersAmong(tx, list.id, pluck(alike, 'fromEmail')))
  return decided
}

/**
 * One decision for several held mails; those that a colleague has decided meanwhile stay as they are.
 * @returns how many were decided
 * @throws Invalid where they would go to a list that has closed
 */
export async function decideSeveral(tx: Tx, actor: Actor, listName: string, heldIds: number[], decision: Decision): Promise<number> {
  const list = await getModeratedList(tx, actor, listName)
  let decided = 0
  // In the order of their ids, so that two moderators who decide the same mails never wait for each other in a circle.
  for (const id of [...new Set(heldIds)].sort((a, b) => a - b)) {
    const held = await getHeld(tx, list.id, id, { lock: true })
    if (held.state !== 'held') continue
    await settleHeld(tx, actor, list, held, decision)
    decided++
  }
  // After the mails, as who decides on one holds them: in one order for all.
  if (decided > 0) await refuseClosed(tx, list.id, decision)
  return decided
}

/**
 * One decision for all that waits of one writer.
 * @param block keeps the address from writing and joining from now on
 * @returns how many were decided; more may wait where there were very many
 * @throws NotFound where nothing of this writer waits
 */
export async function decideWriter(
  tx: Tx,
  actor: Actor,
  listName: string,
  { email, block, ...decision }: Decision & { email: string; block: boolean },
): Promise<number> {
  const list = await getModeratedList(tx, actor, listName)
  const waiting = await listRows(
    tx.selectFrom('heldMail').orderBy('id').limit(mostAtOnce),
    { listId: list.id, fromEmail: email, state: 'held' },
    ['id'],
  )
  if (waiting.length === 0) throw new NotFound(t.heldMessageNotFound)
  const decided = await decideSeveral(tx, actor, listName, idsOf(waiting), decision)
  if (block) await blockWriters(tx, actor, listName, [email])
  return decided
}

/**
 * Takes back what this moderator decided at one time, while nobody outside has heard of it: the mails wait again, and a block that was made with
 * it is lifted. What was approved can be taken back until it goes to its list.
 * @returns how many wait again
 * @throws Conflict where it is too late, or the list has closed
 */
export async function undoDecisions(tx: Tx, actor: Actor, listName: string, decidedAt: Date): Promise<number> {
  const list = await getModeratedList(tx, actor, listName)
  if (actor.personId === null || decidedAt.getTime() <= actor.at.getTime() - undoLasts) throw new Conflict(t.tooLateToUndo)
  const decided = await tx
    .selectFrom('heldMail')
    .select(['id', 'state'])
    .where('listId', '=', list.id)
    .where('decidedBy', '=', actor.personId)
    .where('decidedAt', '=', decidedAt)
    .where('state', 'in', ['approved', 'rejected', 'discarded'])
    .where('releasedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (await isClosedNow(tx, list.id)) throw new Conflict(closing.isClosed)
  const mails: number[] = []
  for (const { id, state } of decided) {
    // Where the job of an approved mail runs already, it posts it.
    if (state !== 'approved') await dropJob(tx, rejectionOf(id))
    else if (!(await dropWaiting(tx, approvalOf(id)))) continue
    mails.push(id)
  }
  if (mails.length === 0) throw new Conflict(t.tooLateToUndo)
  await tx.updateTable('heldMail').set({ state: 'held', decidedAt: null, decidedBy: null, note: '' }).where('id', 'in', mails).execute()
  const blocks = await listRows(tx.selectFrom('ban'), { listId: list.id, createdBy: actor.personId, createdAt: decidedAt }, ['id'])
  for (const { id } of blocks) await liftBan(tx, actor, listName, id)
  await recordList(tx, actor, list, 'mail.decisionUndone', { count: mails.length })
  return mails.length
}

/**
 * A mail that was rejected, discarded or left to expire waits once more, from now on: a mistake that is seen late, or one among several that were
 * decided together.
 * @throws Conflict where it waits, or is with the readers, and where its list has closed
 * @throws NotFound where an erasure took its bytes
 */
export async function reopenHeld(tx: Tx, actor: Actor, listName: string, heldId: number): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const held = await getHeld(tx, list.id, heldId, { lock: true })
  if (await isClosedNow(tx, list.id)) throw new Conflict(closing.isClosed)
  if (!mayReopen(held)) throw new Conflict(t.someoneHasAlreadyDecided)
  await readRaw(tx, held.rawId)
  await dropJob(tx, rejectionOf(heldId))
  const again = { state: 'held', decidedAt: null, decidedBy: null, note: '', heldAt: actor.at, remindedAt: null } as const
  await tx.updateTable('heldMail').set(again).where('id', '=', heldId).execute()
  await recordList(tx, actor, list, 'mail.decisionUndone', { count: 1 })
}

/**
 * Decides with the key of a moderator's own notice.
 * @throws Conflict when it is decided already: each key opens once
 */
export async function decideByNotice(tx: Tx, actor: Actor, noticeId: number, decision: Decision & { block?: boolean }): Promise<void> {
  const notice = await findNotice(tx, noticeId)
  if (!notice || notice.personId !== actor.personId) throw new NotFound(t.heldMessageNotFound)
  await decideHeld(tx, actor, notice.list, notice.heldId, decision)
}

/** A key for each moderator to a held mail; made once, so that a job that runs again gives the same. */
export async function giveKeys(tx: Tx, heldId: number, personIds: number[], at: Date): Promise<Map<number, number>> {
  if (personIds.length === 0) return new Map()
  await insertNew(
    tx.insertInto('heldNotice'),
    personIds.map((personId) => ({ heldId, personId, sentAt: at })),
  )
  const rows = await tx.selectFrom('heldNotice').select(['id', 'personId']).where('heldId', '=', heldId).execute()
  return new Map(rows.map((row) => [row.personId, row.id]))
}

/** The moderators have been reminded of these. */
export async function markReminded(tx: Tx, heldIds: number[], at: Date): Promise<void> {
  await tx.updateTable('heldMail').set({ remindedAt: at }).where('id', 'in', orNoId(heldIds)).execute()
}

/**
 * Mail that nobody has decided for as long as its list waits goes no further; its writer hears so, where they may be written to.
 * @returns the ids of what has expired now
 */
export async function expireHeld(tx: Tx, at: Date): Promise<number[]> {
  const due = await tx
    .selectFrom('heldMail')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select(['heldMail.id', 'heldMail.listId', 'list.groupId', 'heldMail.tellAuthor'])
    .where('heldMail.state', '=', 'held')
    .where(sql<boolean>`held_mail.held_at <= ${at}::timestamptz - make_interval(days => list.expire_days)`)
    .orderBy('heldMail.id')
    .limit(500)
    .forUpdate('heldMail')
    .skipLocked()
    .execute()
  for (const held of due) {
    await tx.updateTable('heldMail').set({ state: 'expired', decidedAt: at }).where('id', '=', held.id).execute()
    await recordList(tx, program(at), { id: held.listId, groupId: held.groupId }, 'mail.expired', { heldId: held.id })
    if (held.tellAuthor) await enqueue(tx, 'list.heldExpired', { heldId: held.id })
  }
  return idsOf(due)
}

/** Held mails whose bytes were erased cannot go out any more: nothing is left of them. */
export async function discardErased(tx: Tx, rawIds: readonly number[], at: Date): Promise<void> {
  await tx
    .updateTable('heldMail')
    .set({ state: 'discarded', decidedAt: at })
    .where('state', '=', 'held')
    .where('inboundId', 'in', (query) => query.selectFrom('sharedInbound as inbound').select('id').where('rawId', 'in', orNoId(rawIds)))
    .execute()
}
