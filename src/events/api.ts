import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, instant, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { proposeForEvent } from './call-actions.ts'
import { listProposals } from './call-queries.ts'
import { sayComing } from './people-actions.ts'
import { listParticipations } from './people-queries.ts'
import { type Event, getEvent, getInnerEvent, listEvents } from './queries.ts'
import { listEventSessions } from './sessions-queries.ts'

const kind = z.enum(['conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other'])
const Item = z
  .object({
    slug: z.string(),
    title: z.string(),
    kind,
    firstOn: z.iso.date(),
    lastOn: z.iso.date(),
    zone: z.string(),
    place: z.string(),
    online: z.boolean(),
    website: z.string(),
    hosts: z.array(z.string()),
    cancelled: z.boolean(),
    callOpensOn: z.iso.date().nullable(),
    callClosesOn: z.iso.date().nullable(),
  })
  .openapi('Event')
const Whole = Item.extend({
  summary: z.string(),
  sessions: z.array(
    z.object({
      id: z.number().int(),
      title: z.string(),
      startsAt: instant(),
      endsAt: instant(),
      room: z.string(),
      presented: z.boolean().openapi({ description: 'The group presented it.' }),
      speakers: z.array(z.object({ name: z.string(), from: z.string(), role: z.enum(['speaker', 'chair', 'panel', 'host']) })),
    }),
  ),
}).openapi('EventWithSessions')
const Person = z
  .object({
    name: z.string(),
    roles: z.array(z.string()),
    expected: z.boolean(),
    answer: z.enum(['open', 'coming', 'online', 'not_coming']),
    presence: z.enum(['in_person', 'online', 'apologies', 'absent']).nullable(),
    reason: z.string(),
  })
  .openapi('EventParticipation')
const Proposal = z
  .object({
    id: z.number().int(),
    title: z.string(),
    text: z.string(),
    proposer: z.string(),
    minutes: z.number().int(),
    state: z.enum(['proposed', 'accepted', 'waiting', 'declined', 'withdrawn']),
    mean: z.number().optional().openapi({ description: 'Of the scores, 1 to 5; not of one’s own proposal.' }),
  })
  .openapi('EventProposal')

const slug = z.object({ event: line(80) })
const itemOf = (event: Event) => ({ ...event, hosts: event.hosts.map(({ slug: host }) => host), cancelled: event.cancelledAt !== null })

/** Conferences and meetings of several days. */
export const eventsApi = routes()

eventsApi.openapi(
  createRoute({
    method: 'get',
    path: '/events',
    operationId: 'listEvents',
    summary: 'Upcoming or past events',
    ...needs('read', { open: true }),
    request: { query: Paging.extend({ when: z.enum(['upcoming', 'past']).default('upcoming'), kind: kind.optional() }) },
    responses: says(pageOf(Item), 'A page of events.'),
  }),
  async (c) => {
    const { cursor, limit, when, kind: wanted } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listEvents(c.var.db, c.var.actor, { when, kind: wanted, page, limit })
    const items = found.events.map(itemOf)
    return c.json(pageOf(Item).parse({ items, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

eventsApi.openapi(
  createRoute({
    method: 'get',
    path: '/events/{event}',
    operationId: 'getEvent',
    summary: 'One event with its programme',
    ...needs('read', { open: true }),
    request: { params: slug },
    responses: says(Whole, 'The event.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const event = await getEvent(db, actor, c.req.valid('param').event)
    return c.json(Whole.parse({ ...itemOf(event), sessions: await listEventSessions(db, actor, event.id) }), 200)
  },
)

eventsApi.openapi(
  createRoute({
    method: 'get',
    path: '/events/{event}/people',
    operationId: 'listEventPeople',
    summary: 'The participants of an event; for its groups',
    ...needs('read'),
    request: { params: slug, query: Paging },
    responses: says(pageOf(Person), 'Everybody on the list.'),
  }),
  async (c) => {
    const event = await getInnerEvent(c.var.db, c.var.actor, c.req.valid('param').event)
    const items = await listParticipations(c.var.db, event.id)
    return c.json(cut(c, c.req.valid('query'), z.array(Person).parse(items)), 200)
  },
)

eventsApi.openapi(
  createRoute({
    method: 'put',
    path: '/events/{event}/answer',
    operationId: 'answerEvent',
    summary: 'Answer if I will attend',
    ...needs('write', 'will'),
    request: {
      params: slug,
      body: takes(
        z.object({
          answer: z.enum(['coming', 'online', 'not_coming']),
          fromOn: z.iso.date().nullable().default(null),
          toOn: z.iso.date().nullable().default(null),
          reason: lines(500).default(''),
        }),
      ),
    },
    responses: does('Noted.'),
  }),
  async (c) => {
    const coming = c.req.valid('json')
    await c.var.write((tx) => sayComing(tx, c.var.actor, c.req.valid('param').event, coming))
    return c.body(null, 204)
  },
)

eventsApi.openapi(
  createRoute({
    method: 'get',
    path: '/events/{event}/proposals',
    operationId: 'listEventProposals',
    summary: 'Proposals for an event: all of them for its groups, else my own',
    ...needs('read'),
    request: { params: slug, query: Paging },
    responses: says(pageOf(Proposal), 'Proposals, the best first.'),
  }),
  async (c) => {
    const event = await getEvent(c.var.db, c.var.actor, c.req.valid('param').event)
    const items = await listProposals(c.var.db, c.var.actor, event)
    return c.json(cut(c, c.req.valid('query'), z.array(Proposal).parse(items)), 200)
  },
)

eventsApi.openapi(
  createRoute({
    method: 'post',
    path: '/events/{event}/proposals',
    operationId: 'proposeEventSession',
    summary: 'Propose a session while the call is open',
    ...needs('write', 'will'),
    request: {
      params: slug,
      body: takes(
        z.object({
          title: line(200).min(1),
          text: lines(5_000).min(1),
          withWhom: line(300).default(''),
          minutes: z.number().int().min(5).max(240).default(30),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'Proposed.'),
  }),
  async (c) => {
    const facts = c.req.valid('json')
    return made(
      c,
      { id: await c.var.write((tx) => proposeForEvent(tx, c.var.actor, c.req.valid('param').event, facts)) },
      () => `/events/${c.req.valid('param').event}/proposals`,
    )
  },
)
