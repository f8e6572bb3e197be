import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, readPage } from '../../lib/db/rows.ts'
import type { WebImportOutcome } from '../../lib/db/schema.ts'
import { localeOf } from '../../lib/ui/format.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { UndoPlan } from '../../lib/undo.ts'
import { mayPublishNews } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import { decideOutcome, type Entry, pagePath, pageSlug, pathOf, remarkOf } from './rules.ts'
import { toMarkdown } from './to-markdown.ts'
import type { Wxr, WxrItem } from './wxr.ts'

const t = textsOf('news', 'imports')

const originOf = ({ url }: Wxr, item: WxrItem): string =>
  item.id
    ? `${url.replace(/(?<!\/)\/+$/, '')}/?p=${item.id}`
    : `${item.link}#${createHash('sha256')
        .update(item.title + item.content)
        .digest('hex')
        .slice(0, 16)}`

/** Lays an export beside what is here: what becomes of each thing in it. Writes nothing. */
export async function planWxr(db: Db, wxr: Wxr): Promise<Entry[]> {
  const origins = wxr.items.map((item) => originOf(wxr, item))
  const known = await findOrigins(db, origins)
  const seen = new Set<string>()
  const language = localeOf(wxr.language) ?? 'en'
  return wxr.items.map((item, position) => {
    const origin = origins[position] as string
    const ours = item.type === 'post' || item.type === 'page'
    const { markdown, pictures, embeds } = ours ? toMarkdown(item.content) : { markdown: '', pictures: 0, embeds: 0 }
    const decided = decideOutcome({ ...item, hasText: markdown !== '', known: known.has(origin), twice: seen.has(origin) })
    seen.add(origin)
    const taken = decided.outcome === 'page' || decided.outcome === 'news'
    const oldPath = pathOf(item.link)
    return {
      position,
      type: item.type.slice(0, 40),
      title: (item.title || markdown.slice(0, 80) || '(without a title)').slice(0, 300),
      origin,
      oldPath: taken ? oldPath : '',
      authorName: item.creator.slice(0, 200),
      at: item.publishedAt,
      language,
      slug: decided.outcome === 'page' ? pageSlug(oldPath, item.name, item.id) : item.name.slice(0, 100),
      text: taken ? markdown : '',
      ...decided,
      remark: taken ? remarkOf({ pictures, embeds }) : '',
    }
  })
}

async function findOrigins(db: Db, origins: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ origin: string }>`select origin from news_item where origin = any(${origins}::text[])
    union select origin from site_page where origin = any(${origins}::text[]) and removed_at is null`.execute(db)
  return new Set(rows.map(({ origin }) => origin))
}

/** How many things of an import became what; the sum is what the file holds. */
export function balanceOf(entries: readonly { outcome: WebImportOutcome }[]) {
  const count = (outcome: WebImportOutcome) => entries.filter((entry) => entry.outcome === outcome).length
  return {
    page: count('page'),
    news: count('news'),
    known: count('known'),
    left: count('left'),
    wrong: count('wrong'),
    found: entries.length,
  }
}

/** Imports of the actor's groups, the newest first. */
export async function listImports(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('webImport')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'webImport.groupId')
    .select(['webImport.id', 'webImport.groupId', 'webImport.filename', 'webImport.siteTitle', 'webImport.state', 'webImport.at'])
    .select('workingGroup.name as group')
    .select(sql<number>`(select count(*)::int from web_import_entry e where e.import_id = web_import.id)`.as('found'))
    .orderBy('webImport.id', 'desc')
    .limit(100)
    .execute()
  return rows.filter(({ groupId }) => mayPublishNews(actor, groupId))
}

/** What an import made, and whether it goes: nobody has worked on it since, and it did not go out. */
export async function readTaken(db: Db, importId: number, { lock = false } = {}) {
  const made = db.selectFrom('webImportEntry').where('importId', '=', importId)
  const items = await made
    .innerJoin('newsItem', 'newsItem.id', 'webImportEntry.itemId')
    .select('newsItem.id')
    .select(
      sql<boolean>`news_item.version = 1 and news_item.state = 'published'
        and not exists (select from news_issue_item i where i.item_id = news_item.id)
        and not exists (select from news_contribution c where c.item_id = news_item.id)
        and not exists (select from news_mailing m where m.item_id = news_item.id)`.as('goes'),
    )
    .$if(lock, (query) => query.forUpdate('newsItem'))
    .execute()
  const pages = await made
    .innerJoin('sitePage', 'sitePage.id', 'webImportEntry.pageId')
    .select(['sitePage.id', sql<boolean>`site_page.version = 1`.as('goes')])
    .$if(lock, (query) => query.forUpdate('sitePage'))
    .execute()
  return { items, pages }
}

/** What taking back what an import made would do. */
export function planWebUndo({ items, pages }: Awaited<ReturnType<typeof readTaken>>): UndoPlan {
  const count = (rows: { goes: boolean }[], goes: boolean) => rows.filter((row) => row.goes === goes).length
  const { pages: whatPages, news: whatNews, why } = t.undo
  return {
    goes: [
      { what: whatPages, count: count(pages, true) },
      { what: whatNews, count: count(items, true) },
    ],
    stays: [
      { what: whatPages, count: count(pages, false), why },
      { what: whatNews, count: count(items, false), why },
    ],
  }
}

/** One import for those who lead its group. @throws NotFound */
export async function getImport(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const row = await db
    .selectFrom('webImport')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row || !mayPublishNews(actor, row.groupId)) throw new NotFound(refusals.thereIsNoSuchImport)
  return row
}
export type WebImport = Awaited<ReturnType<typeof getImport>>

/** The lines of an import, a page at a time; of one outcome where it is named. */
export async function listEntries(db: Db, importId: number, outcome?: WebImportOutcome, { page = 1, limit = 50 } = {}) {
  const listed = db
    .selectFrom('webImportEntry')
    .leftJoin('newsItem', 'newsItem.id', 'webImportEntry.itemId')
    .leftJoin('sitePage', 'sitePage.id', 'webImportEntry.pageId')
    .select(['webImportEntry.id', 'webImportEntry.type', 'webImportEntry.title', 'webImportEntry.at', 'webImportEntry.authorName'])
    .select(['webImportEntry.outcome', 'webImportEntry.reason', 'webImportEntry.remark', 'webImportEntry.oldPath'])
    .select(['newsItem.slug as newsSlug', 'sitePage.slug as pageSlug'])
    .where('importId', '=', importId)
    .$if(outcome !== undefined, (query) => query.where('webImportEntry.outcome', '=', outcome as WebImportOutcome))
    .orderBy('position')
  const { rows: entries, pages } = await readPage(listed, { page, limit })
  return { entries, pages }
}

/** What became of the things of an import, counted. */
export async function countEntries(db: Db, importId: number) {
  return balanceOf(await db.selectFrom('webImportEntry').select('outcome').where('importId', '=', importId).execute())
}

/** Where a page or news stands now that stood at an old path, as this person may see it; undefined to others, whether it is there or not. */
export async function findMovedPage(db: Db, actor: Actor, path: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('oldPage')
    .leftJoin('newsItem', 'newsItem.id', 'oldPage.itemId')
    .leftJoin('sitePage', 'sitePage.id', 'oldPage.pageId')
    .select(['newsItem.slug as news', 'sitePage.slug as page'])
    .where('oldPage.path', '=', path.replace(/(?<!\/)\/+$/, '') || '/')
    .where((e) =>
      e.or([
        e.and([e('newsItem.state', '=', 'published'), visibleTo(actor, 'newsItem')]),
        e.and([e('sitePage.removedAt', 'is', null), visibleTo(actor, 'sitePage')]),
      ]),
    )
    .executeTakeFirst()
  if (!row) return undefined
  if (row.news !== null) return `/news/${row.news}`
  return row.page === null ? undefined : pagePath(row.page)
}

/**
 * Where the post or page stands now that WordPress knew by this number (`/?p=12`), as this person may see it; of several old sites the one
 * that came last.
 */
export async function findMovedNumber(db: Db, actor: Actor, number: string): Promise<string | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  const origin = `%/?p=${number}`
  const [item, page] = await Promise.all([
    db
      .selectFrom('newsItem')
      .select(['slug', 'id'])
      .where('origin', 'like', origin)
      .where('state', '=', 'published')
      .where(visibleTo(actor, 'newsItem'))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('sitePage')
      .select(['slug', 'id'])
      .where('origin', 'like', origin)
      .where('removedAt', 'is', null)
      .where('published', '=', true)
      .where(visibleTo(actor, 'sitePage'))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  if (item) return `/news/${item.slug}`
  return page && pagePath(page.slug)
}

/** A page of the site's own, as this person may see it. @throws NotFound */
export const getSitePage = (db: Db, actor: Actor, slug: string) =>
  db
    .selectFrom('sitePage')
    .selectAll()
    .where('slug', '=', slug)
    .where('removedAt', 'is', null)
    .where(visibleTo(actor, 'sitePage'))
    .executeTakeFirstOrThrow(() => new NotFound(refusals.thereIsNoSuchPage))
