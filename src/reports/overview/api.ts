import { z } from '@hono/zod-openapi'
import { named, needs, pages, routes } from '../../lib/ui/api.ts'
import { readOverview } from './queries.ts'
import { needs as wants } from './rules.ts'

const Line = named('GroupAtAGlance', {
  slug: z.string(),
  name: z.string(),
  needs: z.array(z.string()).openapi({ description: 'What asks for a look, in words.' }),
  cadence: z.object({ n: z.int(), of: z.int(), since: z.string() }).nullable(),
  lastMeetingOn: z.iso.date().nullable(),
  nextMeeting: z.object({ slug: z.string(), title: z.string() }).nullable(),
  vacancies: z.array(z.object({ role: z.string(), n: z.int(), of: z.int() })),
  ending: z.array(z.object({ name: z.string(), role: z.string(), toOn: z.iso.date() })),
  reportDue: z.string().nullable().openapi({ description: 'The year whose report is due.' }),
  letters: z.object({ open: z.int(), late: z.int() }),
  findings: z.array(z.object({ number: z.string(), lineId: z.int(), state: z.string(), sentence: z.string() })),
  unshared: z.int().openapi({ description: 'Clauses whose findings the group keeps to itself.' }),
})

/** The overview of a liaison and of a steering committee. */
export const overviewApi = routes()

overviewApi.operation('getOverview', 'GET /overview', {
  summary: 'Overview of the groups that I oversee',
  may: needs('read'),
  answers: pages(Line, 'A page of groups.'),
  run: async ({ db, actor, query: { page, limit } }) => {
    const found = await readOverview(db, actor, page, limit)
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
    return { items, pages: found.pages }
  },
})
