import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, instant, made, makes, maybeInstant, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { readWhom } from '../invitees-fields.tsx'
import { at, hosts, whom, zone } from '../shapes-api.ts'
import { closePoll, startPoll } from './actions.ts'
import { answerPoll } from './answers-actions.ts'
import { getPoll, listPolls } from './queries.ts'

export const pollsApi = routes()

const answered = { yes: z.number().int(), maybe: z.number().int(), no: z.number().int() }
const Poll = z
  .object({
    slug: z.string(),
    title: z.string(),
    zone: z.string(),
    minutes: z.number().int(),
    closesAt: instant(),
    closedAt: maybeInstant(),
  })
  .extend({ meeting: z.string().nullable(), slots: z.array(z.object({ id: z.number().int(), startsAt: instant(), ...answered })) })
  .extend({
    answers: z.array(
      z.object({ slotId: z.number().int(), personId: z.number().int(), name: z.string(), answer: z.enum(['yes', 'maybe', 'no']) }),
    ),
  })
  .openapi('DatePoll')
const PollInList = Poll.omit({ answers: true, slots: true, meeting: true }).openapi('DatePollInList')

const PollSlug = z.object({ poll: line(80) })

pollsApi.openapi(
  createRoute({
    method: 'post',
    path: '/polls',
    operationId: 'createDatePoll',
    summary: 'Start a date poll for the group and others that you invite',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          title: line(200).min(1),
          ...hosts,
          zone,
          minutes: z.number().int().min(5).max(1_440),
          place: line(500).default(''),
          note: lines(2_000).default(''),
          closesAt: at,
          slots: z.array(at).max(40),
          guestsSeeNames: z.boolean().default(false).openapi({ description: 'Guests see who answered what; else how many did.' }),
          public: z.boolean().default(true).openapi({ description: 'The meeting that comes of it is shown to everybody.' }),
          ...whom,
        }),
      ),
    },
    responses: makes(z.object({ slug: z.string() }), 'Started.'),
  }),
  async (c) => {
    const { groupIds, communityIds, seats, people, ...poll } = c.req.valid('json')
    const asked = { ...poll, hosts: { groupIds, communityIds }, whom: readWhom({ seats, people: people.join('\n') }) }
    const slug = await c.var.write((tx) => startPoll(tx, c.var.actor, asked))
    return made(c, { slug }, () => `/polls/${slug}`)
  },
)

pollsApi.openapi(
  createRoute({
    method: 'get',
    path: '/polls',
    operationId: 'listDatePolls',
    summary: 'Open date polls of my groups, and those that I am invited to',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(PollInList), 'All of them, the next to end first.'),
  }),
  async (c) => c.json(cut(c, c.req.valid('query'), z.array(PollInList).parse(await listPolls(c.var.db, c.var.actor))), 200),
)

pollsApi.openapi(
  createRoute({
    method: 'get',
    path: '/polls/{poll}',
    operationId: 'getDatePoll',
    summary: 'A date poll with its times and answers; for the group and everyone invited',
    ...needs('read'),
    request: { params: PollSlug },
    responses: says(Poll, 'The poll.'),
  }),
  async (c) => {
    const { poll, slots, answers } = await getPoll(c.var.db, c.var.actor, c.req.valid('param').poll)
    return c.json(Poll.parse({ ...poll, meeting: poll.meetingSlug, slots, answers }), 200)
  },
)

pollsApi.openapi(
  createRoute({
    method: 'put',
    path: '/polls/{poll}/answer',
    operationId: 'answerDatePoll',
    summary: 'Answer a date poll',
    ...needs('write', 'will'),
    request: {
      params: PollSlug,
      body: takes(z.object({ answers: z.array(z.object({ slotId: z.number().int(), answer: z.enum(['yes', 'maybe', 'no']) })).max(200) })),
    },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { actor, db, write } = c.var
    const { poll } = c.req.valid('param')
    const said = new Map(c.req.valid('json').answers.map(({ slotId, answer }) => [slotId, answer] as const))
    // What is put is all of it: a time that is left out is not answered any more.
    const answers = new Map((await getPoll(db, actor, poll)).slots.map(({ id }) => [id, said.get(id) ?? null]))
    await write((tx) => answerPoll(tx, actor, poll, { answers }))
    return c.body(null, 204)
  },
)

pollsApi.openapi(
  createRoute({
    method: 'post',
    path: '/polls/{poll}/close',
    operationId: 'closeDatePoll',
    summary: 'Close a date poll: the meeting is scheduled at one of its times',
    ...needs('write', 'work'),
    request: { params: PollSlug, body: takes(z.object({ slotId: z.number().int() })) },
    responses: makes(z.object({ meeting: z.string() }), 'Arranged.'),
  }),
  async (c) => {
    const slug = c.req.valid('param').poll
    return made(
      c,
      { meeting: await c.var.write((tx) => closePoll(tx, c.var.actor, slug, c.req.valid('json').slotId)) },
      ({ meeting }) => `/meetings/${meeting}`,
    )
  },
)
