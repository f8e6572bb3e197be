import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NoSuchGroup, NotFound } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { groupsOf, isAtTable, mayKeepCharter, mayReadDraft } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { inForceOn, stateOf } from './rules.ts'

const t = textsOf('charter', 'clausesPage')

const groups = (db: Db) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.foundedOn'])
    .select(['product.name as product', 'vendor.name as vendor'])
    .select(
      sql<number[]>`array(select g.community_id::int from shared_group_community g where g.group_id = working_group.id)`.as('communityIds'),
    )
    .select(
      sql<
        string[]
      >`array(select c.name from shared_group_community g join shared_community c on c.id = g.community_id where g.group_id = working_group.id order by c.name)`.as(
        'communities',
      ),
    )
    .orderBy('workingGroup.id')

/** Every group of the site, as far as its charter needs it. */
export const listCharterGroups = (db: Db) => groups(db).execute()

export type CharterGroup = Awaited<ReturnType<typeof listCharterGroups>>[number]

/**
 * The group that a page is about: the one that is named, else the only one, else the reader's own, else the first.
 * @throws NoSuchGroup
 */
export async function getCharterGroup(db: Db, actor: Actor, slug?: string): Promise<CharterGroup> {
  const all = await listCharterGroups(db)
  const [own] = groupsOf(actor)
  const found = slug === undefined ? (all.find(({ id }) => id === own) ?? all[0]) : all.find((one) => one.slug === slug)
  if (!found) throw new NoSuchGroup(refusals.noSuchGroup)
  return found
}

const versions = (db: Db) =>
  db
    .selectFrom('charterVersion')
    .leftJoin('sharedDecision as decision', 'decision.id', 'charterVersion.decisionId')
    .selectAll('charterVersion')
    .select('decision.number as decisionNumber')
    .select(sql<number>`(select count(*) from charter_clause c where c.version_id = charter_version.id)`.as('clauses'))

/** The versions of a group's charter that were adopted, the newest first; with `drafts` the draft too. */
export async function listVersions(db: Db, groupId: number, { drafts = false } = {}) {
  return versions(db)
    .where('charterVersion.groupId', '=', groupId)
    .$if(!drafts, (query) => query.where('charterVersion.adoptedAt', 'is not', null))
    .orderBy('charterVersion.number', 'desc')
    .execute()
}

/** The versions in force on a day, of many groups at once. */
export async function listInForce(db: Db, groupIds: readonly number[], on: string): Promise<Version[]> {
  const all = await versions(db)
    .where('charterVersion.groupId', 'in', orNoId(groupIds))
    .where('charterVersion.adoptedAt', 'is not', null)
    .orderBy('charterVersion.number', 'desc')
    .execute()
  return [...Map.groupBy(all, ({ groupId }) => groupId).values()].flatMap((own) => inForceOn(own, on) ?? [])
}

export type Version = Awaited<ReturnType<typeof listVersions>>[number]

/** The version in force on a day, if any. */
export async function findInForce(db: Db, groupId: number, on: string): Promise<Version | undefined> {
  return inForceOn(await listVersions(db, groupId), on)
}

/**
 * A version that was adopted, by its number; its address lasts.
 * @throws NotFound
 */
export async function getVersion(db: Db, groupId: number, number: number): Promise<Version> {
  return (await listVersions(db, groupId)).find((one) => one.number === number) ?? missing(refusals.thereIsNoSuchVersion)
}

/**
 * A version by its id, with its group; a draft only for those who may read it.
 * @throws NotFound
 */
export async function getVersionById(db: Db, actor: Actor, id: number, { keep = false } = {}) {
  const version = await versions(db).where('charterVersion.id', '=', id).executeTakeFirst()
  const group = version && (await groups(db).where('workingGroup.id', '=', version.groupId).executeTakeFirst())
  const seen =
    version && (keep ? mayKeepCharter(actor, version.groupId) : version.adoptedAt !== null || mayReadDraft(actor, version.groupId))
  if (!version || !group || !seen) throw new NotFound(refusals.thereIsNoSuchVersion)
  return { ...version, group }
}

/** The draft of a group, if there is one that this person may read. */
export async function findDraft(db: Db, actor: Actor, groupId: number): Promise<Version | undefined> {
  if (!mayReadDraft(actor, groupId)) return undefined
  return versions(db).where('charterVersion.groupId', '=', groupId).where('charterVersion.adoptedAt', 'is', null).executeTakeFirst()
}

/**
 * The clauses of versions with what they are measured by, in their order.
 * @param reader who reads them: a series of meetings that they may not know of has no title. Nobody in particular knows the public ones.
 */
export async function listClauses(db: Db, versionIds: readonly number[], reader?: Actor) {
  const clauses = await db
    .selectFrom('charterClause')
    .innerJoin('clauseLine', 'clauseLine.id', 'charterClause.lineId')
    .selectAll('charterClause')
    .select('clauseLine.readers')
    .where('charterClause.versionId', 'in', orNoId(versionIds))
    .orderBy('charterClause.versionId')
    .orderBy('charterClause.position')
    .orderBy('charterClause.id')
    .execute()
  const measures = await db
    .selectFrom('clauseMeasure')
    .innerJoin('charterClause', 'charterClause.id', 'clauseMeasure.clauseId')
    .innerJoin('charterVersion', 'charterVersion.id', 'charterClause.versionId')
    .leftJoin('sharedMeetingSeries as meetingSeries', 'meetingSeries.id', 'clauseMeasure.seriesId')
    .selectAll('clauseMeasure')
    .select(['meetingSeries.title', 'meetingSeries.public', 'charterVersion.groupId'])
    .where('charterClause.versionId', 'in', orNoId(versionIds))
    .orderBy('clauseMeasure.clauseId')
    .orderBy('clauseMeasure.position')
    .orderBy('clauseMeasure.id')
    .execute()
  const shown = measures.map(({ title, public: open, groupId, ...measure }) => {
    // The group of a charter hosts the series that its measures look at.
    const hidden = title !== null && !open && !(reader && isAtTable(reader, { groupIds: [groupId], communityIds: [] }))
    return { ...measure, series: hidden ? null : title, seriesHidden: hidden }
  })
  const byClause = Map.groupBy(shown, ({ clauseId }) => clauseId)
  return clauses.map((clause) => ({ ...clause, measures: byClause.get(clause.id) ?? [] }))
}

export type Clause = Awaited<ReturnType<typeof listClauses>>[number]

/**
 * A clause with its version and group, for those who may read it.
 * @throws NotFound
 */
export async function getClause(db: Db, actor: Actor, id: number, { keep = false } = {}) {
  const row = await db.selectFrom('charterClause').select('versionId').where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(t.thereIsNoSuchClause)
  const version = await getVersionById(db, actor, row.versionId, { keep })
  const clause = (await listClauses(db, [version.id], actor)).find((one) => one.id === id) ?? missing(t.thereIsNoSuchClause)
  return { ...clause, version }
}

/** Charters in force whose review comes within so many days, or has passed. */
export async function listReviews(db: Db, at: Date, within: number) {
  const today = utcDay(at)
  const until = utcDay(new Date(at.getTime() + within * 86_400_000))
  const due = await versions(db)
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'charterVersion.groupId')
    .select(['workingGroup.name as group', 'workingGroup.slug'])
    .select(
      sql<number[]>`array(select n.days from charter_notice n where n.version_id = charter_version.id
        and n.review_on = charter_version.review_on)`.as('sent'),
    )
    .where('charterVersion.reviewOn', '<=', until)
    .where('charterVersion.inForceOn', '<=', today)
    .execute()
  const all = await db
    .selectFrom('charterVersion')
    .select(['id', 'groupId', 'adoptedAt', 'inForceOn'])
    .where('groupId', 'in', orNoId(due.map(({ groupId }) => groupId)))
    .where('adoptedAt', 'is not', null)
    .execute()
  return due.filter(
    (one) =>
      stateOf(
        one,
        all.filter(({ groupId }) => groupId === one.groupId),
        today,
      ) === 'in_force',
  )
}

/** How many charters in force are past their review. */
export const countOverdueReviews = async (db: Db, at: Date): Promise<number> =>
  (await listReviews(db, at, 0)).filter(({ reviewOn }) => (reviewOn ?? '') < utcDay(at)).length

/** What waits at charters for somebody who keeps one: a review, a draft to finish. */
export async function listCharterWaiting(db: Db, actor: Actor) {
  const mine = groupsOf(actor).filter((id) => mayKeepCharter(actor, id))
  if (mine.length === 0) return { reviews: [], drafts: [] }
  const reviews = (await listReviews(db, actor.at, 60)).filter(({ groupId }) => mine.includes(groupId))
  const drafts = await versions(db)
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'charterVersion.groupId')
    .select('workingGroup.name as group')
    .where('charterVersion.groupId', 'in', mine)
    .where('charterVersion.adoptedAt', 'is', null)
    .execute()
  return { reviews, drafts }
}
