import { sql } from 'kysely'
import { findLastOf } from '../../journal/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { announcedRoles, groupRoles } from './rules.ts'

/** Appointments to the roles of groups, with who holds them. */
export const seats = (db: Db) =>
  db
    .selectFrom('appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'appointment.organisationId')
    .leftJoin('roleName', 'roleName.id', 'appointment.roleNameId')
    .select(['roleName.name as title', 'appointment.roleNameId'])
    .select(['appointment.id', 'appointment.groupId', 'appointment.role', 'appointment.formal', 'appointment.fromOn', 'appointment.toOn'])
    .select(['appointment.byYear', 'appointment.toUnknown', 'appointment.how', 'appointment.personId'])
    .select(['person.name', 'organisation.name as organisation'])
    .select(sql<boolean>`named_to_all(appointment.person_id, appointment.group_id)`.as('namedToAll'))
    .where('appointment.groupId', 'is not', null)
    .where('appointment.role', 'in', groupRoles)
    .where('person.erasedAt', 'is', null)
    .$narrowType<{ role: (typeof groupRoles)[number] }>()

/** Who held which role in each group on a day. */
export function listSeats(db: Db, day: string) {
  return seats(db)
    .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
    .orderBy('appointment.role')
    .orderBy('person.name')
    .execute()
}

/** Who holds a role of a group on a day and has an address, of which none is confirmed: what goes to members does not reach them. */
const listUnreached = (db: Db, groupId: number, day: string) =>
  seats(db)
    .where('appointment.groupId', '=', groupId)
    .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
    .where(sql<boolean>`exists (select from shared_address a where a.person_id = person.id)`)
    .where(sql<boolean>`not exists (select from shared_address a where a.person_id = person.id and a.verified_at is not null)`)
    .orderBy('person.name')
    .orderBy('appointment.id')
    .execute()

/** The same people, each at their latest term, with when they were last invited. */
export async function listInvitable(db: Db, groupId: number, day: string) {
  const seats = await listUnreached(db, groupId, day)
  const asked = await findLastOf(
    db,
    'appointment.invited',
    seats.map(({ id }) => `appointment:${id}`),
  )
  return [...Map.groupBy(seats, ({ personId }) => personId).values()].flatMap((terms) => {
    const invited = terms.flatMap(({ id }) => asked.get(`appointment:${id}`) ?? []).map(Number)
    return terms.slice(-1).map((seat) => ({ ...seat, invitedAt: invited.length > 0 ? new Date(Math.max(...invited)) : undefined }))
  })
}

/** How many hold a role of a group on a day whom no email reaches. */
export async function countUnreached(db: Db, groupId: number, day: string): Promise<number> {
  return new Set((await listUnreached(db, groupId, day)).map(({ personId }) => personId)).size
}

/** How many people of a group's roster strangers do not read the names of, or would not; and whether they do. */
export async function findUnasked(db: Db, groupId: number): Promise<{ people: number; shown: boolean }> {
  const { rows } = await sql<{ people: number; shown: boolean }>`select g.unasked_shown as shown,
      (select count(distinct a.person_id)::int from appointment a join shared_person p on p.id = a.person_id and p.erased_at is null
        where a.group_id = g.id and a.role = any(${groupRoles as readonly string[]}::role[])
          and not exists (select from shared_address d where d.person_id = a.person_id and d.verified_at is not null)) as people
    from working_group g where g.id = ${groupId}`.execute(db)
  return rows[0] ?? { people: 0, shown: false }
}

/** Terms that begin after a day, the next first. */
export function listComingSeats(db: Db, day: string) {
  return seats(db).where('appointment.fromOn', '>', day).orderBy('appointment.fromOn').orderBy('person.name').limit(1_000).execute()
}

/** The days on which somebody came or had gone: between two of them the roster stays as it is. */
export async function listRosterDays(db: Db): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct day::text as day from appointment, lateral (values (from_on), (to_on + 1)) as change (day)
      where day is not null and group_id is not null order by 1`.execute(db)
  return rows.map(({ day }) => day)
}

/** Terms that had ended before a day, the latest first; at the end those of which nobody knows when. */
export function listPastSeats(db: Db, day: string) {
  return seats(db)
    .where((e) => e.or([e('appointment.toOn', '<', day), e('appointment.fromOn', 'is', null)]))
    .orderBy(sql`appointment.to_on desc nulls last`)
    .orderBy('person.name')
    .limit(1_000)
    .execute()
}

/** The roles that somebody has held in a group, today or before. */
export const listRolesKnown = (db: Db, groupId: number) =>
  db.selectFrom('appointment').select('role').distinct().where('groupId', '=', groupId).execute()

/** An appointment of a group. */
export const findSeat = (db: Db, id: number) => seats(db).where('appointment.id', '=', id).executeTakeFirst()

/** Appointments to a group or a steering committee that end within a hundred days, with the notices that went out. */
export function listEnding(db: Db, day: string) {
  return (
    db
      .selectFrom('appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .leftJoin('workingGroup', 'workingGroup.id', 'appointment.groupId')
      .leftJoin('community', 'community.id', 'appointment.communityId')
      .leftJoin('roleName', 'roleName.id', 'appointment.roleNameId')
      .select('roleName.name as title')
      .select(['appointment.id', 'appointment.role', 'appointment.toOn', 'appointment.byYear', 'appointment.toUnknown'])
      .select(['appointment.groupId', 'appointment.communityId'])
      .select(sql<string>`coalesce(working_group.name, community.name)`.as('group'))
      .select(['person.id as personId', 'person.name', 'person.locale'])
      .select(sql<number[]>`array(select n.days::int from term_notice n where n.appointment_id = appointment.id)`.as('sent'))
      .where('appointment.role', 'in', announcedRoles)
      .where('appointment.toOn', '>=', day)
      .where(sql<boolean>`appointment.to_on <= ${day}::date + 100`)
      .where('person.erasedAt', 'is', null)
      .where('workingGroup.closedAt', 'is', null)
      // Whoever holds the role on the day after loses nothing.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('appointment as next')
              .select('next.id')
              .whereRef('next.personId', '=', 'appointment.personId')
              .whereRef('next.role', '=', 'appointment.role')
              .where(sql<boolean>`next.group_id is not distinct from appointment.group_id and next.community_id is not distinct from appointment.community_id
              and next.from_on = appointment.to_on + 1`),
          ),
        ),
      )
      .orderBy('appointment.id')
      .execute()
  )
}

/** A role of somebody that is held on this day, with its group or user group; undefined for a term that is over or still to come. */
export const findTerm = (db: Db, appointmentId: number, day: string) =>
  db
    .selectFrom('appointment')
    .leftJoin('workingGroup', 'workingGroup.id', 'appointment.groupId')
    .leftJoin('community', 'community.id', 'appointment.communityId')
    .leftJoin('roleName', 'roleName.id', 'appointment.roleNameId')
    .select(['appointment.personId', 'appointment.role', 'appointment.toOn', 'appointment.groupId', 'roleName.name as title'])
    .select(sql<string | null>`coalesce(working_group.name, community.name)`.as('group'))
    .where('appointment.id', '=', appointmentId)
    .where('appointment.fromOn', '<=', sql<string>`${day}::date`)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', sql<string>`${day}::date`)]))
    .executeTakeFirst()

/** What a group calls roles of its own, by name, with how many terms stand under each. */
export const listRoleNames = (db: Db, groupId: number) =>
  db
    .selectFrom('roleName')
    .select(['roleName.id', 'roleName.name', 'roleName.role', 'roleName.formal'])
    .select(sql<number>`(select count(*)::int from appointment a where a.role_name_id = role_name.id)`.as('terms'))
    .where('groupId', '=', groupId)
    .orderBy('name')
    .execute()
