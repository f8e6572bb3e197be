import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { reasonsInWords } from '../lib/similar/why.ts'
import {
  does,
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
} from '../lib/ui/api.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { mayContribute } from '../policy.ts'
import { makeRequest } from './actions.ts'
import { writeCase } from './cases/actions.ts'
import { listCases } from './cases/queries.ts'
import { commentOnRequest } from './comments-actions.ts'
import { getCollatedGroup, getRequestGroup, listRequests } from './core/queries.ts'
import { kinds, severities, stages, visibilities } from './core/rules.ts'
import { askedGroup } from './group-choice.tsx'
import { readRecord } from './record/queries.ts'
import { requestRefusals } from './refusals.ts'
import { findLike, findSimilar } from './similar-queries.ts'
import { raiseVoice } from './support/actions.ts'
import { strengths } from './support/rules.ts'

const Listed = z
  .object({
    id: z.number().int(),
    kind: z.enum(kinds),
    title: z.string(),
    stage: z.enum(stages),
    severity: z.enum(severities).nullable(),
    area: z.string().nullable(),
    topic: z.string().nullable(),
    cases: z.number().int(),
    supporters: z.number().int().nullable().openapi({ description: 'Institutions; null for who may not know.' }),
    musts: z.number().int().nullable(),
    mergedInto: z.number().int().nullable(),
    createdAt: instant(),
    changedAt: instant(),
  })
  .openapi('ListedRequest')
const Case = z
  .object({
    id: z.number().int(),
    title: z.string(),
    problem: z.string(),
    frequency: z.string(),
    institution: z.string().nullable(),
    author: z.string(),
    saidAt: instant(),
    excerpts: z.array(z.string()),
  })
  .openapi('UserCase')
const Supporter = z.object({
  institution: z.string(),
  country: z.string().nullable(),
  strength: z.enum(strengths),
  reason: z.string(),
  since: instant(),
})
const Full = z
  .object({
    id: z.number().int(),
    kind: z.enum(kinds),
    title: z.string(),
    text: z.string().openapi({ description: 'Markdown' }),
    stage: z.enum(stages),
    stageAt: instant(),
    severity: z.enum(severities).nullable(),
    versions: z.string(),
    reproduction: z.string(),
    workaround: z.string(),
    champion: z.string().nullable(),
    mergedInto: z.number().int().nullable(),
    cases: z.array(Case),
    supportCases: z.array(z.string()),
    supporters: z.array(Supporter).nullable(),
    comments: z.array(z.object({ by: z.string().nullable(), text: z.string(), at: instant(), removedAt: maybeInstant() })),
  })
  .openapi('Request')

const inRequest = z.object({ request: id() })
const InGroup = z.object({
  group: line(40).optional().openapi({ description: 'A group by its short name or number; without it my own.' }),
})
const Filter = Paging.extend({
  ...InGroup.shape,
  kind: z.enum(kinds).optional(),
  stage: z.enum(stages).optional(),
  q: line(300).optional(),
})

/** Requests, user cases, voices and comments. */
export const requestApi = routes()

requestApi.openapi(
  createRoute({
    method: 'get',
    path: '/requests',
    operationId: 'listRequests',
    summary: 'Requests, newest first',
    ...needs('read', { open: true }),
    request: { query: Filter },
    responses: says(pageOf(Listed), 'A page of them.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, kind, stage, q } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const counts = mayContribute(actor, group)
    const { requests, pages } = await listRequests(db, actor, {
      groupId: group.id,
      page,
      limit,
      kind,
      stages: stage && [stage],
      search: q || undefined,
    })
    const items = requests.map((one) =>
      Listed.parse({ ...one, mergedInto: one.mergedIntoId, supporters: counts ? one.supporters : null, musts: counts ? one.musts : null }),
    )
    return c.json({ items, next: pointNext(c, page < pages ? [page + 1] : undefined) }, 200)
  },
)

requestApi.openapi(
  createRoute({
    method: 'post',
    path: '/requests',
    operationId: 'createRequest',
    summary: 'Make a request from user cases',
    ...needs('write', 'will'),
    request: {
      query: InGroup,
      body: takes(
        z.object({
          kind: z.enum(kinds),
          title: line(200).min(1),
          text: lines(50_000).default(''),
          visibility: z.enum(visibilities).default('subscribers'),
          cases: z.array(z.number().int()).max(200).default([]),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'It is made.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { cases, ...facts } = c.req.valid('json')
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return made(c, { id: await write((tx) => makeRequest(tx, actor, group.id, facts, { caseIds: cases })) }, ({ id }) => `/requests/${id}`)
  },
)

requestApi.openapi(
  createRoute({
    method: 'get',
    path: '/requests/{request}',
    operationId: 'getRequest',
    summary: 'One request with its user cases and support',
    ...needs('read', { open: true }),
    request: { params: inRequest },
    responses: says(Full, 'The request.'),
  }),
  async (c) => {
    const { request, cases, numbers, support, comments } = await readRecord(c.var.db, c.var.actor, c.req.valid('param').request)
    return c.json(
      Full.parse({
        ...request,
        mergedInto: request.mergedIntoId,
        cases: cases.map((one) => ({
          ...one,
          institution: one.organisation,
          author: one.person ?? one.authorName,
          excerpts: one.sources.map(({ excerpt }) => hideAddresses(excerpt)),
        })),
        supportCases: numbers.map(({ number }) => number),
        supporters: support ? support.supporters.map((one) => ({ ...one, institution: one.organisation })) : null,
        comments: comments.map((one) => ({ ...one, by: one.name })),
      }),
      200,
    )
  },
)

requestApi.openapi(
  createRoute({
    method: 'post',
    path: '/requests/{request}/comments',
    operationId: 'commentOnRequest',
    summary: 'Comment on a request',
    ...needs('write', 'will'),
    request: { params: inRequest, body: takes(z.object({ text: lines(20_000).min(1) })) },
    responses: makes(z.object({ id: z.number().int().optional() }), 'The comment stands there.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { request } = c.req.valid('param')
    const comment = await write((tx) => commentOnRequest(tx, actor, request, c.req.valid('json').text))
    return made(c, { id: comment }, () => `/requests/${request}`)
  },
)

requestApi.openapi(
  createRoute({
    method: 'put',
    path: '/requests/{request}/voice',
    operationId: 'supportRequest',
    summary: 'Support a request for my institution, or change the support',
    ...needs('write', 'will'),
    request: {
      params: inRequest,
      body: takes(z.object({ strength: z.enum(strengths), reason: lines(1_000).default(''), organisationId: z.number().int().optional() })),
    },
    responses: does('My voice counts.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await write((tx) => raiseVoice(tx, actor, c.req.valid('param').request, c.req.valid('json')))
    return c.body(null, 204)
  },
)

requestApi.openapi(
  createRoute({
    method: 'get',
    path: '/requests/{request}/similar',
    operationId: 'listSimilarRequests',
    summary: 'Similar requests, with the reasons',
    ...needs('read'),
    request: { params: inRequest },
    responses: says(
      z.object({ items: z.array(z.object({ id: z.number().int(), title: z.string(), likeness: z.number(), why: z.string() })) }),
      'The most alike first.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { request, group } = await readRecord(db, actor, c.req.valid('param').request)
    if (!group.mayContribute) throw new NotFound(requestRefusals.request)
    // With the words of its user cases for who collates them, as its page does; others may not read all of those.
    const own = { id: request.id, title: request.title, text: request.text }
    const items = group.mayCollate
      ? await findLike(db, actor, request.groupId, request.id, { limit: 10 })
      : await findSimilar(db, actor, request.groupId, own, { limit: 10, of: { kind: 'request', id: request.id } })
    return c.json(
      { items: items.map(({ id: other, title, likeness, why }) => ({ id: other, title, likeness, why: reasonsInWords(why) })) },
      200,
    )
  },
)

requestApi.openapi(
  createRoute({
    method: 'get',
    path: '/user-cases',
    operationId: 'listUserCases',
    summary: 'User cases, newest first',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(
      pageOf(
        z.object({
          id: z.number().int(),
          title: z.string(),
          state: z.string(),
          author: z.string(),
          saidAt: instant(),
          requests: z.array(z.number().int()),
        }),
      ),
      'A page of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const { cases, pages } = await listCases(db, actor, { groupId: group.id, page, limit })
    const items = cases.map((one) => ({
      id: one.id,
      title: one.title,
      state: one.state,
      author: one.authorName,
      saidAt: one.saidAt.toISOString(),
      requests: one.requests.map((request) => request.id),
    }))
    return c.json({ items, next: pointNext(c, page < pages ? [page + 1] : undefined) }, 200)
  },
)

requestApi.openapi(
  createRoute({
    method: 'post',
    path: '/user-cases',
    operationId: 'shareUserCase',
    summary: 'Share a user case',
    ...needs('write', 'will'),
    request: {
      query: InGroup,
      body: takes(
        z.object({
          title: line(200).min(1),
          who: lines(2_000).default(''),
          workflow: lines(4_000).default(''),
          frequency: line(500).default(''),
          problem: lines(10_000).default(''),
          workaround: lines(10_000).default(''),
          cost: lines(4_000).default(''),
          versions: line(500).default(''),
          visibility: z.enum(visibilities).default('subscribers'),
          consent: z.enum(['no', 'vendor', 'public']).default('no'),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'It is a user case.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const shared = await write((tx) => writeCase(tx, actor, group.id, { ...c.req.valid('json'), origin: 'api' }))
    return made(c, { id: shared }, () => '/user-cases')
  },
)
