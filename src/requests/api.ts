import { z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { reasonsInWords } from '../lib/similar/why.ts'
import { does, instant, Made, makes, maybeInstant, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { mayContribute } from '../policy.ts'
import { makeRequest } from './actions.ts'
import { writeCase } from './cases/actions.ts'
import { listCases } from './cases/queries.ts'
import { commentOnRequest } from './comments-actions.ts'
import { mines } from './core/own-queries.ts'
import { getCollatedGroup, getRequestGroup, listRequests } from './core/queries.ts'
import { kinds, severities, stages, visibilities } from './core/rules.ts'
import { askedGroup } from './group-choice.tsx'
import { readRecord } from './record/queries.ts'
import { requestRefusals } from './refusals.ts'
import { findLike, findSimilar } from './similar-queries.ts'
import { raiseVoice } from './support/actions.ts'
import { strengths } from './support/rules.ts'

const Listed = named('ListedRequest', {
  id: z.int(),
  kind: z.enum(kinds),
  title: z.string(),
  stage: z.enum(stages),
  severity: z.enum(severities).nullable(),
  area: z.string().nullable(),
  topic: z.string().nullable(),
  cases: z.int(),
  supporters: z.int().nullable().openapi({ description: 'Institutions; null for who may not know.' }),
  musts: z.int().nullable(),
  mergedInto: z.int().nullable().openapi({ description: 'Null also for who may not read that request.' }),
  createdAt: instant(),
  changedAt: instant(),
})
const Case = named('UserCase', {
  id: z.int(),
  title: z.string(),
  problem: z.string(),
  frequency: z.string(),
  institution: z.string().nullable(),
  author: z.string(),
  saidAt: instant(),
  excerpts: z.array(z.string()),
})
const Supporter = z.object({
  institution: z.string(),
  country: z.string().nullable(),
  strength: z.enum(strengths),
  reason: z.string(),
  since: instant(),
})
const Full = named('Request', {
  id: z.int(),
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
  mergedInto: z.int().nullable().openapi({ description: 'Null also for who may not read that request.' }),
  cases: z.array(Case),
  supportCases: z.array(z.string()),
  supporters: z.array(Supporter).nullable(),
  comments: z.array(z.object({ by: z.string().nullable(), text: z.string(), at: instant(), removedAt: maybeInstant() })),
})
const InGroup = { group: line(40).optional().openapi({ description: 'A group by its short name or number; without it my own.' }) }
const Filter = {
  ...InGroup,
  kind: z.enum(kinds).optional(),
  stage: z.enum(stages).optional(),
  q: line(300).optional(),
  mine: z.enum(mines).optional().openapi({ description: 'What they are to me; for who may contribute.' }),
}

/** Requests, user cases, voices and comments. */
export const requestApi = routes()

requestApi.operation('listRequests', 'GET /requests', {
  summary: 'Requests, newest first',
  may: needs('read', { open: true }),
  query: Filter,
  answers: pages(Listed, 'A page of them.'),
  run: async ({ db, actor, query: { page, limit, kind, stage, q, mine }, c }) => {
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const counts = mayContribute(actor, group)
    const { requests, pages } = await listRequests(db, actor, {
      groupId: group.id,
      page,
      limit,
      kind,
      stages: stage && [stage],
      search: q || undefined,
      ...(counts && { mine }),
    })
    const items = requests.map((one) => ({
      ...one,
      supporters: counts ? one.supporters : null,
      musts: counts ? one.musts : null,
    }))
    return { items, pages }
  },
})

requestApi.operation('createRequest', 'POST /requests', {
  summary: 'Make a request from user cases',
  may: needs('write', 'will'),
  query: InGroup,
  body: {
    kind: z.enum(kinds),
    title: line(200).min(1),
    text: lines(50_000).default(''),
    visibility: z.enum(visibilities).default('subscribers'),
    cases: z.array(z.int()).max(200).default([]),
  },
  answers: makes(Made, 'It is made.', '/requests/{id}'),
  run: async ({ db, write, actor, body: { cases, ...facts }, c }) => {
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return { id: await write((tx) => makeRequest(tx, actor, group.id, facts, { caseIds: cases })) }
  },
})

requestApi.operation('getRequest', 'GET /requests/{request}', {
  summary: 'One request with its user cases and support',
  may: needs('read', { open: true }),
  answers: says(Full, 'The request.'),
  run: async ({ db, actor, params }) => {
    const { request, cases, numbers, support, comments } = await readRecord(db, actor, params.request)
    return {
      ...request,
      cases: cases.map((one) => ({
        ...one,
        institution: one.organisation,
        author: one.person ?? one.authorName,
        excerpts: one.sources.map(({ excerpt }) => hideAddresses(excerpt)),
      })),
      supportCases: numbers.map(({ number }) => number),
      supporters: support?.supporters.map((one) => ({ ...one, institution: one.organisation })) ?? null,
      comments: comments.map((one) => ({ ...one, by: one.name })),
    }
  },
})

requestApi.operation('commentOnRequest', 'POST /requests/{request}/comments', {
  summary: 'Comment on a request',
  may: needs('write', 'will'),
  body: { text: lines(20_000).min(1) },
  answers: makes(z.object({ id: z.int().optional() }), 'The comment stands there.', '/requests/{request}'),
  run: async ({ write, actor, params: { request }, body }) => ({
    id: await write((tx) => commentOnRequest(tx, actor, request, body.text)),
  }),
})

requestApi.operation('supportRequest', 'PUT /requests/{request}/voice', {
  summary: 'Support a request for my institution, or change the support',
  may: needs('write', 'will'),
  body: { strength: z.enum(strengths), reason: lines(1_000).optional(), organisationId: z.int().optional() },
  answers: does('My voice counts.'),
  run: ({ write, actor, params, body }) => write((tx) => raiseVoice(tx, actor, params.request, body)),
})

requestApi.operation('listSimilarRequests', 'GET /requests/{request}/similar', {
  summary: 'Similar requests, with the reasons',
  may: needs('read'),
  answers: says(
    z.object({ items: z.array(z.object({ id: z.int(), title: z.string(), likeness: z.number(), why: z.string() })) }),
    'The most alike first.',
  ),
  run: async ({ db, actor, params }) => {
    const { request, group } = await readRecord(db, actor, params.request)
    if (!group.mayContribute) throw new NotFound(requestRefusals.request)
    // With the words of its user cases for who collates them, as its page does; others may not read all of those.
    const own = { id: request.id, title: request.title, text: request.text }
    const items = group.mayCollate
      ? await findLike(db, actor, request.groupId, request.id, { limit: 10 })
      : await findSimilar(db, actor, request.groupId, own, { limit: 10, of: { kind: 'request', id: request.id } })
    return { items: items.map(({ id: other, title, likeness, why }) => ({ id: other, title, likeness, why: reasonsInWords(why) })) }
  },
})

requestApi.operation('listUserCases', 'GET /user-cases', {
  summary: 'User cases, newest first',
  may: needs('read'),
  query: InGroup,
  answers: pages(
    z.object({
      id: z.int(),
      title: z.string(),
      state: z.string(),
      author: z.string(),
      saidAt: instant(),
      requests: z.array(z.int()),
    }),
    'A page of them.',
  ),
  run: async ({ db, actor, query: { page, limit }, c }) => {
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const { cases, pages } = await listCases(db, actor, { groupId: group.id, page, limit })
    return { items: cases.map((one) => ({ ...one, author: one.authorName })), pages }
  },
})

requestApi.operation('shareUserCase', 'POST /user-cases', {
  summary: 'Share a user case',
  may: needs('write', 'will'),
  query: InGroup,
  body: {
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
  },
  answers: makes(Made, 'It is a user case.', '/user-cases'),
  run: async ({ db, write, actor, body, c }) => {
    const group = await getRequestGroup(db, actor, askedGroup(c))
    return { id: await write((tx) => writeCase(tx, actor, group.id, { ...body, origin: 'api' })) }
  },
})
