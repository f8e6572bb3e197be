import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { verifiedEmail } from '../people/queries.ts'

const participations = (db: Db) =>
  db
    .selectFrom('eventParticipation')
    .innerJoin('sharedPerson as person', 'person.id', 'eventParticipation.personId')
    .selectAll('eventParticipation')
    .select(['person.name', 'person.locale', 'person.zone'])
    .select(
      sql<string>`coalesce((select o.name from shared_affiliation f join shared_organisation o on o.id = f.organisation_id
        where f.person_id = person.id and f.to_on is null order by f.id desc limit 1), '')`.as('organisation'),
    )
    .select(sql<string>`coalesce(${verifiedEmail}, '')`.as('email'))
    .where('person.erasedAt', 'is', null)

/** Who takes part in an event, the expected first. */
export const listParticipations = (db: Db, eventId: number) =>
  participations(db)
    .where('eventParticipation.eventId', '=', eventId)
    .orderBy('eventParticipation.expected', 'desc')
    .orderBy('person.name')
    .execute()

export type Participation = Awaited<ReturnType<typeof listParticipations>>[number]

/** A person's own part in an event. */
export const findOwnParticipation = (db: Db, eventId: number, personId: number | null) =>
  participations(db)
    .where('eventParticipation.eventId', '=', eventId)
    .where('eventParticipation.personId', '=', personId ?? 0)
    .executeTakeFirst()

/** Expected people who have not been told that they are. */
export const listUninvited = (db: Db, eventId: number): Promise<Participation[]> =>
  participations(db)
    .where('eventParticipation.eventId', '=', eventId)
    .where('eventParticipation.expected', '=', true)
    .where('eventParticipation.invitedAt', 'is', null)
    .orderBy('eventParticipation.id')
    .execute()

/** Who holds a formal role in these groups, or steers these user groups, on a day. */
export async function listFormalHolders(
  db: Db,
  { groupIds, communityIds }: { groupIds: number[]; communityIds: number[] },
  on: string,
): Promise<{ personId: number; roles: string[] }[]> {
  const { rows } = await sql<{ personId: number; roles: string[] }>`
    select t.person_id as "personId", array_agg(distinct t.role::text order by t.role::text) as roles
    from shared_appointment t join shared_person p on p.id = t.person_id and p.erased_at is null
    where t.from_on <= ${on}::date and (t.to_on is null or t.to_on >= ${on}::date) and (
      (t.formal and t.group_id = any(${groupIds}::bigint[]))
      or (t.role = 'steering' and t.community_id = any(${communityIds}::bigint[]))
      or (t.formal and t.group_id in (select gc.group_id from shared_group_community gc where gc.community_id = any(${communityIds}::bigint[]))))
    group by t.person_id order by t.person_id`.execute(db)
  return rows
}
