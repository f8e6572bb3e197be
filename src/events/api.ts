import { z } from '@hono/zod-openapi'
import { does, instant, lists, Made, makes, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { leftOut } from '../lib/ui/left-out.ts'
import { proposeForEvent } from './call-actions.ts'
import { listProposals } from './call-queries.ts'
import { sayComing } from './people-actions.ts'
import { listParticipations } from './people-queries.ts'
import { type Event, getEvent, getInnerEvent, listEvents } from './queries.ts'
import { listEventSessions } from './sessions-queries.ts'

const kind = z.enum(['conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other'])
const Item = named('Event', {
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
const Whole = Item.extend({
  summary: z.string(),
  sessions: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      startsAt: instant(),
      endsAt: instant(),
      room: z.string(),
      presented: z.boolean().openapi({ description: 'The group presented it.' }),
      speakers: z.array(z.object({ name: z.string(), from: z.string(), role: z.enum(['speaker', 'chair', 'panel', 'host']) })),
    }),
  ),
}).openapi('EventWithSessions')
const Person = named('EventParticipation', {
  name: z.string(),
  roles: z.array(z.string()),
  expected: z.boolean(),
  answer: z.enum(['open', 'coming', 'online', 'not_coming']),
  presence: z.enum(['in_person', 'online', 'apologies', 'absent']).nullable(),
  reason: z.string(),
})
const Proposal = named('EventProposal', {
  id: z.int(),
  title: z.string(),
  text: z.string(),
  proposer: z.string(),
  minutes: z.int(),
  state: z.enum(['proposed', 'accepted', 'waiting', 'declined', 'withdrawn']),
  mean: z.number().optional().openapi({ description: 'Of the scores, 1 to 5; not of one’s own proposal.' }),
})

const slug = { event: line(80) }
const itemOf = (event: Event) => ({ ...event, hosts: event.hosts.map(({ slug: host }) => host), cancelled: event.cancelledAt !== null })

/** Conferences and meetings of several days. */
export const eventsApi = routes()

eventsApi.operation('listEvents', 'GET /events', {
  summary: 'Upcoming or past events',
  may: needs('read', { open: true }),
  query: { when: z.enum(['upcoming', 'past']).default('upcoming'), kind: kind.optional() },
  answers: pages(Item, 'A page of events.'),
  run: async ({ db, actor, query: { page, limit, when, kind: wanted } }) => {
    const found = await listEvents(db, actor, { when, kind: wanted, page, limit })
    return { items: found.events.map(itemOf), pages: found.pages }
  },
})

eventsApi.operation('getEvent', 'GET /events/{event}', {
  summary: 'One event with its programme',
  may: needs('read', { open: true }),
  params: slug,
  answers: says(Whole, 'The event.'),
  run: async ({ db, actor, params }) => {
    const event = await getEvent(db, actor, params.event)
    return { ...itemOf(event), sessions: await listEventSessions(db, actor, event.id) }
  },
})

eventsApi.operation('listEventPeople', 'GET /events/{event}/people', {
  summary: 'The participants of an event; for its groups',
  may: needs('read'),
  params: slug,
  answers: lists(Person, 'Everybody on the list.'),
  run: async ({ db, actor, params }) => {
    const event = await getInnerEvent(db, actor, params.event)
    return listParticipations(db, event.id)
  },
})

eventsApi.operation('answerEvent', 'PUT /events/{event}/answer', {
  summary: 'Answer if I will attend',
  may: needs('write', 'will'),
  params: slug,
  body: {
    answer: z.enum(['coming', 'online', 'not_coming']),
    fromOn: z.iso
      .date()
      .nullish()
      .openapi({ description: `The first day, where it is not that of the event. ${leftOut.removed}` }),
    toOn: z.iso
      .date()
      .nullish()
      .openapi({ description: `The last day, where it is not that of the event. ${leftOut.removed}` }),
    reason: lines(500)
      .nullish()
      .openapi({ description: `Why not, or a word to the organisers. ${leftOut.removed}` }),
  },
  answers: does('Noted.'),
  run: ({ write, actor, params, body: { reason, ...coming } }) =>
    write((tx) => sayComing(tx, actor, params.event, { ...coming, reason: reason === null ? '' : reason })),
})

eventsApi.operation('listEventProposals', 'GET /events/{event}/proposals', {
  summary: 'Proposals for an event: all of them for its groups, else my own',
  may: needs('read'),
  params: slug,
  answers: lists(Proposal, 'Proposals, the best first.'),
  run: async ({ db, actor, params }) => {
    const event = await getEvent(db, actor, params.event)
    return listProposals(db, actor, event)
  },
})

eventsApi.operation('proposeEventSession', 'POST /events/{event}/proposals', {
  summary: 'Propose a session while the call is open',
  may: needs('write', 'will'),
  params: slug,
  body: {
    title: line(200).min(1),
    text: lines(5_000).min(1),
    withWhom: line(300).default(''),
    minutes: z.int().min(5).max(240).default(30),
  },
  answers: makes(Made, 'Proposed.', '/events/{event}/proposals'),
  run: async ({ write, actor, params, body: facts }) => ({ id: await write((tx) => proposeForEvent(tx, actor, params.event, facts)) }),
})
