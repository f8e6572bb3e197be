import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { countRows, type Db, readPage } from '../lib/db/rows.ts'
import type { NewsState } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'
import { groupsOf, isAdministrator, mayLead, mayPublishNews, mayWriteNews } from '../policy.ts'
import { visibleTo } from '../requests/queries.ts'
import type { TextKind } from '../texts.ts'

export { findMovedNumber } from './imports/queries.ts'
export { countDueIssues } from './rhythm-queries.ts'

const t = textsOf('news', 'queries')

/** Groups whose drafts this actor reads: their own, all of them for administrators. */
export const writesFor = (actor: Actor) => {
  if (actor.vendorSide) return sql<number[]>`'{}'::bigint[]`
  return isAdministrator(actor)
    ? sql<number[]>`array(select id from shared_working_group working_group)`
    : sql<number[]>`${groupsOf(actor)}::bigint[]`
}

const items = (db: Db) =>
  db
    .selectFrom('newsItem')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'newsItem.groupId')
    .leftJoin('productArea', 'productArea.id', 'newsItem.areaId')
    .leftJoin('sharedPerson as author', (join) => join.onRef('author.id', '=', 'newsItem.authorId').on('author.erasedAt', 'is', null))
    .selectAll('newsItem')
    .select(['workingGroup.slug as group', 'workingGroup.name as groupName', 'productArea.name as area', 'author.name as authorPerson'])

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

/** An item with what the actor may do with it. */
const told = (actor: Actor, row: Row) => ({
  ...row,
  byline: row.authorPerson ?? row.authorName,
  mayWrite: mayWriteNews(actor, row.groupId) || mayPublishNews(actor, row.groupId),
  mayPublish: mayPublishNews(actor, row.groupId),
})
export type Item = ReturnType<typeof told>

/** Which items a page lists. */
export interface ItemFilter {
  groupId?: number
  year?: number
  area?: string
  search?: string
  path?: string
}

export const itemsPerPage = 20

function published(db: Db, actor: Actor, { groupId, year, area, search, path }: ItemFilter) {
  let query = items(db).where('newsItem.state', '=', 'published').where(visibleTo(actor, 'newsItem'))
  if (groupId !== undefined) query = query.where('newsItem.groupId', '=', groupId)
  if (year !== undefined) query = query.where(sql<boolean>`extract(year from news_item.published_at at time zone 'UTC') = ${year}`)
  // A feed that somebody follows keeps the name that an area had before it was merged.
  if (area) query = query.where(sql<boolean>`news_item.area_id in (select area_now(id) from product_area where name = ${area})`)
  if (path) query = query.where(sql<boolean>`exists (select from news_item_link l where l.item_id = news_item.id and l.path = ${path})`)
  if (search)
    query = query.where(sql<boolean>`(unaccent(lower(news_item.title)) like unaccent(${containing(search)})
      or unaccent(lower(news_item.text)) like unaccent(${containing(search)}))`)
  return query
}

/** The news that this person may read, the newest first, a page at a time. */
export async function listNews(db: Db, actor: Actor, filter: ItemFilter = {}, { page = 1, limit = itemsPerPage } = {}) {
  const found = published(db, actor, filter).orderBy('newsItem.publishedAt', 'desc').orderBy('newsItem.id', 'desc')
  const { rows, ...sums } = await readPage(found, { page, limit })
  return { items: rows.map((row) => told(actor, row)), ...sums }
}

/** Years and product areas of the news that this person may read, for the filters. */
export async function listFacets(db: Db, actor: Actor) {
  const rows = await published(db, actor, {})
    .clearSelect()
    .select(sql<number>`extract(year from news_item.published_at at time zone 'UTC')::int`.as('year'))
    .select('productArea.name as area')
    .distinct()
    .execute()
  return {
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a),
    areas: [...new Set(rows.flatMap(({ area }) => area ?? []))].sort(),
  }
}

/** What is being written in the actor's groups: drafts, what is ready, what is scheduled; and what was withdrawn. */
export async function listDrafts(db: Db, actor: Actor) {
  const rows = await items(db)
    .where('newsItem.state', '<>', 'published')
    .where(sql<boolean>`news_item.group_id = any(${writesFor(actor)})`)
    .orderBy('newsItem.changedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => told(actor, row))
}

/** What is out, and what was and is no more. */
export const out: readonly NewsState[] = ['published', 'withdrawn']

/** May the actor read it as it stands? Those who write for the group everything; others what is in these states, where it is for them. */
export const readableTo = (actor: Actor, table: 'newsItem' | 'newsIssue', states: readonly NewsState[]) =>
  sql<boolean>`(${sql.ref(`${table}.groupId`)} = any(${writesFor(actor)})
    or (${sql.ref(`${table}.state`)} = any(${states}::news_state[]) and ${visibleTo(actor, table)}))`

/**
 * One item that the actor may see.
 * @throws NotFound
 */
export async function getItem(db: Db, actor: Actor, slug: string, { lock = false } = {}): Promise<Item> {
  const row = await items(db)
    .where('newsItem.slug', '=', slug)
    .where(readableTo(actor, 'newsItem', out))
    .$if(lock, (query) => query.forUpdate('newsItem'))
    .executeTakeFirstOrThrow(() => new NotFound(t.thereIsNoSuchNews))
  return told(actor, row)
}

/** An item for those who write it. @throws NotFound to others */
export async function getWritableItem(db: Db, actor: Actor, slug: string, options: { lock?: boolean } = {}): Promise<Item> {
  const item = await getItem(db, actor, slug, options)
  if (!item.mayWrite) throw new NotFound(t.thereIsNoSuchNews)
  return item
}

/** What an item tells of. */
export const listLinks = (db: Db, itemId: number) =>
  db.selectFrom('newsItemLink').select(['path', 'title']).where('itemId', '=', itemId).orderBy('position').execute()

/** What was put right in it, oldest first. */
export const listCorrections = (db: Db, of: { itemId: number } | { issueId: number }) =>
  db
    .selectFrom('newsCorrection')
    .select(['id', 'text', 'at'])
    .where('itemId' in of ? 'itemId' : 'issueId', '=', 'itemId' in of ? of.itemId : of.issueId)
    .orderBy('id')
    .execute()

/** Issues in which an item stands, as the actor may see them. */
export const listIssuesOf = (db: Db, actor: Actor, itemId: number) =>
  db
    .selectFrom('newsIssueItem')
    .innerJoin('newsIssue', 'newsIssue.id', 'newsIssueItem.issueId')
    .select(['newsIssue.number', 'newsIssue.title', 'newsIssue.state'])
    .where('newsIssueItem.itemId', '=', itemId)
    .where(readableTo(actor, 'newsIssue', ['published']))
    .orderBy('newsIssue.number')
    .execute()

/** The groups for which this actor writes news. */
export async function listWritingGroups(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .where(sql<boolean>`id = any(${writesFor(actor)})`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, mayPublish: isAdministrator(actor) || mayLead(actor, row.id) }))
}

/** Addresses that are used already and begin like one. */
export async function findSlugs(db: Db, start: string): Promise<Set<string>> {
  const rows = await db.selectFrom('newsItem').select('slug').where(sql<boolean>`starts_with(slug, ${start})`).execute()
  return new Set(rows.map(({ slug }) => slug))
}

/** To which lists something was mailed, or is to be. */
export const listMailings = (db: Db, of: { itemId: number } | { issueId: number }) =>
  db
    .selectFrom('newsMailing')
    .innerJoin('sharedList as list', 'list.id', 'newsMailing.listId')
    .leftJoin('sharedMessage as message', (join) =>
      join.onRef('message.listId', '=', 'list.id').onRef('message.messageId', '=', 'newsMailing.messageId'),
    )
    .select(['newsMailing.id', 'newsMailing.listId', 'newsMailing.sentAt', 'newsMailing.messageId', 'newsMailing.trouble'])
    .select(['list.name as list', 'list.title', 'list.archive', 'list.groupId', 'message.id as arrived'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('itemId' in of ? 'newsMailing.itemId' : 'newsMailing.issueId', '=', 'itemId' in of ? of.itemId : of.issueId)
    .orderBy('list.name')
    .execute()

/** What should have gone out by itself and is due, items and issues; for the job. */
export async function listDue(db: Db, now: Date) {
  const of = (table: 'newsItem' | 'newsIssue') =>
    db
      .selectFrom(table as 'newsItem')
      .select(['id', 'groupId', 'scheduledBy'])
      .where('state', '=', 'ready')
      .where('scheduledBy', 'is not', null)
      .where('trouble', '=', '')
      .where('embargoAt', '<=', now)
      .orderBy('embargoAt')
      .execute()
  const [dueItems, dueIssues] = await Promise.all([of('newsItem'), of('newsIssue')])
  return [...dueItems.map((row) => ({ kind: 'item' as const, ...row })), ...dueIssues.map((row) => ({ kind: 'issue' as const, ...row }))]
}

/** How much should have gone out a quarter of an hour ago and has not. */
export async function countOverdue(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 15 * 60_000)
  const { rows } = await sql<{ count: number }>`select
    (select count(*) from news_item where state = 'ready' and scheduled_by is not null and embargo_at <= ${since})
    + (select count(*) from news_issue where state = 'ready' and scheduled_by is not null and embargo_at <= ${since}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many news of a group are out. */
export const countPublishedOf = (db: Db, groupId: number): Promise<number> =>
  countRows(db.selectFrom('newsItem').where('groupId', '=', groupId).where('state', '=', 'published'))

/** News, as far as somebody reads it: files stand in it. */
export const newsTexts: TextKind = {
  kind: 'news',
  async read(db, actor, id) {
    const row = await db.selectFrom('newsItem').select('slug').where('id', '=', id).executeTakeFirst()
    const item = row && (await getItem(db, actor, row.slug))
    return item?.state === 'withdrawn' && !item.mayWrite ? undefined : item?.text
  },
}
