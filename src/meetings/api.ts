import { createRoute, z } from '@hono/zod-openapi'
import { Invalid, NotFound } from '../errors.ts'
import { reviewDecision, supersedeDecision } from '../groups/actions.ts'
import { getDecision, listDecisions } from '../groups/queries.ts'
import { does, id, instant, maybeInstant, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import {
  answerInvitation,
  arrangeMeeting,
  cancelMeeting,
  changeMeeting,
  changeSeries,
  endSeries,
  noteAttendance,
  startSeries,
} from './actions.ts'
import { getTable, listNoted } from './attendance/queries.ts'
import { findOwnInvitation, getArrangedMeeting, getMeeting, getSeries, listInvitations, listMeetings, listSeries } from './core/queries.ts'
import { readWhom } from './invitees-fields.tsx'
import { answerPoll, closePoll, startPoll } from './polls/actions.ts'
import { getPoll, listPolls } from './polls/queries.ts'
import { sayCadence } from './rules.ts'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'api')

const Host = z.object({ groupId: z.number().int().nullable(), communityId: z.number().int().nullable(), name: z.string() })
const kinds = z.enum(['meeting', 'call', 'conference', 'show_and_tell'])
const zone = zoneField(() => times.zone)

const Meeting = z
  .object({
    slug: z.string(),
    title: z.string(),
    kind: kinds,
    startsAt: instant(),
    endsAt: instant(),
    zone: z.string(),
    place: z.string().openapi({ description: 'Empty for people who are not invited and not in the group.' }),
    state: z.enum(['planned', 'held', 'cancelled']),
    minutes: z.enum(['none', 'draft', 'circulated', 'approved']),
    public: z.boolean(),
    uid: z.string().openapi({ description: 'Its UID in calendars, for life.' }),
    sequence: z.number().int(),
    series: z.string().nullable(),
    hosts: z.array(Host),
  })
  .openapi('Meeting')
const Series = z
  .object({ slug: z.string(), title: z.string(), cadence: z.string(), zone: z.string(), startsAt: z.string(), minutes: z.number().int() })
  .extend({ everyN: z.number().int(), everyUnit: z.enum(['week', 'month']), weekday: z.number().int(), nth: z.number().int().nullable() })
  .extend({ firstOn: z.iso.date(), lastOn: z.iso.date().nullable(), endedAt: maybeInstant(), kind: kinds, hosts: z.array(Host) })
  .openapi('MeetingSeries')
const Invitation = z
  .object({ personId: z.number().int(), name: z.string(), roles: z.array(z.string()), formal: z.boolean() })
  .extend({ partstat: z.enum(['needs-action', 'accepted', 'declined', 'tentative']), comment: z.string(), counterAt: maybeInstant() })
  .extend({ attendance: z.enum(['present', 'late', 'apologies', 'absent']).nullable(), reason: z.string() })
  .extend({ reasonAccepted: z.boolean().nullable() })
  .openapi('MeetingInvitation')
const Decision = z
  .object({ id: z.number().int(), number: z.number().int(), host: z.string(), text: z.string(), rationale: z.string() })
  .extend({ decidedOn: z.iso.date(), reviewOn: z.iso.date().nullable(), supersededBy: z.number().int().nullable() })
  .extend({ votesFor: z.number().int().nullable(), votesAgainst: z.number().int().nullable(), abstained: z.number().int().nullable() })
  .openapi('Decision')
/** With what a motion came to, in the reader's language. */
const said = <D extends { rationale: string }>(decision: D): D => ({ ...decision, rationale: sayKept(decision.rationale) })
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

const shownMeeting = (meeting: Awaited<ReturnType<typeof getMeeting>>) => Meeting.parse({ ...meeting, series: meeting.seriesSlug })
const shownSeries = (one: Awaited<ReturnType<typeof listSeries>>[number]) =>
  Series.parse({ ...one, cadence: sayCadence({ n: one.everyN, unit: one.everyUnit }) })

const Slug = z.object({ meeting: line(80) })
const cursorOnly = Paging.pick({ cursor: true })

const at = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .openapi({ type: 'string', format: 'date-time' })
const minutesListId = z
  .number()
  .int()
  .nullable()
  .openapi({ description: 'The list that gets the approved minutes, besides the people invited.' })
const facts = { title: line(200).min(1), startsAt: at, endsAt: at, zone, place: line(500), public: z.boolean() }
const hosts = { groupIds: z.array(z.number().int()).max(20).default([]), communityIds: z.array(z.number().int()).max(20).default([]) }
const whom = {
  seats: z
    .array(line(40))
    .max(50)
    .default([])
    .openapi({ description: 'Invited besides: `g3` the members of a group, `g3.vendor_guest` who holds a role in it, `c1.steering`.' }),
  people: z.array(line(400)).max(50).default([]).openapi({ description: 'Invited besides, by address: `Name <name@example.org>`.' }),
}
const arrangedKind = z.enum(['meeting', 'call', 'conference'])
const quorumPercent = z.number().int().min(0).max(100)

/** Meetings, invitations, attendance, series, date polls and decisions, for programs. */
export const meetingsApi = routes()

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings',
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
    responses: says(z.object({ slug: z.string() }), 'Arranged; the invitations are on their way.'),
  }),
  async (c) => {
    const { groupIds, communityIds, ...facts } = c.req.valid('json')
    const { slug } = await c.var.write((tx) => arrangeMeeting(tx, c.var.actor, { ...facts, hosts: { groupIds, communityIds } }))
    return c.json({ slug }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}',
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
    summary: 'The people invited, their answers and their attendance; for the group',
    ...needs('read'),
    request: { params: Slug },
    responses: says(z.object({ items: z.array(Invitation) }), 'All invitations.'),
  }),
  async (c) => {
    const meeting = await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return c.json({ items: z.array(Invitation).parse(await listInvitations(c.var.db, meeting.id)) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/meetings/{meeting}/answer',
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
    summary: 'The people expected at past meetings of one of your groups, and their attendance',
    ...needs('read'),
    request: {
      query: z.object({
        of: line(20).optional().openapi({ description: '`g1` for a group, `c1` for a user group; your first one where not said.' }),
        year: z.coerce.number().int().min(1900).max(2100).optional(),
      }),
    },
    responses: says(
      z.object({
        items: z.array(
          z.object({ meeting: z.string(), kind: kinds, startsAt: instant(), personId: z.number().int(), name: z.string() }).extend({
            formal: z.boolean(),
            roles: z.array(z.string()),
            attendance: Invitation.shape.attendance,
            reason: z.string(),
            reasonAccepted: z.boolean().nullable(),
          }),
        ),
      }),
      'A line for each person and meeting.',
    ),
  }),
  async (c) => {
    const { of, year } = c.req.valid('query')
    const { table } = await getTable(c.var.db, c.var.actor, of)
    const rows = await listNoted(c.var.db, table, { at: c.var.actor.at, year })
    return c.json({ items: rows.map(({ slug, startsAt, ...row }) => ({ ...row, meeting: slug, startsAt: startsAt.toISOString() })) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/series',
    summary: 'Series of meetings',
    ...needs('read', { open: true }),
    responses: says(z.object({ items: z.array(Series) }), 'All series that you may see.'),
  }),
  async (c) => c.json({ items: (await listSeries(c.var.db, c.var.actor)).map(shownSeries) }, 200),
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/series/{series}',
    summary: 'A series',
    ...needs('read', { open: true }),
    request: { params: z.object({ series: line(80) }) },
    responses: says(Series, 'The series.'),
  }),
  async (c) => c.json(shownSeries(await getSeries(c.var.db, c.var.actor, c.req.valid('param').series)), 200),
)

const SeriesSlug = z.object({ series: line(80) })
const clock = z.iso.time({ precision: -1 }).openapi({ description: 'On the clocks of the zone: `10:00`.' })
const seriesFacts = {
  title: line(200).min(1),
  everyN: z.number().int().min(1).max(52).openapi({ description: 'Every so many weeks or months.' }),
  everyUnit: z.enum(['week', 'month']),
  weekday: z.number().int().min(1).max(7).openapi({ description: 'Monday is 1.' }),
  nth: z
    .union([z.literal(-1), z.number().int().min(1).max(4)])
    .nullable()
    .openapi({ description: 'In a monthly series the nth of the month, -1 the last.' }),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable().openapi({ description: 'Null: no last day.' }),
  startsAt: clock,
  minutes: z.number().int().min(5).max(1_440),
  zone,
  place: line(500),
  agendaDays: z.number().int().min(0).max(60).openapi({ description: 'The agenda is sent so many days before; 0: never.' }),
  silentDays: z.number().int().min(0).max(90).openapi({ description: 'Days for checking the minutes; then they are approved. 0: never.' }),
  quorumPercent,
  public: z.boolean(),
  kind: arrangedKind,
  minutesListId,
}

/** A monthly series has its nth day, a weekly one has none; the last day is not before the first. */
function whole<S extends { everyUnit: 'week' | 'month'; nth: number | null; firstOn: string; lastOn: string | null }>(series: S): S {
  if (series.lastOn !== null && series.lastOn < series.firstOn) throw new Invalid(refusals.lookAgain, { lastOn: t.chooseLastDayAfterFirst })
  return { ...series, nth: series.everyUnit === 'month' ? (series.nth ?? 1) : null }
}

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/series',
    summary: 'Create a series: its next meetings are created, and the people expected are invited',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          ...seriesFacts,
          ...hosts,
          nth: seriesFacts.nth.default(null),
          lastOn: seriesFacts.lastOn.default(null),
          place: seriesFacts.place.default(''),
          agendaDays: seriesFacts.agendaDays.default(7),
          silentDays: seriesFacts.silentDays.default(14),
          quorumPercent: quorumPercent.default(0),
          public: seriesFacts.public.default(true),
          kind: arrangedKind.default('meeting'),
          minutesListId: minutesListId.default(null),
        }),
      ),
    },
    responses: says(z.object({ slug: z.string() }), 'Started; the invitations are on their way.'),
  }),
  async (c) => {
    const { groupIds, communityIds, ...series } = c.req.valid('json')
    const made = { ...whole(series), hosts: { groupIds, communityIds } }
    return c.json({ slug: await c.var.write((tx) => startSeries(tx, c.var.actor, made)) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'patch',
    path: '/series/{series}',
    summary: 'Edit a series with its upcoming meetings; each person gets one email for the whole change',
    ...needs('write', 'work'),
    request: { params: SeriesSlug, body: takes(z.object(seriesFacts).partial()) },
    responses: does('Changed; whoever needs to know is told.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const there = await getSeries(db, actor, c.req.valid('param').series)
    if (!there.mayArrange) throw new NotFound(t.meetingSeriesNotFound)
    const { id, title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place } = there
    const { agendaDays, silentDays, quorumPercent, kind, minutesListId } = there
    const said = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined))
    const change = whole({
      ...{ title, everyN, everyUnit, weekday, nth, firstOn, lastOn, startsAt, minutes, zone, place },
      ...{ agendaDays, silentDays, quorumPercent, kind, minutesListId, public: there.public },
      ...said,
    })
    await write((tx) => changeSeries(tx, actor, id, change))
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/series/{series}/end',
    summary: 'End a series; its upcoming meetings are cancelled',
    ...needs('write', 'work'),
    request: { params: SeriesSlug, body: takes(z.object({ reason: lines(1_000).default('') })) },
    responses: does('Ended; everybody is told.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const series = await getSeries(db, actor, c.req.valid('param').series)
    await write((tx) => endSeries(tx, actor, series.id, c.req.valid('json').reason))
    return c.body(null, 204)
  },
)

const PollSlug = z.object({ poll: line(80) })

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/polls',
    summary: 'Start a date poll: everyone in the group is asked, and whom you invite besides',
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
    responses: says(z.object({ slug: z.string() }), 'Started.'),
  }),
  async (c) => {
    const { groupIds, communityIds, seats, people, ...poll } = c.req.valid('json')
    const asked = { ...poll, hosts: { groupIds, communityIds }, whom: readWhom({ seats, people: people.join('\n') }) }
    const slug = await c.var.write((tx) => startPoll(tx, c.var.actor, asked))
    return c.json({ slug }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/polls',
    summary: 'Open date polls of your groups, and those that you are asked by',
    ...needs('read'),
    responses: says(z.object({ items: z.array(PollInList) }), 'All of them, the next to end first.'),
  }),
  async (c) => c.json({ items: z.array(PollInList).parse(await listPolls(c.var.db, c.var.actor)) }, 200),
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/polls/{poll}',
    summary: 'A date poll with its times and answers; for the group, and for who is asked besides',
    ...needs('read'),
    request: { params: PollSlug },
    responses: says(Poll, 'The poll.'),
  }),
  async (c) => {
    const { poll, slots, answers } = await getPoll(c.var.db, c.var.actor, c.req.valid('param').poll)
    return c.json(Poll.parse({ ...poll, meeting: poll.meetingSlug, slots, answers }), 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/polls/{poll}/answer',
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

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/polls/{poll}/close',
    summary: 'Close a date poll: the meeting is scheduled at one of its times',
    ...needs('write', 'work'),
    request: { params: PollSlug, body: takes(z.object({ slotId: z.number().int() })) },
    responses: says(z.object({ meeting: z.string() }), 'Arranged.'),
  }),
  async (c) => {
    const slug = c.req.valid('param').poll
    return c.json({ meeting: await c.var.write((tx) => closePoll(tx, c.var.actor, slug, c.req.valid('json').slotId)) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/decisions',
    summary: 'Decisions, newest first',
    ...needs('read', { open: true }),
    request: {
      query: cursorOnly.extend({ state: z.enum(['standing', 'review', 'superseded', 'all']).default('all'), q: line(100).optional() }),
    },
    responses: says(pageOf(Decision), 'A page of decisions.'),
  }),
  async (c) => {
    const { cursor, state, q } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listDecisions(c.var.db, c.var.actor, { state, q: q || undefined, page })
    const items = z.array(Decision).parse(found.decisions.map(said))
    return c.json({ items, next: pointNext(c, found.more ? [page + 1] : undefined) }, 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/decisions/{decision}',
    summary: 'A decision',
    ...needs('read', { open: true }),
    request: { params: z.object({ decision: id() }) },
    responses: says(Decision, 'The decision.'),
  }),
  async (c) => {
    const decision = await getDecision(c.var.db, c.var.actor, c.req.valid('param').decision)
    return c.json(Decision.parse(said(decision)), 200)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/decisions/{decision}/review',
    summary: 'Confirm a decision, with or without a next review',
    ...needs('write', 'will'),
    request: { params: z.object({ decision: id() }), body: takes(z.object({ reviewOn: z.iso.date().nullable().default(null) })) },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { decision } = c.req.valid('param')
    await c.var.write((tx) => reviewDecision(tx, c.var.actor, decision, c.req.valid('json').reviewOn))
    return c.body(null, 204)
  },
)

meetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/decisions/{decision}/supersede',
    summary: 'Replace a decision with a later one of the same group',
    ...needs('write', 'will'),
    request: { params: z.object({ decision: id() }), body: takes(z.object({ byNumber: z.number().int().min(1) })) },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { decision } = c.req.valid('param')
    await c.var.write((tx) => supersedeDecision(tx, c.var.actor, decision, c.req.valid('json').byNumber))
    return c.body(null, 204)
  },
)
