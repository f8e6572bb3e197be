import { createRoute, z } from '@hono/zod-openapi'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Write } from '../lib/db/connect.ts'
import {
  does,
  instant,
  made,
  makes,
  maybeInstant,
  needs,
  Paging,
  pageOf,
  pointNext,
  readCursor,
  routes,
  says,
  takes,
} from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { writeItem } from './actions.ts'
import { compose, settleLine } from './compose/actions.ts'
import { beginIssue } from './issues/actions.ts'
import { getIssue, listIssueItems, listIssues, listLines } from './issues/queries.ts'
import { markReady, publish, unschedule, withdraw } from './publishing-actions.ts'
import type { Ref } from './publishing-queries.ts'
import { getItem, listLinks, listNews, listWritingGroups } from './queries.ts'
import { isLink } from './rules.ts'

const t = textsOf('news', 'api')

const language = z.enum(locales)
const visibility = z.enum(['group', 'subscribers', 'public'])
const state = z.enum(['draft', 'ready', 'published', 'withdrawn'])
const embargo = z.iso
  .datetime({ offset: true })
  .optional()
  .openapi({ description: 'Nothing of it is seen by others before; with an offset.' })

const Item = z
  .object({
    slug: z.string(),
    title: z.string(),
    text: z.string().openapi({ description: 'Markdown; empty once it is withdrawn, for those who do not write it.' }),
    language: z.string(),
    visibility,
    state,
    byline: z.string(),
    area: z.string().nullable(),
    publishedAt: maybeInstant(),
    changedAt: instant(),
    withdrawnWhy: z.string(),
  })
  .openapi('NewsItem')

const Issue = z
  .object({
    number: z.number().int(),
    title: z.string(),
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    language: z.string(),
    visibility,
    state,
    lead: z.string(),
    publishedAt: maybeInstant(),
  })
  .openapi('NewsIssue')

const Line = z
  .object({
    id: z.number().int(),
    section: z.string(),
    text: z.string(),
    suggested: z.string(),
    amount: z.coerce.number().nullable(),
    label: z.string(),
    source: z.string().openapi({ description: 'Where the sentence rests: a path of this site.' }),
    state: z.enum(['open', 'taken', 'left']),
  })
  .openapi('NewsLine')

const withoutText = <R extends { state: string; mayWrite: boolean }>(row: R, field: 'text' | 'lead') =>
  row.state === 'withdrawn' && !row.mayWrite ? { ...row, [field]: '' } : row

/** News and issues of the newsletter. */
export const newsApi = routes()

newsApi.openapi(
  createRoute({
    method: 'get',
    path: '/news',
    operationId: 'listNews',
    summary: 'News, newest first',
    ...needs('read', { open: true }),
    request: { query: Paging.extend({ year: z.coerce.number().int().min(1990).max(2200).optional(), about: line(300).optional() }) },
    responses: says(pageOf(Item), 'A page of news.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, year, about } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listNews(db, actor, { ...(year ? { year } : {}), ...(about ? { path: about } : {}) }, { page, limit })
    return c.json(pageOf(Item).parse({ items: found.items, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

newsApi.openapi(
  createRoute({
    method: 'post',
    path: '/news',
    operationId: 'writeNews',
    summary: 'Write news; it stays a draft until somebody publishes it',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          group: line(40),
          title: line(200).min(1),
          text: lines(100_000),
          language: language.default('en'),
          visibility: visibility.default('public'),
          embargoAt: embargo,
          links: z
            .array(z.object({ path: line(1_000).min(1), title: line(300).default('') }))
            .max(50)
            .default([]),
        }),
      ),
    },
    responses: makes(z.object({ slug: z.string() }), 'Written.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { group: slug, embargoAt, ...item } = c.req.valid('json')
    if (item.links.some(({ path }) => !isLink(path))) throw new Invalid(refusals.pleaseLookAgain, { links: t.enterPathSiteWebAddress })
    const group = (await listWritingGroups(db, actor)).find((one) => one.slug === slug)
    if (!group) throw new NotFound(refusals.noSuchGroup)
    const written = await write((tx) => writeItem(tx, actor, group.id, { ...item, embargoAt: embargoAt ? new Date(embargoAt) : null }))
    return made(c, { slug: written }, ({ slug }) => `/news/${slug}`)
  },
)

newsApi.openapi(
  createRoute({
    method: 'get',
    path: '/news/{slug}',
    operationId: 'getNews',
    summary: 'One news item with its sources',
    ...needs('read', { open: true }),
    request: { params: z.object({ slug: line(120) }) },
    responses: says(Item.extend({ links: z.array(z.object({ path: z.string(), title: z.string() })) }), 'The news.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const item = await getItem(db, actor, c.req.valid('param').slug)
    return c.json({ ...Item.parse(withoutText(item, 'text')), links: await listLinks(db, item.id) }, 200)
  },
)

const StateChange = z.object({
  to: z.enum(['draft', 'ready', 'published', 'unscheduled', 'withdrawn']),
  listIds: z.array(z.number().int().positive()).max(20).default([]).openapi({ description: 'Lists that it is mailed to as it goes out.' }),
  reason: lines(2_000).default(''),
})

async function turn(write: Write, actor: Actor, ref: Ref, { to, listIds, reason }: z.output<typeof StateChange>): Promise<void> {
  if (to === 'withdrawn' && reason === '') throw new Invalid(refusals.pleaseLookAgain, { reason: refusals.sayWhy })
  await write<unknown>((tx) => {
    if (to === 'published') return publish(tx, actor, ref, { listIds })
    if (to === 'unscheduled') return unschedule(tx, actor, ref)
    if (to === 'withdrawn') return withdraw(tx, actor, ref, reason)
    return markReady(tx, actor, ref, to === 'ready')
  })
}

newsApi.openapi(
  createRoute({
    method: 'post',
    path: '/news/{slug}/state',
    operationId: 'setNewsState',
    summary: 'Mark news as ready, publish, schedule or withdraw it',
    ...needs('write', 'work'),
    request: { params: z.object({ slug: line(120) }), body: takes(StateChange) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await turn(write, actor, { slug: c.req.valid('param').slug }, c.req.valid('json'))
    return c.body(null, 204)
  },
)

const numberParam = z.object({
  number: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .openapi({ type: 'integer' }),
})

newsApi.openapi(
  createRoute({
    method: 'get',
    path: '/news-issues',
    operationId: 'listNewsIssues',
    summary: 'Issues of the newsletter, newest first',
    ...needs('read', { open: true }),
    request: { query: Paging },
    responses: says(pageOf(Issue), 'A page of issues.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listIssues(db, actor, {}, { page, limit })
    return c.json(pageOf(Issue).parse({ items: found.issues, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

newsApi.openapi(
  createRoute({
    method: 'post',
    path: '/news-issues',
    operationId: 'createNewsIssue',
    summary: 'Begin an issue and fill it from the record',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          group: line(40),
          title: line(200).min(1),
          fromOn: z.iso.date(),
          toOn: z.iso.date(),
          language: language.default('en'),
          visibility: visibility.default('public'),
          lead: lines(20_000).default(''),
          embargoAt: embargo,
        }),
      ),
    },
    responses: makes(z.object({ number: z.number().int() }), 'Begun.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { group: slug, embargoAt, ...issue } = c.req.valid('json')
    const group = (await listWritingGroups(db, actor)).find((one) => one.slug === slug)
    if (!group) throw new NotFound(refusals.noSuchGroup)
    const number = await write(async (tx) => {
      const begun = await beginIssue(tx, actor, group.id, { ...issue, embargoAt: embargoAt ? new Date(embargoAt) : null })
      await compose(tx, actor, begun)
      return begun
    })
    return made(c, { number }, () => `/news-issues/${number}`)
  },
)

newsApi.openapi(
  createRoute({
    method: 'get',
    path: '/news-issues/{number}',
    operationId: 'getNewsIssue',
    summary: 'One issue with its lines, their sources, and its news',
    ...needs('read', { open: true }),
    request: { params: numberParam },
    responses: says(Issue.extend({ lines: z.array(Line), items: z.array(z.string()) }), 'The issue.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const issue = await getIssue(db, actor, c.req.valid('param').number)
    const gone = issue.state === 'withdrawn' && !issue.mayWrite
    const lines = gone ? [] : await listLines(db, issue.id, { printed: !issue.mayWrite })
    const items = gone ? [] : await listIssueItems(db, actor, issue.id)
    return c.json(
      {
        ...Issue.parse(withoutText(issue, 'lead')),
        lines: lines.map(({ sourcePath, ...line }) => Line.parse({ ...line, source: sourcePath })),
        items: items.map(({ slug }) => slug),
      },
      200,
    )
  },
)

newsApi.openapi(
  createRoute({
    method: 'post',
    path: '/news-issues/{number}/lines/{line}',
    operationId: 'decideNewsIssueLine',
    summary: 'Use a line, reword it, or leave it out',
    ...needs('write', 'work'),
    request: {
      params: numberParam.extend({
        line: z
          .string()
          .regex(/^\d{1,15}$/)
          .transform(Number)
          .openapi({ type: 'integer' }),
      }),
      body: takes(z.object({ state: Line.shape.state, text: lines(2_000).min(1).optional() })),
    },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { number, line } = c.req.valid('param')
    await write((tx) => settleLine(tx, actor, number, line, c.req.valid('json')))
    return c.body(null, 204)
  },
)

newsApi.openapi(
  createRoute({
    method: 'post',
    path: '/news-issues/{number}/state',
    operationId: 'setNewsIssueState',
    summary: 'Mark an issue as ready, publish, schedule or withdraw it',
    ...needs('write', 'work'),
    request: { params: numberParam, body: takes(StateChange) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await turn(write, actor, { number: c.req.valid('param').number }, c.req.valid('json'))
    return c.body(null, 204)
  },
)
