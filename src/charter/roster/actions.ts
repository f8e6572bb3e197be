import type { Actor } from '../../actor.ts'
import type { Tx } from '../../db/connect.ts'
import type { Role } from '../../db/schema.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { isCurrent, whyNotPeriod } from '../../people/organisations/rules.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { isAdministrator, mayLead } from '../../policy.ts'
import { findSeat } from './queries.ts'
import { readTermEnd } from './rules.ts'

/** Who gives roles of a group: those who lead it, and administrators. */
export const mayAppoint = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

export interface NewSeat {
  email: string
  groupId: number
  role: Role
  formal: boolean
  /** A day or a year. */
  from: string
  to?: string
  how: string
}

const refuse = (field: string, problem: string): never => {
  throw new Invalid(problem, { [field]: problem })
}

/**
 * Gives somebody a role in a group, from a day or a year on; her institution of today is kept with it.
 * @throws Invalid when nobody has the address, or she holds the role for these days already
 */
export async function seat(tx: Tx, actor: Actor, { email, groupId, role, formal, from, to, how }: NewSeat): Promise<void> {
  if (!mayAppoint(actor, groupId)) throw new NotFound('No such group.')
  const group = await tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().executeTakeFirst()
  if (!group) throw new NotFound('No such group.')
  const person = (await findPersonByEmail(tx, email)) ?? refuse('email', 'Nobody here has this address yet.')
  const first = readTermEnd(from, 'first') ?? refuse('from', 'A day like 2026-01-31, or a year.')
  const last = to === undefined ? undefined : (readTermEnd(to, 'last') ?? refuse('to', 'A day like 2026-01-31, or a year.'))
  const term = { fromOn: first.on, toOn: last?.on ?? null }
  const others = await tx
    .selectFrom('appointment')
    .select(['fromOn', 'toOn'])
    .where('personId', '=', person.id)
    .where('groupId', '=', groupId)
    .where('role', '=', role)
    .execute()
  const refusal = whyNotPeriod(term, others, 'term')
  if (refusal) refuse(refusal.field === 'toOn' ? 'to' : 'from', refusal.problem)
  const affiliations = await tx
    .selectFrom('affiliation')
    .select(['organisationId', 'fromOn', 'toOn'])
    .where('personId', '=', person.id)
    .execute()
  const at = affiliations.find((one) => isCurrent({ fromOn: one.fromOn ?? '0001-01-01', toOn: one.toOn }, term.fromOn))
  const { id } = await tx
    .insertInto('appointment')
    .values({
      personId: person.id,
      groupId,
      role,
      formal,
      how,
      ...term,
      byYear: first.byYear || last?.byYear === true,
      organisationId: at?.organisationId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'appointment.made', subject: `appointment:${id}`, groupId, details: { personId: person.id, role } })
}

/**
 * Says on which day a term ends; the role goes with it, what has been stays on record.
 * @throws Invalid when it would end before it began
 */
export async function endSeat(tx: Tx, actor: Actor, id: number, toOn: string): Promise<void> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findSeat(tx, id)
  if (!held || held.groupId === null || !mayAppoint(actor, held.groupId)) throw new NotFound('No such appointment.')
  const refusal = whyNotPeriod({ fromOn: held.fromOn, toOn }, [], 'term')
  if (refusal) refuse(refusal.field, refusal.problem)
  await tx.updateTable('appointment').set({ toOn }).where('id', '=', id).execute()
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
