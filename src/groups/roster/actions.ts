import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { ensurePerson } from '../../people/actions.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { whyNotPeriod } from '../../people/rules.ts'
import { mayAppoint } from '../../policy.ts'
import { appoint } from '../core/actions.ts'
import { findSeat } from './queries.ts'
import { readTerm } from './rules.ts'

const t = textsOf('groups', 'rosterPage')

export interface NewSeat {
  email: string
  /** Of somebody whom the site does not know yet, who is invited by it; without one, nobody is. */
  name?: string
  groupId: number
  role: Role
  formal: boolean
  /** A day, a year, or `?` where nobody knows. */
  from: string
  to?: string
  how: string
}

const refuse = (field: string, problem: string): never => {
  throw new Invalid(problem, { [field]: problem })
}

/**
 * Gives somebody a role in a group, from a day or a year on; their institution of today is kept with it. Whoever holds it from now on is told by
 * a letter what it means; with a name, an address that nobody has is invited by the same.
 * @throws Invalid when nobody has the address and no name is given, or they hold the role for these days already
 */
export async function seat(tx: Tx, actor: Actor, { email, name = '', groupId, role, formal, from, to, how }: NewSeat): Promise<void> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const group = await tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst()
  if (!group) throw new NotFound(refusals.noSuchGroup)
  const read = readTerm(from, to)
  if ('problem' in read) return refuse(read.field, read.problem)
  const known = await findPersonByEmail(tx, email)
  if (!known && name === '') return refuse('name', t.enterNameToInvite)
  const personId = known?.id ?? (await ensurePerson(tx, actor, { name, email, verified: false })).personId
  try {
    const id = await appoint(tx, actor, { personId, groupId, role, formal, how, ...read })
    if (personId !== actor.personId) await enqueue(tx, 'charter.seated', { appointmentId: id })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { toOn, fromOn = error.message } = error.fields
    refuse(toOn ? 'to' : 'from', toOn ?? fromOn)
  }
}

/**
 * Says on which day a term ends; the role goes with it, what has been stays on record.
 * @throws Invalid when it would end before it began
 */
export async function endSeat(tx: Tx, actor: Actor, id: number, toOn: string): Promise<void> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSeat(tx, id)
  if (!held || held.groupId === null || !mayAppoint(actor, held.groupId)) throw new NotFound(t.termNotFound)
  const refusal = held.fromOn === null ? undefined : whyNotPeriod({ fromOn: held.fromOn, toOn }, [])
  if (refusal) refuse(refusal.field, refusal.problem)
  await tx.updateTable('appointment').set({ toOn, toUnknown: false }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'appointment.ended', subject: `appointment:${id}`, groupId: held.groupId, details: { toOn } })
}

/**
 * Notes that a notice about the end of a term goes out.
 * @returns false when it went out already
 */
export async function noteNotice(tx: Tx, at: Date, appointmentId: number, days: number): Promise<boolean> {
  const noted = await tx
    .insertInto('termNotice')
    .values({ appointmentId, days, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .executeTakeFirst()
  return noted !== undefined
}
