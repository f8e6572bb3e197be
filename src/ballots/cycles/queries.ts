import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isInGroup, isVendorGuest, mayCost, mayRunBallots } from '../../policy.ts'
import { readableBy } from '../../requests/queries.ts'
import { utcDay } from '../../time.ts'
import { belongings, isHeld } from '../core/queries.ts'

const t = textsOf('ballots', 'cyclesPage')

/** A cycle with its dates, rounds and hosts. Cycles are public: who may vote on what, and when, is no secret. */
export async function getCycle(db: Db, actor: Actor, id: number) {
  const cycle = await db
    .selectFrom('cycle')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .selectAll('cycle')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'workingGroup.productId', 'product.name as product'])
    .select(readableBy(actor, sql.ref('cycle.groupId'), sql`'subscribers'`).as('readsWishes'))
    .where('cycle.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.cycleNotFound))
  const [phases, ballots, hosts] = await Promise.all([
    db.selectFrom('cyclePhase').selectAll().where('cycleId', '=', id).orderBy('opensAt').execute(),
    db
      .selectFrom('ballot')
      .select(['id', 'phase', 'title', 'state', 'rule', 'form', 'budget', 'most', 'capacity', 'seats', 'secrecy', 'recordOn', 'opensAt'])
      .select(['closesAt'])
      .where('cycleId', '=', id)
      .where('rehearsalOf', 'is', null)
      // A round that is held anew stands before the one that was called off.
      .orderBy(sql`state = 'called_off'`)
      .orderBy('opensAt')
      .execute(),
    db
      .selectFrom('cycleHost')
      .innerJoin('sharedCommunity as community', 'community.id', 'cycleHost.communityId')
      .select(['community.id', 'community.name'])
      .where('cycleId', '=', id)
      .orderBy('community.name')
      .execute(),
  ])
  const frozen = ballots.some(({ phase, state }) => phase === 'round_one' && state !== 'preparing' && state !== 'called_off')
  return {
    ...cycle,
    /** It is not held: each of its rounds was called off, and none is prepared anew. */
    calledOff: ballots.length > 0 && ballots.every(({ state }) => state === 'called_off'),
    phases,
    ballots,
    hosts,
    frozen,
    mayRun: mayRunBallots(actor, cycle.groupId),
    mayCost: mayCost(actor, cycle.groupId),
    /** The vendor's people cost what others put forward. */
    guest: isVendorGuest(actor, cycle.groupId),
    inGroup: isInGroup(actor, cycle.groupId) && !actor.vendorSide,
  }
}

export type Cycle = Awaited<ReturnType<typeof getCycle>>

/** A cycle for those who run it; to others there is nothing to run. */
export async function getOwnCycle(db: Db, actor: Actor, id: number): Promise<Cycle> {
  const cycle = await getCycle(db, actor, id)
  if (!cycle.mayRun) throw new NotFound(t.cycleNotFound)
  return cycle
}

/** All cycles, the newest first, each with how many wishes and when it ends, and whether it is held. */
export function listCycles(db: Db, groupId?: number) {
  return db
    .selectFrom('cycle')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .select(['cycle.id', 'cycle.title', 'cycle.groupId', 'workingGroup.name as group', 'cycle.zone', 'cycle.createdAt'])
    .select(sql<number>`(select count(*)::int from wish w where w.cycle_id = cycle.id)`.as('wishes'))
    .select(sql<boolean>`not ${isHeld('cycle.id')}`.as('calledOff'))
    .select(sql<Date>`(select min(p.opens_at) from cycle_phase p where p.cycle_id = cycle.id)`.as('opensAt'))
    .select(sql<Date>`(select max(p.closes_at) from cycle_phase p where p.cycle_id = cycle.id)`.as('closesAt'))
    .$if(groupId !== undefined, (query) => query.where('cycle.groupId', '=', groupId ?? 0))
    .orderBy('closesAt', 'desc')
    .orderBy('cycle.id', 'desc')
    .execute()
}

/** Phases that are due to open or to close. */
export const listDuePhases = (db: Db, now: Date) =>
  db
    .selectFrom('cyclePhase')
    .select(['cycleId', 'kind', 'opensAt', 'closesAt', 'openedAt', 'closedAt'])
    .where('closedAt', 'is', null)
    .where('opensAt', '<=', now)
    .where(isHeld('cyclePhase.cycleId'))
    .orderBy('opensAt')
    .execute()

/** Cycles in which requests are put forward now, of one group where it is said, the next to end first. */
export const listSubmitting = (db: Db, now: Date, groupId?: number) =>
  db
    .selectFrom('cyclePhase')
    .innerJoin('cycle', 'cycle.id', 'cyclePhase.cycleId')
    .select(['cycle.id', 'cycle.title', 'cycle.groupId'])
    .where('cyclePhase.kind', '=', 'submission')
    .where('cyclePhase.opensAt', '<=', now)
    .where('cyclePhase.closesAt', '>', now)
    .where(isHeld('cycle.id'))
    .$if(groupId !== undefined, (query) => query.where('cycle.groupId', '=', groupId ?? 0))
    .orderBy('cyclePhase.closesAt')
    .orderBy('cycle.id')
    .limit(3)
    .execute()

/** Those in which this person can put a request forward, as nobody has yet. */
export async function listWaysForward(db: Db, actor: Actor, { id, groupId }: { id: number; groupId: number }) {
  if (actor.personId === null || isVendorGuest(actor, groupId)) return []
  const cycles = await listSubmitting(db, actor.at, groupId)
  if (cycles.length === 0) return []
  const there = await db.selectFrom('wish').select('cycleId').where('requestId', '=', id).execute()
  return cycles
    .filter((cycle) => !there.some(({ cycleId }) => cycleId === cycle.id))
    .map(({ id: cycleId, title }) => ({ id: cycleId, title }))
}

/** A cycle for jobs. */
export const findCycle = (db: Db, id: number) =>
  db
    .selectFrom('cycle')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .selectAll('cycle')
    .select(['workingGroup.name as group', 'workingGroup.productId'])
    .where('cycle.id', '=', id)
    .executeTakeFirst()

/** The round of a phase; one that was called off is none. */
export const findRound = (db: Db, cycleId: number, phase: 'round_one' | 'round_two') =>
  db
    .selectFrom('ballot')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('phase', '=', phase)
    .where('rehearsalOf', 'is', null)
    .where('state', '<>', 'called_off')
    .executeTakeFirst()

/** Costing of a cycle: cycles whose costing runs and whose round two still has options without a cost. */
export const listCosting = (db: Db, now: Date) =>
  db
    .selectFrom('cyclePhase')
    .innerJoin('cycle', 'cycle.id', 'cyclePhase.cycleId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .innerJoin('ballot', (join) =>
      join.onRef('ballot.cycleId', '=', 'cycle.id').on('ballot.phase', '=', 'round_two').on('ballot.rehearsalOf', 'is', null),
    )
    .select(['cycle.id', 'cycle.title', 'cycle.groupId', 'workingGroup.name as group', 'ballot.id as ballotId', 'cyclePhase.closesAt'])
    .select('cycle.zone')
    .select(sql<number>`(select count(*)::int from ballot_option o where o.ballot_id = ballot.id and o.cost is null)`.as('missing'))
    .where('cyclePhase.kind', '=', 'costing')
    .where('cyclePhase.opensAt', '<=', now)
    .where('cyclePhase.closesAt', '>', now)
    .where('ballot.state', '=', 'preparing')
    .execute()

/** Consortia that hold memberships of the hosts or have members who do, with what they have chosen. */
export async function listConsortia(db: Db, cycleId: number, day: string) {
  const { rows } = await sql<{ id: number; name: string; asOne: boolean | null; members: number; own: boolean }>`
    with belongs as (${belongings(day)}), member as (select distinct organisation_id as id from membership
      where community_id in (select community_id from cycle_host where cycle_id = ${cycleId}) and from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date))
    select o.id::int, o.name, c.as_one as "asOne", (select count(*)::int from belongs b where b.holder = o.id) as members, o.id in (select id from member) as own
    from shared_organisation o left join consortium_choice c on c.organisation_id = o.id and c.cycle_id = ${cycleId}
    where o.kind = 'consortium' and (o.id in (select id from member) or exists (select from belongs b join member m on m.id = b.member where b.holder = o.id))
    order by lower(o.name)`.execute(db)
  return rows
}

/** Is this person a referent of the organisation today, in a user group that holds the cycle? */
export async function speaksFor(db: Db, cycleId: number, personId: number, organisationId: number, on: Date): Promise<boolean> {
  const day = utcDay(on)
  const row = await db
    .selectFrom('sharedAppointment as appointment')
    .select('id')
    .where('role', '=', 'referent')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('communityId', 'in', (e) => e.selectFrom('cycleHost').select('communityId').where('cycleId', '=', cycleId))
    .where(sql<boolean>`from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date)`)
    .executeTakeFirst()
  return row !== undefined
}

/** A cycle for who says how this consortium votes: its referent, and those who run the cycle. @throws NotFound to others */
export async function getChosenCycle(db: Db, actor: Actor, id: number, organisationId: number): Promise<Cycle> {
  const cycle = await getCycle(db, actor, id)
  const speaks = actor.personId !== null && (await speaksFor(db, id, actor.personId, organisationId, actor.at))
  if (!cycle.mayRun && !speaks) throw new NotFound(t.consortiumNotFound)
  return cycle
}

/** The user groups that hold a cycle, by their ids. */
export const listCycleHosts = async (db: Db, cycleId: number): Promise<number[]> =>
  (await db.selectFrom('cycleHost').select('communityId').where('cycleId', '=', cycleId).execute()).map(({ communityId }) => communityId)

/** The submission window of a cycle. */
export const findWindow = (db: Db, cycleId: number) =>
  findRow(db.selectFrom('cyclePhase'), { cycleId, kind: 'submission' }, ['opensAt', 'closesAt'])
