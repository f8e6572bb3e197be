import * as z from 'zod'
import { visitor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { bringIntoText } from '../files/actions.ts'
import { listFiles, lookAt, readFileBytes } from '../files/queries.ts'
import { findAsked } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type FormBody, keeping, line, lines, orNone, readForm, tick, whole } from '../lib/ui/forms.ts'
import { act, askedFirst, type C, done, pageOf, pages, refusable, yearIn } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { findSiteName } from '../outbox/queries.ts'
import { findDraft } from '../people/queries.ts'
import { mayReadArchive } from '../policy.ts'
import { listOpenAreas } from '../requests/queries.ts'
import { changeItem, type ItemText, writeItem } from './actions.ts'
import { DraftsPage } from './drafts-views.tsx'
import { newsFeed } from './feed.ts'
import { embargoShape, embargoWith, language, readEmbargo, visibility } from './fields.tsx'
import { listIssueDrafts, listIssues, listLines } from './issues/queries.ts'
import { ItemFormPage, ItemPage } from './item-views.tsx'
import { doVerb, publishingOf, verbActs, verbs } from './publishing-pages.tsx'
import {
  getItem,
  getWritableItem,
  type ItemFilter,
  listCorrections,
  listDrafts,
  listFacets,
  listIssuesOf,
  listLinks,
  listMailings,
  listNews,
  listWritingGroups,
} from './queries.ts'
import { listRhythms } from './rhythm-queries.ts'
import { readLinks, writeLinks } from './rules.ts'
import { NewsPage } from './views.tsx'
import { newsWords } from './words.ts'

const t = textsOf('news', 'pagesPage')

const ItemForm = z.object({
  title: line(200),
  text: lines(100_000),
  language,
  visibility,
  areaId: whole().optional(),
  links: lines(10_000).default(''),
  picture: z.instanceof(File).optional(),
  pictureAlt: line(500).default(''),
  removePicture: tick(),
  ...embargoShape,
})
export const NewItemForm = ItemForm.extend({ group: line(40).optional() })
const ChangeForm = z.object({
  ...keeping(ItemForm.shape),
  ...{ picture: ItemForm.shape.picture, removePicture: tick() },
  embargoTime: orNone(embargoShape.embargoTime.unwrap()),
  version: whole(),
})

/** An item as its form says it. */
export async function itemOf(form: z.output<typeof ItemForm>): Promise<ItemText> {
  const links = readLinks(form.links)
  if (!links) throw new Invalid(refusals.pleaseLookAgain, { links: t.eachLineBeginsWithAnAddress })
  const { title, text, areaId, picture, pictureAlt, removePicture } = form
  const given = picture && picture.size > 0 ? await lookAt(picture) : undefined
  return {
    ...{ title, text, language: form.language, visibility: form.visibility, links, pictureAlt, ...readEmbargo(form) },
    areaId: areaId ?? null,
    picture: given ?? (removePicture ? 'remove' : undefined),
  }
}

const slugIn = (c: C): string => c.req.param('slug') ?? ''

/** The groups that this person writes for, the one that the address asks for first. @throws NotFound where there is none */
export async function writingGroups(c: C) {
  const groups = askedFirst(c, await listWritingGroups(c.var.db, c.var.actor))
  const [first] = groups
  if (!first) throw new NotFound(refusals.thereIsNoSuchPage)
  return { groups, first }
}

async function showNews(c: C) {
  const { db, actor } = c.var
  const query = c.req.query()
  const filter: ItemFilter = {}
  const year = yearIn(c)
  if (year !== undefined) filter.year = year
  if (query.area?.trim()) filter.area = query.area.trim().slice(0, 200)
  if (query.q?.trim()) filter.search = query.q.trim().slice(0, 200)
  const group = await findAsked(db, query.group)
  if (group) filter.groupId = group.id
  const page = pageOf(c)
  const plain = Object.keys(filter).length === 0 && page === 1
  const [found, facets, newest, groups] = await Promise.all([
    listNews(db, actor, filter, { page }),
    listFacets(db, actor),
    plain ? listIssues(db, actor, {}, { limit: 1 }) : undefined,
    listWritingGroups(db, actor),
  ])
  const issue = newest?.issues[0]
  const latest = issue && { issue, lines: await listLines(db, issue.id, { printed: true }) }
  return c.var.page(
    newsWords(actor.locale).news,
    <NewsPage {...{ filter, group, page, found, facets, latest }} mayWrite={groups.length > 0} />,
    { description: newsWords(actor.locale).lead, head: <FeedLinks /> },
  )
}

/** Where feed readers find the news. */
const FeedLinks = () => (
  <>
    <link rel="alternate" type="application/atom+xml" href="/news/feed.atom" title={t.newsAtom} />
    <link rel="alternate" type="application/feed+json" href="/news/feed.json" title={t.newsJsonFeed} />
  </>
)

/** Always what everybody may read: a feed is read by programs that keep and pass on. */
async function sendFeed(c: C, kind: 'atom' | 'json'): Promise<Response> {
  const { db, actor, site } = c.var
  const anybody = visitor(actor.at)
  const [{ items }, { issues }, name] = await Promise.all([
    listNews(db, anybody, {}, { limit: 30 }),
    listIssues(db, anybody, {}, { limit: 10 }),
    findSiteName(db),
  ])
  const numbered = await Promise.all(
    issues.map(async (issue) => {
      const lines = await listLines(db, issue.id, { printed: true })
      const text = [issue.lead, ...lines.map((line) => `- ${line.text} [↗](${line.sourcePath})`)].join('\n\n')
      return { ...issue, path: `/news/issues/${issue.number}`, text, byline: issue.byline ?? '' }
    }),
  )
  const entries = [
    ...numbered,
    ...items.map((item) => ({
      ...item,
      path: `/news/${item.slug}`,
      ...(item.pictureId === null ? {} : { picture: `/news/${item.slug}/picture` }),
    })),
  ]
    .flatMap(({ publishedAt, ...entry }) => (publishedAt ? [{ ...entry, publishedAt }] : []))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, 30)
  const words = newsWords(actor.locale)
  const facts = { title: `${name}: ${words.news}`, description: words.lead, baseUrl: site.baseUrl, language: actor.locale }
  const type = kind === 'atom' ? 'application/atom+xml' : 'application/feed+json'
  return c.body(newsFeed(kind, facts, entries), 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
  })
}

async function showItem(c: C) {
  const { db, actor } = c.var
  const item = await getItem(db, actor, slugIn(c))
  const [links, corrections, issues, mailings] = await Promise.all([
    listLinks(db, item.id),
    listCorrections(db, { itemId: item.id }),
    listIssuesOf(db, actor, item.id),
    listMailings(db, { itemId: item.id }),
  ])
  return c.var.page(
    item.title,
    <ItemPage
      {...{ item, links, corrections, issues }}
      mailings={mailings.filter((list) => mayReadArchive(actor, { ...list, id: list.listId }))}
    />,
  )
}

/** Product areas to choose from: those of an item's group; of a new one those of each group that it may be of, called so, as names are alike. */
async function areasFor(db: Db, item: { groupId: number } | undefined, groups: readonly { id: number; name: string }[]) {
  if (item) return listOpenAreas(db, item.groupId)
  const all = await Promise.all(
    groups.map(async ({ id, name: group }) => (await listOpenAreas(db, id)).map((area) => ({ ...area, group }))),
  )
  return all.flat().map(({ id, name, group }) => ({ id, name: groups.length > 1 ? `${group}: ${name}` : name }))
}

async function showForm(c: C) {
  const { db, actor } = c.var
  const slug = c.req.param('slug')
  const { groups } = await writingGroups(c)
  const item = slug === undefined ? undefined : await getWritableItem(db, actor, slug)
  return c.var.page(
    item ? t.edit({ title: item.title }) : t.writeNews,
    <ItemFormPage
      {...(item ? { item, links: await listLinks(db, item.id), publishing: await publishingOf(c, { slug: item.slug }) } : {})}
      groups={groups}
      areas={await areasFor(db, item, groups)}
      zone={actor.zone}
      locale={actor.locale}
      draft={await findDraft(db, actor, item ? `/news/${item.slug}/edit` : '/news/new')}
    />,
  )
}

/** Takes a form of an item; what was refused stands beside its field. */
const take = async (c: C, perform: (body: FormBody) => Promise<Response>): Promise<Response> => refusable(c, () => showForm(c)).run(perform)

async function create(c: C, body: FormBody): Promise<Response> {
  const { write, actor } = c.var
  const { groups, first } = await writingGroups(c)
  const form = readForm(NewItemForm, body, actor.locale)
  const group = groups.find(({ slug }) => slug === form.group) ?? first
  const item = await itemOf({ ...form, text: await bringIntoText(c.var, body.file, form.text) })
  const slug = await write((tx) => writeItem(tx, actor, group.id, item))
  return done(c, `/news/${slug}/edit`, t.draftSaved, slug)
}

async function change(c: C, body: FormBody): Promise<Response> {
  const { db, write, actor } = c.var
  const held = await getWritableItem(db, actor, slugIn(c))
  const form = readForm(ChangeForm, body, actor.locale)
  const item = await itemOf({
    ...form,
    text: await bringIntoText(c.var, body.file, form.text),
    areaId: (form.areaId === undefined ? held.areaId : form.areaId) ?? undefined,
    links: form.links ?? writeLinks(await listLinks(db, held.id)),
    pictureAlt: form.pictureAlt ?? held.pictureAlt,
    ...embargoWith(held, form),
  })
  await write((tx) => changeItem(tx, actor, slugIn(c), form.version, item))
  return done(c, `/news/${slugIn(c)}/edit`, t.saved)
}

/** A new item of news, as a draft. */
export const createNewsForm = act('work', 'createNews', 'Write news', NewItemForm, { files: ['picture', 'file'] })

export const newsPages = pages()
  .get('/news', (c) => showNews(c))
  .post('/news', createNewsForm, async (c) => {
    await writingGroups(c)
    return take(c, (body) => create(c, body))
  })
  .get('/news/feed.atom', (c) => sendFeed(c, 'atom'))
  .get('/news/feed.json', (c) => sendFeed(c, 'json'))
  .get('/news/new', (c) => showForm(c))
  .get('/news/drafts', async (c) => {
    const { db, actor } = c.var
    await writingGroups(c)
    return c.var.page(
      t.draftsAndIssues,
      <DraftsPage drafts={await listDrafts(db, actor)} issues={await listIssueDrafts(db, actor)} rhythms={await listRhythms(db, actor)} />,
    )
  })
  .get('/news/:slug', (c) => showItem(c))
  .get('/news/:slug/picture', async (c) => {
    const { db, actor } = c.var
    const item = await getItem(db, actor, slugIn(c))
    const [file] = item.pictureId === null || (item.state === 'withdrawn' && !item.mayWrite) ? [] : await listFiles(db, [item.pictureId])
    if (!file) throw new NotFound(t.thereIsNoSuchPicture)
    return sendFile(c, file, readFileBytes(db, file.id))
  })
  .get('/news/:slug/edit', (c) => showForm(c))
  .post('/news/:slug', act('work', 'editNews', 'Change news', ChangeForm, { files: ['picture', 'file'] }), async (c) => {
    await getWritableItem(c.var.db, c.var.actor, slugIn(c))
    return take(c, (body) => change(c, body))
  })

const acts = verbActs('News')
for (const name of Object.keys(verbs) as (keyof typeof verbs)[])
  newsPages.post(`/news/:slug/${name}`, acts[name], (c) =>
    doVerb(c, name, { slug: slugIn(c) }, { to: `/news/${slugIn(c)}/edit`, show: () => showForm(c) }),
  )
