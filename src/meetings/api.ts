import { z } from '@hono/zod-openapi'
import { missing, NotFound } from '../errors.ts'
import { does, instant, lists, makes, needs, pages, routes, says } from '../lib/ui/api.ts'
import { inDigits } from '../lib/ui/api-paging.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { leftOut } from '../lib/ui/left-out.ts'
import { textsOf } from '../lib/ui/words.ts'
import { answerInvitation, noteAttendance } from './actions.ts'
import { getTable, listNoted } from './attendance/queries.ts'
import { arrangeMeeting, cancelMeeting, changeMeeting } from './core/actions.ts'
import { findOwnInvitation, getArrangedMeeting, getMeeting, listInvitations, listMeetings } from './core/queries.ts'
import {
  arrangedKind,
  facts,
  hosts,
  Invitation,
  kinds,
  Meeting,
  minutesListId,
  placeOpen,
  quorumPercent,
  Slug,
  shownMeeting,
} from './shapes-api.ts'

const t = textsOf('meetings', 'api')

/** Meetings, invitations, attendance, series, date polls and decisions, for programs. */
export const meetingsApi = routes()

meetingsApi.operation('listMeetings', 'GET /meetings', {
  summary: 'Upcoming meetings, first to last, or past meetings, last to first',
  may: needs('read', { open: true }),
  query: { when: z.enum(['upcoming', 'past']).default('upcoming') },
  answers: pages(Meeting, 'A page of meetings.'),
  run: async ({ db, actor, query: { page, limit, when } }) => {
    const found = await listMeetings(db, actor, { when, page, limit })
    return { items: found.meetings.map(shownMeeting), pages: found.pages }
  },
})

meetingsApi.operation('scheduleMeeting', 'POST /meetings', {
  summary: 'Schedule a meeting and invite the people expected',
  may: needs('write', 'work'),
  body: {
    ...facts,
    place: facts.place.default(''),
    placeOpen: placeOpen.default(false),
    public: facts.public.default(true),
    quorumPercent: quorumPercent.default(0),
    minutesListId: minutesListId.default(null),
    ...hosts,
    kind: arrangedKind.default('meeting'),
  },
  answers: makes(z.object({ slug: z.string() }), 'Arranged; the invitations are on their way.', '/meetings/{slug}'),
  run: async ({ write, actor, body: { groupIds, communityIds, ...facts } }) =>
    write((tx) => arrangeMeeting(tx, actor, { ...facts, hosts: { groupIds, communityIds } })),
})

meetingsApi.operation('getMeeting', 'GET /meetings/{meeting}', {
  summary: 'A meeting',
  may: needs('read', { open: true }),
  params: Slug,
  answers: says(Meeting, 'The meeting, as you may see it.'),
  run: async ({ db, actor, params }) => shownMeeting(await getMeeting(db, actor, params.meeting)),
})

meetingsApi.operation('updateMeeting', 'PATCH /meetings/{meeting}', {
  summary: 'Edit an upcoming meeting; after a new time everyone is asked again',
  may: needs('write', 'work'),
  params: Slug,
  body: z.object({ ...facts, quorumPercent, minutesListId }).partial(),
  answers: does('Changed; whoever needs to know is told.'),
  run: async ({ db, write, actor, params, body: change }) => {
    const there = await getArrangedMeeting(db, actor, params.meeting)
    const { slug, title, startsAt, endsAt, zone, place, placeOpen, quorumPercent, minutesListId } = there
    const before = { title, startsAt, endsAt, zone, place, placeOpen, public: there.public, quorumPercent, minutesListId }
    await write((tx) => changeMeeting(tx, actor, slug, { ...before, ...change }))
  },
})

meetingsApi.operation('cancelMeeting', 'POST /meetings/{meeting}/cancel', {
  summary: 'Cancel an upcoming meeting',
  may: needs('write', 'work'),
  params: Slug,
  body: { reason: lines(1_000).min(1) },
  answers: does('Cancelled; everybody is told.'),
  run: ({ write, actor, params, body }) => write((tx) => cancelMeeting(tx, actor, params.meeting, body.reason)),
})

meetingsApi.operation('listInvitations', 'GET /meetings/{meeting}/invitations', {
  summary: 'The people invited, their answers and their attendance; for the group',
  may: needs('read'),
  params: Slug,
  answers: lists(Invitation, 'All invitations.'),
  run: async ({ db, actor, params }) => {
    const meeting = await getMeeting(db, actor, params.meeting)
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return listInvitations(db, meeting.id)
  },
})

meetingsApi.operation('answerInvitation', 'PUT /meetings/{meeting}/answer', {
  summary: 'Answer an invitation',
  may: needs('write', 'will'),
  params: Slug,
  body: {
    answer: z.enum(['accepted', 'declined', 'tentative']),
    comment: line(1_000)
      .nullish()
      .openapi({ description: `A word to the others. ${leftOut.removed}` }),
  },
  answers: does('Noted.'),
  run: async ({ db, write, actor, params, body: { answer, comment } }) => {
    const meeting = await getMeeting(db, actor, params.meeting)
    const own = (await findOwnInvitation(db, meeting.id, actor.personId)) ?? missing(t.youAreNotInvitedToThis)
    await write((tx) => answerInvitation(tx, actor, own.id, { partstat: answer, comment: comment === null ? '' : comment, via: 'web' }))
  },
})

meetingsApi.operation('recordAttendance', 'PUT /meetings/{meeting}/attendance', {
  summary: 'Record attendance',
  may: needs('write', 'work'),
  params: Slug,
  body: {
    people: z
      .array(
        z.object({
          personId: z.int(),
          attendance: z.enum(['present', 'late', 'apologies', 'absent']).nullable(),
          reason: lines(500).optional(),
          reasonAccepted: z.boolean().nullish(),
        }),
      )
      .max(1_000),
  },
  answers: does('Noted.'),
  run: ({ write, actor, params, body }) => write((tx) => noteAttendance(tx, actor, params.meeting, body.people)),
})

meetingsApi.operation('listAttendance', 'GET /attendance', {
  summary: 'The people expected at past meetings of one of your groups, and their attendance',
  may: needs('read'),
  query: {
    of: line(20).optional().openapi({ description: '`g1` for a group, `c1` for a user group; your first one where not said.' }),
    year: inDigits(z.int().min(1900).max(2100)).optional(),
  },
  answers: lists(
    z.object({ meeting: z.string(), kind: kinds, startsAt: instant(), personId: z.int(), name: z.string() }).extend({
      formal: z.boolean(),
      roles: z.array(z.string()),
      attendance: Invitation.shape.attendance,
      reason: z.string(),
      reasonAccepted: z.boolean().nullable(),
    }),
    'A line for each person and meeting.',
  ),
  run: async ({ db, actor, query: { of, year } }) => {
    const { table } = await getTable(db, actor, of)
    const rows = await listNoted(db, table, { at: actor.at, year })
    return rows.map((row) => ({ ...row, meeting: row.slug }))
  },
})
