import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound } from '../../errors.ts'
import { countRows, type Db, readPage } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayPublishNews } from '../../policy.ts'
import { writesFor } from '../queries.ts'

const t = textsOf('news', 'outlets')

/** Editors elsewhere whom the actor's groups write to. What opens their sites is never read here. */
export async function listOutlets(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('newsOutlet')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'newsOutlet.groupId')
    .select(['newsOutlet.id', 'newsOutlet.groupId', 'newsOutlet.name', 'newsOutlet.kind', 'newsOutlet.editorName'])
    .select('newsOutlet.editorEmail')
    .select(['newsOutlet.url', 'newsOutlet.username', 'newsOutlet.closedAt', 'workingGroup.name as group'])
    .where(sql<boolean>`news_outlet.group_id = any(${writesFor(actor)})`)
    .orderBy(sql`news_outlet.closed_at nulls first`)
    .orderBy('newsOutlet.name')
    .execute()
  return rows.map((row) => ({ ...row, mayPublish: mayPublishNews(actor, row.groupId) }))
}
export type Outlet = Awaited<ReturnType<typeof listOutlets>>[number]

/** One of them. @throws NotFound */
export async function getOutlet(db: Db, actor: Actor, id: number): Promise<Outlet> {
  return (await listOutlets(db, actor)).find((one) => one.id === id) ?? missing(t.thereIsNoSuchEditor)
}

const contributions = (db: Db) =>
  db
    .selectFrom('newsContribution')
    .innerJoin('newsOutlet', 'newsOutlet.id', 'newsContribution.outletId')
    .leftJoin('newsItem', 'newsItem.id', 'newsContribution.itemId')
    .leftJoin('newsIssue', 'newsIssue.id', 'newsContribution.issueId')
    .leftJoin('sharedPerson as asker', 'asker.id', 'newsContribution.askedBy')
    .leftJoin('sharedPerson as witness', 'witness.id', 'newsContribution.attestedBy')
    .selectAll('newsContribution')
    .select(['newsOutlet.name as outlet', 'newsOutlet.kind', 'newsOutlet.groupId', 'newsItem.slug', 'newsIssue.number'])
    .select(['asker.name as askedByName', 'witness.name as attestedByName'])
    .select(sql<string>`coalesce(news_item.title, news_issue.title)`.as('title'))

/** What the actor's groups gave to editors elsewhere, the newest first, a page at a time. */
export async function listContributions(db: Db, actor: Actor, { page = 1, limit = 30 } = {}) {
  const own = contributions(db).where(sql<boolean>`news_outlet.group_id = any(${writesFor(actor)})`)
  const { rows, ...sums } = await readPage(own.orderBy('newsContribution.id', 'desc'), { page, limit })
  return { contributions: rows, ...sums }
}
export type Contribution = Awaited<ReturnType<typeof listContributions>>['contributions'][number]

/** One contribution of the actor's groups. @throws NotFound */
export async function getContribution(db: Db, actor: Actor, id: number): Promise<Contribution & { mayPublish: boolean }> {
  const row = await contributions(db)
    .where('newsContribution.id', '=', id)
    .where(sql<boolean>`news_outlet.group_id = any(${writesFor(actor)})`)
    .executeTakeFirstOrThrow(() => new NotFound(t.thereIsNoSuchContribution))
  return { ...row, mayPublish: mayPublishNews(actor, row.groupId) }
}

/** A contribution with what opens the site that it goes to: for the job alone. */
export const findSending = (db: Db, id: number) =>
  db
    .selectFrom('newsContribution')
    .innerJoin('newsOutlet', 'newsOutlet.id', 'newsContribution.outletId')
    .leftJoin('newsOutletKey', 'newsOutletKey.outletId', 'newsOutlet.id')
    .leftJoin('newsItem', 'newsItem.id', 'newsContribution.itemId')
    .leftJoin('newsIssue', 'newsIssue.id', 'newsContribution.issueId')
    .select(['newsContribution.id', 'newsContribution.state', 'newsContribution.attempts', 'newsContribution.issueId'])
    .select(['newsOutlet.url', 'newsOutlet.username', 'newsOutletKey.sealed', 'newsItem.title', 'newsItem.text'])
    .select(['newsIssue.title as issueTitle', 'newsIssue.lead'])
    .select((e) => [
      e.fn.coalesce('newsItem.state', 'newsIssue.state').as('thingState'),
      e.fn.coalesce('newsItem.visibility', 'newsIssue.visibility').as('visibility'),
      e.fn.coalesce('newsItem.embargoAt', 'newsIssue.embargoAt').as('embargoAt'),
    ])
    .where('newsContribution.id', '=', id)
    .executeTakeFirst()

/** How many contributions of the actor's groups did not arrive. */
export const countFailed = (db: Db, actor: Actor): Promise<number> =>
  countRows(
    db
      .selectFrom('newsContribution')
      .innerJoin('newsOutlet', 'newsOutlet.id', 'newsContribution.outletId')
      .where('newsContribution.state', '=', 'failed')
      .where(sql<boolean>`news_outlet.group_id = any(${writesFor(actor)})`),
  )
