import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { Conflict, conflictIf, Invalid, NotFound } from '../../errors.ts'
import { appoint } from '../../groups/actions.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { writePost } from '../core/actions.ts'
import { getWritableList } from '../core/queries.ts'
import { getCall } from './queries.ts'
import { type Choice, whyNotDecide, whyNotOffer } from './rules.ts'
import { volunteerWords } from './words.ts'

const hows = keptOf('groups', 'hows')

const t = textsOf('list', 'volunteersPage')

export interface NewCall {
  role: Role
  seats: number
  text: string
  /** The list that is told, by its name. */
  list?: string
  fromOn: string
  toOn?: string
  closesOn: string
}

/**
 * Calls for volunteers. Where a list is named it is told by a post of whoever calls.
 * @throws NotFound to who may not; Invalid for days that cannot be
 */
export async function openCall(tx: Tx, actor: Actor, site: Site, group: { id: number; name: string }, call: NewCall): Promise<number> {
  if (!mayAppoint(actor, group.id)) throw new NotFound(refusals.noSuchGroup)
  const { list: listName, toOn = null, ...facts } = call
  if (facts.closesOn < todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { closesOn: t.chooseTodayLaterDate })
  if (toOn !== null && toOn < facts.fromOn) throw new Invalid(refusals.pleaseLookAgain, { toOn: t.chooseEndDateAfterStart })
  const list = listName ? await getWritableList(tx, actor, listName) : undefined
  const id = await insertOne(tx.insertInto('volunteerCall'), {
    ...facts,
    toOn,
    groupId: group.id,
    listId: list?.id ?? null,
    openedAt: actor.at,
    openedBy: actor.personId,
  })
  await recordOf(tx, actor, 'call.opened', { id, groupId: group.id }, { role: facts.role, seats: facts.seats })
  if (list) {
    const locale = list.language as Locale
    const words = volunteerWords(locale)
    const text = words.postText({ text: facts.text, day: formatDay({ locale }, facts.closesOn), link: `${site.baseUrl}/calls/${id}` })
    await writePost(tx, actor, site, list, { subject: words.postSubject({ group: group.name }), text })
  }
  return id
}

async function lockCall(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('volunteerCall').select('id').where('id', '=', id).forUpdate().execute()
  return getCall(tx, actor, id)
}

/**
 * Somebody offers to serve, or says it anew.
 * @throws Conflict once the call has closed
 */
export async function offer(tx: Tx, actor: Actor, id: number, text: string): Promise<void> {
  const call = await lockCall(tx, actor, id)
  if (!isHerself(actor)) throw new NotFound(t.callVolunteersNotFound)
  conflictIf(whyNotOffer(call, todayOf(actor)))
  await tx
    .insertInto('volunteerOffer')
    .values({ callId: id, personId: actor.personId, text, offeredAt: actor.at })
    .onConflict((conflict) => conflict.columns(['callId', 'personId']).doUpdateSet({ text, offeredAt: actor.at, withdrawnAt: null }))
    .execute()
  await recordOf(tx, actor, 'call.offered', call)
}

/** Takes an offer back, while nothing is decided. */
export async function withdrawOffer(tx: Tx, actor: Actor, id: number): Promise<void> {
  const call = await lockCall(tx, actor, id)
  if (!call.own || call.own.outcome !== null) throw new Conflict(t.haveNoOfferCanWithdraw)
  await tx.updateTable('volunteerOffer').set({ withdrawnAt: actor.at }).where('id', '=', call.own.id).execute()
  await recordOf(tx, actor, 'call.offer-withdrawn', call)
}

async function seatVolunteer(
  tx: Tx,
  actor: Actor,
  call: { groupId: number; role: Role; fromOn: string; toOn: string | null },
  offered: { id: number; personId: number },
  fromOn = call.fromOn,
): Promise<void> {
  const appointmentId = await appoint(tx, actor, {
    personId: offered.personId,
    role: call.role,
    groupId: call.groupId,
    fromOn,
    toOn: call.toOn,
    how: hows('volunteer'),
  })
  await tx.updateTable('volunteerOffer').set({ outcome: 'appointed', place: null, appointmentId }).where('id', '=', offered.id).execute()
  await enqueue(tx, 'office.offerDecided', { offerId: offered.id })
}

/**
 * The committee decides on all offers at once: who is appointed, who is a runner-up and in which order, whom it thanks.
 * @throws Conflict when it was decided already; Invalid when an offer is left out or the seats do not suffice
 */
export async function decideCall(tx: Tx, actor: Actor, id: number, choices: Choice[]): Promise<void> {
  const call = await lockCall(tx, actor, id)
  if (!call.mayDecide) throw new NotFound(t.callVolunteersNotFound)
  if (call.state !== 'open') throw new Conflict(t.someoneHasAlreadyDecided)
  const byId = new Map(choices.map((choice) => [choice.offerId, choice]))
  const decided = call.all.map((one) => ({ one, choice: byId.get(one.id) }))
  if (decided.some(({ choice }) => choice === undefined)) throw new Invalid(t.decideEveryOfferNewOne)
  const refusal = whyNotDecide(choices, call.seats)
  if (refusal) throw new Invalid(refusal)
  for (const { one, choice } of decided) {
    if (choice?.outcome === 'appointed') await seatVolunteer(tx, actor, call, one)
    else {
      const place = choice?.outcome === 'runner_up' ? (choice.place ?? null) : null
      await updateOne(tx.updateTable('volunteerOffer'), one.id, { outcome: choice?.outcome ?? 'declined', place })
      await enqueue(tx, 'office.offerDecided', { offerId: one.id })
    }
  }
  await updateOne(tx.updateTable('volunteerCall'), id, { state: 'decided', decidedAt: actor.at, decidedBy: actor.personId })
  await recordOf(tx, actor, 'call.decided', call, { offers: choices.length })
}

/** A seat falls vacant later: a runner-up gets it, from today, for what is left of the term. */
export async function appointRunnerUp(tx: Tx, actor: Actor, id: number, offerId: number): Promise<void> {
  const call = await lockCall(tx, actor, id)
  const offered = call.all.find((one) => one.id === offerId && one.outcome === 'runner_up')
  if (!call.mayDecide || !offered) throw new NotFound(t.runnerUpNotFound)
  const today = todayOf(actor)
  if (call.toOn !== null && call.toOn < today) throw new Conflict(t.theTermOfThisCallIs)
  await seatVolunteer(tx, actor, call, offered, [today, call.fromOn].sort().at(-1))
  await recordOf(tx, actor, 'call.runner-up-appointed', call, { offerId })
}

/** A call is taken back: nobody is appointed by it. */
export async function withdrawCall(tx: Tx, actor: Actor, id: number): Promise<void> {
  const call = await lockCall(tx, actor, id)
  if (!call.mayDecide) throw new NotFound(t.callVolunteersNotFound)
  if (call.state !== 'open') throw new Conflict(t.someoneHasAlreadyDecided)
  await updateOne(tx.updateTable('volunteerCall'), id, { state: 'withdrawn', decidedAt: actor.at, decidedBy: actor.personId })
  await recordOf(tx, actor, 'call.withdrawn', call)
}

/** Notes that those who decide were told that a call has closed. @returns false when they were already */
export async function markTold(tx: Tx, at: Date, id: number): Promise<boolean> {
  const told = await changeRow(tx.updateTable('volunteerCall').returning('id'), { id, toldAt: null }, { toldAt: at })
  return told !== undefined
}
