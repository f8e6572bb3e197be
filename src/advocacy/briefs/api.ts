import { z } from '@hono/zod-openapi'
import { instant, Made, makes, maybeInstant, named, needs, pages, routes, says } from '../../lib/ui/api.ts'
import { lines } from '../../lib/ui/forms.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { answerItem, ask } from '../desk/actions.ts'
import { getSubmission, listSubmissions } from '../desk/queries.ts'
import { getDeskGroup, getWorkGroup } from '../queries.ts'
import { Given, InGroup } from '../shapes-api.ts'
import { getBrief, listBriefs } from './queries.ts'

export const briefsApi = routes()

const Item = named('SubmissionItem', {
  request: z.object({ id: z.int(), title: z.string() }),
  state: z.enum(['answered', 'waiting', 'late', 'asked', 'withdrawn']),
  dueOn: z.iso.date(),
  answer: z.int().nullable().openapi({ description: 'The answer’s id.' }),
  note: z.string().openapi({ description: 'Why it is still open, where something came back.' }),
  cost: z.int().nullable(),
  questions: z.array(
    z.object({ id: z.int(), text: z.string(), askedAt: instant(), answer: z.string().nullable(), answeredAt: maybeInstant() }),
  ),
})
const SubmissionLine = named('SubmissionLine', {
  id: z.int(),
  title: z.string(),
  submittedAt: instant(),
  dueOn: z.iso.date(),
  items: z.int(),
  answered: z.int(),
})

briefsApi.operation('listBriefs', 'GET /briefs', {
  summary: 'Packages for the vendor of one of my groups',
  may: needs('read'),
  query: InGroup,
  answers: pages(
    z.object({
      id: z.int(),
      title: z.string(),
      champion: z.string(),
      requests: z.int(),
      submittedAt: maybeInstant(),
      closedAt: maybeInstant(),
    }),
    'A page of them.',
  ),
  run: async ({ db, actor, query: { page, limit, group: slug } }) => {
    const group = await getWorkGroup(db, actor, slug)
    const { briefs, pages } = await listBriefs(db, group.id, { page, limit })
    return { items: briefs, pages }
  },
})

briefsApi.operation('getBrief', 'GET /briefs/{brief}', {
  summary: 'One package for the vendor with its requests',
  may: needs('read'),
  answers: says(
    z.object({
      id: z.int(),
      title: z.string(),
      purpose: z.string(),
      champion: z.string(),
      requests: z.array(z.object({ id: z.int(), title: z.string(), ask: z.string(), evidence: z.string() })),
      versions: z.array(z.int()),
      submissions: z.array(z.int()),
    }),
    'The brief.',
  ),
  run: async ({ db, actor, params }) => {
    const brief = await getBrief(db, actor, params.brief)
    return {
      ...brief,
      requests: brief.requests.map((one) => ({ ...one, id: one.requestId })),
      versions: brief.versions.map(({ number }) => number),
      submissions: brief.submissions.map((one) => one.id),
    }
  },
})

briefsApi.operation('listSubmissions', 'GET /submissions', {
  summary: 'What was sent to the vendor, for the group and the vendor’s guests',
  may: needs('read'),
  query: InGroup,
  answers: pages(SubmissionLine, 'A page of them.'),
  run: async ({ db, actor, query: { page, limit, group: slug } }) => {
    const group = await getDeskGroup(db, actor, slug)
    const found = await listSubmissions(db, group.id, { page, limit })
    return { items: found.submissions, pages: found.pages }
  },
})

briefsApi.operation('getSubmission', 'GET /submissions/{submission}', {
  summary: 'What was sent to the vendor once, with each of its requests',
  may: needs('read'),
  answers: says(
    z.object({ id: z.int(), title: z.string(), submittedAt: instant(), dueOn: z.iso.date(), items: z.array(Item) }),
    'The submission.',
  ),
  run: async ({ db, actor, params }) => {
    const submission = await getSubmission(db, actor, params.submission)
    const items = submission.items.map((item) => ({
      ...item,
      note: sayKept(item.note),
      request: { id: item.requestId, title: item.title },
      answer: item.answerId,
      cost: item.cost?.points ?? null,
    }))
    return { ...submission, title: submission.content.title, items }
  },
})

briefsApi.operation('answerSubmittedRequest', 'POST /submissions/{submission}/requests/{request}/answer', {
  summary: 'Answer a request that was sent to the vendor',
  may: needs('write', 'will'),
  body: Given,
  answers: says(z.object({ id: z.int().nullable() }), 'The answer’s id; null where the same was there already.'),
  run: async ({ actor, write, params: { submission, request }, body: given }) => ({
    id: (await write((tx) => answerItem(tx, actor, submission, request, given))) ?? null,
  }),
})

briefsApi.operation('askAboutSubmittedRequest', 'POST /submissions/{submission}/requests/{request}/questions', {
  summary: 'Ask the group about a request that was sent to the vendor',
  may: needs('write', 'will'),
  body: { question: lines(5_000).min(1) },
  answers: makes(Made, 'The group is asked.', '/submissions/{submission}'),
  run: async ({ actor, write, params: { submission, request }, body }) => ({
    id: await write((tx) => ask(tx, actor, submission, request, body.question)),
  }),
})
