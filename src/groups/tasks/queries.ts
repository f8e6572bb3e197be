import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, isThere, listRows, orNoId, readPage } from '../../lib/db/rows.ts'
import type { ActionState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { inside, mayCollate, mayLead, workOf } from '../../policy.ts'
import { isVendorSide } from '../../vendor-side-queries.ts'
import { remindDays } from './rules.ts'

const t = textsOf('groups', 'tasksPage')

const actions = (db: Db) =>
  db
    .selectFrom('action')
    .leftJoin('sharedPerson as owner', 'owner.id', 'action.ownerId')
    .leftJoin('workingGroup', 'workingGroup.id', 'action.groupId')
    .selectAll('action')
    .select(['owner.name as owner', 'workingGroup.name as group', 'workingGroup.slug as groupSlug'])

export interface ActionFilter {
  state?: ActionState
  settled?: boolean
  ownerId?: number
  groupId?: number
  source?: string
}

/**
 * Actions that the actor may see, their own and those of the groups whose inner work they share: what is due first comes first, of settled
 * ones the latest.
 * @param limit at most so many; `total` counts all
 */
export async function listActions(db: Db, actor: Actor, filter: ActionFilter = {}, { page = 1, limit = 50 } = {}) {
  const { state, settled, ownerId, groupId, source } = filter
  let base = actions(db).where((e) =>
    e.or([e.and([e('action.ownerId', '=', actor.personId ?? 0), ownersStay(actor.at)]), e('action.groupId', 'in', orNoId(workOf(actor)))]),
  )
  if (state) base = base.where('action.state', '=', state)
  if (settled) base = base.where('action.state', '<>', 'open')
  if (ownerId !== undefined) base = base.where('action.ownerId', '=', ownerId)
  if (groupId !== undefined) base = base.where('action.groupId', '=', groupId)
  if (source !== undefined) base = base.where('action.source', '=', source)
  const due = base.orderBy(sql`action.settled_at desc nulls first`).orderBy(sql`action.due_on nulls last`).orderBy('action.id')
  const { rows, ...found } = await readPage(due.select(ownersStay(actor.at).as('stays')), { page, limit })
  return { actions: rows.map((row) => told(actor, row)), ...found }
}

/** Whoever owns an action is of its group, today or from a day to come: one who has left it has left its actions, too. One of no group is its owner's. */
const ownersStay = (on: Date | string) =>
  sql<boolean>`(action.group_id is null or exists (select from appointment a where a.group_id = action.group_id and a.person_id = action.owner_id
    and a.role = any(${inside}::role[]) and (a.to_on is null or a.to_on >= ${on}::date)))`

/**
 * One action that the actor may see, and whether they may change it: those who lead the group each of it, an owner their own.
 * @throws NotFound
 */
export async function getAction(db: Db, actor: Actor, id: number) {
  const action = await actions(db).select(ownersStay(actor.at).as('stays')).where('action.id', '=', id).executeTakeFirst()
  if (!action || actor.personId === null) throw new NotFound(t.taskNotFound)
  if (!isOwn(actor, action) && !(action.groupId !== null && mayCollate(actor, action.groupId))) throw new NotFound(t.taskNotFound)
  return told(actor, action)
}

type Kept = { ownerId: number | null; groupId: number | null; stays: boolean }

const isOwn = (actor: Actor, { stays, ownerId }: Kept): boolean => stays && ownerId === actor.personId

/** An action, and whether the actor may change it: an owner theirs, who leads the group each of it. */
function told<Row extends Kept>(actor: Actor, action: Row) {
  const { stays: _, ...said } = action
  return { ...said, mayChange: isOwn(actor, action) || (action.groupId !== null && mayLead(actor, action.groupId)) }
}

/**
 * Open actions of which their owners are to hear today: due within days, or late, and not told of since.
 * @param ownerId of this owner alone, and locked: what is told of them is what is the case
 */
export function listToRemind(db: Db, today: string, ownerId?: number) {
  return db
    .selectFrom('action')
    .innerJoin('sharedPerson as person', 'person.id', 'action.ownerId')
    .leftJoin('workingGroup', 'workingGroup.id', 'action.groupId')
    .select(['action.id', 'action.title', 'action.dueOn', 'person.id as personId', 'person.name', 'person.locale'])
    .select('workingGroup.name as group')
    .where('action.state', '=', 'open')
    .where('person.erasedAt', 'is', null)
    .where(sql<boolean>`not exists (select from working_group g where g.id = action.group_id and g.closed_at is not null)`)
    .where(ownersStay(today))
    .where(sql<boolean>`action.due_on <= ${today}::date + ${sql.lit(remindDays)}::int`)
    .where(sql<boolean>`(action.reminded_on is null or (action.due_on < ${today}::date and action.reminded_on < action.due_on)
      or action.reminded_on <= ${today}::date - 14)`)
    .$if(ownerId !== undefined, (query) => query.where('action.ownerId', '=', ownerId as number).forUpdate('action'))
    .orderBy('action.ownerId')
    .orderBy('action.dueOn')
    .orderBy('action.id')
    .execute()
}

/**
 * Tasks that stand with somebody who has left their group and did not settle them: that they were to do them is recorded of them, what the group
 * writes of them since is the group's.
 */
export async function listTasksLeft(db: Db, personId: number, on: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('action')
    .select('id')
    .where('ownerId', '=', personId)
    .where(sql<boolean>`not ${ownersStay(on)}`)
    .where((e) => e.or([e('settledBy', 'is', null), e('settledBy', '<>', personId)]))
    .execute()
  return idsOf(rows)
}

/** The members of a group today, whom an action may be given to: nobody who works for the vendor by now. */
export const listOwners = (db: Db, groupId: number, on: Date) => listOwnersIn(db, [groupId], on)

/** The same for several groups, each member with the group. */
export function listOwnersIn(db: Db, groupIds: readonly number[], on: Date) {
  return db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['person.id', 'person.name', 'appointment.groupId'])
    .distinct()
    .where('appointment.groupId', 'in', orNoId(groupIds))
    .where('appointment.role', 'in', inside)
    .where('person.erasedAt', 'is', null)
    .where(sql<boolean>`not ${isVendorSide(sql.ref('person.id'), on)}`)
    .where(sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`)
    .orderBy('person.name')
    .execute()
}

/** Open actions of a group that somebody owns, for a handover. */
export const listOpenActionsOf = (db: Db, groupId: number, ownerId: number) =>
  listRows(db.selectFrom('action').orderBy('id'), { groupId, ownerId, state: 'open' }, ['id', 'title', 'dueOn'])

/** Is any of the actions still open that a letter has told their owner of? */
export const isAnyOpen = (db: Db, reminderId: number): Promise<boolean> =>
  isThere(
    db
      .selectFrom('actionReminder')
      .innerJoin('actionReminderItem', 'actionReminderItem.reminderId', 'actionReminder.id')
      .innerJoin('action', 'action.id', 'actionReminderItem.actionId')
      .select('action.id')
      .where('actionReminder.id', '=', reminderId)
      .where('action.state', '=', 'open')
      .whereRef('action.ownerId', '=', 'actionReminder.personId'),
  )

/** A letter that reminded somebody of their actions, with the numbers that they had in it. */
export async function findReminder(db: Db, id: number) {
  const reminder = await db
    .selectFrom('actionReminder')
    .innerJoin('sharedPerson as person', 'person.id', 'actionReminder.personId')
    .select(['actionReminder.id', 'actionReminder.personId', 'person.name', 'person.locale'])
    .where('actionReminder.id', '=', id)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()
  const items = await db
    .selectFrom('actionReminderItem')
    .innerJoin('action', 'action.id', 'actionReminderItem.actionId')
    .select(['actionReminderItem.n', 'action.id as actionId', 'action.title', 'action.dueOn', 'action.state'])
    .where('actionReminderItem.reminderId', '=', id)
    .orderBy('actionReminderItem.n')
    .execute()
  return reminder && { ...reminder, items }
}
