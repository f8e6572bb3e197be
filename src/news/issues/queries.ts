import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, readPage } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayPublishNews, mayWriteNews } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import type { TextKind } from '../../texts.ts'
import { out, readableTo, writesFor } from '../queries.ts'

const t = textsOf('news', 'issues')

const issues = (db: Db) =>
  db
    .selectFrom('newsIssue')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'newsIssue.groupId')
    .leftJoin('sharedPerson as author', (join) => join.onRef('author.id', '=', 'newsIssue.authorId').on('author.erasedAt', 'is', null))
    .selectAll('newsIssue')
    .select(['workingGroup.slug as group', 'workingGroup.name as groupName', 'author.name as byline'])

type Row = Awaited<ReturnType<ReturnType<typeof issues>['executeTakeFirstOrThrow']>>

const told = (actor: Actor, row: Row) => ({
  ...row,
  mayWrite: mayWriteNews(actor, row.groupId) || mayPublishNews(actor, row.groupId),
  mayPublish: mayPublishNews(actor, row.groupId),
})
export type Issue = ReturnType<typeof told>

/** The issues that this person may read, the newest first, a page at a time. */
export async function listIssues(db: Db, actor: Actor, { year }: { year?: number } = {}, { page = 1, limit = 20 } = {}) {
  let found = issues(db).where('newsIssue.state', '=', 'published').where(visibleTo(actor, 'newsIssue'))
  if (year !== undefined) found = found.where(sql<boolean>`extract(year from news_issue.to_on) = ${year}`)
  const { rows, ...sums } = await readPage(found.orderBy('newsIssue.number', 'desc'), { page, limit })
  return { issues: rows.map((row) => told(actor, row)), ...sums }
}

/** The years of the issues that this person may read, the newest first. */
export async function listIssueYears(db: Db, actor: Actor): Promise<number[]> {
  const rows = await db
    .selectFrom('newsIssue')
    .select(sql<number>`extract(year from to_on)::int`.as('year'))
    .distinct()
    .where('state', '=', 'published')
    .where(visibleTo(actor, 'newsIssue'))
    .execute()
  return rows.map(({ year }) => year).sort((a, b) => b - a)
}

/** Issues that are being written in the actor's groups, and those that were withdrawn. */
export async function listIssueDrafts(db: Db, actor: Actor) {
  const rows = await issues(db)
    .where('newsIssue.state', '<>', 'published')
    .where(sql<boolean>`news_issue.group_id = any(${writesFor(actor)})`)
    .orderBy('newsIssue.number', 'desc')
    .execute()
  return rows.map((row) => told(actor, row))
}

/**
 * One issue that the actor may see: those who write for the group at any time, others once it is out.
 * @throws NotFound
 */
export async function getIssue(db: Db, actor: Actor, number: number, { lock = false } = {}): Promise<Issue> {
  const row = await issues(db)
    .where('newsIssue.number', '=', number)
    .where(readableTo(actor, 'newsIssue', out))
    .$if(lock, (query) => query.forUpdate('newsIssue'))
    .executeTakeFirstOrThrow(() => new NotFound(t.thereIsNoSuchIssue))
  return told(actor, row)
}

/** An issue for those who write it. @throws NotFound to others */
export async function getWritableIssue(db: Db, actor: Actor, number: number, options: { lock?: boolean } = {}): Promise<Issue> {
  const issue = await getIssue(db, actor, number, options)
  if (!issue.mayWrite) throw new NotFound(t.thereIsNoSuchIssue)
  return issue
}

/** The sentences of an issue; `printed`: only those that were taken. */
export const listLines = (db: Db, issueId: number, { printed = false } = {}) =>
  db
    .selectFrom('newsLine')
    .selectAll()
    .where('issueId', '=', issueId)
    .$if(printed, (query) => query.where('state', '=', 'taken'))
    .orderBy('position')
    .orderBy('id')
    .execute()
export type Line = Awaited<ReturnType<typeof listLines>>[number]

/** The items of an issue in their order, as the actor may see them; drafts only for those who write. */
export const listIssueItems = (db: Db, actor: Actor, issueId: number) =>
  db
    .selectFrom('newsIssueItem')
    .innerJoin('newsItem', 'newsItem.id', 'newsIssueItem.itemId')
    .select(['newsItem.id', 'newsItem.slug', 'newsItem.title', 'newsItem.text', 'newsItem.state', 'newsItem.visibility'])
    .select('newsItem.publishedAt')
    .select(['newsItem.pictureId', 'newsItem.pictureAlt', 'newsItem.embargoAt', 'newsIssueItem.position'])
    .where('newsIssueItem.issueId', '=', issueId)
    .where(readableTo(actor, 'newsItem', ['published']))
    .orderBy('newsIssueItem.position')
    .execute()

/** Items of the group that may stand in an issue: not withdrawn, and in no other issue. */
export const listChoosable = (db: Db, groupId: number, issueId: number) =>
  db
    .selectFrom('newsItem')
    .select(['id', 'title', 'state'])
    .where('groupId', '=', groupId)
    .where('state', '<>', 'withdrawn')
    .where(sql<boolean>`not exists (select from news_issue_item i where i.item_id = news_item.id)
      or exists (select from news_issue_item i where i.item_id = news_item.id and i.issue_id = ${issueId})`)
    .orderBy('changedAt', 'desc')
    .limit(100)
    .execute()

/** The newest issue of a group, in whatever state but withdrawn. */
export const findLastIssue = (db: Db, groupId: number) =>
  db
    .selectFrom('newsIssue')
    .select(['number', 'fromOn', 'toOn', 'state', 'language', 'visibility', 'title'])
    .where('groupId', '=', groupId)
    .where('state', '<>', 'withdrawn')
    .orderBy('number', 'desc')
    .executeTakeFirst()

/** The numbers of the issues before and after one, that this person may read. */
export async function findAround(db: Db, actor: Actor, number: number): Promise<{ newer: number | undefined; older: number | undefined }> {
  const row = await db
    .selectFrom('newsIssue')
    .select(sql<number | null>`min(number) filter (where number > ${number})`.as('newer'))
    .select(sql<number | null>`max(number) filter (where number < ${number})`.as('older'))
    .where('state', '=', 'published')
    .where(visibleTo(actor, 'newsIssue'))
    .executeTakeFirst()
  return { newer: row?.newer ?? undefined, older: row?.older ?? undefined }
}

/** What stands above an issue, as far as somebody reads it: files stand in it. */
export const issueTexts: TextKind = {
  kind: 'news-issue',
  async read(db, actor, id) {
    const row = await db.selectFrom('newsIssue').select('number').where('id', '=', id).executeTakeFirst()
    const issue = row && (await getIssue(db, actor, row.number))
    return issue?.state === 'withdrawn' && !issue.mayWrite ? undefined : issue?.lead
  },
}
