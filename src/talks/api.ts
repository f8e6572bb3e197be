import { z } from '@hono/zod-openapi'
import { getGroup } from '../groups/queries.ts'
import { does, instant, makes, maybeInstant, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { decideTalk, proposeTalk } from './actions.ts'
import { getTalk, listChapters, listTalks, recordingOf, type Talk } from './queries.ts'
import { register, unregister } from './sessions-actions.ts'
import { getSession, listProgram } from './sessions-queries.ts'

const state = z.enum(['proposed', 'accepted', 'scheduled', 'given', 'withdrawn', 'declined'])
const Item = named('Talk', {
  slug: z.string(),
  title: z.string(),
  group: z.string(),
  state,
  speakers: z.array(z.object({ name: z.string(), from: z.string() })),
  minutes: z.int(),
  language: z.string(),
  session: z.string().nullable().openapi({ description: 'The meeting or session in which it has its slot.' }),
  startsAt: maybeInstant(),
  givenOn: z.iso.date().nullable(),
  recording: z.string().openapi({ description: 'Empty without a recording, or without the consent of each speaker.' }),
})
const Whole = Item.extend({
  abstract: z.string(),
  chapters: z.array(z.object({ atSeconds: z.int(), title: z.string() })),
}).openapi('TalkWithChapters')
const Session = named('TalkSession', {
  slug: z.string(),
  title: z.string(),
  startsAt: instant(),
  endsAt: instant(),
  zone: z.string(),
  place: z.string().openapi({ description: 'For who is invited or registered; else empty.' }),
  registered: z.int(),
  program: z.array(z.object({ slug: z.string(), title: z.string(), minutes: z.int(), speakers: z.array(z.string()) })),
})

const slug = { talk: line(80) }
const session = { session: line(80) }
const itemOf = (talk: Talk) => ({
  ...talk,
  group: talk.groupSlug,
  session: talk.meetingSlug,
  recording: recordingOf(talk),
})

/** Show and Tell: talks, sessions, registrations. */
export const talksApi = routes()

talksApi.operation('listTalks', 'GET /talks', {
  summary: 'Talks of Show and Tell: past, upcoming, without a slot, not accepted or withdrawn, or mine',
  may: needs('read', { open: true }),
  query: { view: z.enum(['coming', 'given', 'backlog', 'aside', 'mine']).default('given') },
  answers: pages(Item, 'A page of talks.'),
  run: async ({ db, actor, query: { page, limit, view } }) => {
    const found = await listTalks(db, actor, { view, page, limit })
    return { items: found.talks.map(itemOf), pages: found.pages }
  },
})

talksApi.operation('getTalk', 'GET /talks/{talk}', {
  summary: 'One talk with its chapters',
  may: needs('read', { open: true }),
  params: slug,
  answers: says(Whole, 'The talk.'),
  run: async ({ db, actor, params }) => {
    const talk = await getTalk(db, actor, params.talk)
    return { ...itemOf(talk), chapters: await listChapters(db, talk.id) }
  },
})

talksApi.operation('proposeTalk', 'POST /groups/{group}/talks', {
  summary: 'Propose a talk',
  may: needs('write', 'will'),
  params: { group: line(40) },
  body: {
    title: line(200).min(1),
    abstract: lines(5_000).min(1),
    minutes: z.int().min(5).max(240).default(20),
    language: z.enum(locales).default('en'),
    visibility: z.enum(['public', 'subscribers', 'group']).default('public'),
  },
  answers: makes(z.object({ slug: z.string() }), 'Proposed.', '/talks/{slug}'),
  run: async ({ db, write, actor, params, body: facts }) => {
    const group = await getGroup(db, params.group)
    return { slug: await write((tx) => proposeTalk(tx, actor, group.id, facts)) }
  },
})

talksApi.operation('decideTalk', 'POST /talks/{talk}/decision', {
  summary: 'Accept a proposal, or decline it with a reason',
  may: needs('write', 'work'),
  params: slug,
  body: { decision: z.enum(['accepted', 'declined']), reason: lines(2_000).default('') },
  answers: does('Decided; the proposer is told.'),
  run: ({ write, actor, params, body: { decision, reason } }) => write((tx) => decideTalk(tx, actor, params.talk, decision, reason)),
})

talksApi.operation('getTalkSession', 'GET /talk-sessions/{session}', {
  summary: 'A session of Show and Tell with its programme',
  may: needs('read', { open: true }),
  params: session,
  answers: says(Session, 'The session.'),
  run: async ({ db, actor, params }) => {
    const found = await getSession(db, actor, params.session)
    return { ...found, program: await listProgram(db, actor, found) }
  },
})

talksApi.operation('registerForTalkSession', 'PUT /talk-sessions/{session}/registration', {
  summary: 'Register for a session; I get the invitation by email',
  may: needs('write', 'will'),
  params: session,
  answers: does('Registered.'),
  run: ({ write, actor, params }) => write((tx) => register(tx, actor, params.session)),
})

talksApi.operation('cancelTalkRegistration', 'DELETE /talk-sessions/{session}/registration', {
  summary: 'Cancel my registration',
  may: needs('write', 'will'),
  params: session,
  answers: does('Taken back; my calendar is told.'),
  run: ({ write, actor, params }) => write((tx) => unregister(tx, actor, params.session)),
})
