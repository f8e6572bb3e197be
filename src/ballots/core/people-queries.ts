import { sql } from 'kysely'
import { loadActor } from '../../groups/queries.ts'
import { type Db, idsOf, orNoId } from '../../lib/db/rows.ts'
import { takesPart, verifiedEmail } from '../../people/queries.ts'
import { type BallotFacts, isInnerBallot, maySeeBallot } from '../../policy.ts'
import { utcDay } from '../../time.ts'

/** The voting members of a group on a day: those who lead it and its members. The liaison attends and does not vote. */
function listGroupVoters(db: Db, groupId: number, recordOn: string) {
  return db
    .selectFrom('sharedAppointment as appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['person.id as personId', 'person.name'])
    .distinct()
    .where('appointment.groupId', '=', groupId)
    .where('appointment.role', 'in', ['coordinator', 'deputy', 'member'])
    .where(sql<boolean>`appointment.from_on <= ${recordOn}::date and (appointment.to_on is null or appointment.to_on >= ${recordOn}::date)`)
    .where('person.erasedAt', 'is', null)
    .execute()
}

/** Those of some people who may see a ballot now: what is the group's own is not for who has left it, whatever they have to do with it. */
export async function onlyReaders<P extends { personId: number }>(db: Db, ballot: BallotFacts, people: P[], at: Date): Promise<P[]> {
  // All others are for whoever is signed in.
  if (ballot.kind !== 'motion' && !isInnerBallot(ballot)) return people
  const actors = await Promise.all(people.map(({ personId }) => loadActor(db, personId, at, 'job')))
  return people.filter((_, place) => {
    const actor = actors[place]
    return actor !== undefined && maySeeBallot(actor, ballot)
  })
}

/** The members who would vote on a ballot of a group. Where it is the group's own to read, those who may not read it do not vote. */
export const listMembersVoting = async (db: Db, ballot: BallotFacts & { recordOn: string }, at: Date) =>
  onlyReaders(db, ballot, await listGroupVoters(db, ballot.groupId, ballot.recordOn), at)

/** Who speaks for organisations in these user groups today: referents and their named stand-ins, with where mail reaches them. */
export function listSpeakers(db: Db, organisationIds: number[], communityIds: number[], on: Date) {
  const day = utcDay(on)
  return db
    .selectFrom('sharedAppointment as appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone', 'appointment.organisationId', 'appointment.standIn'])
    .select(
      sql<string | null>`(select a.email from shared_address a where a.person_id = person.id and a.verified_at is not null
        and not exists (select from shared_bounce b where b.email = a.email and b.class = 'address' and b.permanent and b.at > ${on}::timestamptz - interval '60 days')
        order by a.id limit 1)`.as('email'),
    )
    .where('appointment.role', '=', 'referent')
    .where('appointment.organisationId', 'in', orNoId(organisationIds))
    .where('appointment.communityId', 'in', orNoId(communityIds))
    .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
    .where('person.erasedAt', 'is', null)
    .orderBy('appointment.standIn')
    .orderBy('person.id')
    .execute()
}

/** Open ballots of which somebody has not heard who speaks for an institution that has not voted: they were named since it opened. */
export async function listUnheard(db: Db, on: Date): Promise<number[]> {
  const day = utcDay(on)
  const { rows } = await sql<{ id: number }>`select distinct b.id::int as id from ballot b join ballot_host h on h.ballot_id = b.id
    join voter v on v.ballot_id = b.id and v.voted_at is null
    join shared_appointment t on t.role = 'referent' and t.organisation_id = v.organisation_id and t.community_id = h.community_id
      and t.from_on <= ${day}::date and (t.to_on is null or t.to_on >= ${day}::date)
    join shared_person p on p.id = t.person_id and p.erased_at is null
    where b.state = 'open' and b.rehearsal_of is null and b.closes_at > ${on}
      and exists (select from shared_address a where a.person_id = p.id and a.verified_at is not null
        and not exists (select from shared_bounce s where s.email = a.email and s.class = 'address' and s.permanent and s.at > ${on}::timestamptz - interval '60 days'))
      and not exists (select from ballot_notice n where n.ballot_id = b.id and n.person_id = p.id and n.kind = 'opened:' || v.id)`.execute(
    db,
  )
  return idsOf(rows)
}

/** People who work at an organisation, with an address: asked when it has no referent. Who only reads is asked where nobody else is there. */
export async function listStaff(db: Db, organisationId: number, on: Date) {
  const day = utcDay(on)
  const staff = await db
    .selectFrom('sharedAffiliation as affiliation')
    .innerJoin('sharedPerson as person', 'person.id', 'affiliation.personId')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone'])
    .select(verifiedEmail.as('email'))
    .select(takesPart(on).as('takesPart'))
    .where('affiliation.organisationId', '=', organisationId)
    .where(sql<boolean>`${day}::date between coalesce(affiliation.from_on, '-infinity') and coalesce(affiliation.to_on, 'infinity')`)
    .where('person.erasedAt', 'is', null)
    .orderBy('takesPart', 'desc')
    .orderBy('affiliation.confirmedAt', (order) => order.desc().nullsLast())
    .orderBy('person.id')
    .limit(3)
    .execute()
  const active = staff.filter((one) => one.takesPart)
  return active.length > 0 ? active : staff
}

/** People by id, with where mail reaches them. */
export function listPeople(db: Db, personIds: number[]) {
  return db
    .selectFrom('sharedPerson as person')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone'])
    .select(
      sql<string | null>`(select a.email from shared_address a where a.person_id = person.id
        order by a.verified_at is null, a.id limit 1)`.as('email'),
    )
    .where('person.id', 'in', orNoId(personIds))
    .where('person.erasedAt', 'is', null)
    .execute()
}

/** The vendor's guests of a group today; not who is away, for whom another of them stands in. */
export function listVendorGuests(db: Db, groupId: number, on: Date) {
  const day = utcDay(on)
  return db
    .selectFrom('sharedAppointment as appointment')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone'])
    .select(verifiedEmail.as('email'))
    .distinctOn('person.id')
    .where('appointment.groupId', '=', groupId)
    .where('appointment.role', '=', 'vendor_guest')
    .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
    .where(
      sql<boolean>`not exists (select from shared_appointment s join shared_appointment own on own.id = s.stands_for
        where own.person_id = person.id and own.group_id = ${groupId} and s.from_on <= ${day}::date and s.to_on >= ${day}::date)`,
    )
    .orderBy('person.id')
    .execute()
}

/** The user groups of working groups. */
export const listGroupCommunities = (db: Db, groupIds: number[]) =>
  db
    .selectFrom('sharedGroupCommunity as groupCommunity')
    .innerJoin('sharedCommunity as community', 'community.id', 'groupCommunity.communityId')
    .select(['community.id', 'community.name'])
    .distinct()
    .where('groupCommunity.groupId', 'in', orNoId(groupIds))
    .orderBy('community.name')
    .execute()
