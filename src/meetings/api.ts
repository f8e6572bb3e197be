import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { cut, does, instant, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { answerInvitation, noteAttendance } from './actions.ts'
import { getTable, listNoted } from './attendance/queries.ts'
import { arrangeMeeting, cancelMeeting, changeMeeting } from './core/actions.ts'
import { findOwnInvitation, getArrangedMeeting, getMeeting, listInvitations, listMeetings } from './core/queries.ts'
import {
  arrangedKind,
  cursorOnly,
  facts,
  hosts,
  Invitation,
  kinds,
  Meeting,
  minutesListId,
  quorumPercent,
  Slug,
  shownMeeting,
} from './shapes-api.ts'

const t = textsOf('meetings', 'api')

/** Meetings, invitations, attendance, series, date polls and decisions, for programs. */
export const meetingsApi = routes()

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings',
    operationId: 'listMeetings',
    summary: 'Upcoming meetings, first to last, or past meetings, last to first',
    ...needs('read', { open: true }),
    request: { query: cursorOnly.extend({ when: z.enum(['upcoming', 'past']).default('upcoming') }) },
    responses: says(pageOf(Meeting), 'A page of meetings.'),
  }),
  async (c) => {
    const { cursor, when } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const { meetings, more } = await listMeetings(c.var.db, c.var.actor, { when, page })
    return c.json({ items: meetings.map(shownMeeting), next: pointNext(c, more ? [page + 1] : undefined) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/meetings',
    operationId: 'scheduleMeeting',
    summary: 'Schedule a meeting and invite the people expected',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          ...facts,
          place: facts.place.default(''),
          public: facts.public.default(true),
          quorumPercent: quorumPercent.default(0),
          minutesListId: minutesListId.default(null),
          ...hosts,
          kind: arrangedKind.default('meeting'),
        }),
      ),
    },
    responses: makes(z.object({ slug: z.string() }), 'Arranged; the invitations are on their way.'),
  }),
  async (c) => {
    const { groupIds, communityIds, ...facts } = c.req.valid('json')
    const { slug } = await c.var.write((tx) => arrangeMeeting(tx, c.var.actor, { ...facts, hosts: { groupIds, communityIds } }))
    return made(c, { slug }, () => `/meetings/${slug}`)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}',
    operationId: 'getMeeting',
    summary: 'A meeting',
    ...needs('read', { open: true }),
    request: { params: Slug },
    responses: says(Meeting, 'The meeting, as you may see it.'),
  }),
  async (c) => c.json(shownMeeting(await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)), 200),
)

meetingsApi.openapi(
  createRoute({
    method: 'patch',
    path: '/meetings/{meeting}',
    operationId: 'updateMeeting',
    summary: 'Edit an upcoming meeting; after a new time everyone is asked again',
    ...needs('write', 'work'),
    request: { params: Slug, body: takes(z.object({ ...facts, quorumPercent, minutesListId }).partial()) },
    responses: does('Changed; whoever needs to know is told.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const there = await getArrangedMeeting(db, actor, c.req.valid('param').meeting)
    const change = c.req.valid('json')
    await write((tx) =>
      changeMeeting(tx, actor, there.slug, {
        title: change.title ?? there.title,
        startsAt: change.startsAt ?? there.startsAt,
        endsAt: change.endsAt ?? there.endsAt,
        zone: change.zone ?? there.zone,
        place: change.place ?? there.place,
        public: change.public ?? there.public,
        quorumPercent: change.quorumPercent ?? there.quorumPercent,
        minutesListId: change.minutesListId === undefined ? there.minutesListId : change.minutesListId,
      }),
    )
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/meetings/{meeting}/cancel',
    operationId: 'cancelMeeting',
    summary: 'Cancel an upcoming meeting',
    ...needs('write', 'work'),
    request: { params: Slug, body: takes(z.object({ reason: lines(1_000).min(1) })) },
    responses: does('Cancelled; everybody is told.'),
  }),
  async (c) => {
    await c.var.write((tx) => cancelMeeting(tx, c.var.actor, c.req.valid('param').meeting, c.req.valid('json').reason))
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}/invitations',
    operationId: 'listInvitations',
    summary: 'The people invited, their answers and their attendance; for the group',
    ...needs('read'),
    request: { params: Slug, query: Paging },
    responses: says(pageOf(Invitation), 'All invitations.'),
  }),
  async (c) => {
    const meeting = await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return c.json(cut(c, c.req.valid('query'), z.array(Invitation).parse(await listInvitations(c.var.db, meeting.id))), 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/meetings/{meeting}/answer',
    operationId: 'answerInvitation',
    summary: 'Answer an invitation',
    ...needs('write', 'will'),
    request: {
      params: Slug,
      body: takes(z.object({ answer: z.enum(['accepted', 'declined', 'tentative']), comment: line(1_000).default('') })),
    },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const meeting = await getMeeting(db, actor, c.req.valid('param').meeting)
    const own = await findOwnInvitation(db, meeting.id, actor.personId)
    if (!own) throw new NotFound(t.youAreNotInvitedToThis)
    const { answer, comment } = c.req.valid('json')
    await write((tx) => answerInvitation(tx, actor, own.id, { partstat: answer, comment, via: 'web' }))
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/meetings/{meeting}/attendance',
    operationId: 'recordAttendance',
    summary: 'Record attendance',
    ...needs('write', 'work'),
    request: {
      params: Slug,
      body: takes(
        z.object({
          people: z
            .array(
              z.object({
                personId: z.number().int(),
                attendance: z.enum(['present', 'late', 'apologies', 'absent']).nullable(),
                reason: lines(500).default(''),
                reasonAccepted: z.boolean().nullable().default(null),
              }),
            )
            .max(1_000),
        }),
      ),
    },
    responses: does('Noted.'),
  }),
  async (c) => {
    await c.var.write((tx) => noteAttendance(tx, c.var.actor, c.req.valid('param').meeting, c.req.valid('json').people))
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/attendance',
    operationId: 'listAttendance',
    summary: 'The people expected at past meetings of one of your groups, and their attendance',
    ...needs('read'),
    request: {
      query: Paging.extend({
        of: line(20).optional().openapi({ description: '`g1` for a group, `c1` for a user group; your first one where not said.' }),
        year: z.coerce.number().int().min(1900).max(2100).optional(),
      }),
    },
    responses: says(
      pageOf(
        z.object({ meeting: z.string(), kind: kinds, startsAt: instant(), personId: z.number().int(), name: z.string() }).extend({
          formal: z.boolean(),
          roles: z.array(z.string()),
          attendance: Invitation.shape.attendance,
          reason: z.string(),
          reasonAccepted: z.boolean().nullable(),
        }),
      ),
      'A line for each person and meeting.',
    ),
  }),
  async (c) => {
    const { of, year } = c.req.valid('query')
    const { table } = await getTable(c.var.db, c.var.actor, of)
    const rows = await listNoted(c.var.db, table, { at: c.var.actor.at, year })
    const items = rows.map(({ slug, startsAt, ...row }) => ({ ...row, meeting: slug, startsAt: startsAt.toISOString() }))
    return c.json(cut(c, c.req.valid('query'), items), 200)
  },
)
