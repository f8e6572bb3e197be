import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'
import { changeOne, insertNewRow, type Tx } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { ensurePerson } from '../../people/actions.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { isCurrent, whyNotPeriod } from '../../people/rules.ts'
import { mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { appoint, tellHolder } from '../core/actions.ts'
import { findSeat, listInvitable, listRoleNames } from './queries.ts'
import { readRole, readTerm, writeTerm, yearsOf } from './rules.ts'

const t = textsOf('groups', 'rosterPage')

const day = 86_400

export interface NewSeat {
  email: string
  /** Of somebody whom the site does not know yet, who is invited by it; without one, nobody is. */
  name?: string
  groupId: number
  /** The key of a role, or what the group calls one. */
  role: string
  formal: boolean
  /** A day, a year, or `?` where nobody knows. */
  from: string
  to?: string
  how: string
}

/**
 * Gives somebody a role in a group, from a day or a year on; their institution of today is kept with it. Whoever holds it is told by a letter
 * what it means, on its first day; with a name, an address that nobody has is invited by the same.
 * @throws Invalid when nobody has the address and no name is given, or they hold the role for these days already
 */
export async function seat(tx: Tx, actor: Actor, { email, name = '', groupId, role, formal, from, to, how }: NewSeat): Promise<number> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const group = await tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst()
  if (!group) throw new NotFound(refusals.noSuchGroup)
  const read = readTerm(from, to)
  if ('problem' in read) return refuse(read.field, read.problem)
  const meant = readRole(role, await listRoleNames(tx, groupId)) ?? refuse('role', refusals.chooseOneOfThoseThatAre)
  const known = await findPersonByEmail(tx, email)
  if (!known && name === '') return refuse('name', t.enterNameToInvite)
  const personId = known?.id ?? (await ensurePerson(tx, actor, { name, email, verified: false })).personId
  try {
    const as = { role: meant.role, roleNameId: meant.named?.id, formal: formal || meant.named?.formal === true }
    const id = await appoint(tx, actor, { personId, groupId, ...as, how, ...read })
    await tellHolder(tx, actor, id, { ...read, personId })
    return id
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { toOn, fromOn = error.message } = error.fields
    return refuse(toOn ? 'to' : 'from', toOn ?? fromOn)
  }
}

/**
 * Appoints somebody, who may hold the role still: a term of theirs that runs into the new one ends the day before it begins, as for whoever
 * is elected again. Call it `wholly`: where it fails, that term is to stay as it was.
 * @throws Invalid where they hold it from that day or later already
 */
export async function seatAnew(tx: Tx, actor: Actor, facts: NewSeat & { role: Role }): Promise<number> {
  const known = await findPersonByEmail(tx, facts.email)
  const running = known
    ? await tx
        .selectFrom('appointment')
        .select('id')
        .where('personId', '=', known.id)
        .where('groupId', '=', facts.groupId)
        .where('role', '=', facts.role)
        .where('roleNameId', 'is', null)
        .where('fromOn', '<', facts.from)
        .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>=', facts.from)]))
        .execute()
    : []
  for (const { id } of running) await endSeat(tx, actor, id, Temporal.PlainDate.from(facts.from).subtract({ days: 1 }).toString())
  return seat(tx, actor, facts)
}

/**
 * Writes to those of a group's roster whom a sheet brought and no email has reached: what their role means, and how they come in. Each gets
 * one in a day at most, however often it is pressed: nobody has confirmed that these addresses are theirs.
 * @returns how many
 */
export async function inviteUnreached(tx: Tx, actor: Actor, groupId: number): Promise<number> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  let told = 0
  for (const seat of await listInvitable(tx, groupId, todayOf(actor)))
    if (await takeTurn(tx, `roster.invite:${seat.personId}`, 1, day, actor.at)) {
      await tellHolder(tx, actor, seat.id, seat)
      await record(tx, actor, { action: 'appointment.invited', subject: `appointment:${seat.id}`, groupId })
      told++
    }
  return told
}

/** Says whether everybody reads the names of a group's people who have not confirmed an address. @returns whether that is another word */
export async function showUnasked(tx: Tx, actor: Actor, groupId: number, shown: boolean): Promise<boolean> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  if (!(await changeOne(tx.updateTable('workingGroup'), groupId, { unaskedShown: shown }))) return false
  await record(tx, actor, { action: shown ? 'roster.names-shown' : 'roster.names-hidden', subject: `group:${groupId}`, groupId })
  return true
}

/**
 * Says on which day a term ends; the role goes with it, what has been stays on record.
 * @throws Invalid when it would end before it began
 */
export async function endSeat(tx: Tx, actor: Actor, id: number, toOn: string): Promise<boolean> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSeat(tx, id)
  if (!held || held.groupId === null || !mayAppoint(actor, held.groupId)) throw new NotFound(t.termNotFound)
  const refusal = held.fromOn === null ? undefined : whyNotPeriod({ fromOn: held.fromOn, toOn }, [])
  if (refusal) refuse(refusal.field, refusal.problem)
  if (!(await moveEnd(tx, id, toOn))) return false
  await record(tx, actor, { action: 'appointment.ended', subject: `appointment:${id}`, groupId: held.groupId, details: { toOn } })
  return true
}

/** Gives a term another last day: a notice that went out was about another end. @returns whether it is another */
export async function moveEnd(tx: Tx, id: number, toOn: string): Promise<boolean> {
  if (!(await changeOne(tx.updateTable('appointment'), id, { toOn, toUnknown: false }))) return false
  await tx.deleteFrom('termNotice').where('appointmentId', '=', id).execute()
  // Nobody stands in for longer than the term goes on.
  await tx.deleteFrom('appointment').where('standsFor', '=', id).where('fromOn', '>', toOn).execute()
  await tx.updateTable('appointment').set({ toOn }).where('standsFor', '=', id).where('toOn', '>', toOn).execute()
  return true
}

/** What was wrong in a term; what is left out stays. */
export type Correction = Pick<NewSeat, 'role' | 'from'> & Partial<Pick<NewSeat, 'formal' | 'how'>> & { to?: string | null }

/** The days of a term with what somebody corrects of them. */
const termWith = (held: Parameters<typeof writeTerm>[0], { from, to = writeTerm(held).to }: Correction) => readTerm(from, to || undefined)

/**
 * Corrects a term, also one that is over; what it was before stays in its history. Whoever holds another role by it today is told by a letter.
 * @returns whether that changed anything
 * @throws Invalid with a sentence by field: it would end before it began, or lie over another one
 */
export async function correctSeat(tx: Tx, actor: Actor, id: number, correction: Correction): Promise<boolean> {
  const { role, formal, how } = correction
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSeat(tx, id)
  if (!held || held.groupId === null || !mayAppoint(actor, held.groupId)) throw new NotFound(t.termNotFound)
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', held.personId).forUpdate().execute()
  const meant = readRole(role, await listRoleNames(tx, held.groupId)) ?? refuse('role', refusals.chooseOneOfThoseThatAre)
  const read = termWith(held, correction)
  if ('problem' in read) return refuse(read.field, read.problem)
  const roleNameId = meant.named?.id ?? null
  const others = await tx
    .selectFrom('appointment')
    .select(['fromOn', 'toOn'])
    .where('personId', '=', held.personId)
    .where('groupId', '=', held.groupId)
    .where('role', '=', meant.role)
    .$if(meant.role === 'member', (query) => query.where('roleNameId', 'is not distinct from', roleNameId))
    .where('id', '<>', id)
    .execute()
  const refusal = read.fromOn === null ? undefined : whyNotPeriod({ fromOn: read.fromOn, toOn: read.toOn }, others)
  if (refusal) return refuse(refusal.field === 'toOn' ? 'to' : 'from', refusal.problem)
  if (!(await changeOne(tx.updateTable('appointment'), id, { role: meant.role, roleNameId, formal, how, ...read }))) return false
  // The days have moved, so a notice that went out was about another end.
  if (read.toOn !== held.toOn) await tx.deleteFrom('termNotice').where('appointmentId', '=', id).execute()
  await record(tx, actor, {
    action: 'appointment.corrected',
    subject: `appointment:${id}`,
    groupId: held.groupId,
    details: { was: saidOf(held), becomes: saidOf({ ...read, how: how ?? held.how, role: meant.role, title: meant.named?.name ?? null }) },
  })
  // Who holds a role, now or later, that they did not hold is told as by `seat`.
  if (isNews(held, { ...read, role: meant.role }, todayOf(actor))) await tellHolder(tx, actor, id, { ...read, personId: held.personId })
  return true
}

type Days = { role: string; fromOn: string | null; toOn: string | null }

/** Does a corrected term give a role, today or later, that it did not give before? */
function isNews(was: Days, becomes: Days, today: string): boolean {
  if (becomes.fromOn !== null && becomes.fromOn > today) return was.fromOn !== becomes.fromOn
  return isHeld(becomes, today) && (was.role !== becomes.role || !isHeld(was, today))
}

/**
 * Takes a term off that was never true, such as one of the wrong person; its history says what it was.
 * @throws Conflict where something else builds on it, such as an election
 */
export async function removeSeat(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSeat(tx, id)
  if (!held || held.groupId === null || !mayAppoint(actor, held.groupId)) throw new NotFound(t.termNotFound)
  const built = await findPointedAt(tx, 'appointment', theseIds([id]), ['term_notice.appointment_id'])
  if (built.has(id)) throw new Conflict(t.termStays)
  await tx.deleteFrom('termNotice').where('appointmentId', '=', id).execute()
  await tx.deleteFrom('appointment').where('id', '=', id).execute()
  const details = { personId: held.personId, was: saidOf(held) }
  await record(tx, actor, { action: 'appointment.removed', subject: `appointment:${id}`, groupId: held.groupId, details })
}

/** Does a term give its role on a day? One without a first day is over. */
const isHeld = (term: { fromOn: string | null; toOn: string | null }, day: string): boolean => term.fromOn !== null && isCurrent(term, day)

type Said = Parameters<typeof yearsOf>[0] & { role: string; title: string | null; how: string }

/** A term as its history keeps it: the role, its days and how it came to it. */
const saidOf = (term: Said): string =>
  [term.title ?? term.role, yearsOf(term) ?? `${term.fromOn ?? '?'} – ${term.toOn ?? ''}`.trim(), term.how].filter(Boolean).join(', ')

/**
 * Notes that a notice about the end of a term goes out.
 * @returns false when it went out already
 */
export async function noteNotice(
  tx: Tx,
  at: Date,
  { id: appointmentId, toOn }: { id: number; toOn: string },
  days: number,
): Promise<boolean> {
  const held = tx.selectFrom('appointment').select('id').where('id', '=', appointmentId).where('toOn', '=', toOn)
  if (!(await held.forUpdate().executeTakeFirst())) return false
  const noted = await insertNewRow(tx.insertInto('termNotice').returning('days'), { appointmentId, days, sentAt: at })
  return noted !== undefined
}
