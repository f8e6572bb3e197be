import { z } from '@hono/zod-openapi'
import { does, lists, makes, maybeInstant, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { inDigits, paging } from '../lib/ui/api-paging.ts'
import { line } from '../lib/ui/forms.ts'
import { approveReport, freezeReport, startReport } from './actions.ts'
import { figureWords } from './figure-words.ts'
import { isFigureName, reaches } from './figures-rules.ts'
import { getReport, getShown, listReports, type Report, type Shown } from './queries.ts'
import { readSections, stateOf, type Tell } from './rules.ts'

const Item = named('Report', {
  slug: z.string(),
  title: z.string(),
  group: z.string(),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  state: z.enum(['draft', 'frozen', 'final']),
  public: z.boolean(),
  editions: z.int(),
  frozenAt: maybeInstant(),
})
const Record = z.object({ on: z.iso.date().nullable(), title: z.string(), detail: z.string(), href: z.string() })
const Figure = named('ReportFigure', {
  name: z.string(),
  says: z.string(),
  value: z.number().nullable().openapi({ description: 'Of a number; of a list how many lines the reader sees.' }),
  unit: z.enum(['%']).nullable(),
  items: z.array(Record),
  points: z.array(z.object({ label: z.string(), value: z.number() })),
  href: z.string().openapi({ description: 'Where the records are.' }),
})
const Whole = Item.extend({
  edition: z.int().nullable(),
  sections: z.array(z.object({ title: z.string(), text: z.string().openapi({ description: 'Markdown with the figures filled in.' }) })),
}).openapi('ReportWithSections')

const params = { report: line(90) }
const query = { edition: inDigits(z.int().min(1)).optional() }
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

reportApi.operation('listReports', 'GET /reports', {
  summary: 'Reports, newest period first',
  may: needs('read', { open: true }),
  query: { group: line(60).optional() },
  answers: pages(Item, 'A page of reports.'),
  run: async ({ db, actor, query: { page, limit, group } }) => {
    const found = await listReports(db, actor, { group, page, limit })
    return { items: found.reports.map(itemOf), pages: found.pages }
  },
})

reportApi.operation('createReport', 'POST /groups/{group}/reports', {
  summary: 'Begin a report as a draft from the record',
  may: needs('write', 'work'),
  params: { group: line(60) },
  body: { fromOn: z.iso.date(), toOn: z.iso.date(), title: line(200).min(1).optional() },
  answers: makes(z.object({ slug: z.string() }), 'The report’s address.', '/reports/{slug}'),
  run: async ({ actor, write, params, body }) => ({ slug: await write((tx) => startReport(tx, actor, { ...body, ...params })) }),
})

reportApi.operation('getReport', 'GET /reports/{report}', {
  summary: 'One report with its sections',
  may: needs('read', { open: true }),
  params,
  query,
  answers: says(Whole, 'The report.'),
  run: async ({ db, actor, site, params, query }) => {
    const report = await getReport(db, actor, params.report)
    const shown = await getShown(db, report, actor.at, query.edition)
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
    return { ...itemOf(report), edition: shown.edition?.number ?? null, sections }
  },
})

reportApi.operation('getReportFigures', 'GET /reports/{report}/figures', {
  summary: 'The figures of a report, with the records behind them',
  may: needs('read', { open: true }),
  params,
  // Its description has always named the edition first.
  query: { ...query, ...paging },
  answers: { ...lists(Figure, 'The figures that the reader may see.'), paging: undefined },
  run: async ({ db, actor, params, query }) => {
    const report = await getReport(db, actor, params.report)
    const shown = await getShown(db, report, actor.at, query.edition)
    return figuresFor(report, shown)
  },
})

reportApi.operation('freezeReport', 'PUT /reports/{report}/frozen', {
  summary: 'Freeze the figures of a draft',
  may: needs('write', 'work'),
  params,
  answers: does('They stand.'),
  run: ({ actor, write, params }) => write((tx) => freezeReport(tx, actor, params.report)),
})

reportApi.operation('approveReport', 'POST /reports/{report}/approval', {
  summary: 'Approve a report: it becomes an edition',
  may: needs('write', 'will'),
  params,
  body: { public: z.boolean(), decisionId: z.int().optional() },
  answers: says(z.object({ edition: z.int() }), 'The edition.'),
  run: async ({ actor, write, params, body }) => ({ edition: await write((tx) => approveReport(tx, actor, params.report, body)) }),
})
