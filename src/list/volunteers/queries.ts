import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isInGroup, mayAppoint } from '../../policy.ts'

const t = textsOf('list', 'volunteersPage')

const calls = (db: Db) =>
  db
    .selectFrom('volunteerCall')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'volunteerCall.groupId')
    .selectAll('volunteerCall')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug'])
    .select(
      sql<number[]>`array(select l.id::int from list l where l.group_id = volunteer_call.group_id and l.archive <> 'group')`.as('listIds'),
    )
    .select(
      sql<number>`(select count(*) from volunteer_offer o where o.call_id = volunteer_call.id and o.withdrawn_at is null)`.as('offers'),
    )

/** Who is asked: the group, and those who are on one of its lists. */
const isAsked = (actor: Actor, call: { groupId: number; listIds: number[] }): boolean =>
  actor.personId !== null &&
  (isInGroup(actor, call.groupId) || mayAppoint(actor, call.groupId) || call.listIds.some((id) => actor.listIds.includes(id)))

/** Calls that the actor is asked by, the open ones first. */
export async function listCalls(db: Db, actor: Actor) {
  const rows = await calls(db).orderBy(sql`volunteer_call.state <> 'open'`).orderBy('volunteerCall.id', 'desc').limit(200).execute()
  return rows.filter((call) => isAsked(actor, call) && (call.state !== 'withdrawn' || mayAppoint(actor, call.groupId)))
}

/**
 * One call, as the actor may see it: who offered is for those who decide; each sees their own offer.
 * @throws NotFound to those whom it does not ask
 */
export async function getCall(db: Db, actor: Actor, id: number) {
  const call = await calls(db).where('volunteerCall.id', '=', id).executeTakeFirst()
  if (!call || !isAsked(actor, call)) throw new NotFound(t.callVolunteersNotFound)
  const mayDecide = mayAppoint(actor, call.groupId)
  const offers = await db
    .selectFrom('volunteerOffer')
    .innerJoin('sharedPerson as person', 'person.id', 'volunteerOffer.personId')
    .selectAll('volunteerOffer')
    .select('person.name')
    .select(
      sql<string | null>`(select o.name from shared_affiliation a join shared_organisation o on o.id = a.organisation_id
        where a.person_id = person.id and a.to_on is null order by a.id desc limit 1)`.as('organisation'),
    )
    .where('callId', '=', id)
    .where('withdrawnAt', 'is', null)
    .orderBy(sql`volunteer_offer.outcome nulls last`)
    .orderBy(sql`volunteer_offer.place nulls last`)
    .orderBy('volunteerOffer.id')
    .execute()
  return {
    ...call,
    mayDecide,
    own: offers.find((one) => one.personId === actor.personId),
    all: mayDecide ? offers : [],
  }
}

/** Calls that have closed, and of which nobody was told yet. */
export const listClosedCalls = (db: Db, today: string) =>
  calls(db)
    .where('volunteerCall.state', '=', 'open')
    .where('volunteerCall.closesOn', '<', today)
    .where('volunteerCall.toldAt', 'is', null)
    .execute()

/** An offer with its call, for the letter about it. */
export const findOffer = (db: Db, id: number) =>
  db
    .selectFrom('volunteerOffer')
    .innerJoin('volunteerCall', 'volunteerCall.id', 'volunteerOffer.callId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'volunteerCall.groupId')
    .select(['volunteerOffer.id', 'volunteerOffer.personId', 'volunteerOffer.outcome', 'volunteerOffer.callId', 'volunteerCall.role'])
    .select(['workingGroup.name as group', 'volunteerCall.fromOn'])
    .where('volunteerOffer.id', '=', id)
    .executeTakeFirst()
