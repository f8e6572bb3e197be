import { z } from '@hono/zod-openapi'
import type { Actor } from '../actor.ts'
import { Invalid, missing } from '../errors.ts'
import type { Write } from '../lib/db/rows.ts'
import { does, instant, makes, maybeInstant, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { inDigits } from '../lib/ui/api-paging.ts'
import { locales } from '../lib/ui/format.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
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

const Item = named('NewsItem', {
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

const Issue = named('NewsIssue', {
  number: z.int(),
  title: z.string(),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  language: z.string(),
  visibility,
  state,
  lead: z.string(),
  publishedAt: maybeInstant(),
})

const Line = named('NewsLine', {
  id: z.int(),
  section: z.string(),
  text: z.string(),
  suggested: z.string().openapi({ description: 'What the record gave, for those who edit the issue; the text itself to others.' }),
  amount: z.coerce.number().nullable(),
  label: z.string(),
  source: z.string().openapi({ description: 'Where the sentence rests: a path of this site.' }),
  state: z.enum(['open', 'taken', 'left']),
})

const withoutText = <R extends { state: string; mayWrite: boolean }>(row: R, field: 'text' | 'lead') =>
  row.state === 'withdrawn' && !row.mayWrite ? { ...row, [field]: '' } : row

/** News and issues of the newsletter. */
export const newsApi = routes()

newsApi.operation('listNews', 'GET /news', {
  summary: 'News, newest first',
  may: needs('read', { open: true }),
  query: { year: inDigits(z.int().min(1990).max(2200)).optional(), about: line(300).optional() },
  answers: pages(Item, 'A page of news.'),
  run: async ({ db, actor, query: { page, limit, year, about } }) => {
    return listNews(db, actor, { ...(year ? { year } : {}), ...(about ? { path: about } : {}) }, { page, limit })
  },
})

newsApi.operation('writeNews', 'POST /news', {
  summary: 'Write news; it stays a draft until somebody publishes it',
  may: needs('write', 'work'),
  body: {
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
  },
  answers: makes(z.object({ slug: z.string() }), 'Written.', '/news/{slug}'),
  run: async ({ db, write, actor, body: { group: slug, embargoAt, ...item } }) => {
    if (item.links.some(({ path }) => !isLink(path))) throw new Invalid(refusals.pleaseLookAgain, { links: t.enterPathSiteWebAddress })
    const group = (await listWritingGroups(db, actor)).find((one) => one.slug === slug) ?? missing(refusals.noSuchGroup)
    const written = await write((tx) => writeItem(tx, actor, group.id, { ...item, embargoAt: embargoAt ? new Date(embargoAt) : null }))
    return { slug: written }
  },
})

newsApi.operation('getNews', 'GET /news/{slug}', {
  summary: 'One news item with its sources',
  may: needs('read', { open: true }),
  params: { slug: line(120) },
  answers: says(Item.extend({ links: z.array(z.object({ path: z.string(), title: z.string() })) }), 'The news.'),
  run: async ({ db, actor, params }) => {
    const item = await getItem(db, actor, params.slug)
    return { ...withoutText(item, 'text'), links: await listLinks(db, item.id) }
  },
})

const StateChange = z.object({
  to: z.enum(['draft', 'ready', 'published', 'unscheduled', 'withdrawn']),
  listIds: z.array(z.int().positive()).max(20).default([]).openapi({ description: 'Lists that it is mailed to as it goes out.' }),
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

newsApi.operation('setNewsState', 'POST /news/{slug}/state', {
  summary: 'Mark news as ready, publish, schedule or withdraw it',
  may: needs('write', 'work'),
  params: { slug: line(120) },
  body: StateChange,
  answers: does('Done.'),
  run: ({ write, actor, params, body }) => turn(write, actor, { slug: params.slug }, body),
})

const numberParam = {
  number: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .openapi({ type: 'integer' }),
}

newsApi.operation('listNewsIssues', 'GET /news-issues', {
  summary: 'Issues of the newsletter, newest first',
  may: needs('read', { open: true }),
  answers: pages(Issue, 'A page of issues.'),
  run: async ({ db, actor, query: { page, limit } }) => {
    const found = await listIssues(db, actor, {}, { page, limit })
    return { items: found.issues, pages: found.pages }
  },
})

newsApi.operation('createNewsIssue', 'POST /news-issues', {
  summary: 'Begin an issue and fill it from the record',
  may: needs('write', 'work'),
  body: {
    group: line(40),
    title: line(200).min(1),
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    language: language.default('en'),
    visibility: visibility.default('public'),
    lead: lines(20_000).default(''),
    embargoAt: embargo,
  },
  answers: makes(z.object({ number: z.int() }), 'Begun.', '/news-issues/{number}'),
  run: async ({ db, write, actor, body: { group: slug, embargoAt, ...issue } }) => {
    const group = (await listWritingGroups(db, actor)).find((one) => one.slug === slug) ?? missing(refusals.noSuchGroup)
    const number = await write(async (tx) => {
      const begun = await beginIssue(tx, actor, group.id, { ...issue, embargoAt: embargoAt ? new Date(embargoAt) : null })
      await compose(tx, actor, begun)
      return begun
    })
    return { number }
  },
})

newsApi.operation('getNewsIssue', 'GET /news-issues/{number}', {
  summary: 'One issue with its lines, their sources, and its news',
  may: needs('read', { open: true }),
  params: numberParam,
  answers: says(Issue.extend({ lines: z.array(Line), items: z.array(z.string()) }), 'The issue.'),
  run: async ({ db, actor, params }) => {
    const issue = await getIssue(db, actor, params.number)
    const gone = issue.state === 'withdrawn' && !issue.mayWrite
    const lines = gone ? [] : await listLines(db, issue.id, { printed: !issue.mayWrite })
    const items = gone ? [] : await listIssueItems(db, actor, issue.id)
    return {
      ...withoutText(issue, 'lead'),
      // What was suggested may say what its editor left out.
      lines: lines.map((line) => ({ ...line, suggested: issue.mayWrite ? line.suggested : line.text, source: line.sourcePath })),
      items: items.map(({ slug }) => slug),
    }
  },
})

newsApi.operation('decideNewsIssueLine', 'POST /news-issues/{number}/lines/{line}', {
  summary: 'Use a line, reword it, or leave it out',
  may: needs('write', 'work'),
  params: numberParam,
  body: { state: Line.shape.state, text: lines(2_000).min(1).optional() },
  answers: does('Done.'),
  run: ({ write, actor, params: { number, line }, body }) => write((tx) => settleLine(tx, actor, number, line, body)),
})

newsApi.operation('setNewsIssueState', 'POST /news-issues/{number}/state', {
  summary: 'Mark an issue as ready, publish, schedule or withdraw it',
  may: needs('write', 'work'),
  params: numberParam,
  body: StateChange,
  answers: does('Done.'),
  run: ({ write, actor, params, body }) => turn(write, actor, { number: params.number }, body),
})
