import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound } from '../../errors.ts'
import { containing } from '../../lib/db/like.ts'
import { countRows, type Db, pagesOf } from '../../lib/db/rows.ts'
import type { WishState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { utcDay } from '../../time.ts'
import { getCycle } from '../cycles/queries.ts'

const t = textsOf('ballots', 'wishes')

/** What the last round said of a wish that was counted: which ballot, and whether it was chosen. */
const lastVote = sql<{
  ballotId: number
  phase: 'round_one' | 'round_two'
  chosen: boolean
} | null>`(select json_build_object('ballotId', b.id,
    'phase', b.phase, 'chosen', coalesce(r.result -> 'winners', '[]') @> to_jsonb(o.number::text))
  from ballot_option o join ballot b on b.id = o.ballot_id join ballot_result r on r.ballot_id = b.id and r.chosen
  where o.wish_id = wish.id and b.state = 'counted' and b.rehearsal_of is null order by b.closed_at desc limit 1)`

const wishes = (db: Db) =>
  db
    .selectFrom('wish')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'wish.organisationId')
    .leftJoin('sharedPerson as person', 'person.id', 'wish.personId')
    .leftJoin('wish as into', 'into.id', 'wish.mergedInto')
    .leftJoin('sharedPerson as decider', 'decider.id', 'wish.decidedBy')
    .selectAll('wish')
    .select(['organisation.name as organisation', 'person.name as person', 'into.title as intoTitle', 'decider.name as decider'])
    .select(sql<number>`(select count(*)::int from wish m where m.merged_into = wish.id)`.as('merged'))
    .select(sql<boolean>`exists (select from rewording r where r.wish_id = wish.id and r.agreed is null)`.as('asked'))
    .select(lastVote.as('vote'))

/** What decides how much of its wishes somebody reads. */
type Reading = Pick<Awaited<ReturnType<typeof getCycle>>, 'id' | 'inGroup' | 'mayRun' | 'readsWishes'>

/** Whose words this person reads, in SQL: as `standingTo` says it. */
const readsWords = ({ personId }: Actor, { inGroup, mayRun, readsWishes }: Reading) =>
  sql<boolean>`(${inGroup || mayRun} or wish.person_id = ${personId} or (${readsWishes} and wish.state <> 'withdrawn'))`

/** Whose authors are asked about other words, for those who decide on them; their authors know it of theirs. */
const isAsked = ({ personId }: Actor, { inGroup, mayRun }: Reading) =>
  sql<boolean>`(${inGroup || mayRun} or wish.person_id = ${personId}) and exists (select from rewording r where r.wish_id = wish.id and r.agreed is null)`

/** The wishes of a cycle, a page at a time. By its words one is found by who reads them, and by its title by everybody: it stands there. */
export async function listWishes(
  db: Db,
  actor: Actor,
  cycle: Reading,
  { state, search, page = 1, limit = 50 }: { state?: WishState | 'asked'; search?: string; page?: number; limit?: number } = {},
) {
  let query = wishes(db).where('wish.cycleId', '=', cycle.id)
  if (state === 'asked') query = query.where(isAsked(actor, cycle))
  else if (state) query = query.where('wish.state', '=', state)
  if (search) {
    const like = containing(search)
    query = query.where(sql<boolean>`unaccent(lower(wish.title || ' ' || wish.area
      || case when ${readsWords(actor, cycle)} then ' ' || wish.text else '' end)) like unaccent(${like})`)
  }
  const rows = await query.orderBy('wish.submittedAt').orderBy('wish.id').execute()
  return { wishes: rows.slice((page - 1) * limit, page * limit), total: rows.length, pages: pagesOf(rows.length, limit) }
}

/** How many wishes of a cycle stand where, as far as this person may know. */
export async function countWishes(db: Db, actor: Actor, cycle: Reading): Promise<Record<WishState | 'asked', number>> {
  const rows = await db
    .selectFrom('wish')
    .select((e) => ['state' as const, e.fn.countAll<number>().as('count')])
    .where('cycleId', '=', cycle.id)
    .groupBy('state')
    .execute()
  const asked = await countRows(db.selectFrom('wish').where('wish.cycleId', '=', cycle.id).where(isAsked(actor, cycle)))
  const none = { submitted: 0, accepted: 0, merged: 0, set_aside: 0, withdrawn: 0, asked }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

/** A wish for the program itself: its words, its state and its group. */
export const findWish = (db: Db, id: number) =>
  db
    .selectFrom('wish')
    .innerJoin('cycle', 'cycle.id', 'wish.cycleId')
    .select(['wish.title', 'wish.text', 'wish.area', 'wish.state', 'wish.submittedAt', 'cycle.groupId'])
    .where('wish.id', '=', id)
    .executeTakeFirst()

/** How much of a wish this person reads: the whole of it, its words alone, or nothing. */
export function standingTo(
  { personId }: Actor,
  cycle: { inGroup: boolean; mayRun: boolean; readsWishes: boolean },
  wish: { personId: number | null; state: WishState },
): 'whole' | 'words' | undefined {
  if (cycle.inGroup || cycle.mayRun || (wish.personId !== null && wish.personId === personId)) return 'whole'
  return cycle.readsWishes && wish.state !== 'withdrawn' ? 'words' : undefined
}

/**
 * One wish with its cycle and what was merged into it. How it was decided, by whom and in which other words it might stand is for those who
 * decide and for who brought it in; those on the group's lists read its words until it is withdrawn.
 * @throws NotFound to others
 */
export async function getWish(db: Db, actor: Actor, id: number) {
  const wish = (await wishes(db).where('wish.id', '=', id).executeTakeFirst()) ?? missing(t.requestNotFound)
  const cycle = await getCycle(db, actor, wish.cycleId)
  const standing = standingTo(actor, cycle, wish)
  if (!standing) throw new NotFound(t.requestNotFound)
  const mine = wish.personId !== null && wish.personId === actor.personId
  const [merged, rewordings] = await Promise.all([
    wishes(db).where('wish.mergedInto', '=', id).orderBy('wish.id').execute(),
    db
      .selectFrom('rewording')
      .leftJoin('sharedPerson as person', 'person.id', 'rewording.proposedBy')
      .selectAll('rewording')
      .select('person.name as proposer')
      .where('wishId', '=', id)
      .orderBy('rewording.id')
      .execute(),
  ])
  if (standing === 'whole') return { ...wish, cycle, mergedWishes: merged, rewordings, mine }
  const kept = { personId: null, person: null, note: '', decidedBy: null, decidedAt: null, decider: null, asked: false }
  return { ...wish, ...kept, cycle, mergedWishes: merged, rewordings: [], mine }
}

/** A wish for those who decide on it. @throws NotFound to others */
export async function getTriagedWish(db: Db, actor: Actor, id: number) {
  const wish = await getWish(db, actor, id)
  if (!wish.cycle.mayRun && !wish.cycle.inGroup) throw new NotFound(t.requestNotFound)
  return wish
}

export type Wish = Awaited<ReturnType<typeof getWish>>

/** What wishes can be merged into: those that are neither merged nor set aside. */
export const listMergeTargets = (db: Db, cycleId: number, besides: number) =>
  db
    .selectFrom('wish')
    .select(['id', 'title', 'area'])
    .where('cycleId', '=', cycleId)
    .where('id', '<>', besides)
    .where('state', 'in', ['submitted', 'accepted'])
    .orderBy('area')
    .orderBy('title')
    .execute()

/** Areas of a product, as they were named before. */
export async function listAreas(db: Db, groupId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('wish')
    .innerJoin('cycle', 'cycle.id', 'wish.cycleId')
    .select('wish.area')
    .distinct()
    .where('cycle.groupId', '=', groupId)
    .where('wish.area', '<>', '')
    .orderBy('wish.area')
    .execute()
  return rows.map(({ area }) => area)
}

/** Institutions for which somebody submits: where they work, and for whom they are referent. */
export async function listSubmitters(db: Db, personId: number, on: Date) {
  const day = utcDay(on)
  const { rows } = await sql<{ id: number; name: string }>`
    select o.id::int, o.name from shared_organisation o where o.kind in ('institution', 'consortium') and (
      exists (select from shared_affiliation a where a.person_id = ${personId} and a.organisation_id = o.id
        and (a.from_on is null or a.from_on <= ${day}::date) and (a.to_on is null or a.to_on >= ${day}::date))
      or exists (select from shared_appointment p where p.person_id = ${personId} and p.role = 'referent' and p.organisation_id = o.id
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)))
    order by lower(o.name)`.execute(db)
  return rows
}

/** The institutions that stand behind requests today. */
export async function listBehind(db: Db, requestIds: number[]): Promise<{ requestId: number; organisationId: number }[]> {
  const { rows } = await sql<{
    requestId: number
    organisationId: number
  }>`select request_id::int as "requestId", organisation_id::int as "organisationId"
    from standing_support where strength <> 'not_for_us' and request_id = any(${requestIds}::bigint[])`.execute(db)
  return rows
}

/** A wish with what was decided on it, and to whom its submitter answers. */
export const findDecided = (db: Db, id: number) =>
  wishes(db)
    .innerJoin('cycle', 'cycle.id', 'wish.cycleId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .select(['cycle.title as cycle', 'cycle.groupId', 'workingGroup.name as group'])
    .select(
      sql<
        string | null
      >`(select a.email from shared_address a where a.person_id = wish.decided_by and a.verified_at is not null order by a.id limit 1)`.as(
        'leader',
      ),
    )
    .where('wish.id', '=', id)
    .executeTakeFirst()

/** A rewording that nobody has answered yet. */
export const findAskedRewording = (db: Db, id: number) =>
  db
    .selectFrom('rewording')
    .innerJoin('wish', 'wish.id', 'rewording.wishId')
    .innerJoin('cycle', 'cycle.id', 'wish.cycleId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'cycle.groupId')
    .select(['rewording.wishId', 'rewording.title', 'rewording.text', 'rewording.why', 'wish.title as was', 'wish.personId'])
    .select(['cycle.groupId', 'workingGroup.name as group'])
    .where('rewording.id', '=', id)
    .where('rewording.agreed', 'is', null)
    .executeTakeFirst()
