import { createRoute, z } from '@hono/zod-openapi'
import { getGroup } from '../groups/queries.ts'
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
import { line, lines } from '../lib/ui/texts.ts'
import { decideTalk, proposeTalk } from './actions.ts'
import { getTalk, listChapters, listTalks, recordingOf, type Talk } from './queries.ts'
import { register, unregister } from './sessions-actions.ts'
import { getSession, listProgram } from './sessions-queries.ts'

const state = z.enum(['proposed', 'accepted', 'scheduled', 'given', 'withdrawn', 'declined'])
const Item = z
  .object({
    slug: z.string(),
    title: z.string(),
    group: z.string(),
    state,
    speakers: z.array(z.object({ name: z.string(), from: z.string() })),
    minutes: z.number().int(),
    language: z.string(),
    session: z.string().nullable().openapi({ description: 'The meeting or session in which it has its slot.' }),
    startsAt: maybeInstant(),
    givenOn: z.iso.date().nullable(),
    recording: z.string().openapi({ description: 'Empty without a recording, or without the consent of each speaker.' }),
  })
  .openapi('Talk')
const Whole = Item.extend({
  abstract: z.string(),
  chapters: z.array(z.object({ atSeconds: z.number().int(), title: z.string() })),
}).openapi('TalkWithChapters')
const Session = z
  .object({
    slug: z.string(),
    title: z.string(),
    startsAt: instant(),
    endsAt: instant(),
    zone: z.string(),
    place: z.string().openapi({ description: 'For who is invited or registered; else empty.' }),
    registered: z.number().int(),
    program: z.array(z.object({ slug: z.string(), title: z.string(), minutes: z.number().int(), speakers: z.array(z.string()) })),
  })
  .openapi('TalkSession')

const slug = z.object({ talk: line(80) })
const session = z.object({ session: line(80) })
const itemOf = (talk: Talk) => ({
  ...talk,
  group: talk.groupSlug,
  session: talk.meetingSlug,
  recording: recordingOf(talk),
})

/** Show and Tell: talks, sessions, registrations. */
export const talksApi = routes()

talksApi.openapi(
  createRoute({
    method: 'get',
    path: '/talks',
    operationId: 'listTalks',
    summary: 'Talks of Show and Tell: past, upcoming, without a slot, not accepted or withdrawn, or mine',
    ...needs('read', { open: true }),
    request: { query: Paging.extend({ view: z.enum(['coming', 'given', 'backlog', 'aside', 'mine']).default('given') }) },
    responses: says(pageOf(Item), 'A page of talks.'),
  }),
  async (c) => {
    const { cursor, limit, view } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listTalks(c.var.db, c.var.actor, { view, page, limit })
    const items = found.talks.map(itemOf)
    return c.json(pageOf(Item).parse({ items, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

talksApi.openapi(
  createRoute({
    method: 'get',
    path: '/talks/{talk}',
    operationId: 'getTalk',
    summary: 'One talk with its chapters',
    ...needs('read', { open: true }),
    request: { params: slug },
    responses: says(Whole, 'The talk.'),
  }),
  async (c) => {
    const talk = await getTalk(c.var.db, c.var.actor, c.req.valid('param').talk)
    return c.json(Whole.parse({ ...itemOf(talk), chapters: await listChapters(c.var.db, talk.id) }), 200)
  },
)

talksApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/talks',
    operationId: 'proposeTalk',
    summary: 'Propose a talk',
    ...needs('write', 'will'),
    request: {
      params: z.object({ group: line(40) }),
      body: takes(
        z.object({
          title: line(200).min(1),
          abstract: lines(5_000).min(1),
          minutes: z.number().int().min(5).max(240).default(20),
          language: z.enum(locales).default('en'),
          visibility: z.enum(['public', 'subscribers', 'group']).default('public'),
        }),
      ),
    },
    responses: makes(z.object({ slug: z.string() }), 'Proposed.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    const facts = c.req.valid('json')
    return made(c, { slug: await write((tx) => proposeTalk(tx, actor, group.id, facts)) }, ({ slug }) => `/talks/${slug}`)
  },
)

talksApi.openapi(
  createRoute({
    method: 'post',
    path: '/talks/{talk}/decision',
    operationId: 'decideTalk',
    summary: 'Accept a proposal, or decline it with a reason',
    ...needs('write', 'work'),
    request: {
      params: slug,
      body: takes(z.object({ decision: z.enum(['accepted', 'declined']), reason: lines(2_000).default('') })),
    },
    responses: does('Decided; the proposer is told.'),
  }),
  async (c) => {
    const { decision, reason } = c.req.valid('json')
    await c.var.write((tx) => decideTalk(tx, c.var.actor, c.req.valid('param').talk, decision, reason))
    return c.body(null, 204)
  },
)

talksApi.openapi(
  createRoute({
    method: 'get',
    path: '/talk-sessions/{session}',
    operationId: 'getTalkSession',
    summary: 'A session of Show and Tell with its programme',
    ...needs('read', { open: true }),
    request: { params: session },
    responses: says(Session, 'The session.'),
  }),
  async (c) => {
    const found = await getSession(c.var.db, c.var.actor, c.req.valid('param').session)
    return c.json(Session.parse({ ...found, program: await listProgram(c.var.db, found.id) }), 200)
  },
)

talksApi.openapi(
  createRoute({
    method: 'put',
    path: '/talk-sessions/{session}/registration',
    operationId: 'registerForTalkSession',
    summary: 'Register for a session; I get the invitation by email',
    ...needs('write', 'will'),
    request: { params: session },
    responses: does('Registered.'),
  }),
  async (c) => {
    await c.var.write((tx) => register(tx, c.var.actor, c.req.valid('param').session))
    return c.body(null, 204)
  },
)

talksApi.openapi(
  createRoute({
    method: 'delete',
    path: '/talk-sessions/{session}/registration',
    operationId: 'cancelTalkRegistration',
    summary: 'Cancel my registration',
    ...needs('write', 'will'),
    request: { params: session },
    responses: does('Taken back; my calendar is told.'),
  }),
  async (c) => {
    await c.var.write((tx) => unregister(tx, c.var.actor, c.req.valid('param').session))
    return c.body(null, 204)
  },
)
