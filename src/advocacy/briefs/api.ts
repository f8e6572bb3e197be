import { createRoute, z } from '@hono/zod-openapi'
import {
  id,
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
} from '../../lib/ui/api.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { lines } from '../../lib/ui/texts.ts'
import { answerItem, ask } from '../desk/actions.ts'
import { getSubmission, listSubmissions } from '../desk/queries.ts'
import { getDeskGroup, getWorkGroup } from '../queries.ts'
import { Given, InGroup } from '../shapes-api.ts'
import { getBrief, listBriefs } from './queries.ts'

export const briefsApi = routes()

const Item = z
  .object({
    request: z.object({ id: z.number().int(), title: z.string() }),
    state: z.enum(['answered', 'waiting', 'late', 'asked', 'withdrawn']),
    dueOn: z.iso.date(),
    answer: z.number().int().nullable().openapi({ description: 'The answer’s id.' }),
    note: z.string().openapi({ description: 'Why it is still open, where something came back.' }),
    cost: z.number().int().nullable(),
    questions: z.array(
      z.object({ id: z.number().int(), text: z.string(), askedAt: instant(), answer: z.string().nullable(), answeredAt: maybeInstant() }),
    ),
  })
  .openapi('SubmissionItem')
const SubmissionLine = z
  .object({
    id: z.number().int(),
    title: z.string(),
    submittedAt: instant(),
    dueOn: z.iso.date(),
    items: z.number().int(),
    answered: z.number().int(),
  })
  .openapi('SubmissionLine')

briefsApi.openapi(
  createRoute({
    method: 'get',
    path: '/briefs',
    operationId: 'listBriefs',
    summary: 'Packages for the vendor of one of my groups',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(
      pageOf(
        z.object({
          id: z.number().int(),
          title: z.string(),
          champion: z.string(),
          requests: z.number().int(),
          submittedAt: maybeInstant(),
          closedAt: maybeInstant(),
        }),
      ),
      'A page of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const query = c.req.valid('query')
    const [page = 1] = readCursor(query.cursor, 1) ?? []
    const group = await getWorkGroup(db, actor, query.group)
    const found = await listBriefs(db, group.id, { page })
    const items = found.briefs.map((brief) => ({
      ...brief,
      submittedAt: brief.submittedAt?.toISOString() ?? null,
      closedAt: brief.closedAt?.toISOString() ?? null,
    }))
    return c.json({ items, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }, 200)
  },
)

briefsApi.openapi(
  createRoute({
    method: 'get',
    path: '/briefs/{brief}',
    operationId: 'getBrief',
    summary: 'One package for the vendor with its requests',
    ...needs('read'),
    request: { params: z.object({ brief: id() }) },
    responses: says(
      z.object({
        id: z.number().int(),
        title: z.string(),
        purpose: z.string(),
        champion: z.string(),
        requests: z.array(z.object({ id: z.number().int(), title: z.string(), ask: z.string(), evidence: z.string() })),
        versions: z.array(z.number().int()),
        submissions: z.array(z.number().int()),
      }),
      'The brief.',
    ),
  }),
  async (c) => {
    const brief = await getBrief(c.var.db, c.var.actor, c.req.valid('param').brief)
    return c.json(
      {
        ...{ id: brief.id, title: brief.title, purpose: brief.purpose, champion: brief.champion },
        requests: brief.requests.map(({ requestId, title, ask: asks, evidence }) => ({ id: requestId, title, ask: asks, evidence })),
        versions: brief.versions.map(({ number }) => number),
        submissions: brief.submissions.map((one) => one.id),
      },
      200,
    )
  },
)

briefsApi.openapi(
  createRoute({
    method: 'get',
    path: '/submissions',
    operationId: 'listSubmissions',
    summary: 'What was sent to the vendor, for the group and the vendor’s guests',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(pageOf(SubmissionLine), 'A page of them.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const query = c.req.valid('query')
    const [page = 1] = readCursor(query.cursor, 1) ?? []
    const group = await getDeskGroup(db, actor, query.group)
    const found = await listSubmissions(db, group.id, { page })
    return c.json(
      { items: z.array(SubmissionLine).parse(found.submissions), next: pointNext(c, page < found.pages ? [page + 1] : undefined) },
      200,
    )
  },
)

briefsApi.openapi(
  createRoute({
    method: 'get',
    path: '/submissions/{submission}',
    operationId: 'getSubmission',
    summary: 'What was sent to the vendor once, with each of its requests',
    ...needs('read'),
    request: { params: z.object({ submission: id() }) },
    responses: says(
      z.object({ id: z.number().int(), title: z.string(), submittedAt: instant(), dueOn: z.iso.date(), items: z.array(Item) }),
      'The submission.',
    ),
  }),
  async (c) => {
    const submission = await getSubmission(c.var.db, c.var.actor, c.req.valid('param').submission)
    const items = submission.items.map((item) =>
      Item.parse({
        ...item,
        note: sayKept(item.note),
        request: { id: item.requestId, title: item.title },
        answer: item.answerId,
        cost: item.cost?.points ?? null,
      }),
    )
    const { title } = submission.content
    return c.json({ id: submission.id, title, submittedAt: submission.submittedAt.toISOString(), dueOn: submission.dueOn, items }, 200)
  },
)

briefsApi.openapi(
  createRoute({
    method: 'post',
    path: '/submissions/{submission}/requests/{request}/answer',
    operationId: 'answerSubmittedRequest',
    summary: 'Answer a request that was sent to the vendor',
    ...needs('write', 'will'),
    request: { params: z.object({ submission: id(), request: id() }), body: takes(Given) },
    responses: says(z.object({ id: z.number().int().nullable() }), 'The answer’s id; null where the same was there already.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const { submission, request } = c.req.valid('param')
    const given = c.req.valid('json')
    return c.json({ id: (await write((tx) => answerItem(tx, actor, submission, request, given))) ?? null }, 200)
  },
)

briefsApi.openapi(
  createRoute({
    method: 'post',
    path: '/submissions/{submission}/requests/{request}/questions',
    operationId: 'askAboutSubmittedRequest',
    summary: 'Ask the group about a request that was sent to the vendor',
    ...needs('write', 'will'),
    request: { params: z.object({ submission: id(), request: id() }), body: takes(z.object({ question: lines(5_000).min(1) })) },
    responses: makes(z.object({ id: z.number().int() }), 'The group is asked.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const { submission, request } = c.req.valid('param')
    const question = await write((tx) => ask(tx, actor, submission, request, c.req.valid('json').question))
    return made(c, { id: question }, () => `/submissions/${submission}`)
  },
)
