import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, made, makes, maybeInstant, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line } from '../lib/ui/texts.ts'
import { approveReport, freezeReport, startReport } from './actions.ts'
import { figureWords } from './figure-words.ts'
import { isFigureName, reaches } from './figures-rules.ts'
import { getReport, getShown, listReports, type Report, type Shown } from './queries.ts'
import { readSections, stateOf, type Tell } from './rules.ts'

const Item = z
  .object({
    slug: z.string(),
    title: z.string(),
    group: z.string(),
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    state: z.enum(['draft', 'frozen', 'final']),
    public: z.boolean(),
    editions: z.number().int(),
    frozenAt: maybeInstant(),
  })
  .openapi('Report')
const Record = z.object({ on: z.iso.date().nullable(), title: z.string(), detail: z.string(), href: z.string() })
const Figure = z
  .object({
    name: z.string(),
    says: z.string(),
    value: z.number().nullable().openapi({ description: 'Of a number; of a list how many lines the reader sees.' }),
    unit: z.enum(['%']).nullable(),
    items: z.array(Record),
    points: z.array(z.object({ label: z.string(), value: z.number() })),
    href: z.string().openapi({ description: 'Where the records are.' }),
  })
  .openapi('ReportFigure')
const Whole = Item.extend({
  edition: z.number().int().nullable(),
  sections: z.array(z.object({ title: z.string(), text: z.string().openapi({ description: 'Markdown with the figures filled in.' }) })),
}).openapi('ReportWithSections')

const params = z.object({ report: line(90) })
const query = z.object({ edition: z.coerce.number().int().min(1).optional() })
const itemOf = (report: Report) => ({ ...report, group: report.groupSlug, state: stateOf(report) })

function figuresFor({ standing }: Report, { figures }: Shown) {
  return Object.entries(figures).flatMap(([name, figure]) => {
    if (!isFigureName(name) || !reaches(standing, figure.audience)) return []
    const items = figure.kind === 'list' ? figure.items.filter(({ audience }) => reaches(standing, audience)) : []
    return [
      {
        name,
        says: figureWords('en')[name],
        value: figure.kind === 'number' ? figure.value : figure.kind === 'list' ? items.length : null,
        unit: figure.kind === 'number' ? (figure.unit ?? null) : null,
        items,
        points: figure.kind === 'series' ? figure.points : [],
        href: figure.href,
      },
    ]
  })
}

/** Reports of groups, and their figures. */
export const reportApi = routes()

reportApi.openapi(
  createRoute({
    method: 'get',
    path: '/reports',
    operationId: 'listReports',
    summary: 'Reports, newest period first',
    ...needs('read', { open: true }),
    request: { query: Paging.omit({ limit: true }).extend({ group: line(60).optional() }) },
    responses: says(pageOf(Item), 'A page of reports.'),
  }),
  async (c) => {
    const { cursor, group } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listReports(c.var.db, c.var.actor, { group, page })
    const next = pointNext(c, page < found.pages ? [page + 1] : undefined)
    return c.json(pageOf(Item).parse({ items: found.reports.map(itemOf), next }), 200)
  },
)

reportApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/reports',
    operationId: 'createReport',
    summary: 'Begin a report as a draft from the record',
    ...needs('write', 'work'),
    request: {
      params: z.object({ group: line(60) }),
      body: takes(z.object({ fromOn: z.iso.date(), toOn: z.iso.date(), title: line(200).min(1).optional() })),
    },
    responses: makes(z.object({ slug: z.string() }), 'The report’s address.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const facts = { ...c.req.valid('json'), group: c.req.valid('param').group }
    return made(c, { slug: await write((tx) => startReport(tx, actor, facts)) }, ({ slug }) => `/reports/${slug}`)
  },
)

reportApi.openapi(
  createRoute({
    method: 'get',
    path: '/reports/{report}',
    operationId: 'getReport',
    summary: 'One report with its sections',
    ...needs('read', { open: true }),
    request: { params, query },
    responses: says(Whole, 'The report.'),
  }),
  async (c) => {
    const { db, actor, site } = c.var
    const report = await getReport(db, actor, c.req.valid('param').report)
    const shown = await getShown(db, report, actor.at, c.req.valid('query').edition)
    const tell: Tell = {
      standing: report.standing,
      number: String,
      day: (on) => on,
      evidence: (name) => `${site.baseUrl}/reports/${report.slug}/figures#${name.replaceAll('.', '-')}`,
      link: (href) => (href.startsWith('/') ? `${site.baseUrl}${href}` : href),
    }
    const sections = readSections(shown.sections, shown.figures, tell).map(({ section, parts }) => ({
      title: section.title,
      text: parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n\n'),
    }))
    return c.json(Whole.parse({ ...itemOf(report), edition: shown.edition?.number ?? null, sections }), 200)
  },
)

reportApi.openapi(
  createRoute({
    method: 'get',
    path: '/reports/{report}/figures',
    operationId: 'getReportFigures',
    summary: 'The figures of a report, with the records behind them',
    ...needs('read', { open: true }),
    request: { params, query: query.extend(Paging.shape) },
    responses: says(pageOf(Figure), 'The figures that the reader may see.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const report = await getReport(db, actor, c.req.valid('param').report)
    const shown = await getShown(db, report, actor.at, c.req.valid('query').edition)
    return c.json(cut(c, c.req.valid('query'), z.array(Figure).parse(figuresFor(report, shown))), 200)
  },
)

reportApi.openapi(
  createRoute({
    method: 'put',
    path: '/reports/{report}/frozen',
    operationId: 'freezeReport',
    summary: 'Freeze the figures of a draft',
    ...needs('write', 'work'),
    request: { params },
    responses: does('They stand.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    await write((tx) => freezeReport(tx, actor, c.req.valid('param').report))
    return c.body(null, 204)
  },
)

reportApi.openapi(
  createRoute({
    method: 'post',
    path: '/reports/{report}/approval',
    operationId: 'approveReport',
    summary: 'Approve a report: it becomes an edition',
    ...needs('write', 'will'),
    request: {
      params,
      body: takes(z.object({ public: z.boolean(), decisionId: z.number().int().optional() })),
    },
    responses: says(z.object({ edition: z.number().int() }), 'The edition.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const edition = await write((tx) => approveReport(tx, actor, c.req.valid('param').report, c.req.valid('json')))
    return c.json({ edition }, 200)
  },
)
