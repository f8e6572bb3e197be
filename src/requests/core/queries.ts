import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NoSuchGroup, NotFound } from '../../errors.ts'
import { containing } from '../../lib/db/like.ts'
import { countRows, type Db, idsOf, listRows, orNoId, pagesOf } from '../../lib/db/rows.ts'
import type { RequestKind, RequestStage, Severity, Visibility } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/words.ts'
import { groupsOf, inside, mayCollate, mayContribute, workOf } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import type { Asking } from '../../tool.ts'
import { isVendorSide } from '../../vendor-side-queries.ts'
import { requestRefusals } from '../refusals.ts'
import { type Mine, ownCondition } from './own-queries.ts'

/** The groups on whose lists this actor is; a list of the group alone does not count, their seat does. */
const subscribed = (actor: Actor): RawBuilder<unknown> =>
  sql`(select l.group_id from shared_list l where l.archive <> 'group' and l.id = any(${actor.listIds}::bigint[]))`

/** Is this actor among the readers of a thing of a group? As `audiencesOf` tells search. */
export const readableBy = (actor: Actor, group: RawBuilder<unknown>, readers: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${readers} = 'public' or ${group} = any(${workOf(actor)}::bigint[])
    or (${readers} = 'subscribers' and ${group} in ${subscribed(actor)}))`

/** What this actor may see of a table that has `group_id` and `visibility`. */
export const visibleTo = (actor: Actor, table: string): RawBuilder<boolean> =>
  readableBy(actor, sql.ref(`${table}.groupId`), sql.ref(`${table}.visibility`))

/** What a request was merged into, where this actor may see that; it may be less open than what was merged. */
const seenMerged = (actor: Actor, column: 'mergedIntoId' | 'rootId') =>
  sql<number | null>`(select into_that.id from request into_that where into_that.id = ${sql.ref(`request.${column}`)}
    and request.merged_into_id is not null and ${visibleTo(actor, 'intoThat')})`

/** Does this actor read who supports a `request`: as `mayContribute` says, of many. */
export const readsSupport = (actor: Actor): RawBuilder<boolean> =>
  actor.vendorSide ? sql<boolean>`false` : readableBy(actor, sql.ref('request.groupId'), sql`'subscribers'`)

/** A group by its address or its number. */
export interface WhichGroup {
  slug?: string
  id?: number
}

/**
 * A group with what decides who may do what with its requests.
 * @param which where not given the actor's own, else one on whose list they are, else the first of the site
 * @throws NoSuchGroup
 */
export async function getRequestGroup(db: Db, actor: Actor, which?: WhichGroup) {
  const own = sql<boolean>`working_group.id = any(${groupsOf(actor)}::bigint[])`
  const onList = sql<boolean>`exists (select from shared_list l where l.group_id = working_group.id and l.archive <> 'group' and l.id = any(${actor.listIds}::bigint[]))`
  const group = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .leftJoin('requestRule', 'requestRule.groupId', 'workingGroup.id')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.productId', 'product.name as product'])
    .select(
      sql<number[]>`array(select l.id::int from shared_list l where l.group_id = working_group.id and l.archive <> 'group'
        order by l.id)`.as('listIds'),
    )
    .select(sql<boolean>`coalesce(request_rule.referent_confirms, false)`.as('referentConfirms'))
    .select(sql<number>`coalesce(request_rule.merge_days, 14)`.as('mergeDays'))
    .$if(which?.slug !== undefined, (query) => query.where('workingGroup.slug', '=', which?.slug ?? ''))
    .$if(which?.id !== undefined, (query) => query.where('workingGroup.id', '=', which?.id ?? 0))
    .orderBy(own, 'desc')
    .orderBy(sql`working_group.closed_at is null`, 'desc')
    .orderBy(onList, 'desc')
    .orderBy('workingGroup.id')
    .executeTakeFirstOrThrow(() => new NoSuchGroup(refusals.noSuchGroup))
  return {
    ...group,
    /** Was asked for, so that what leads on names it too. */
    named: which !== undefined,
    siblings: which?.id !== undefined ? [] : await listSiblings(db, own, onList),
    mayCollate: mayCollate(actor, group.id),
    mayContribute: mayContribute(actor, group),
    signedIn: actor.personId !== null,
  }
}

/** The groups among which somebody goes from one to the other: those that they are in, and those on whose lists they are; for who is in none, all. */
async function listSiblings(db: Db, own: RawBuilder<boolean>, onList: RawBuilder<boolean>) {
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name'])
    .select(sql<boolean>`${own} or ${onList}`.as('hers'))
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
  const hers = groups.filter((group) => group.hers)
  return hers.length > 0 ? hers : groups
}

export type RequestGroup = Awaited<ReturnType<typeof getRequestGroup>>

/** A group for what this person writes down: one of those in which they are, or on whose lists. */
export const chooseRequestGroup: Asking = {
  reads: 'listGroups',
  among: async (db, actor) => {
    const { mayContribute: may, siblings } = await getRequestGroup(db, actor)
    return may ? siblings.map(({ slug, name }) => ({ value: slug, title: name })) : []
  },
}

/**
 * A group for those who collate its requests; to others there is none to collate.
 * @throws NotFound
 */
export async function getCollatedGroup(db: Db, actor: Actor, which?: WhichGroup) {
  const group = await getRequestGroup(db, actor, which)
  if (!group.mayCollate) throw new NotFound(refusals.thereIsNoSuchPage)
  return { ...group, siblings: group.siblings.filter(({ id }) => mayCollate(actor, id)) }
}

const requestColumns = (db: Db) =>
  db
    .selectFrom('request')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'request.groupId')
    .leftJoin('productArea', 'productArea.id', 'request.areaId')
    .leftJoin('topic', 'topic.id', 'request.topicId')
    .leftJoin('sharedPerson as champion', 'champion.id', 'request.championId')
    .selectAll('request')
    .select(['productArea.name as area', 'topic.name as topic', 'champion.name as champion'])
    .select(['workingGroup.slug as groupSlug', 'workingGroup.name as groupName'])

/** A request by id, whoever may see it: for the program itself. */
export const findRequest = (db: Db, id: number) => requestColumns(db).where('request.id', '=', id).executeTakeFirst()
export type Request = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** A request as this person may see it. @throws NotFound */
export async function getRequest(db: Db, actor: Actor, id: number) {
  return requestColumns(db)
    .select([seenMerged(actor, 'mergedIntoId').as('mergedInto'), seenMerged(actor, 'rootId').as('mergedAt')])
    .where('request.id', '=', id)
    .where(visibleTo(actor, 'request'))
    .executeTakeFirstOrThrow(() => new NotFound(requestRefusals.request))
}

/** Those of some requests that this person may read. */
export async function listReadable(db: Db, actor: Actor, ids: number[]): Promise<number[]> {
  const rows = await db.selectFrom('request').select('id').where('id', 'in', orNoId(ids)).where(visibleTo(actor, 'request')).execute()
  return idsOf(rows)
}

/**
 * A request for those who collate its group's; to others there is none.
 * @throws NotFound
 */
export async function getCollatedRequest(db: Db, actor: Actor, id: number) {
  const request = await getRequest(db, actor, id)
  if (!mayCollate(actor, request.groupId)) throw new NotFound(requestRefusals.request)
  return request
}

export interface RequestFilter {
  groupId?: number
  search?: string
  kind?: RequestKind
  stages?: readonly RequestStage[]
  /** Since and until when it stands at one of these stages, or without them is there: YYYY-MM-DD, days of UTC. */
  days?: { from?: string; to?: string }
  areaId?: number
  topicId?: number
  championId?: number
  /** An institution that supports them; none in groups where who supports what is not for this person to read. */
  supporterId?: number
  severity?: Severity
  visibility?: Visibility
  /** What whoever asks has to do with them. */
  mine?: Mine
  /** These alone. */
  ids?: number[]
}

export const orders = ['newest', 'support', 'cases', 'changed', 'title'] as const
export type Order = (typeof orders)[number]

const within = ({ from = '-infinity', to = 'infinity' }: NonNullable<RequestFilter['days']>, column: string) =>
  sql<boolean>`(${sql.raw(column)} at time zone 'UTC')::date between ${from}::date and ${to}::date`

/** The number of a request that somebody looks for, old or new. */
const numberIn = (search = ''): string | undefined => /^#?(\d{1,9})$/.exec(search.trim())?.[1]

/** A filter of which is found out what it takes of its reader, and of others, to be among them. */
type Filter = Omit<RequestFilter, 'mine' | 'supporterId'> & { conditions: RawBuilder<boolean>[] }

const supportedBy = (organisationId: number): RawBuilder<boolean> =>
  sql`request.id in (select s.request_id from standing_support s where s.organisation_id = ${organisationId} and s.strength <> 'not_for_us')`
const findOut = async (db: Db, actor: Actor, { mine, supporterId, ...filter }: RequestFilter): Promise<Filter> => ({
  ...filter,
  conditions: [
    ...(mine ? [await ownCondition(db, actor, mine)] : []),
    ...(supporterId === undefined ? [] : [readsSupport(actor), supportedBy(supporterId)]),
  ],
})

function filtered(db: Db, actor: Actor, filter: Filter) {
  const { conditions, groupId, search, kind, stages, days, areaId, topicId, championId, severity, visibility, ids } = filter
  let query = db.selectFrom('request').where(visibleTo(actor, 'request'))
  if (groupId !== undefined) query = query.where('request.groupId', '=', groupId)
  const number = numberIn(search)
  if (number) query = query.where((e) => e.or([e('request.id', '=', Number(number)), e('request.oldNumber', '=', number)]))
  else if (search) query = query.where(sql<boolean>`request.folded like (select unaccent(${containing(search)}))`)
  if (kind) query = query.where('request.kind', '=', kind)
  if (stages) query = query.where(sql<boolean>`request.stage = any(${stages}::request_stage[])`)
  if (days) query = query.where(within(days, stages ? 'request.stage_at' : 'request.created_at'))
  if (areaId !== undefined) query = query.where('request.areaId', '=', sql<number>`area_now(${areaId})`)
  if (topicId !== undefined) query = query.where('request.topicId', '=', topicId)
  if (championId !== undefined) query = query.where('request.championId', '=', championId)
  if (severity) query = query.where('request.severity', '=', severity)
  if (visibility) query = query.where('request.visibility', '=', visibility)
  if (ids) query = query.where('request.id', 'in', orNoId(ids))
  for (const condition of conditions) query = query.where(condition)
  return query
}

/** What comes first, by each order; of what is equal the newest. */
const first: Record<Order, RawBuilder<unknown>> = {
  newest: sql`request.created_at desc, request.id desc`,
  support: sql`coalesce(s.supporters, 0) desc, request.id desc`,
  cases: sql`coalesce(b.cases, 0) desc, request.id desc`,
  changed: sql`request.changed_at desc, request.id desc`,
  title: sql`lower(request.title), request.id desc`,
}

/** Requests with how many user cases and institutions stand behind each. */
function counted(db: Db, actor: Actor, filter: Filter) {
  const counts = sql`(select request_id, count(*) filter (where strength <> 'not_for_us') as supporters, count(*) filter (where strength = 'must') as musts
    from standing_support group by request_id)`
  const behind = sql`(select request_id, count(*) as cases from collated_case group by request_id)`
  return filtered(db, actor, filter)
    .leftJoin('productArea', 'productArea.id', 'request.areaId')
    .leftJoin('topic', 'topic.id', 'request.topicId')
    .leftJoin('sharedPerson as champion', 'champion.id', 'request.championId')
    .leftJoin(sql<{ requestId: number; supporters: number; musts: number }>`${counts}`.as('s'), 's.requestId', 'request.id')
    .leftJoin(sql<{ requestId: number; cases: number }>`${behind}`.as('b'), 'b.requestId', 'request.id')
    .select(['request.id', 'request.groupId', 'request.kind', 'request.title', 'request.stage', 'request.stageAt', 'request.severity'])
    .select(['request.visibility', 'request.createdAt', 'request.changedAt', 'request.areaId', 'request.topicId', 'request.championId'])
    .select(['productArea.name as area', 'topic.name as topic', 'champion.name as champion', 'request.oldNumber'])
    .select(seenMerged(actor, 'mergedIntoId').as('mergedInto'))
    .select(sql<number>`coalesce(s.supporters, 0)`.as('supporters'))
    .select(sql<number>`coalesce(s.musts, 0)`.as('musts'))
    .select(sql<number>`coalesce(b.cases, 0)`.as('cases'))
}

/** Requests that this person may see, a page at a time, with what stands behind each; `most` is how many institutions any of them has. */
export async function listRequests(db: Db, actor: Actor, options: RequestFilter & { page?: number; limit?: number; order?: Order } = {}) {
  const { page = 1, limit = 30, order = 'newest', ...asked } = options
  const filter = await findOut(db, actor, asked)
  const total = await countRows(filtered(db, actor, filter))
  const rows = await counted(db, actor, filter)
    .select(sql<number>`coalesce(max(s.supporters) over (), 0)`.as('most'))
    .orderBy(first[order])
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { requests: rows.map(({ most: _, ...request }) => request), total, pages: pagesOf(total, limit), most: rows[0]?.most ?? 0 }
}

/** The first requests of each status that this person may see, in an order, and how many each status has. */
export async function listByStage(db: Db, actor: Actor, { order, most, ...asked }: RequestFilter & { order: Order; most: number }) {
  const filter = await findOut(db, actor, asked)
  const counts = await filtered(db, actor, filter)
    .select((e) => ['request.stage' as const, e.fn.countAll<number>().as('count')])
    .groupBy('request.stage')
    .execute()
  const requests = await db
    .selectFrom(
      counted(db, actor, filter)
        .select(sql<number>`row_number() over (partition by request.stage order by ${first[order]})`.as('place'))
        .as('placed'),
    )
    .selectAll('placed')
    .where('place', '<=', most)
    .orderBy('place')
    .execute()
  return { requests, counts: new Map(counts.map(({ stage, count }) => [stage, count])) }
}
export type ListedRequest = Awaited<ReturnType<typeof listRequests>>['requests'][number]

/** The product areas of a group that can be chosen: those that were merged into another are that one. */
export const listOpenAreas = (db: Db, groupId: number) =>
  listRows(db.selectFrom('productArea').orderBy('name'), { groupId, mergedIntoId: null }, ['id', 'name'])

/** The product areas of a group that were merged, with what into. */
export const listMergedAreas = (db: Db, groupId: number) =>
  db
    .selectFrom('productArea')
    .innerJoin('productArea as into', 'into.id', 'productArea.mergedIntoId')
    .select(['productArea.id', 'productArea.name', 'into.name as into', 'into.mergedIntoId as further'])
    .where('productArea.groupId', '=', groupId)
    .orderBy('productArea.name')
    .execute()

/** The product areas and open topics of a group, by name, with who collates there. */
export async function listRequestChoices(db: Db, groupId: number, at: Date) {
  const day = utcDay(at)
  const [areas, topics, members] = await Promise.all([
    listOpenAreas(db, groupId),
    db
      .selectFrom('topic')
      .leftJoin('sharedPerson as person', 'person.id', 'topic.ownerId')
      .select(['topic.id', 'topic.name', 'topic.description', 'topic.ownerId', 'person.name as owner', 'topic.closedAt'])
      .where('groupId', '=', groupId)
      .orderBy('topic.name')
      .execute(),
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .select(['person.id', 'person.name'])
      .distinct()
      .where('appointment.groupId', '=', groupId)
      .where('appointment.role', 'in', inside)
      .where(sql<boolean>`not ${isVendorSide(sql.ref('person.id'), at)}`)
      .where(sql<boolean>`appointment.from_on <= ${day}::date and (appointment.to_on is null or appointment.to_on >= ${day}::date)`)
      .orderBy('person.name')
      .execute(),
  ])
  return { areas, topics, members }
}

/**
 * The versions of a request's text, newest first. Who may see the request is asked before; what was written for the group alone is read by who is
 * of the group, whoever reads the request by now.
 */
export const listVersions = (db: Db, { id: requestId, groupId }: Pick<Request, 'id' | 'groupId'>, actor: Actor) =>
  db
    .selectFrom('requestVersion')
    .leftJoin('sharedPerson as person', 'person.id', 'requestVersion.changedBy')
    .selectAll('requestVersion')
    .select('person.name as changer')
    .where('requestId', '=', requestId)
    .$if(!mayCollate(actor, groupId), (query) => query.where(sql<boolean>`coalesce(request_version.fields->>'visibility', '') <> 'group'`))
    .orderBy('number', 'desc')
    .execute()

/** What a request is related to, part of or a duplicate of, and what of it, as this person may see them. */
export async function listLinks(db: Db, actor: Actor, requestId: number) {
  const rows = await db
    .selectFrom('requestLink')
    .innerJoin('request', (join) =>
      join.on((e) =>
        e.or([
          e.and([e('requestLink.fromId', '=', requestId), e('request.id', '=', e.ref('requestLink.toId'))]),
          e.and([e('requestLink.toId', '=', requestId), e('request.id', '=', e.ref('requestLink.fromId'))]),
        ]),
      ),
    )
    .select(['requestLink.kind', 'requestLink.fromId', 'request.id', 'request.title', 'request.stage'])
    .where(visibleTo(actor, 'request'))
    .orderBy('request.id')
    .execute()
  return rows.map(({ fromId, ...row }) => ({ ...row, outward: fromId === requestId }))
}

/** What is merged into a request, as this person may see it, with the proposals by which that was decided. */
export const listMerged = (db: Db, actor: Actor, requestId: number) =>
  db
    .selectFrom('request')
    .innerJoin('mergeProposal', (join) => join.onRef('mergeProposal.sourceId', '=', 'request.id').on('mergeProposal.state', '=', 'merged'))
    .select(['request.id', 'request.title', 'mergeProposal.id as proposalId'])
    .where('request.mergedIntoId', '=', requestId)
    .where(visibleTo(actor, 'request'))
    .orderBy('request.id')
    .execute()

/** Numbers of the vendor's support cases of a request and of the user cases behind it. */
export async function listCaseNumbers(db: Db, requestId: number, rootId: number) {
  const { rows } = await sql<{ number: string; link: string; caseId: number | null }>`
    select n.number, n.link, n.case_id from case_number n
    where n.request_id = ${requestId} or n.case_id in (select c.case_id from collated_case c where c.family_id = ${rootId} and c.request_id = ${requestId})
    order by n.number, n.id`.execute(db)
  return rows
}

/** How many requests that this person may see each topic of a group has. */
export async function countByTopic(db: Db, actor: Actor, groupId: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('request')
    .select((e) => ['request.topicId' as const, e.fn.countAll<number>().as('count')])
    .where('request.groupId', '=', groupId)
    .where('request.topicId', 'is not', null)
    .where(visibleTo(actor, 'request'))
    .groupBy('request.topicId')
    .execute()
  return new Map(rows.map(({ topicId, count }) => [topicId as number, count]))
}
