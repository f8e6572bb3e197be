import { z } from '@hono/zod-openapi'
import { does, instant, lists, makes, maybeInstant, needs, routes, says } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { leftOut } from '../../lib/ui/left-out.ts'
import { readWhom } from '../invitees-fields.tsx'
import { at, hosts, whom, zone } from '../shapes-api.ts'
import { closePoll, startPoll } from './actions.ts'
import { answerPoll } from './answers-actions.ts'
import { getPoll, listPolls } from './queries.ts'

export const pollsApi = routes()

const answered = { yes: z.int(), maybe: z.int(), no: z.int() }
const Poll = z
  .object({
    slug: z.string(),
    title: z.string(),
    zone: z.string(),
    minutes: z.int(),
    closesAt: instant(),
    closedAt: maybeInstant(),
  })
  .extend({ meeting: z.string().nullable(), slots: z.array(z.object({ id: z.int(), startsAt: instant(), ...answered })) })
  .extend({ answers: z.array(z.object({ slotId: z.int(), personId: z.int(), name: z.string(), answer: z.enum(['yes', 'maybe', 'no']) })) })
  .openapi('DatePoll')
const PollInList = Poll.omit({ answers: true, slots: true, meeting: true }).openapi('DatePollInList')

const PollSlug = { poll: line(80) }

pollsApi.operation('createDatePoll', 'POST /polls', {
  summary: 'Start a date poll for the group and others that you invite',
  may: needs('write', 'work'),
  body: {
    title: line(200).min(1),
    ...hosts,
    zone,
    minutes: z.int().min(5).max(1_440),
    place: line(500).default(''),
    note: lines(2_000).default(''),
    closesAt: at,
    slots: z.array(at).max(40),
    guestsSeeNames: z.boolean().default(false).openapi({ description: 'Guests see who answered what; else how many did.' }),
    public: z.boolean().default(true).openapi({ description: 'The meeting that comes of it is shown to everybody.' }),
    ...whom,
  },
  answers: makes(z.object({ slug: z.string() }), 'Started.', '/polls/{slug}'),
  run: async ({ write, actor, body: { groupIds, communityIds, seats, people, ...poll } }) => {
    const asked = { ...poll, hosts: { groupIds, communityIds }, whom: readWhom({ seats, people: people.join('\n') }) }
    return { slug: await write((tx) => startPoll(tx, actor, asked)) }
  },
})

pollsApi.operation('listDatePolls', 'GET /polls', {
  summary: 'Open date polls of my groups, and those that I am invited to',
  may: needs('read'),
  answers: lists(PollInList, 'All of them, the next to end first.'),
  run: ({ db, actor }) => listPolls(db, actor),
})

pollsApi.operation('getDatePoll', 'GET /polls/{poll}', {
  summary: 'A date poll with its times and answers; for the group and everyone invited',
  may: needs('read'),
  params: PollSlug,
  answers: says(Poll, 'The poll.'),
  run: async ({ db, actor, params }) => {
    const { poll, slots, answers } = await getPoll(db, actor, params.poll)
    return { ...poll, meeting: poll.meetingSlug, slots, answers }
  },
})

pollsApi.operation('answerDatePoll', 'PUT /polls/{poll}/answer', {
  summary: 'Answer a date poll',
  may: needs('write', 'will'),
  params: PollSlug,
  body: {
    answers: z
      .array(
        z.object({
          slotId: z.int(),
          answer: z
            .enum(['yes', 'maybe', 'no'])
            .nullable()
            .openapi({ description: 'When you can; null takes the answer to this time back.' }),
        }),
      )
      .max(200)
      .optional()
      .openapi({
        description: `By time. ${leftOut.stays}, and so does each time that is not named; an empty list takes all answers back.`,
      }),
    comment: line(500)
      .nullish()
      .openapi({ description: `A word to the others. ${leftOut.removed}` }),
  },
  answers: does('Noted.'),
  run: async ({ actor, db, write, params: { poll }, body }) => {
    const said = body.answers?.map(({ slotId, answer }) => [slotId, answer] as const)
    const none = async () => (await getPoll(db, actor, poll)).slots.map(({ id }) => [id, null] as const)
    const answers = new Map(said?.length === 0 ? await none() : said)
    await write((tx) => answerPoll(tx, actor, poll, { answers, comment: body.comment === null ? '' : body.comment }))
  },
})

pollsApi.operation('closeDatePoll', 'POST /polls/{poll}/close', {
  summary: 'Close a date poll: the meeting is scheduled at one of its times',
  may: needs('write', 'work'),
  params: PollSlug,
  body: { slotId: z.int() },
  answers: makes(z.object({ meeting: z.string() }), 'Arranged.', '/meetings/{meeting}'),
  run: async ({ write, actor, params, body }) => ({ meeting: await write((tx) => closePoll(tx, actor, params.poll, body.slotId)) }),
})
