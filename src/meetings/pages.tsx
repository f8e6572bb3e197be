import * as z from 'zod'
import { program } from '../actor.ts'
import { conflictIf, Invalid, missing, NotFound, refuse } from '../errors.ts'
import { findAsked } from '../groups/queries.ts'
import { openToken } from '../lib/token/open.ts'
import { sendCalendar } from '../lib/ui/download.ts'
import { formatDate, type Locale } from '../lib/ui/format.ts'
import { type FormBody, line, lines, orEmpty, readForm, tick, usually, whole } from '../lib/ui/forms.ts'
import {
  act,
  askedFirst,
  bodyOf,
  type C,
  done,
  doneIf,
  idOf,
  mailed,
  onlyPages,
  pageOf,
  pages,
  refusable,
  twin,
  yearIn,
} from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import { zoneSaid } from '../lib/ui/zone-names.ts'
import { InZone } from '../lib/ui/zones.tsx'
import { type Answer, answerInvitation, noteAttendance } from './actions.ts'
import { noteAsAnswered } from './attendance/actions.ts'
import { listTables } from './attendance/queries.ts'
import { feedOf, fileOf } from './calendar.ts'
import { arrangeMeeting, cancelMeeting, changeMeeting } from './core/actions.ts'
import {
  findBefore,
  findInvitation,
  findOwnInvitation,
  getArrangedMeeting,
  getMeeting,
  getSeries,
  type HostName,
  hostIds,
  listArrangeable,
  listInvitations,
  listMeetings,
  listSeries,
  type Meeting,
} from './core/queries.ts'
import { AttendancePage, CancelPage, InvitationPage, MeetingFormPage } from './form-views.tsx'
import { inviteToMeeting, uninviteFromMeeting } from './invitees-actions.ts'
import { readWhom, WhomForm, whomFields } from './invitees-fields.tsx'
import { listInvitees, listSeatChoices, listUnreachedOf } from './invitees-queries.ts'
import { isGuest } from './invitees-rules.ts'
import { listMinutesLists } from './minutes/lists-queries.ts'
import { findApproved, listItems, listLatestMinutes } from './minutes/queries.ts'
import { quorumSaid } from './minutes/quorum.ts'
import { attendeesOf, countQuorum } from './minutes/rules.ts'
import { pageWords } from './page-words.ts'
import { listPolls } from './polls/queries.ts'
import { typedInstant, whyNotPlan } from './rules.ts'
import { MeetingPage, MeetingsPage } from './views.tsx'
import { listToAsk } from './visitors-queries.ts'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'pagesPage')

const zone = zoneField(() => times.zone)
const MeetingForm = z.object({
  title: line(200),
  hosts: z.union([line(20), z.array(line(20))]).optional(),
  day: z.iso.date(),
  time: z.iso.time({ precision: -1 }),
  which: z.enum(['earlier', 'later']).optional(),
  minutes: z.coerce.number().int().min(5).max(20_160),
  zone,
  place: line(500).default(''),
  public: tick(),
  placeOpen: tick(),
  quorumPercent: usually(z.coerce.number().int().min(0).max(100), 0),
  kind: z.enum(['meeting', 'call', 'conference']).optional(),
  minutesListId: whole().optional(),
  ...whomFields,
})
const AnswerForm = z.object({ answer: z.enum(['accepted', 'declined', 'tentative']), comment: orEmpty(line(1_000)) })
const CancelForm = z.object({ reason: lines(1_000) })

const slugOf = (c: C): string => c.req.param('meeting') ?? ''

/** The hosts that were ticked: `g1`, `c2`. */
export const readHosts = (ticked: string | string[] | undefined) => {
  const keys = [ticked ?? []].flat()
  const ids = (letter: string) => keys.filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1)) || 0)
  return { groupIds: ids('g'), communityIds: ids('c') }
}

/** What a form says of a meeting; what a clock change makes doubtful is said beside the time. */
function factsOf({ day, time, minutes, which, ...form }: z.output<typeof MeetingForm>, now: Date) {
  const { title, zone, place, placeOpen, quorumPercent } = form
  const startsAt = typedInstant('time', day, time, zone, which)
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  if (endsAt <= now) refuse('day', t.chooseTimeToCome)
  return { title, zone, place, placeOpen, quorumPercent, public: form.public, minutesListId: form.minutesListId ?? null, startsAt, endsAt }
}

/** The lists that approved minutes may go to: those of the hosts that a form offers, or of those who meet. */
export const listsOf = (c: C, hosts: HostName[], meeting?: Pick<Meeting, 'hosts'>) =>
  listMinutesLists(c.var.db, c.var.actor, hostIds(meeting?.hosts ?? hosts))

/** A meeting that is still changed or cancelled: there is nothing to fill in for another. */
async function plannedAt(c: C): Promise<Meeting> {
  const meeting = await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
  conflictIf(whyNotPlan(meeting, c.var.actor.at))
  return meeting
}

async function showForm(c: C, meeting?: Meeting) {
  const { db, actor } = c.var
  const hosts = askedFirst(c, await listArrangeable(db, actor))
  if (hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.page(
    meeting ? t.change({ title: meeting.title }) : t.scheduleAMeeting,
    <MeetingFormPage
      hosts={hosts}
      meeting={meeting}
      choices={meeting ? [] : await listSeatChoices(db, actor)}
      lists={await listsOf(c, hosts, meeting)}
      zone={actor.zone}
    />,
  )
}

async function showMeeting(c: C) {
  const { db, actor, offers } = c.var
  const meeting = await getMeeting(db, actor, slugOf(c))
  const talks = await offers.listTalkPlaces(db, actor, meeting.id)
  const { locale } = actor as { locale: Locale }
  return c.var.page(
    // Most meetings of a group are called the same: the day tells their windows apart.
    `${meeting.title}, ${formatDate({ locale, zone: meeting.zone, now: actor.at }, meeting.startsAt)}`,
    <MeetingPage
      meeting={meeting}
      invitees={meeting.mayArrange ? await listInvitees(db, { meetingId: meeting.id }) : []}
      unreached={await listUnreachedOf(db, actor, meeting.mayArrange ? meeting.hosts : [])}
      choices={meeting.mayArrange ? await listSeatChoices(db, actor) : []}
      invitations={meeting.atTable ? await listInvitations(db, meeting.id) : []}
      own={await findOwnInvitation(db, meeting.id, actor.personId)}
      items={await listItems(db, meeting, talks)}
      talks={talks}
      minutes={await findApproved(db, meeting)}
      ask={meeting.atTable || meeting.invited ? undefined : await listToAsk(db, meeting, c.var.site.mailDomain, actor.at)}
      before={await findBefore(db, meeting)}
      zone={actor.zoneKnown ? actor.zone : undefined}
      now={actor.at}
    />,
  )
}

export const meetingPages = pages()
  .get('/meetings', async (c) => {
    const { db, actor } = c.var
    const when = c.req.query('when') === 'past' ? 'past' : 'upcoming'
    const page = pageOf(c)
    const year = yearIn(c)
    const slug = c.req.query('series')
    const series = slug ? await getSeries(db, actor, slug) : undefined
    const group = await findAsked(db, c.req.query('group'))
    const { meetings, pages: count } = await listMeetings(db, actor, { when, page, year, seriesId: series?.id, groupId: group?.id })
    // Of one group alone, what stands beside its meetings is of it as well.
    const asked = <T extends { hosts: HostName[] }>(all: T[]): T[] =>
      group === undefined ? all : all.filter(({ hosts }) => hostIds(hosts).groupIds.includes(group.id))
    return c.var.page(
      pageWords(actor.locale).title,
      <MeetingsPage
        meetings={meetings}
        series={asked(await listSeries(db, actor))}
        of={series}
        group={group}
        polls={asked(await listPolls(db, actor))}
        now={actor.at}
        when={when}
        page={page}
        count={count}
        year={year}
        mayArrange={(await listArrangeable(db, actor)).length > 0}
        latest={await listLatestMinutes(db, { groupId: group?.id })}
        atSomeTable={(await listTables(db, actor)).length > 0}
        signedIn={actor.personId !== null}
      />,
    )
  })
  .get('/meetings.ics', async (c) => sendCalendar(c, await feedOf(c.var.db, c.var.site, undefined, c.var.actor), 'meetings'))
  .get('/meetings/new', (c) => showForm(c))
  .post('/meetings', twin('work', 'POST /meetings'), async (c) => {
    const { db, write, actor } = c.var
    if ((await listArrangeable(db, actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c)).take(MeetingForm, async (form) => {
      const whom = readWhom(form)
      const made = await write(async (tx) => {
        const meeting = { ...factsOf(form, actor.at), kind: form.kind, hosts: readHosts(form.hosts) }
        const arranged = await arrangeMeeting(tx, actor, meeting)
        await inviteToMeeting(tx, actor, arranged.slug, whom)
        return arranged
      })
      return done(c, `/meetings/${made.slug}`, mailed(c, t.meetingScheduledInvitations), made.slug)
    })
  })
  .get('/meetings/:meeting', (c) => (slugOf(c).endsWith('.ics') ? sendFile(c) : showMeeting(c)))
  .get('/meetings/:meeting/edit', async (c) => showForm(c, await plannedAt(c)))
  .post('/meetings/:meeting', twin('work', 'PATCH /meetings/{meeting}'), async (c) => {
    const { db, write, actor } = c.var
    const meeting = await getArrangedMeeting(db, actor, slugOf(c))
    return refusable(c, () => showForm(c, meeting)).take(MeetingForm, async (form) => {
      const changed = await write((tx) => changeMeeting(tx, actor, meeting.slug, factsOf(form, actor.at)))
      return doneIf(c, changed, `/meetings/${meeting.slug}`, mailed(c, t.meetingSavedPeopleConcerned))
    })
  })
  .get('/meetings/:meeting/cancel', async (c) => {
    const meeting = await plannedAt(c)
    return c.var.page(t.cancel({ title: meeting.title }), <CancelPage meeting={meeting} />)
  })
  .post('/meetings/:meeting/cancel', twin('work', 'POST /meetings/{meeting}/cancel'), async (c) => {
    const { db, write, actor } = c.var
    const meeting = await getArrangedMeeting(db, actor, slugOf(c))
    return refusable(c, () => c.var.page(t.cancel({ title: meeting.title }), <CancelPage meeting={meeting} />)).take(
      CancelForm,
      async ({ reason }) => {
        await write((tx) => cancelMeeting(tx, actor, meeting.slug, reason))
        return done(c, `/meetings/${meeting.slug}`, mailed(c, t.meetingCancelledEveryoneWho))
      },
    )
  })
  .post('/meetings/:meeting/answer', twin('will', 'PUT /meetings/{meeting}/answer'), async (c) => {
    const { db, write, actor } = c.var
    const meeting = await getMeeting(db, actor, slugOf(c))
    const own = (await findOwnInvitation(db, meeting.id, actor.personId)) ?? missing(t.youAreNotInvitedToThis)
    return refusable(c, () => showMeeting(c)).run(async (body) => {
      const said = answerIn(body)
      await write((tx) => answerInvitation(tx, actor, own.id, said))
      return done(c, `/meetings/${meeting.slug}`, t.answerSaved)
    })
  })
  .post(
    '/meetings/:meeting/invitees',
    act('work', 'inviteToMeeting', 'Invite others besides the group to a meeting', WhomForm),
    async (c) => {
      const { db, write, actor } = c.var
      const meeting = await getArrangedMeeting(db, actor, slugOf(c))
      return refusable(c, () => showMeeting(c)).take(WhomForm, async (form) => {
        const whom = readWhom(form)
        const added = await write((tx) => inviteToMeeting(tx, actor, meeting.slug, whom))
        if (added === 0) throw new Invalid(refusals.lookAgain, { people: t.chooseSomebody })
        return done(c, `/meetings/${meeting.slug}`, mailed(c, t.guestsInvited))
      })
    },
  )
  .post(
    '/meetings/:meeting/invitees/:invitee/remove',
    act('work', 'removeMeetingInvitee', 'Remove an invited person from a meeting'),
    async (c) => {
      await c.var.write((tx) => uninviteFromMeeting(tx, c.var.actor, slugOf(c), idOf(c, 'invitee')))
      return done(c, `/meetings/${slugOf(c)}`, t.guestRemoved)
    },
  )
  .get('/meetings/:meeting/attendance', async (c) => {
    const meeting = await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
    return c.var.page(
      t.whoWasAt({ title: meeting.title }),
      <AttendancePage meeting={meeting} invitations={await listInvitations(c.var.db, meeting.id)} now={c.var.actor.at} />,
    )
  })
  .post(
    '/meetings/:meeting/attendance/as-answered',
    act('work', 'markAttendanceAsAnswered', 'Mark everyone who said yes as present'),
    async (c) => {
      const present = await c.var.write((tx) => noteAsAnswered(tx, c.var.actor, slugOf(c)))
      return done(c, `/meetings/${slugOf(c)}/attendance`, t.notedAsAnswered({ count: present }))
    },
  )
  .post('/meetings/:meeting/attendance', twin('work', 'PUT /meetings/{meeting}/attendance'), async (c) => {
    const { db, write, actor } = c.var
    const meeting = await getArrangedMeeting(db, actor, slugOf(c))
    const body = await bodyOf(c)
    // Only who was on the form that came: two people tick at the same time, each some of them.
    const attended = (await listInvitations(db, meeting.id)).flatMap(({ personId }) => {
      const ticked = body[`p${personId}`]
      if (ticked === undefined) return []
      const said = z.enum(['present', 'late', 'apologies', 'absent']).safeParse(ticked)
      const reason = body[`r${personId}`]
      const accepted = body[`a${personId}`]
      return [
        {
          personId,
          attendance: said.success ? said.data : null,
          ...(typeof reason === 'string' ? { reason: reason.slice(0, 500) } : {}),
          ...(accepted === undefined ? {} : { reasonAccepted: accepted === 'yes' ? true : accepted === 'no' ? false : null }),
        },
      ]
    })
    await write((tx) => noteAttendance(tx, actor, meeting.slug, attended))
    if (c.req.header('accept')?.includes('application/json'))
      return c.json({ said: quorumSaid(countQuorum(attendeesOf(await listInvitations(db, meeting.id)), meeting.quorumPercent)) })
    return done(c, body.from === 'minutes' ? `/meetings/${meeting.slug}/minutes` : `/meetings/${meeting.slug}`, t.attendanceNoted)
  })

  .get('/rsvp/:token', (c) => showInvitation(c))
  .post('/rsvp/:token', onlyPages('will', 'A link from an email is its own key.'), async (c) => {
    const { write, actor, site } = c.var
    const id = openToken(site.secret, 'calendar', c.req.param('token'), actor.at)
    if (id === undefined) throw new NotFound(refusals.thisLinkIsOutOfDate)
    return refusable(c, () => showInvitation(c)).run(async (body) => {
      const said = answerIn(body)
      await write((tx) => answerInvitation(tx, { ...program(actor.at), via: 'web' }, id, said))
      return done(c, `/rsvp/${c.req.param('token')}`, t.answerSaved)
    })
  })

/** What somebody answers to an invitation on a page. */
function answerIn(body: FormBody): Answer {
  const { answer, comment } = readForm(AnswerForm, body)
  return { partstat: answer, comment, via: 'web', zone: zoneSaid(body.browserZone) }
}

async function sendFile(c: C) {
  const meeting = await getMeeting(c.var.db, c.var.actor, slugOf(c).slice(0, -4))
  return sendCalendar(c, fileOf(meeting, c.var.site.baseUrl), meeting.slug)
}

async function showInvitation(c: C) {
  const { db, actor, site } = c.var
  const token = c.req.param('token') ?? ''
  const id = openToken(site.secret, 'calendar', token, actor.at)
  const invitation = id === undefined ? undefined : await findInvitation(db, id)
  if (!invitation || invitation.withdrawnAt !== null) throw new NotFound(refusals.thisLinkIsOutOfDate)
  return c.var.page(
    invitation.title,
    <InZone zone={invitation.personZone}>
      <InvitationPage
        invitation={invitation}
        guest={isGuest(invitation.roles)}
        items={await listItems(db, { id: invitation.meetingId, atTable: false })}
        token={token}
        now={actor.at}
      />
    </InZone>,
    { kind: 'bare' },
  )
}
