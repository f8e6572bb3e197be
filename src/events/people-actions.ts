import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { findRow, orNoId, type Tx, upsertRow } from '../lib/db/rows.ts'
import type { EventAnswer, EventPresence } from '../lib/db/schema.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { hostIds } from '../meetings/queries.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { todayOf } from '../time.ts'
import { listFormalHolders, listUninvited, type Participation } from './people-queries.ts'
import { findEvent, getArrangedEvent, getEvent } from './queries.ts'
import { whenItIs } from './rules.ts'

const t = textsOf('events', 'people')

/**
 * Makes those who are expected the holders of formal roles on the first day. Who has left and has said nothing is no longer there; who has
 * answered stays, but is not expected.
 */
export async function syncExpected(tx: Tx, eventId: number): Promise<void> {
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forUpdate().execute()
  const event = await findEvent(tx, eventId)
  if (!event || event.cancelledAt) return
  const holders = event.expectsFormal ? await listFormalHolders(tx, hostIds(event.hosts), event.firstOn) : []
  for (const { personId, roles } of holders)
    await upsertRow(tx.insertInto('eventParticipation'), { eventId, personId }, { roles, expected: true })
  const still = holders.map(({ personId }) => personId)
  const gone = tx
    .selectFrom('eventParticipation')
    .select('id')
    .where('eventId', '=', eventId)
    .where('expected', '=', true)
    .where('personId', 'not in', orNoId(still))
  await tx.deleteFrom('eventParticipation').where('id', 'in', gone).where('answer', '=', 'open').where('presence', 'is', null).execute()
  await tx.updateTable('eventParticipation').set({ expected: false }).where('id', 'in', gone).execute()
}

/** What somebody says of their own coming; what is left out stays. */
export interface Coming {
  answer: Exclude<EventAnswer, 'open'>
  fromOn?: string | null | undefined
  toOn?: string | null | undefined
  reason?: string | undefined
}

type WholeComing = { [Name in keyof Coming]-?: Exclude<Coming[Name], undefined> }

/** The same with what was said before. A day that is none of the event's any more, since it moved, says nothing. */
function withBefore(
  event: { firstOn: string; lastOn: string },
  { answer, fromOn, toOn, reason }: Coming,
  before: Omit<WholeComing, 'answer'> | undefined,
): WholeComing {
  const kept = (day: string | null = null) => (day !== null && day >= event.firstOn && day <= event.lastOn ? day : null)
  return {
    answer,
    fromOn: fromOn === undefined ? kept(before?.fromOn) : fromOn,
    toOn: toOn === undefined ? kept(before?.toOn) : toOn,
    reason: reason ?? before?.reason ?? '',
  }
}

/** Why an answer cannot be taken, with the field beside which that stands. */
function whyNotComing(
  event: { firstOn: string; lastOn: string; online: boolean },
  { answer, fromOn, toOn, reason }: WholeComing,
  expected: boolean,
): [field: string, problem: string] | undefined {
  const days = whenItIs(event)
  if (answer === 'not_coming' && expected && !reason) return ['reason', t.enterReasonSomeoneRole]
  if (answer === 'online' && !event.online) return ['answer', t.notOnline]
  if (fromOn !== null && (fromOn < event.firstOn || fromOn > event.lastOn)) return ['fromOn', days]
  if (toOn !== null && toOn > event.lastOn) return ['toOn', days]
  return toOn !== null && toOn < (fromOn ?? event.firstOn) ? ['toOn', t.chooseLastDayAfterFirst] : undefined
}

/**
 * Somebody says whether they take part. Who is expected and does not come says why.
 * @throws Invalid at the field; NotFound for who is neither expected nor of the event's groups and lists
 */
export async function sayComing(tx: Tx, actor: Actor, slug: string, said: Coming): Promise<void> {
  const event = await getEvent(tx, actor, slug)
  const { personId } = actor
  const there = await findRow(tx.selectFrom('eventParticipation').forUpdate(), { eventId: event.id, personId: personId ?? 0 }, [
    ...(['expected', 'fromOn', 'toOn', 'reason'] as const),
  ])
  if (personId === null || !(there || event.atTable || event.mayPropose)) throw new NotFound(t.eventNotFound)
  if (event.cancelledAt) throw new Conflict(t.canNoLongerAnswerEvent)
  if (event.lastOn < todayOf(actor)) throw new Conflict(t.canNoLongerAnswerEvent2)
  const coming = withBefore(event, said, there)
  const why = whyNotComing(event, coming, there?.expected === true)
  if (why) throw new Invalid(why[1], { [why[0]]: why[1] })
  const facts = { ...coming, answeredAt: actor.at }
  await upsertRow(tx.insertInto('eventParticipation'), { eventId: event.id, personId }, facts)
  await record(tx, actor, {
    action: said.answer === 'not_coming' ? 'event.not-coming' : `event.${said.answer}`,
    subject: `event:${event.id}`,
  })
}

/** What happened: how somebody was there, or why not. */
export interface Noted {
  personId: number
  presence: EventPresence | null
  reason: string
}

/** Notes who was there; only once the event has begun. */
export async function notePresence(tx: Tx, actor: Actor, slug: string, noted: readonly Noted[]): Promise<void> {
  const event = await getArrangedEvent(tx, actor, slug)
  if (event.cancelledAt) throw new Conflict(t.thisEventIsCancelled)
  if (event.firstOn > todayOf(actor)) throw new Conflict(t.thisEventBeginsOn({ day: formatDay({ locale: languageNow() }, event.firstOn) }))
  for (const { personId, presence, reason } of noted)
    await tx
      .updateTable('eventParticipation')
      .set({ presence, reason, notedAt: actor.at, notedBy: actor.personId })
      .where('eventId', '=', event.id)
      .where('personId', '=', personId)
      .execute()
  const there = noted.filter(({ presence }) => presence === 'in_person' || presence === 'online').length
  await record(tx, actor, { action: 'event.presence', subject: `event:${event.id}`, details: { there } })
}

/** Adds somebody who takes part, by their address, with what they are there as. */
export async function addParticipant(tx: Tx, actor: Actor, slug: string, { email, role }: { email: string; role: string }): Promise<void> {
  const event = await getArrangedEvent(tx, actor, slug)
  const person = await findPersonByEmail(tx, email)
  if (!person) throw new Invalid(refusals.pleaseLookAgain, { email: t.noOneHereUsesEmail })
  await tx
    .insertInto('eventParticipation')
    .values({ eventId: event.id, personId: person.id, roles: role ? [role] : [], answer: 'coming', answeredAt: actor.at })
    .onConflict((conflict) => conflict.columns(['eventId', 'personId']).doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Invalid(refusals.pleaseLookAgain, { email: t.personAlreadyTakesPart }))
  await record(tx, actor, { action: 'event.participant', subject: `event:${event.id}`, details: { personId: person.id } })
}

/** Takes those who are expected and were not told, and counts them as told; the letters are written in the same transaction. */
export async function claimUninvited(tx: Tx, eventId: number, at: Date): Promise<Participation[]> {
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forUpdate().execute()
  const rows = await listUninvited(tx, eventId)
  await tx
    .updateTable('eventParticipation')
    .set({ invitedAt: at })
    .where('id', 'in', orNoId(rows.map(({ id }) => id)))
    .execute()
  return rows
}
