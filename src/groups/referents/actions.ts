import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Referent } from '../../consequences.ts'
import { Conflict, Invalid, missing, NotAllowed, NotFound, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, listRows, type Tx, updateOne } from '../../lib/db/rows.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { ensurePerson } from '../../people/actions.ts'
import { isHerself, mayConfirmReferent } from '../../policy.ts'
import { appoint } from '../core/actions.ts'
import { findNaming, getNameable } from './queries.ts'

const hows = keptOf('groups', 'hows')

const t = textsOf('groups', 'referentsPage')

export interface NewNaming {
  communityId: number
  standIn: boolean
  name: string
  email: string
  fromOn: string
  toOn?: string
}

/**
 * An institution names who speaks for it in a user group; the user group confirms.
 * @throws NotFound to who does not work there; Invalid for a user group of which it is no member; Conflict when one waits already
 */
export async function nameOwnReferent(tx: Tx, actor: Actor, organisationId: number, naming: NewNaming): Promise<number> {
  const organisation = await getNameable(tx, actor, organisationId)
  if (!isHerself(actor)) throw new NotFound(t.organisationNotFound)
  if (!organisation.communities.some((one) => one.id === naming.communityId))
    throw new Invalid(refusals.pleaseLookAgain, { communityId: t.chooseUserGroupWhich })
  if (naming.toOn !== undefined && naming.toOn < naming.fromOn)
    throw new Invalid(refusals.pleaseLookAgain, { toOn: t.chooseLastDayAfterFirst })
  const added = await tx
    .insertInto('referentNaming')
    .values({
      ...naming,
      email: naming.email.toLowerCase(),
      toOn: naming.toOn ?? null,
      organisationId,
      namedBy: actor.personId,
      namedAt: actor.at,
    })
    .onConflict((conflict) => conflict.columns(['organisationId', 'communityId', 'standIn']).where('state', '=', 'waiting').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.institutionHasAlreadyNamed))
  await record(tx, actor, { action: 'referent.named', subject: `organisation:${organisationId}`, details: { namingId: added.id } })
  await enqueue(tx, 'people.referentNamed', { namingId: added.id })
  return added.id
}

async function lockNaming(tx: Tx, id: number) {
  await tx.selectFrom('referentNaming').select('id').where('id', '=', id).forUpdate().execute()
  return (await findNaming(tx, id)) ?? missing(t.entryNotFound)
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/**
 * The user group confirms a referent, or does not. Whoever held the place until then ends the day before.
 * @throws Conflict when it is decided already; NotAllowed for who has named their
 */
export async function decideNaming(tx: Tx, actor: Actor, id: number, confirmed: boolean, reason: string): Promise<void> {
  const naming = await lockNaming(tx, id)
  if (!mayConfirmReferent(actor, naming.communityId)) throw new NotFound(t.entryNotFound)
  if (naming.state !== 'waiting') throw new Conflict(refusals.thisIsDecidedAlready)
  if (naming.namedBy === actor.personId) throw new NotAllowed(t.namedPersonSoSomeoneElse)
  if (!confirmed && !reason) refuse('reason', t.enterReasonInstitutionWill)
  const appointmentId = confirmed ? await seatReferent(tx, actor, naming) : null
  await tx
    .updateTable('referentNaming')
    .set({ state: confirmed ? 'confirmed' : 'refused', decidedBy: actor.personId, decidedAt: actor.at, reason, appointmentId })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, {
    action: confirmed ? 'referent.confirmed' : 'referent.refused',
    subject: `organisation:${naming.organisationId}`,
    details: { namingId: id },
  })
  await enqueue(tx, 'people.referentDecided', { namingId: id })
}

async function seatReferent(tx: Tx, actor: Actor, naming: NonNullable<Awaited<ReturnType<typeof findNaming>>>): Promise<number> {
  const { organisationId, communityId, standIn, name, email, fromOn, toOn } = naming
  await tx.selectFrom('sharedOrganisation as organisation').select('id').where('id', '=', organisationId).forUpdate().execute()
  const { personId } = await ensurePerson(tx, actor, { name, email, verified: false })
  const held = await listRows(
    tx.selectFrom('appointment').where(sql<boolean>`(to_on is null or to_on >= ${fromOn}::date)`),
    { organisationId, communityId, role: 'referent', standIn },
    ['id', 'fromOn', 'personId'],
  )
  for (const one of held) {
    if (one.fromOn === null || one.fromOn >= fromOn) throw new Conflict(t.someoneElseReferentDayLater)
    await updateOne(tx.updateTable('appointment'), one.id, { toOn: dayBefore(fromOn) })
    await recordOf(tx, actor, 'appointment.ended', { of: 'organisation', id: organisationId }, { id: one.id, toOn: dayBefore(fromOn) })
  }
  return appoint(tx, actor, {
    personId,
    role: 'referent',
    communityId,
    organisationId,
    standIn,
    formal: true,
    fromOn,
    toOn,
    how: hows('named'),
  })
}

/** Whoever named somebody takes it back. */
export async function withdrawNaming(tx: Tx, actor: Actor, id: number): Promise<void> {
  const naming = await lockNaming(tx, id)
  if (naming.namedBy !== actor.personId) throw new NotFound(t.entryNotFound)
  if (naming.state !== 'waiting') throw new Conflict(refusals.thisIsDecidedAlready)
  await tx.updateTable('referentNaming').set({ state: 'withdrawn', decidedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'referent.withdrawn', subject: `organisation:${naming.organisationId}`, details: { namingId: id } })
}

/** Keeps who speaks for an institution, as it has named them. */
export async function keepReferent(tx: Tx, actor: Actor, referent: Referent): Promise<void> {
  const id = await insertOne(tx.insertInto('appointment'), { ...referent, role: 'referent', formal: true })
  const details = { personId: referent.personId, role: 'referent' }
  await record(tx, actor, { action: 'appointment.made', subject: `appointment:${id}`, details })
}

/** Says until when somebody speaks for an institution; the register has asked whether that may be. */
export async function endReferent(tx: Tx, _: Actor, id: number, toOn: string): Promise<void> {
  await tx.updateTable('appointment').set({ toOn }).where('id', '=', id).where('role', '=', 'referent').execute()
}

/** Somebody has left an institution, as they say themselves: from the day after, they do not speak for it. */
export const endReferentAt = (tx: Tx, actor: Actor & { personId: number }, organisationId: number, on: string): Promise<void> =>
  endReferentOf(tx, actor, actor.personId, organisationId, on)

/** The same, of somebody else. */
export async function endReferentOf(tx: Tx, actor: Actor, personId: number, organisationId: number, on: string): Promise<void> {
  const ended = await tx
    .updateTable('appointment')
    .set({ toOn: on })
    .where('personId', '=', personId)
    .where('role', '=', 'referent')
    .where('organisationId', '=', organisationId)
    .where('fromOn', '<=', on)
    .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>', on)]))
    .returning('id')
    .execute()
  for (const { id } of ended)
    await record(tx, actor, { action: 'appointment.ended', subject: `organisation:${organisationId}`, details: { id, toOn: on } })
}
