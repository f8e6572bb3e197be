import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, isThere, listRows, orNoId, pagesOf } from '../../lib/db/rows.ts'
import type { BallotKind, RequestStage } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayRunBallots, maySeeBallot, workOf } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import { utcDay } from '../../time.ts'
import { phaseNames } from '../rules.ts'
import { listSpeakers } from './people-queries.ts'

const t = textsOf('ballots', 'queries')

/** Is a ballot of requests, in SQL, one that this actor may see? As `maySeeBallot` says it. */
export const seenBy = (actor: Actor) =>
  sql<boolean>`(ballot.electorate = 'institutions' or ballot.group_id = any(${workOf(actor)}::bigint[]))`

const ballots = (db: Db) =>
  db
    .selectFrom('ballot')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'ballot.groupId')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .selectAll('ballot')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'workingGroup.productId'])
    .select(['product.name as product', 'product.vendorId'])

/**
 * The only way to a ballot.
 * @param lock so that papers and the close cannot pass each other: `share` for who casts, `update` for who closes
 * @throws NotFound where there is none for this person
 */
export async function getBallot(db: Db, actor: Actor, id: number, { lock }: { lock?: 'share' | 'update' } = {}) {
  if (lock === 'share') await db.selectFrom('ballot').select('id').where('id', '=', id).forShare().execute()
  if (lock === 'update') await db.selectFrom('ballot').select('id').where('id', '=', id).forUpdate().execute()
  const ballot = await ballots(db).where('ballot.id', '=', id).executeTakeFirst()
  if (!ballot || !maySeeBallot(actor, ballot)) throw new NotFound(t.ballotNotFound)
  return { ...ballot, mayRun: mayRunBallots(actor, ballot.groupId) }
}

export type Ballot = Awaited<ReturnType<typeof getBallot>>

/** A ballot that the actor may run; to others there is nothing to run. */
export async function getOwnBallot(db: Db, actor: Actor, id: number, options: { lock?: 'share' | 'update' } = {}): Promise<Ballot> {
  const ballot = await getBallot(db, actor, id, options)
  if (!ballot.mayRun) throw new NotFound(t.ballotNotFound)
  return ballot
}

/** Ballots for jobs, which act for nobody. */
export const findBallot = (db: Db, id: number) => ballots(db).where('ballot.id', '=', id).executeTakeFirst()

/** Ballots that the actor may see, a page at a time: open ones by when they close, those to come, then the latest first. */
export async function listBallots(
  db: Db,
  actor: Actor,
  { page = 1, limit = 30, kind, groupId }: { page?: number; limit?: number; kind?: BallotKind; groupId?: number } = {},
) {
  const rows = await ballots(db)
    .$if(kind !== undefined, (query) => query.where('ballot.kind', '=', kind as BallotKind))
    .$if(groupId !== undefined, (query) => query.where('ballot.groupId', '=', groupId ?? 0))
    // First where one can vote, what closes soonest at the top; then what comes; then what was, the latest first.
    .orderBy(sql`case ballot.state when 'open' then 1 when 'preparing' then 2 else 3 end`)
    .orderBy(sql`case when ballot.state in ('open', 'preparing') then ballot.closes_at end`)
    .orderBy('ballot.closesAt', 'desc')
    .orderBy('ballot.id', 'desc')
    .execute()
  const seen = rows.filter((ballot) => maySeeBallot(actor, ballot) && (ballot.rehearsalOf === null || mayRunBallots(actor, ballot.groupId)))
  return { ballots: seen.slice((page - 1) * limit, page * limit), total: seen.length, pages: pagesOf(seen.length, limit) }
}

/** The options in the order of their numbers. */
export const listOptions = (db: Db, ballotId: number) =>
  db.selectFrom('ballotOption').selectAll().where('ballotId', '=', ballotId).orderBy('number').execute()

export type BallotOption = Awaited<ReturnType<typeof listOptions>>[number]

/** Where the requests stand that some options are, as far as this person may read them. */
export async function listStages(db: Db, actor: Actor, options: readonly BallotOption[]): Promise<Map<number, RequestStage>> {
  const rows = await db
    .selectFrom('sharedRequest as request')
    .select(['request.id', 'request.stage'])
    .where('request.id', 'in', orNoId(options.flatMap(({ requestId }) => requestId ?? [])))
    .where(visibleTo(actor, 'request'))
    .execute()
  return new Map(rows.map(({ id, stage }) => [id, stage]))
}

/** The user groups whose members vote. */
export const listHosts = (db: Db, ballotId: number) =>
  db
    .selectFrom('ballotHost')
    .innerJoin('sharedCommunity as community', 'community.id', 'ballotHost.communityId')
    .select(['community.id', 'community.name'])
    .where('ballotHost.ballotId', '=', ballotId)
    .orderBy('community.name')
    .execute()

/** The same, by their numbers. */
export const listHostIds = async (db: Db, ballotId: number): Promise<number[]> => idsOf(await listHosts(db, ballotId))

/** Who speaks for organisations in the user groups that vote. */
export const listSpeakersOf = async (db: Db, ballotId: number, organisationIds: number[], on: Date) =>
  listSpeakers(db, organisationIds, await listHostIds(db, ballotId), on)

/** Who belonged to which consortium on a day: rows of (member, holder). */
export const belongings = (day: string) => sql`select b.organisation_id as member, b.parent_id as holder from belonging b
  where (b.from_on is null or b.from_on <= ${day}::date) and (b.to_on is null or b.to_on >= ${day}::date)`

/**
 * The electorate by institution, as of the record date: one membership of a hosting user group with a contract for the product, one
 * ballot. What an institution has in two user groups is one; a consortium votes as one, unless it lets its members vote.
 */
export async function listElectorate(db: Db, of: { hosts: number[]; productId: number; cycleId: number | null; recordOn: string }) {
  const { hosts, productId, cycleId, recordOn } = of
  const { rows } = await sql<{
    id: number
    name: string
    kind: string
    country: string | null
    consortiumId: number | null
    size: string
    communityIds: number[]
  }>`
    with belongs as (${belongings(recordOn)}),
    member as (select organisation_id as id, array_agg(distinct community_id::int) as communities from membership
      where community_id = any(${hosts}::bigint[]) and from_on <= ${recordOn}::date and (to_on is null or to_on >= ${recordOn}::date) group by 1),
    licensed as (select distinct organisation_id as id from contract
      where product_id = ${productId} and from_on <= ${recordOn}::date and (to_on is null or to_on >= ${recordOn}::date)),
    choice as (select organisation_id as id, as_one from consortium_choice where cycle_id = ${cycleId}),
    chosen as (
      -- Institutions by their own membership.
      select o.id, m.communities from shared_organisation o join member m on m.id = o.id
      where o.kind = 'institution' and not exists (select from belongs b join choice c on c.id = b.holder and c.as_one where b.member = o.id)
        and (o.id in (select id from licensed) or exists (select from belongs b where b.member = o.id and b.holder in (select id from licensed)))
      union all
      -- Consortia that vote as one: by their own membership, or for members who hold one each and have agreed so.
      select o.id, array(select distinct unnest(m.communities) from member m where m.id = o.id or m.id in (select member from belongs where holder = o.id))
      from shared_organisation o left join choice c on c.id = o.id
      where o.kind = 'consortium' and coalesce(c.as_one, true)
        and (o.id in (select id from member) or (c.as_one and exists (select from belongs b where b.holder = o.id and b.member in (select id from member))))
        and (o.id in (select id from licensed) or exists (select from belongs b where b.holder = o.id and b.member in (select id from licensed)))
      union all
      -- Members of a consortium that lets them vote; who is in another that speaks for them has spoken.
      select b.member, m.communities from belongs b join choice c on c.id = b.holder and not c.as_one join member m on m.id = b.holder
      where (b.holder in (select id from licensed) or b.member in (select id from licensed))
        and not exists (select from belongs x join choice y on y.id = x.holder and y.as_one where x.member = b.member)
    )
    select o.id, o.name, o.kind::text, o.country, (select b.holder from belongs b where b.member = o.id order by b.holder limit 1) as "consortiumId",
      coalesce((select s.size from organisation_size s where s.organisation_id = o.id),
        case when o.people_served < 5000 then 'small' when o.people_served < 20000 then 'medium' when o.people_served >= 20000 then 'large' end, '') as size,
      array(select distinct unnest(c2.communities) from chosen c2 where c2.id = o.id) as "communityIds"
    from shared_organisation o where o.id in (select id from chosen) order by lower(o.name), o.id`.execute(db)
  return rows.map((row) => ({ ...row, id: Number(row.id), consortiumId: row.consortiumId === null ? null : Number(row.consortiumId) }))
}

/** The electorate of a ballot as it would be now; once the ballot is open its voters are fixed. */
export async function previewElectorate(
  db: Db,
  ballot: Pick<Ballot, 'id' | 'productId' | 'cycleId' | 'recordOn' | 'electorate' | 'groupId'>,
) {
  if (ballot.electorate === 'group') return []
  const hosts = await listHostIds(db, ballot.id)
  return listElectorate(db, { ...ballot, hosts })
}

/** The voters of a ballot by name, with whether they have voted, never how. */
export function listVoters(db: Db, ballotId: number) {
  return db
    .selectFrom('voter')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'voter.organisationId')
    .leftJoin('sharedPerson as person', 'person.id', 'voter.personId')
    .select(['voter.id', 'voter.organisationId', 'voter.personId', 'voter.country', 'voter.consortiumId', 'voter.size', 'voter.votedAt'])
    .select(sql<string>`coalesce(organisation.name, person.name)`.as('name'))
    .where('voter.ballotId', '=', ballotId)
    .orderBy(sql`lower(coalesce(organisation.name, person.name))`)
    .execute()
}

/** Does a ballot still wait for this voter? */
export const isVoteMissing = (db: Db, voterId: number): Promise<boolean> =>
  isThere(
    db
      .selectFrom('voter')
      .innerJoin('ballot', 'ballot.id', 'voter.ballotId')
      .select('voter.id')
      .where('voter.id', '=', voterId)
      .where('voter.votedAt', 'is', null)
      .where('ballot.state', '=', 'open'),
  )

/** How many voters there are and how many have voted. */
export const countTurnout = (db: Db, ballotId: number): Promise<{ voters: number; voted: number }> =>
  db
    .selectFrom('voter')
    .select((e) => [e.fn.countAll<number>().as('voters'), e.fn.count<number>('votedAt').as('voted')])
    .where('ballotId', '=', ballotId)
    .executeTakeFirstOrThrow()

/**
 * The voters that this person has to do with: `casts` where they are the referent, a named stand-in or the voter themselves; a voice where
 * they work there.
 */
export async function listVoterships(db: Db, personId: number, ballotId: number | undefined, on: Date) {
  const day = utcDay(on)
  const { rows } = await sql<{
    id: number
    ballotId: number
    ballotTitle: string
    closesAt: Date
    group: string
    organisationId: number | null
    name: string
    casts: boolean
    votedAt: Date | null
    standIn: boolean
  }>`
    with belongs as (${belongings(day)})
    select v.id::int, v.ballot_id::int as "ballotId", b.title as "ballotTitle", b.closes_at as "closesAt", g.name as "group", v.organisation_id::int as "organisationId", coalesce(o.name, p.name) as name, v.voted_at as "votedAt",
      v.person_id is not null or coalesce(s.found, false) as casts, coalesce(s.stand_in, false) as "standIn"
    from voter v join ballot b on b.id = v.ballot_id join shared_working_group g on g.id = b.group_id left join shared_organisation o on o.id = v.organisation_id left join shared_person p on p.id = v.person_id
    left join lateral (select true as found, bool_and(a.stand_in) as stand_in from shared_appointment a where a.role = 'referent' and a.person_id = ${personId}
        and a.organisation_id = v.organisation_id and a.community_id in (select community_id from ballot_host h where h.ballot_id = v.ballot_id)
        and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date) having count(*) > 0) s on true
    where (${ballotId ?? null}::bigint is null or v.ballot_id = ${ballotId ?? null}) and (v.person_id = ${personId} or s.found
      or exists (select from shared_affiliation f where f.person_id = ${personId}
        and (f.organisation_id = v.organisation_id or f.organisation_id in (select member from belongs where holder = v.organisation_id))
        and (f.from_on is null or f.from_on <= ${day}::date) and (f.to_on is null or f.to_on >= ${day}::date)))
    order by casts desc, b.closes_at, name, v.id`.execute(db)
  return rows
}

export type Votership = Awaited<ReturnType<typeof listVoterships>>[number]

/** Extensions of a ballot or of a cycle, with who made them and why. */
export function listExtensions(db: Db, of: { ballotId: number } | { cycleId: number }) {
  return db
    .selectFrom('ballotExtension')
    .leftJoin('sharedPerson as person', 'person.id', 'ballotExtension.madeBy')
    .select(['ballotExtension.id', 'ballotExtension.phase', 'ballotExtension.fromAt', 'ballotExtension.toAt', 'ballotExtension.opensFrom'])
    .select(['ballotExtension.opensTo', 'ballotExtension.reason', 'ballotExtension.madeAt', 'person.name as madeBy'])
    .where('ballotId' in of ? 'ballotExtension.ballotId' : 'ballotExtension.cycleId', '=', 'ballotId' in of ? of.ballotId : of.cycleId)
    .orderBy('ballotExtension.id')
    .execute()
}

/** Rehearsals of a ballot: the one that runs, and those that were thrown away. */
export const listRehearsals = (db: Db, ballotId: number) =>
  listRows(db.selectFrom('ballot').orderBy('id'), { rehearsalOf: ballotId }, ['id', 'state', 'openedAt', 'closedAt', 'account'])

/** What is due: ballots to open, to close, and open ones without a key (after a restore). */
export async function listDue(db: Db, now: Date) {
  const open = await db
    .selectFrom('ballot')
    .select('id')
    .where('state', '=', 'preparing')
    .where('opensAt', '<=', now)
    .orderBy('id')
    .execute()
  const close = await db.selectFrom('ballot').select('id').where('state', '=', 'open').where('closesAt', '<=', now).orderBy('id').execute()
  const keyless = await db
    .selectFrom('ballot')
    .leftJoin('ballotKey', 'ballotKey.ballotId', 'ballot.id')
    .select('ballot.id')
    .where('ballot.state', '=', 'open')
    .where('ballotKey.ballotId', 'is', null)
    .execute()
  return { open: idsOf(open), close: idsOf(close), keyless: idsOf(keyless) }
}

/** Open ballots of a kind of moment: for reminders and asking. */
export const listRunning = (db: Db) =>
  ballots(db).where('ballot.state', 'in', ['preparing', 'open']).where('ballot.rehearsalOf', 'is', null).execute()

/** An extension with what it extends; `roundId` is a round of the cycle, to know whom it concerns. */
export const findExtension = (db: Db, id: number) =>
  db
    .selectFrom('ballotExtension')
    .leftJoin('cycle', 'cycle.id', 'ballotExtension.cycleId')
    .selectAll('ballotExtension')
    .select(['cycle.title as cycle', 'cycle.zone as cycleZone'])
    .select(
      sql<number | null>`(select b.id::int from ballot b where b.cycle_id = ballot_extension.cycle_id and b.rehearsal_of is null
          order by b.state = 'called_off', b.opens_at limit 1)`.as('roundId'),
    )
    .where('ballotExtension.id', '=', id)
    .executeTakeFirst()

/** Who was asked to name a referent, for which institution. */
export const listAsked = (db: Db, ballotId: number) =>
  db
    .selectFrom('referentAsk')
    .innerJoin('sharedPerson as person', 'person.id', 'referentAsk.personId')
    .select(['referentAsk.organisationId', 'person.name', 'referentAsk.askedAt'])
    .where('ballotId', '=', ballotId)
    .orderBy('askedAt')
    .execute()

/**
 * Is a cycle held? One of which every round was called off is not, until one of them is prepared anew.
 * @param cycleId where its number stands in the query
 */
export const isHeld = (cycleId: string) =>
  sql<boolean>`coalesce((select bool_or(r.state <> 'called_off') from ballot r
    where r.cycle_id = ${sql.ref(cycleId)} and r.rehearsal_of is null), true)`

/** The dates of cycles, of elections and of what the institutions vote on without a cycle: public, for calendars. What a group's members vote on is its own. */
export async function listDates(db: Db) {
  const phases = await db
    .selectFrom('cyclePhase')
    .innerJoin('cycle', 'cycle.id', 'cyclePhase.cycleId')
    .select(['cycle.id', 'cycle.title', 'cyclePhase.kind', 'cyclePhase.opensAt', 'cyclePhase.closesAt', 'cycle.createdAt'])
    // The days of a round that was called off are free again, until it is held anew.
    .where(
      sql<boolean>`coalesce((select bool_or(b.state <> 'called_off') from ballot b
        where b.cycle_id = cycle.id and b.phase = cycle_phase.kind and b.rehearsal_of is null), true)`,
    )
    .where(isHeld('cycle.id'))
    .orderBy('cyclePhase.opensAt')
    .execute()
  const others = await db
    .selectFrom('ballot')
    .select(['id', 'title', 'opensAt', 'closesAt', 'createdAt'])
    .where((e) =>
      e.or([e('kind', '=', 'election'), e.and([e('kind', '=', 'wishes'), e('cycleId', 'is', null), e('electorate', '=', 'institutions')])]),
    )
    .where('rehearsalOf', 'is', null)
    .where('state', '<>', 'called_off')
    .orderBy('opensAt')
    .execute()
  return [
    ...phases.map(({ id, title, kind, opensAt, closesAt, createdAt }) => ({
      uid: `cycle-${id}-${kind}`,
      title: `${title}: ${phaseNames[kind]}`,
      path: `/cycles/${id}`,
      from: opensAt,
      to: closesAt,
      changedAt: createdAt,
    })),
    ...others.map(({ id, title, opensAt, closesAt, createdAt }) => ({
      uid: `ballot-${id}`,
      title,
      path: `/ballots/${id}`,
      from: opensAt,
      to: closesAt,
      changedAt: createdAt,
    })),
  ]
}
