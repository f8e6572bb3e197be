import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, program } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import type { MeetingKind } from '../lib/db/schema.ts'
import type { Calendar, CalendarEvent } from '../lib/mail/calendar.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { textsOf } from '../lib/ui/words.ts'
import { withdrawWaiting } from '../outbox/actions.ts'
import { guessZone } from '../people/actions.ts'
import { type Hosts, mayArrange } from '../policy.ts'
import { dayIn } from '../time.ts'
import {
  findFreeSlug,
  findInvitation,
  findMeeting,
  getArrangedMeeting,
  hashOf,
  hostIds,
  listComing,
  listTakenDays,
  listToRemind,
  listUntold,
} from './core/queries.ts'
import { listTable } from './invitees-queries.ts'
import { checkMinutesList } from './minutes/lists-actions.ts'
import { planSeries, type SeriesDays, seriesDays, seriesInstant, whyNotTime } from './rules.ts'
import { indexMeeting } from './search-actions.ts'

export { inviteGuest, releaseGuest } from './guests-actions.ts'
export { insertItem, standItem } from './minutes/actions.ts'

const t = textsOf('meetings', 'actions')

/** What a meeting is made of. */
export interface NewMeeting {
  title: string
  hosts: Hosts
  startsAt: Date
  endsAt: Date
  /** Of the IANA database; where the meeting is at home. */
  zone: string
  place: string
  public: boolean
  quorumPercent?: number
  agendaDays?: number
  silentDays?: number
  /** Approved minutes are mailed to this list, too. */
  minutesListId?: number | null
  seriesId?: number
  /** The day that the series gave it. */
  seriesOn?: string
  /** When the rule of the series puts it, where calendars have the series as one entry. */
  recursAt?: Date | null
  kind?: MeetingKind
}

const refuse = (field: string, problem: string): never => {
  throw new Invalid(problem, { [field]: problem })
}

/**
 * Arranges a meeting and invites those who are expected; the invitations leave once this has committed.
 * @returns its id and address
 * @throws Invalid at the field; NotFound where the actor does not arrange for these hosts
 */
export async function arrangeMeeting(tx: Tx, actor: Actor, meeting: NewMeeting): Promise<{ id: number; slug: string }> {
  const { hosts, startsAt, endsAt, zone } = meeting
  if (hosts.groupIds.length + hosts.communityIds.length === 0) refuse('hosts', t.chooseLeastOneGroup)
  if (!mayArrange(actor, hosts)) throw new NotFound(refusals.thereIsNoSuchGroup)
  const why = whyNotTime(startsAt, endsAt)
  if (why) refuse(why.field, why.problem)
  await checkMinutesList(tx, actor, hosts, meeting.minutesListId)
  const made = await insertMeeting(tx, actor, meeting)
  await syncInvitations(tx, made.id, actor.at)
  await record(tx, actor, {
    action: 'meeting.arranged',
    subject: `meeting:${made.id}`,
    ...(hosts.groupIds[0] === undefined ? {} : { groupId: hosts.groupIds[0] }),
    details: { startsAt: startsAt.toISOString(), zone },
  })
  await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
  return made
}

async function insertMeeting(tx: Tx, actor: Actor, { hosts, ...meeting }: NewMeeting): Promise<{ id: number; slug: string }> {
  // Two meetings of one day get their addresses one after the other.
  await sql`select pg_advisory_xact_lock(7_275)`.execute(tx)
  const slug = await findFreeSlug(tx, 'meeting', dayIn(meeting.startsAt, meeting.zone))
  const { id } = await tx
    .insertInto('meeting')
    .values({ ...meeting, slug, uid: `${randomUUID()}@rapport`, createdAt: actor.at, changedAt: actor.at, createdBy: actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('meetingHost')
    .values([
      ...hosts.groupIds.map((groupId) => ({ meetingId: id, groupId, communityId: null })),
      ...hosts.communityIds.map((communityId) => ({ meetingId: id, groupId: null, communityId })),
    ])
    .execute()
  await indexMeeting(tx, id)
  return { id, slug }
}

/**
 * Makes the invitations of a meeting those of today's roster and of who is invited besides: who is new is invited, who has left is told that it
 * is off for them.
 * Guests who registered stay.
 * @returns whether anything changed
 */
export async function syncInvitations(tx: Tx, meetingId: number, at: Date): Promise<boolean> {
  await tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute()
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.state !== 'planned' || meeting.endsAt <= at) return false
  const expected = await listTable(tx, { meetingId }, hostIds(meeting.hosts), at)
  const there = await tx
    .selectFrom('meetingInvitation')
    .select(['personId', 'withdrawnAt', 'roles', 'formal'])
    .where('meetingId', '=', meetingId)
    .execute()
  const known = new Map(there.map((row) => [row.personId, row]))
  let changed = false
  for (const { personId, email, roles, formal, guest } of expected) {
    const row = known.get(personId)
    // Who registered themselves stays so.
    if (guest && row?.withdrawnAt === null && row.roles.includes('registered')) continue
    const same = row && row.withdrawnAt === null && row.formal === formal && row.roles.join() === roles.join()
    if (same) continue
    changed = true
    await tx
      .insertInto('meetingInvitation')
      .values({ meetingId, personId, email, roles, formal, invitedAt: at })
      .onConflict((conflict) => conflict.columns(['meetingId', 'personId']).doUpdateSet({ roles, formal, withdrawnAt: null }))
      .execute()
  }
  const gone = there.filter(
    ({ personId, withdrawnAt, roles }) =>
      withdrawnAt === null && !roles.includes('registered') && !expected.some((one) => one.personId === personId),
  )
  if (gone.length === 0) return changed
  await tx
    .updateTable('meetingInvitation')
    .set({ withdrawnAt: at })
    .where('meetingId', '=', meetingId)
    .where(
      'personId',
      'in',
      gone.map(({ personId }) => personId),
    )
    .execute()
  return true
}

/** What may be changed about a meeting that is to come. */
export interface MeetingChange {
  title: string
  startsAt: Date
  endsAt: Date
  zone: string
  place: string
  public: boolean
  quorumPercent: number
  minutesListId?: number | null
}

/**
 * Changes a meeting that is to come. Its address and its entry in calendars stay the same; a new time asks everybody anew.
 * @throws Conflict where it is over or cancelled
 */
export async function changeMeeting(tx: Tx, actor: Actor, slug: string, change: MeetingChange): Promise<void> {
  const meeting = await lockPlanned(tx, actor, slug)
  const why = whyNotTime(change.startsAt, change.endsAt)
  if (why) refuse(why.field, why.problem)
  // What another has chosen stays, also where this actor does not write to that list.
  if (change.minutesListId !== meeting.minutesListId) await checkMinutesList(tx, actor, hostIds(meeting.hosts), change.minutesListId)
  const moved = +meeting.startsAt !== +change.startsAt || +meeting.endsAt !== +change.endsAt
  const shown = moved || meeting.title !== change.title || meeting.place !== change.place
  await tx
    .updateTable('meeting')
    .set({
      ...change,
      sequence: meeting.sequence + (moved ? 1 : 0),
      version: meeting.version + (shown ? 1 : 0),
      ...(shown ? { changedAt: actor.at } : {}),
      ...(moved ? { remindedAt: null } : {}),
    })
    .where('id', '=', meeting.id)
    .execute()
  await indexMeeting(tx, meeting.id)
  // An answer was for the old time.
  if (moved)
    await tx
      .updateTable('meetingInvitation')
      .set({ partstat: 'needs-action', answeredAt: null, counterAt: null })
      .where('meetingId', '=', meeting.id)
      .execute()
  await record(tx, actor, {
    action: moved ? 'meeting.moved' : 'meeting.changed',
    subject: `meeting:${meeting.id}`,
    details: { startsAt: change.startsAt.toISOString() },
  })
  if (shown) await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
}

async function lockPlanned(tx: Tx, actor: Actor, slug: string) {
  await tx.selectFrom('meeting').select('id').where('slug', '=', slug).forUpdate().execute()
  const meeting = await getArrangedMeeting(tx, actor, slug)
  if (meeting.state === 'cancelled') throw new Conflict(t.thisMeetingIsCancelled)
  if (meeting.endsAt <= actor.at) throw new Conflict(t.thisMeetingIsOver)
  return meeting
}

/** Cancels a meeting that is to come; its page stays and says why. */
export async function cancelMeeting(tx: Tx, actor: Actor, slug: string, reason: string): Promise<void> {
  const meeting = await lockPlanned(tx, actor, slug)
  await cancelOne(tx, meeting.id, reason, actor.at)
  await record(tx, actor, { action: 'meeting.cancelled', subject: `meeting:${meeting.id}` })
  await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
}

async function cancelOne(tx: Tx, id: number, reason: string, at: Date): Promise<void> {
  await tx
    .updateTable('meeting')
    .set((eb) => ({
      ...{ state: 'cancelled' as const, cancelledReason: reason, changedAt: at },
      ...{ sequence: eb('sequence', '+', 1), version: eb('version', '+', 1) },
    }))
    .where('id', '=', id)
    .execute()
  await indexMeeting(tx, id)
}

/** What a series is made of. */
export interface NewSeries extends SeriesDays {
  title: string
  hosts: Hosts
  /** On the wall of its zone: `10:00`. */
  startsAt: string
  minutes: number
  zone: string
  place: string
  agendaDays: number
  silentDays: number
  quorumPercent: number
  public: boolean
  kind?: MeetingKind
  /** Approved minutes of its meetings are mailed to this list, too. */
  minutesListId?: number | null
}

/** Starts a series and makes its next meetings. */
export async function startSeries(tx: Tx, actor: Actor, { hosts, ...series }: NewSeries): Promise<string> {
  if (hosts.groupIds.length + hosts.communityIds.length === 0) refuse('hosts', t.chooseLeastOneGroup)
  if (!mayArrange(actor, hosts)) throw new NotFound(refusals.thereIsNoSuchGroup)
  await checkMinutesList(tx, actor, hosts, series.minutesListId)
  await sql`select pg_advisory_xact_lock(7_275)`.execute(tx)
  const wished =
    series.title
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'series'
  const slug = await findFreeSlug(tx, 'meetingSeries', wished.slice(0, 60))
  const uid = `${randomUUID()}@rapport`
  const { id } = await tx
    .insertInto('meetingSeries')
    .values({ ...series, slug, uid, createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('seriesHost')
    .values([
      ...hosts.groupIds.map((groupId) => ({ seriesId: id, groupId, communityId: null })),
      ...hosts.communityIds.map((communityId) => ({ seriesId: id, groupId: null, communityId })),
    ])
    .execute()
  await record(tx, actor, { action: 'series.started', subject: `series:${id}` })
  await fillSeries(tx, actor, { id, uid, hosts, ...series })
  return slug
}

/** So far ahead a series has its meetings made: so many, within a year. */
const ahead = { meetings: 6, days: 366 }

/**
 * Makes the meetings of a series that are due to be made.
 * @returns how many
 */
export async function fillSeries(tx: Tx, actor: Actor, series: NewSeries & { id: number; uid?: string | null }): Promise<number> {
  const coming = (await listComing(tx, series.id, actor.at)).length
  const today = dayIn(actor.at, series.zone)
  const until = Temporal.PlainDate.from(today).add({ days: ahead.days }).toString()
  const made = await tx.selectFrom('meeting').select('seriesOn').where('seriesId', '=', series.id).execute()
  const there = new Set(made.map(({ seriesOn }) => seriesOn))
  const days = seriesDays(series, today, until).filter(
    (day) => !there.has(day) && seriesInstant(day, series.startsAt, series.zone) > actor.at,
  )
  const due = days.slice(0, Math.max(0, ahead.meetings - coming))
  for (const seriesOn of due) {
    const startsAt = seriesInstant(seriesOn, series.startsAt, series.zone)
    const { id } = await insertMeeting(tx, actor, {
      title: series.title,
      hosts: series.hosts,
      startsAt,
      endsAt: new Date(startsAt.getTime() + series.minutes * 60_000),
      zone: series.zone,
      place: series.place,
      public: series.public,
      quorumPercent: series.quorumPercent,
      agendaDays: series.agendaDays,
      silentDays: series.silentDays,
      minutesListId: series.minutesListId ?? null,
      ...(series.kind === undefined ? {} : { kind: series.kind }),
      seriesId: series.id,
      seriesOn,
      recursAt: series.uid ? startsAt : null,
    })
    await syncInvitations(tx, id, actor.at)
    await record(tx, actor, { action: 'meeting.arranged', subject: `meeting:${id}`, details: { startsAt: startsAt.toISOString() } })
  }
  if (due.length > 0) await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
  return due.length
}

/** A meeting of a changed series takes its day. @returns whether calendars show it otherwise now */
async function moveOne(
  tx: Tx,
  actor: Actor,
  meeting: Awaited<ReturnType<typeof listComing>>[number],
  day: string,
  change: Omit<NewSeries, 'hosts'>,
  recurs: boolean,
): Promise<boolean> {
  const startsAt = seriesInstant(day, change.startsAt, change.zone)
  const endsAt = new Date(startsAt.getTime() + change.minutes * 60_000)
  const moved = +startsAt !== +meeting.startsAt || +endsAt !== +meeting.endsAt
  const shown = moved || meeting.title !== change.title || meeting.place !== change.place
  const { title, zone, place, quorumPercent, agendaDays, silentDays, kind = 'meeting', minutesListId = null } = change
  await tx
    .updateTable('meeting')
    .set({
      ...{ title, zone, place, quorumPercent, agendaDays, silentDays, kind, minutesListId, public: change.public },
      ...{ startsAt, endsAt, seriesOn: day, recursAt: recurs ? startsAt : null },
      sequence: meeting.sequence + (moved ? 1 : 0),
      version: meeting.version + (shown ? 1 : 0),
      ...(shown ? { changedAt: actor.at } : {}),
    })
    .where('id', '=', meeting.id)
    .execute()
  await indexMeeting(tx, meeting.id)
  if (moved)
    await tx
      .updateTable('meetingInvitation')
      .set({ partstat: 'needs-action', answeredAt: null })
      .where('meetingId', '=', meeting.id)
      .execute()
  return shown
}

/**
 * Changes a series and, with it, its meetings that are to come: each keeps its address and its entry in calendars and moves to the day
 * that takes its place. Everybody gets one mail for the whole change.
 */
export async function changeSeries(tx: Tx, actor: Actor, id: number, change: Omit<NewSeries, 'hosts'>): Promise<void> {
  const before = await tx
    .selectFrom('meetingSeries')
    .select(['minutesListId', 'uid', 'sequence'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const hosts = await tx.selectFrom('seriesHost').select(['groupId', 'communityId']).where('seriesId', '=', id).execute()
  const ids: Hosts = {
    groupIds: hosts.flatMap(({ groupId }) => groupId ?? []),
    communityIds: hosts.flatMap(({ communityId }) => communityId ?? []),
  }
  if (!before || !mayArrange(actor, ids)) throw new NotFound(t.meetingSeriesNotFound)
  if (change.minutesListId !== before.minutesListId) await checkMinutesList(tx, actor, ids, change.minutesListId)
  const coming = await listComing(tx, id, actor.at)
  const plan = planSeries(change, coming, dayIn(actor.at, change.zone), await listTakenDays(tx, id, coming))
  let anyShown = plan.drops.length > 0
  // The days of a series are unique: they are freed before they are given anew.
  await tx
    .updateTable('meeting')
    .set({ seriesOn: null })
    .where('id', 'in', [0, ...coming.map((meeting) => meeting.id)])
    .execute()
  for (const { meeting, day } of plan.moves) if (await moveOne(tx, actor, meeting, day, change, before.uid !== null)) anyShown = true
  for (const meeting of plan.drops) await cancelOne(tx, meeting.id, '', actor.at)
  await tx
    .updateTable('meetingSeries')
    .set({ ...change, sequence: before.sequence + (anyShown ? 1 : 0) })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, {
    action: 'series.changed',
    subject: `series:${id}`,
    details: { moved: plan.moves.length, cancelled: plan.drops.length },
  })
  await fillSeries(tx, actor, { ...change, id, uid: before.uid, hosts: ids })
  await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
}

/** Ends a series; its meetings that are to come are cancelled. */
export async function endSeries(tx: Tx, actor: Actor, id: number, reason: string): Promise<void> {
  await tx.selectFrom('meetingSeries').select('id').where('id', '=', id).forUpdate().execute()
  const hosts = await tx.selectFrom('seriesHost').select(['groupId', 'communityId']).where('seriesId', '=', id).execute()
  const arranged = mayArrange(actor, {
    groupIds: hosts.flatMap(({ groupId }) => groupId ?? []),
    communityIds: hosts.flatMap(({ communityId }) => communityId ?? []),
  })
  if (!arranged) throw new NotFound(t.meetingSeriesNotFound)
  for (const meeting of await listComing(tx, id, actor.at)) await cancelOne(tx, meeting.id, reason, actor.at)
  await tx.updateTable('meetingSeries').set({ endedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'series.ended', subject: `series:${id}` })
  await enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })
}

/** An answer to an invitation, by whichever way it came. */
export interface Answer {
  partstat: 'accepted' | 'declined' | 'tentative'
  comment?: string
  via: 'web' | 'mail' | 'calendar'
  /** The SEQUENCE that a calendar program answered; an older one answered an older time. */
  sequence?: number
  counterAt?: Date
  /** What the browser says of its time zone. */
  zone?: string | undefined
}

/**
 * Notes what somebody answered.
 * @returns false where the answer was for a time that no longer holds
 */
export async function answerInvitation(tx: Tx, actor: Actor, invitationId: number, answer: Answer): Promise<boolean> {
  const row = await tx
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select([
      'meeting.id',
      'meeting.sequence',
      'meeting.state',
      'meeting.endsAt',
      'meetingInvitation.personId',
      'meetingInvitation.withdrawnAt',
    ])
    .where('meetingInvitation.id', '=', invitationId)
    .forUpdate('meetingInvitation')
    .executeTakeFirst()
  if (!row || row.withdrawnAt !== null) throw new NotFound(t.invitationNotFound)
  if (row.state === 'cancelled' || row.endsAt <= actor.at) throw new Conflict(t.thisMeetingIsOverOrCancelled)
  if (answer.sequence !== undefined && answer.sequence < row.sequence) return false
  await tx
    .updateTable('meetingInvitation')
    .set({
      partstat: answer.partstat,
      answeredAt: actor.at,
      answeredVia: answer.via,
      comment: (answer.comment ?? '').slice(0, 1_000),
      counterAt: answer.counterAt ?? null,
    })
    .where('id', '=', invitationId)
    .execute()
  await record(
    tx,
    { ...actor, personId: row.personId },
    {
      action: `meeting.${answer.partstat}`,
      subject: `meeting:${row.id}`,
      details: { via: answer.via },
    },
  )
  // A program's answer comes from anywhere.
  if (answer.via === 'web' && actor.behind === undefined) await guessZone(tx, actor, row.personId, answer.zone)
  return true
}

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const

/** What a calendar program means by its answer to an event, or why it means nothing for us. */
export function readPartstat(
  method: string | null,
  event: CalendarEvent,
  addresses: ReadonlySet<string>,
): { why: string } | { partstat: Answer['partstat']; sequence: number; counterAt?: Date } {
  const attendee = event.attendees.find(({ address }) => addresses.has(address.toLowerCase()))
  if (!attendee) return { why: 'the answer is from somebody who was not invited' }
  if (method === 'COUNTER' && event.start?.endsWith('Z'))
    return { partstat: 'tentative', sequence: event.sequence, counterAt: new Date(event.start) }
  const partstat = answers[attendee.partstat as keyof typeof answers]
  return partstat ? { partstat, sequence: event.sequence } : { why: 'the answer says neither yes, no nor perhaps' }
}

function readReply({ method, events }: Calendar, uid: string, addresses: Set<string>, from: string): ReturnType<typeof readPartstat> {
  const event = events.find((one) => one.uid === uid)
  if (!event) return { why: 'the answer is for another meeting' }
  return addresses.has(from) ? readPartstat(method, event, addresses) : { why: 'the answer is from somebody who was not invited' }
}

/**
 * Takes what a calendar program answered (RFC 5546 §3.2.3, §3.2.7).
 * @returns the fate, for the mail's record: a sentence
 */
export async function takeCalendarReply(
  tx: Tx,
  { id: invitationId, from, at }: MailedAnswer<'calendar'>,
  calendar: Calendar,
): Promise<string> {
  const invitation = await findInvitation(tx, invitationId)
  if (!invitation || invitation.withdrawnAt !== null) return 'dropped: no such invitation'
  if (calendar.method !== 'REPLY' && calendar.method !== 'COUNTER') return 'dropped: a calendar that answers nothing'
  const own = await tx.selectFrom('address').select('email').where('personId', '=', invitation.personId).execute()
  const read = readReply(calendar, invitation.uid, new Set([invitation.email, ...own.map(({ email }) => email)]), from)
  if ('why' in read) return `dropped: ${read.why}`
  try {
    const taken = await answerInvitation(tx, { ...program(at), via: 'mail' }, invitationId, { ...read, via: 'calendar' })
    return taken ? read.partstat : 'dropped: the answer is for an earlier time'
  } catch (error) {
    if (error instanceof Conflict) return 'dropped: the meeting is over or cancelled'
    throw error
  }
}

/** Somebody's attendance, as it is ticked. */
export interface Attended {
  personId: number
  attendance: 'present' | 'late' | 'apologies' | 'absent' | null
  reason?: string
  /** Whether those who arrange accept the reason; null: nothing is said. */
  reasonAccepted?: boolean | null
}

/** Notes who was there. */
export async function noteAttendance(tx: Tx, actor: Actor, slug: string, attended: Attended[]): Promise<void> {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  if (meeting.state === 'cancelled') throw new Conflict(t.thisMeetingIsCancelled)
  for (const { personId, attendance, reason, reasonAccepted } of attended)
    await tx
      .updateTable('meetingInvitation')
      .set({
        attendance,
        notedBy: actor.personId,
        ...(reason === undefined ? {} : { reason }),
        ...(reasonAccepted === undefined ? {} : { reasonAccepted }),
      })
      .where('meetingId', '=', meeting.id)
      .where('personId', '=', personId)
      .execute()
  const present = attended.filter(({ attendance }) => attendance === 'present' || attendance === 'late').length
  await record(tx, actor, { action: 'meeting.attendance', subject: `meeting:${meeting.id}`, details: { present } })
}

/** Takes what a person's calendar lacks and counts it as told; the letter is written in the same transaction. */
export async function claimUntold(tx: Tx, personId: number, at: Date) {
  await tx.selectFrom('meetingInvitation').select('id').where('personId', '=', personId).orderBy('id').forUpdate().execute()
  const rows = await listUntold(tx, personId, at)
  for (const { id, state, withdrawnAt, version } of rows)
    await tx
      .updateTable('meetingInvitation')
      .set({ toldVersion: state === 'cancelled' || withdrawnAt !== null ? null : version })
      .where('id', '=', id)
      .execute()
  return rows
}

/** Notes which letter carried these invitations, and what it said. */
export async function linkLetter(
  tx: Tx,
  rows: readonly { id: number; title: string; startsAt: Date; place: string }[],
  letterId: number,
): Promise<void> {
  await tx
    .insertInto('meetingLetter')
    .values(rows.map(({ id: invitationId, title, startsAt, place }) => ({ invitationId, letterId, title, startsAt, place })))
    .execute()
}

/**
 * Takes back letters about this person's untold meetings that have not left yet. The other meetings in them count as untold again; one of
 * which no letter ever left needs no cancellation.
 */
export async function withdrawLetters(tx: Tx, personId: number, at: Date): Promise<void> {
  const rows = await listUntold(tx, personId, at)
  if (rows.length === 0) return
  const sent = await tx
    .selectFrom('meetingLetter')
    .select('letterId')
    .distinct()
    .where(
      'invitationId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const letterIds = await withdrawWaiting(
    tx,
    sent.map(({ letterId }) => letterId),
    at,
  )
  if (letterIds.length === 0) return
  await tx.updateTable('meetingLetter').set({ takenBack: true }).where('letterId', 'in', letterIds).execute()
  // A series that no letter ever told is told as a new one.
  await tx.deleteFrom('seriesTold').where('letterId', 'in', letterIds).where('knownBefore', '=', false).execute()
  await tx.updateTable('seriesTold').set({ sequence: -1 }).where('letterId', 'in', letterIds).execute()
  const carried = await tx.selectFrom('meetingLetter').select('invitationId').distinct().where('letterId', 'in', letterIds).execute()
  for (const { invitationId } of carried) {
    const left = await tx
      .selectFrom('meetingLetter')
      .innerJoin('delivery', 'delivery.letterId', 'meetingLetter.letterId')
      .select('delivery.id')
      .where('meetingLetter.invitationId', '=', invitationId)
      // One that was tried may have arrived, whatever its server said.
      .where((eb) => eb.or([eb('delivery.state', '=', 'sent'), eb('delivery.attempts', '>', 0)]))
      .limit(1)
      .executeTakeFirst()
    // 0 is no version: their calendar has something, but not the last.
    await tx
      .updateTable('meetingInvitation')
      .set({ toldVersion: left ? 0 : null })
      .where('id', '=', invitationId)
      .execute()
  }
}

/** Takes those who are to be reminded now; a meeting is reminded of once. */
export async function claimReminders(tx: Tx, at: Date) {
  const due = await listToRemind(tx, at)
  const ids = [...new Set(due.map(({ meetingId }) => meetingId))]
  if (ids.length === 0) return []
  const claimed = await tx
    .updateTable('meeting')
    .set({ remindedAt: at })
    .where('id', 'in', ids)
    .where('remindedAt', 'is', null)
    .returning('id')
    .execute()
  return due.filter(({ meetingId }) => claimed.some(({ id }) => id === meetingId))
}

/**
 * Makes a person's own calendar address; one that they had before opens nothing any more.
 * @returns the token, which is kept nowhere
 */
export async function makeFeed(tx: Tx, actor: Actor): Promise<string> {
  await revokeFeed(tx, actor)
  const token = randomBytes(24).toString('base64url')
  await tx
    .insertInto('calendarFeed')
    .values({ personId: actor.personId as number, tokenHash: hashOf(token), createdAt: actor.at })
    .execute()
  await record(tx, actor, { action: 'calendar.made', subject: `person:${actor.personId}` })
  return token
}

/** Takes a person's calendar address back. */
export async function revokeFeed(tx: Tx, actor: Actor): Promise<void> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  await tx
    .updateTable('calendarFeed')
    .set({ revokedAt: actor.at })
    .where('personId', '=', actor.personId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** The agenda of a meeting goes out once. @returns false when it has gone out */
export async function claimAgenda(tx: Tx, meetingId: number, at: Date): Promise<boolean> {
  const claimed = await tx
    .updateTable('meeting')
    .set({ agendaSentAt: at })
    .where('id', '=', meetingId)
    .where('agendaSentAt', 'is', null)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}
