import type { Actor } from '../../actor.ts'
import type { MailedAnswer } from '../../answer.ts'
import { Conflict, Invalid, NotFound, Overtaken, Refusal, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import { wholly } from '../../lib/db/wholly.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { loadActor } from '../queries.ts'
import { findReminder, getAction, listOwners } from './queries.ts'
import { type Became, changedSince, type NewAction, type Order, readReminderAnswer, type Shown, shownOf } from './rules.ts'

const t = textsOf('groups', 'tasksPage')

/**
 * Writes down an action: what somebody is to do, by when, and where that was said. Who may is the caller's question: minutes, a handover
 * and a person's own list have different answers. Meetings, handovers and letters all use this table: `source` says which.
 * @returns its id
 * @throws Invalid for an owner who is not in the group
 */
export async function addAction(tx: Tx, actor: Actor, action: NewAction): Promise<number> {
  const { title, note = '', groupId, ownerId, dueOn, source = '', sourcePath = '' } = action
  const id = await insertOne(tx.insertInto('action'), {
    title,
    note,
    groupId: groupId ?? null,
    ownerId: ownerId ?? null,
    dueOn: dueOn ?? null,
    source,
    sourcePath,
    createdAt: actor.at,
    createdBy: actor.personId,
  })
  await record(tx, actor, { action: 'action.added', subject: `action:${id}`, groupId, details: { ownerId: ownerId ?? null, source } })
  return id
}

/**
 * A member writes down an action of their group, for themselves or a colleague.
 * @throws NotFound outside the group; Invalid for an owner who is not in it
 */
export async function addGroupAction(tx: Tx, actor: Actor, action: NewAction & { groupId: number }): Promise<number> {
  if (!mayCollate(actor, action.groupId)) throw new NotFound(refusals.noSuchGroup)
  if (action.ownerId !== undefined) await requireOwner(tx, actor, action.groupId, action.ownerId)
  return addAction(tx, actor, action)
}

async function requireOwner(tx: Tx, actor: Actor, groupId: number, ownerId: number): Promise<void> {
  const owners = await listOwners(tx, groupId, actor.at)
  if (!owners.some((one) => one.id === ownerId)) throw new Invalid(refusals.chooseAgain, { ownerId: t.chooseSomebodyOfTheGroup })
}

async function lockAction(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('action').select('id').where('id', '=', id).forUpdate().execute()
  const action = await getAction(tx, actor, id)
  if (!action.mayChange) throw new NotFound(t.taskNotFound)
  return action
}

/**
 * An action is done, or will not be; then with a reason, since others count on it.
 * @throws Conflict when it is settled already; Invalid where it is dropped without a word
 */
export async function settleAction(tx: Tx, actor: Actor, id: number, state: 'done' | 'dropped', outcome: string): Promise<void> {
  const action = await lockAction(tx, actor, id)
  if (action.state !== 'open') throw new Conflict(t.taskAlreadyFinishedReopen)
  if (state === 'dropped' && outcome.trim() === '') refuse('outcome', t.enterReasonDroppingTask)
  await tx.updateTable('action').set({ state, outcome, settledAt: actor.at, settledBy: actor.personId }).where('id', '=', id).execute()
  await record(tx, actor, { action: `action.${state}`, subject: `action:${id}`, groupId: action.groupId ?? undefined })
}

/** A settled action turns out to be open. */
export async function reopenAction(tx: Tx, actor: Actor, id: number): Promise<void> {
  const action = await lockAction(tx, actor, id)
  if (action.state === 'open') return
  await updateOne(tx.updateTable('action'), id, { state: 'open', settledAt: null, settledBy: null, outcome: '', remindedOn: null })
  await record(tx, actor, { action: 'action.reopened', subject: `action:${id}`, groupId: action.groupId ?? undefined })
}

export interface ActionChange {
  title: string
  /** What is left out stays. */
  note?: string
  ownerId?: number | null
  dueOn?: string | null
}

/**
 * Says anew what is to be done, by whom and by when.
 * @param seen what the form showed: who was slower is told instead of overwriting
 * @throws Invalid for an owner who is not in the group; Overtaken where somebody changed it meanwhile
 */
export async function changeAction(tx: Tx, actor: Actor, id: number, change: ActionChange, seen?: Shown | undefined): Promise<void> {
  const action = await lockAction(tx, actor, id)
  const { title, note = action.note, dueOn = action.dueOn, ownerId = action.ownerId } = change
  if (ownerId !== null && ownerId !== action.ownerId && action.groupId !== null) await requireOwner(tx, actor, action.groupId, ownerId)
  // A person's own action stays theirs.
  const owner = action.groupId === null ? action.ownerId : ownerId
  const [now, wanted] = [shownOf(action), shownOf({ title, note, ownerId: owner, dueOn, state: action.state })]
  // The same sent twice is no news to anybody.
  if (seen && changedSince(seen, now) && changedSince(wanted, now)) throw new Overtaken(t.someoneChangedTask)
  await updateOne(tx.updateTable('action'), id, { title, note, ownerId: owner, dueOn, remindedOn: null })
  await recordOf(tx, actor, 'action.changed', { id, groupId: action.groupId }, { ownerId: owner, dueOn })
}

/**
 * Marks actions as told of, under the numbers that they have in the letter.
 * @returns the id of the reminder, which an answer to it names
 */
export async function noteReminder(tx: Tx, personId: number, ids: number[], at: Date): Promise<number> {
  await tx
    .updateTable('action')
    .set({ remindedOn: utcDay(at) })
    .where('id', 'in', orNoId(ids))
    .execute()
  const id = await insertOne(tx.insertInto('actionReminder'), { personId, sentAt: at })
  await tx
    .insertInto('actionReminderItem')
    .values(ids.map((actionId, i) => ({ reminderId: id, n: i + 1, actionId })))
    .execute()
  return id
}

/**
 * Does what an owner answered to their reminder, by mail. Either all of it can be done, or nothing is.
 * @param text without what it quotes
 * @returns what became of it, for the queue's page
 */
export async function answerReminder(tx: Tx, { id: reminderId, at }: MailedAnswer<'actions'>, text: string): Promise<string> {
  const reminder = await findReminder(tx, reminderId)
  const actor = reminder && (await loadActor(tx, reminder.personId, at, 'mail'))
  if (!actor) return 'dropped: a reminder of nobody'
  const read = readReminderAnswer(text, reminder.items.length, utcDay(at))
  if ('problem' in read) {
    await enqueue(tx, 'charter.actionsUnclear', { reminderId, ...read })
    return 'an answer about actions that was not understood'
  }
  const became: Became[] = []
  for (const order of read.orders) {
    const actionId = reminder.items.find((item) => item.n === order.n)?.actionId ?? 0
    became.push(await followOrder(tx, actor, actionId, order, read.remark))
  }
  await enqueue(tx, 'charter.actionsAnswered', { reminderId, became })
  return 'an answer about actions'
}

/** Does what an answer says of one action; one that is not theirs any more, or of a group that is closed, costs no other. */
async function followOrder(tx: Tx, actor: Actor, actionId: number, order: Order, remark: string): Promise<Became> {
  const { n } = order
  try {
    return await wholly(tx, async (): Promise<Became> => {
      const action = await getAction(tx, actor, actionId)
      if (action.state !== 'open' || !action.mayChange) return { n, as: 'settled' }
      if (order.to !== 'moved') {
        await settleAction(tx, actor, actionId, order.to, remark)
        return { n, as: order.to }
      }
      await moveAction(tx, actor, action, order.dueOn)
      return { n, as: 'moved', dueOn: order.dueOn }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { n, as: 'settled' }
  }
}

async function moveAction(tx: Tx, actor: Actor, { id, groupId }: { id: number; groupId: number | null }, dueOn: string): Promise<void> {
  await tx.updateTable('action').set({ dueOn, remindedOn: null }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'action.changed', subject: `action:${id}`, groupId: groupId ?? undefined, details: { dueOn } })
}

/**
 * Open actions of a group pass from one person to another.
 * @returns how many
 */
export async function passActions(tx: Tx, actor: Actor, groupId: number, fromId: number, toId: number): Promise<number> {
  const passed = await tx
    .updateTable('action')
    .set({ ownerId: toId, remindedOn: null })
    .where('groupId', '=', groupId)
    .where('ownerId', '=', fromId)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  for (const { id } of passed)
    await record(tx, actor, { action: 'action.changed', subject: `action:${id}`, groupId, details: { ownerId: toId } })
  return passed.length
}

/** A task is called what its line of the minutes says, while nobody has called it otherwise. */
export const rewordAction = (tx: Tx, id: number, from: string, to: string) =>
  tx.updateTable('action').set({ title: to }).where('id', '=', id).where('title', '=', from).execute()
