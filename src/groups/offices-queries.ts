import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { type OwnOffice, officeRoles, terms } from './own-offices-queries.ts'
import { findHolders } from './queries.ts'
import { findConfirmers } from './referents/queries.ts'

const offices = (db: Db) => terms(db).where('appointment.role', 'in', officeRoles).where('appointment.groupId', 'is', null)

/** Who administers the site or sits on a steering committee on a day, or will. */
export const listOffices = (db: Db, day: string) =>
  offices(db)
    .where(sql<boolean>`(appointment.to_on is null or appointment.to_on >= ${day}::date) and appointment.from_on is not null`)
    .orderBy('appointment.role')
    .orderBy('community.name')
    .orderBy('person.name')
    .orderBy('appointment.fromOn')
    .execute()

export type Office = Awaited<ReturnType<typeof listOffices>>[number]

/** One such term. */
export const findOffice = (db: Db, id: number) => offices(db).where('appointment.id', '=', id).executeTakeFirst()

/** Who hears that somebody gives it up: who leads the guest's group; who else confirms referents; the administrators, where nobody does, and of all others. */
export async function listToldOfOffice(db: Db, { personId, role, groupId, communityId }: OwnOffice, at: Date) {
  const besides = <P extends { id: number }>(people: P[]) => people.filter(({ id }) => id !== personId)
  if (role === 'vendor_guest') return besides(await findHolders(db, groupId ?? 0, ['coordinator', 'deputy'], at))
  const confirmers = role === 'referent' ? besides(await findConfirmers(db, communityId ?? 0, at)) : []
  return confirmers.length > 0 ? confirmers : besides(await findHolders(db, null, ['administrator'], at))
}

/** Would somebody else administer the site after some day on which this term may end? */
export async function isFreeToLeave(db: Db, { id, role, toOn }: OwnOffice, today: string): Promise<boolean> {
  if (role !== 'administrator') return true
  const other = await offices(db)
    .where('appointment.role', '=', 'administrator')
    .where('appointment.id', '<>', id)
    .where('appointment.fromOn', 'is not', null)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>', today)]))
    .$if(toOn !== null, (query) => query.where(sql<boolean>`appointment.from_on <= ${toOn}::date + 1`))
    .executeTakeFirst()
  return other !== undefined
}

/** Does anybody administer the site on the day after this one, but for one term? */
export async function isAdministeredAfter(db: Db, day: string, but: number): Promise<boolean> {
  const left = await offices(db)
    .where('appointment.role', '=', 'administrator')
    .where('appointment.id', '<>', but)
    .where(sql<boolean>`appointment.from_on <= ${day}::date + 1 and (appointment.to_on is null or appointment.to_on > ${day}::date)`)
    .executeTakeFirst()
  return left !== undefined
}

/** Does a person administer the site today, and nobody else tomorrow? */
export async function isLastAdministrator(db: Db, personId: number, today: string): Promise<boolean> {
  const administrators = await db
    .selectFrom('appointment')
    .select(['personId', 'toOn'])
    .where('role', '=', 'administrator')
    .where(sql<boolean>`from_on <= ${today}::date + 1 and (to_on is null or to_on >= ${today}::date)`)
    .execute()
  const stays = administrators.some((one) => one.personId !== personId && (one.toOn === null || one.toOn > today))
  return !stays && administrators.some((one) => one.personId === personId)
}
