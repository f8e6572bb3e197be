import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { speaksFor } from '../../people/queries.ts'
import { mayConfirmReferent } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { reachable } from '../queries.ts'

const t = textsOf('groups', 'referentsPage')

const namings = (db: Db) =>
  db
    .selectFrom('referentNaming')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'referentNaming.organisationId')
    .innerJoin('community', 'community.id', 'referentNaming.communityId')
    .innerJoin('sharedPerson as namer', 'namer.id', 'referentNaming.namedBy')
    .selectAll('referentNaming')
    .select(['organisation.name as organisation', 'community.name as community', 'namer.name as namer'])

/** Namings that wait, and for which the actor's user group decides. */
export async function listNamings(db: Db, actor: Actor) {
  const rows = await namings(db).where('referentNaming.state', '=', 'waiting').orderBy('referentNaming.id').limit(500).execute()
  return rows.filter((one) => mayConfirmReferent(actor, one.communityId))
}

/** Namings of one organisation that wait. */
export const listNamingsOf = (db: Db, organisationId: number) =>
  namings(db).where('referentNaming.state', '=', 'waiting').where('referentNaming.organisationId', '=', organisationId).execute()

/** A naming, for its decision and the letters about it. */
export const findNaming = (db: Db, id: number) => namings(db).where('referentNaming.id', '=', id).executeTakeFirst()

/**
 * An institution whose referent the actor may name, and the user groups of which it is a member today.
 * @throws NotFound
 */
export async function getNameable(db: Db, actor: Actor, organisationId: number) {
  const day = todayOf(actor)
  const organisation = await db
    .selectFrom('sharedOrganisation as organisation')
    .select(['id', 'name', 'kind'])
    .where('id', '=', organisationId)
    .where('kind', 'in', ['institution', 'consortium'])
    .executeTakeFirst()
  if (!organisation || actor.personId === null || !(await speaksFor(db, actor, organisationId))) throw new NotFound(t.organisationNotFound)
  const { rows: communities } = await sql<{ id: number; name: string }>`select distinct c.id::int as id, c.name from membership m
    join community c on c.id = m.community_id where m.organisation_id in (select h from holders_on(${organisationId}, ${day}::date) h)
      and m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date) order by c.name`.execute(db)
  return { ...organisation, communities, waiting: await listNamingsOf(db, organisationId) }
}

/** Members of a user group for which nobody speaks today, by name. */
export async function listVacancies(db: Db, actor: Actor) {
  const day = todayOf(actor)
  const { rows } = await sql<{ id: number; name: string; communityId: number; community: string }>`
    select o.id::int as id, o.name, c.id::int as "communityId", c.name as community from membership m
    join shared_organisation o on o.id = m.organisation_id and o.kind in ('institution', 'consortium') join community c on c.id = m.community_id
    where m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date)
      and not exists (select from appointment p where p.organisation_id = o.id and p.community_id = c.id and p.role = 'referent' and not p.stand_in
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))
    order by o.name limit 200`.execute(db)
  return rows.filter((one) => mayConfirmReferent(actor, one.communityId))
}

/** Those to write to when a naming waits: the steering committee of the user group; where there is none, the administrators. */
export async function findConfirmers(db: Db, communityId: number, on: Date) {
  const holders = reachable(db, on)
  const steering = await holders.where('appointment.role', '=', 'steering').where('appointment.communityId', '=', communityId).execute()
  return steering.length > 0 ? steering : holders.where('appointment.role', '=', 'administrator').execute()
}
