import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { todayOf } from '../time.ts'
import { findHolders } from './queries.ts'

const t = textsOf('groups', 'stepDown')

/** The roles that are the site's or a user group's, not a working group's. */
const officeRoles = ['administrator', 'steering'] as const

const offices = (db: Db) =>
  db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .leftJoin('community', 'community.id', 'appointment.communityId')
    .select(['appointment.id', 'appointment.role', 'appointment.fromOn', 'appointment.toOn', 'appointment.how'])
    .select(['person.name', 'community.name as community'])
    .where('appointment.role', 'in', officeRoles)
    .where('appointment.groupId', 'is', null)
    .where('person.erasedAt', 'is', null)

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

/**
 * Somebody's own such term that is not over.
 * @throws NotFound for anybody else's, and where an administrator looks at the site as they see it
 */
export async function getOwnOffice(db: Db, actor: Actor, id: number) {
  const held = await offices(db)
    .select('appointment.personId')
    .where('appointment.id', '=', id)
    .where('appointment.fromOn', 'is not', null)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', todayOf(actor))]))
    .$narrowType<{ role: (typeof officeRoles)[number] }>()
    .executeTakeFirst()
  if (!held || !isHerself(actor) || held.personId !== actor.personId) throw new NotFound(t.notYours)
  return held
}

/** Who hears that somebody gives up such an office: the administrators, who appoint. */
export const listToldOfOffice = async (db: Db, { personId }: { personId: number }, at: Date) =>
  (await findHolders(db, null, ['administrator'], at)).filter(({ id }) => id !== personId)

/** Does anybody administer the site on the day after this one, but for one term? */
export async function isAdministeredAfter(db: Db, day: string, but: number): Promise<boolean> {
  const left = await offices(db)
    .where('appointment.role', '=', 'administrator')
    .where('appointment.id', '<>', but)
    .where(sql<boolean>`appointment.from_on <= ${day}::date + 1 and (appointment.to_on is null or appointment.to_on > ${day}::date)`)
    .executeTakeFirst()
  return left !== undefined
}
