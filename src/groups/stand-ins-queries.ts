import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { utcDay } from '../time.ts'

const heldOn = (day: string) =>
  sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`

/** A term as the vendor's guest of a group in which nobody stands in for somebody else. */
const ownTerms = (db: Db, groupId: number, day: string) =>
  db
    .selectFrom('appointment')
    .select(['appointment.id', 'appointment.personId', 'appointment.groupId', 'appointment.toOn'])
    .where('appointment.role', '=', 'vendor_guest')
    .where('appointment.groupId', '=', groupId)
    .where('appointment.standsFor', 'is', null)
    .where(heldOn(day))

/** The actor's own such term today; undefined for who is no guest there, or only in somebody's place. */
export const findOwnTerm = (db: Db, actor: Actor, groupId: number) =>
  ownTerms(db, groupId, utcDay(actor.at))
    .where('appointment.personId', '=', actor.personId ?? 0)
    .executeTakeFirst()

/** Such a term of anybody's by its id. */
export const findGuestTerm = (db: Db, groupId: number, id: number, day: string) =>
  ownTerms(db, groupId, day).where('appointment.id', '=', id).executeTakeFirst()

/** Who can stand in for a guest of a group: who else is the same vendor's guest, here or in another group, and holds no role of the group's own. */
export async function listColleagues(db: Db, { groupId, personId }: { groupId: number; personId: number }, day: string) {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct p.id::int as id, p.name from appointment a join shared_person p on p.id = a.person_id
      join working_group g on g.id = a.group_id join product d on d.id = g.product_id
    where a.role = 'vendor_guest' and a.stands_for is null and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date)
      and p.erased_at is null and p.id <> ${personId} and g.closed_at is null
      and d.vendor_id = (select h.vendor_id from working_group w join product h on h.id = w.product_id where w.id = ${groupId})
      and not exists (select from appointment o where o.person_id = p.id and o.group_id = ${groupId} and o.role <> 'vendor_guest'
        and (o.to_on is null or o.to_on >= ${day}::date))
    order by p.name`.execute(db)
  return rows
}

/** Who stands in for whom among the vendor's guests of a group, from a day on, the first first. */
export const listStandIns = (db: Db, groupId: number, day: string) =>
  db
    .selectFrom('appointment')
    .innerJoin('appointment as away', 'away.id', 'appointment.standsFor')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .innerJoin('sharedPerson as absent', 'absent.id', 'away.personId')
    .select(['appointment.id', 'appointment.personId', 'person.name', 'away.personId as awayId', 'away.id as termId'])
    .select(['absent.name as away', 'appointment.fromOn', 'appointment.toOn'])
    .where('appointment.groupId', '=', groupId)
    .where('appointment.toOn', '>=', day)
    .where('person.erasedAt', 'is', null)
    .orderBy('appointment.fromOn')
    .orderBy('appointment.id')
    .execute()

export type StandIn = Awaited<ReturnType<typeof listStandIns>>[number]

/** One of them by its id, with its group; for the program itself. */
export const findStandIn = (db: Db, id: number) =>
  db
    .selectFrom('appointment')
    .innerJoin('appointment as away', 'away.id', 'appointment.standsFor')
    .select(['appointment.id', 'appointment.groupId', 'appointment.personId', 'away.personId as awayId'])
    .select(['appointment.fromOn', 'appointment.toOn'])
    .where('appointment.id', '=', id)
    .executeTakeFirst()

/** Is somebody away, as a guest of any group, on one of these days? */
export const findAway = (db: Db, personId: number, { fromOn, toOn }: { fromOn: string; toOn: string }) =>
  db
    .selectFrom('appointment')
    .innerJoin('appointment as away', 'away.id', 'appointment.standsFor')
    .select('appointment.id')
    .where('away.personId', '=', personId)
    .where('appointment.fromOn', '<=', toOn)
    .where('appointment.toOn', '>=', fromOn)
    .executeTakeFirst()
