import type { Actor } from '../../actor.ts'
import type { Keeper } from '../../belongings.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertAll, insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayAppoint } from '../../policy.ts'
import { dayIn, todayOf } from '../../time.ts'
import { addAction } from '../tasks/actions.ts'
import { listOwned, passOwned } from './owned.ts'
import { getHandover, listHoldersAround, listHoldings, stillHolds } from './queries.ts'
import { nameOfRole } from './rules.ts'

const t = textsOf('groups', 'handoverPage')

/**
 * Prepares the handover of a role: nothing passes yet.
 * @returns its id
 * @throws NotFound to who may not; Invalid when the one has not held the role, or the other does not hold it, today or later
 */
export async function prepareHandover(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { role, fromId, toId, note }: { role: Role; fromId: number; toId: number; note: string },
): Promise<number> {
  if (!mayAppoint(actor, groupId) && actor.personId !== fromId) throw new NotFound(refusals.noSuchGroup)
  if (fromId === toId) throw new Invalid(refusals.pleaseLookAgain, { toId: t.chooseAnotherPersonHandRole })
  const today = todayOf(actor)
  const holders = await listHoldersAround(tx, groupId, today)
  if (!holders.some((one) => one.personId === fromId && one.role === role))
    throw new Invalid(refusals.pleaseLookAgain, { fromId: t.personHasNotHadRole({ nameOfRole: nameOfRole(role) }) })
  if (!stillHolds(holders, { personId: toId, role }, today))
    throw new Invalid(refusals.pleaseLookAgain, { toId: t.appointPersonRosterFirst })
  const prepared = await tx
    .insertInto('handover')
    .values({ groupId, role, fromId, toId, note, begunAt: actor.at, begunBy: actor.personId })
    .onConflict((conflict) => conflict.columns(['groupId', 'role', 'fromId']).where('state', '=', 'prepared').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.thereIsAHandoverOfThis))
  await record(tx, actor, { action: 'handover.prepared', subject: `handover:${prepared.id}`, groupId, details: { role, fromId, toId } })
  await enqueue(tx, 'office.handoverPrepared', { handoverId: prepared.id })
  return prepared.id
}

async function lockHandover(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('handover').select('id').where('id', '=', id).forUpdate().execute()
  const handover = await getHandover(tx, actor, id)
  if (!handover.mayDo) throw new NotFound(t.handoverNotFound)
  if (handover.state !== 'prepared') throw new Conflict(t.handoverAlreadyCompleted)
  return handover
}

// Two weeks are enough to get a login, and short enough that it is not forgotten.
const actionDays = 14

/**
 * Hands a role over: what passes is passed, what follows the role is written down, and what cannot move by itself becomes an action of the
 * new holder, all in one transaction.
 * @param keepers what other domains keep of a role
 * @throws Conflict where the new holder does not hold it any more: what is the role's goes to nobody else
 */
export async function completeHandover(tx: Tx, actor: Actor, keepers: readonly Keeper[], id: number): Promise<void> {
  const handover = await lockHandover(tx, actor, id)
  const { groupId, role, fromId, toId } = handover
  const today = todayOf(actor)
  const holders = await listHoldersAround(tx, groupId, today)
  if (!stillHolds(holders, { personId: toId, role }, today)) throw new Conflict(t.appointPersonRosterFirst)
  const passing = { groupId, role, fromId, toId }
  const owned = await listOwned(tx, keepers, passing)
  await passOwned(tx, actor, keepers, passing)
  const dueOn = dayIn(new Date(actor.at.getTime() + actionDays * 86_400_000), actor.zone)
  for (const holding of await listHoldings(tx, groupId, role)) {
    const actionId = await addAction(tx, actor, {
      title: t.takeOver({ title: holding.title }),
      note: holding.note,
      groupId,
      ownerId: toId,
      dueOn,
      source: `handover:${id}`,
      sourcePath: `/handovers/${id}`,
    })
    await tx
      .insertInto('handoverItem')
      .values({ handoverId: id, kind: t.kinds.elsewhere, title: holding.title, path: `/actions/${actionId}`, outcome: 'action', actionId })
      .execute()
  }
  const kept = owned.filter((one) => one.way !== 'action')
  if (kept.length > 0)
    await insertAll(
      tx.insertInto('handoverItem'),
      kept.map(({ kind, title, path, way }) => ({
        handoverId: id,
        kind,
        title: title.slice(0, 500),
        path,
        outcome: way === 'passes' ? ('passed' as const) : ('follows' as const),
      })),
    )
  await tx.updateTable('handover').set({ state: 'done', settledAt: actor.at, settledBy: actor.personId }).where('id', '=', id).execute()
  await recordOf(tx, actor, 'handover.done', { id, groupId }, { role, fromId, toId, things: owned.length })
  await enqueue(tx, 'office.handedOver', { handoverId: id })
}

/** A handover that was prepared is called off. */
export async function withdrawHandover(tx: Tx, actor: Actor, id: number): Promise<void> {
  const { groupId } = await lockHandover(tx, actor, id)
  await updateOne(tx.updateTable('handover'), id, { state: 'withdrawn', settledAt: actor.at, settledBy: actor.personId })
  await record(tx, actor, { action: 'handover.withdrawn', subject: `handover:${id}`, groupId })
}

/** Writes down what a role has elsewhere: the meeting account, another site's login. Never a password. */
export async function addHolding(
  tx: Tx,
  actor: Actor,
  groupId: number,
  holding: { role: Role; title: string; note: string },
): Promise<number> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const id = await insertOne(tx.insertInto('roleHolding'), { groupId, ...holding, createdAt: actor.at })
  await record(tx, actor, { action: 'holding.added', subject: `holding:${id}`, groupId, details: { role: holding.role } })
  return id
}

/** A role does not have a thing any more. */
export async function endHolding(tx: Tx, actor: Actor, groupId: number, id: number): Promise<void> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  if (!(await changeRow(tx.updateTable('roleHolding').returning('id'), { id, groupId, endedAt: null }, { endedAt: actor.at })))
    throw new NotFound(t.entryNotFound)
  await record(tx, actor, { action: 'holding.ended', subject: `holding:${id}`, groupId })
}
