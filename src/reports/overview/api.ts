import { createRoute, z } from '@hono/zod-openapi'
import { needs, Paging, pageOf, pointNext, readCursor, routes, says } from '../../lib/ui/api.ts'
import { readOverview } from './queries.ts'
import { needs as wants } from './rules.ts'

const Line = z
  .object({
    slug: z.string(),
    name: z.string(),
    needs: z.array(z.string()).openapi({ description: 'What asks for a look, in words.' }),
    cadence: z.object({ n: z.number().int(), of: z.number().int(), since: z.string() }).nullable(),
    lastMeetingOn: z.iso.date().nullable(),
    nextMeeting: z.object({ slug: z.string(), title: z.string() }).nullable(),
    vacancies: z.array(z.object({ role: z.string(), n: z.number().int(), of: z.number().int() })),
    ending: z.array(z.object({ name: z.string(), role: z.string(), toOn: z.iso.date() })),
    reportDue: z.string().nullable().openapi({ description: 'The year whose report is due.' }),
    letters: z.object({ open: z.number().int(), late: z.number().int() }),
    findings: z.array(z.object({ number: z.string(), lineId: z.number().int(), state: z.string(), sentence: z.string() })),
    unshared: z.number().int().openapi({ description: 'Clauses whose findings the group keeps to itself.' }),
  })
  .openapi('GroupAtAGlance')

/** The overview of a liaison and of a steering committee. */
export const overviewApi = routes()

overviewApi.openapi(
  createRoute({
    method: 'get',
    path: '/overview',
    operationId: 'getOverview',
    summary: 'Overview of the groups that I oversee',
    ...needs('read'),
    request: { query: Paging.omit({ limit: true }) },
    responses: says(pageOf(Line), 'A page of groups.'),
  }),
  async (c) => {
    const [page = 1] = readCursor(c.req.valid('query').cursor, 1) ?? []
    const found = await readOverview(c.var.db, c.var.actor, page)
    const items = found.groups.map((one) => ({
      ...one,
      slug: one.group.slug,
      name: one.group.name,
      needs: wants(one),
      cadence: one.cadence ?? null,
      lastMeetingOn: one.last,
      nextMeeting: one.next,
      reportDue: one.due?.year ?? null,
    }))
    return c.json(pageOf(Line).parse({ items, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)
