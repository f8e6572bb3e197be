import { type Actor, program } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { changeRow, idsOf, type Tx, updateOne } from '../lib/db/rows.ts'
import { wholly } from '../lib/db/wholly.ts'
import type { Calendar, CalendarEvent } from '../lib/mail/calendar.ts'
import { pluck } from '../lib/pluck.ts'
import { textsOf } from '../lib/ui/words.ts'
import { withdrawWaiting } from '../outbox/actions.ts'
import { guessZone } from '../people/actions.ts'
import { findInvitation, getArrangedMeeting } from './core/queries.ts'
import { listToRemind, listUntold } from './core/told-queries.ts'

export { arrangeMeeting, type NewMeeting } from './core/actions.ts'

export { inviteGuest, releaseGuest } from './guests-actions.ts'
export { insertItem, standItem } from './minutes/actions.ts'

const t = textsOf('meetings', 'actions')

/** An answer to an invitation, by whichever way it came. */
export interface Answer {
  partstat: 'accepted' | 'declined' | 'tentative'
  /** Left out, what was said before stays. */
  comment?: string | undefined
  via: 'web' | 'mail' | 'calendar'
  /** The SEQUENCE that a calendar program answered; an older one answered an older time. */
  sequence?: number
  counterAt?: Date
  /** What the browser says of its time zone. */
  zone?: string | undefined
}

/**
 * Notes what somebody answered.
 * @param actor whose invitation it is, or the program for who holds the letter's link or wrote from their address
 * @returns false where the answer was for a time that no longer holds
 */
export async function answerInvitation(tx: Tx, actor: Actor, invitationId: number, answer: Answer): Promise<boolean> {
  const row = await tx
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select(['meeting.id', 'meeting.sequence', 'meeting.state', 'meeting.endsAt'])
    .select(['meetingInvitation.personId', 'meetingInvitation.withdrawnAt'])
    .where('meetingInvitation.id', '=', invitationId)
    .forUpdate('meetingInvitation')
    .executeTakeFirst()
  const theirs = actor.personId === null || actor.personId === row?.personId
  if (!row || row.withdrawnAt !== null || !theirs) throw new NotFound(t.invitationNotFound)
  if (row.state === 'cancelled' || row.endsAt <= actor.at) throw new Conflict(t.thisMeetingIsOverOrCancelled)
  if (answer.sequence !== undefined && answer.sequence < row.sequence) return false
  await updateOne(tx.updateTable('meetingInvitation'), invitationId, {
    partstat: answer.partstat,
    answeredAt: actor.at,
    answeredVia: answer.via,
    ...(answer.comment === undefined ? {} : { comment: answer.comment.slice(0, 1_000) }),
    counterAt: answer.counterAt ?? null,
  })
  await record(
    tx,
    { ...actor, personId: row.personId },
    { action: `meeting.${answer.partstat}`, subject: `meeting:${row.id}`, details: { via: answer.via } },
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
export async function takeCalendarReply(tx: Tx, { id: invitationId, from, at }: MailedAnswer<'calendar'>, calendar: Calendar) {
  const invitation = await findInvitation(tx, invitationId)
  if (!invitation || invitation.withdrawnAt !== null) return 'dropped: no such invitation'
  if (calendar.method !== 'REPLY' && calendar.method !== 'COUNTER') return 'dropped: a calendar that answers nothing'
  const own = await tx.selectFrom('sharedAddress as address').select('email').where('personId', '=', invitation.personId).execute()
  const read = readReply(calendar, invitation.uid, new Set([invitation.email, ...own.map(({ email }) => email)]), from)
  if ('why' in read) return `dropped: ${read.why}`
  try {
    const taken = await wholly(tx, () => answerInvitation(tx, { ...program(at), via: 'mail' }, invitationId, { ...read, via: 'calendar' }))
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
    await updateOne(tx.updateTable('meetingInvitation'), id, {
      toldVersion: state === 'cancelled' || withdrawnAt !== null ? null : version,
    })
  return rows
}

/** Notes which letter carried these invitations, and what it said. */
export async function linkLetter(tx: Tx, rows: readonly { id: number; title: string; startsAt: Date; place: string }[], letterId: number) {
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
  const sent = await tx.selectFrom('meetingLetter').select('letterId').distinct().where('invitationId', 'in', pluck(rows, 'id')).execute()
  const letterIds = await withdrawWaiting(tx, pluck(sent, 'letterId'), at)
  if (letterIds.length === 0) return
  await tx.updateTable('meetingLetter').set({ takenBack: true }).where('letterId', 'in', letterIds).execute()
  // A series that no letter ever told is told as a new one.
  await tx.deleteFrom('seriesTold').where('letterId', 'in', letterIds).where('knownBefore', '=', false).execute()
  await tx.updateTable('seriesTold').set({ sequence: -1 }).where('letterId', 'in', letterIds).execute()
  const carried = await tx.selectFrom('meetingLetter').select('invitationId').distinct().where('letterId', 'in', letterIds).execute()
  for (const { invitationId } of carried) {
    const left = await tx
      .selectFrom('meetingLetter')
      .innerJoin('sharedDelivery as delivery', 'delivery.letterId', 'meetingLetter.letterId')
      .select('delivery.id')
      .where('meetingLetter.invitationId', '=', invitationId)
      // One that was tried may have arrived, whatever its server said.
      .where((eb) => eb.or([eb('delivery.state', '=', 'sent'), eb('delivery.attempts', '>', 0)]))
      .limit(1)
      .executeTakeFirst()
    // 0 is no version: their calendar has something, but not the last.
    await updateOne(tx.updateTable('meetingInvitation'), invitationId, { toldVersion: left ? 0 : null })
  }
}

/** Takes those who are to be reminded now of meetings within a day, but for those arranged only just now; each meeting is reminded of once. */
export async function claimReminders(tx: Tx, at: Date) {
  const claimed = await tx
    .updateTable('meeting')
    .set({ remindedAt: at })
    .where('state', '=', 'planned')
    .where('remindedAt', 'is', null)
    .where('startsAt', '>', at)
    .where('startsAt', '<=', new Date(at.getTime() + 24 * 3_600_000))
    .where('createdAt', '<', new Date(at.getTime() - 2 * 3_600_000))
    .returning('id')
    .execute()
  return listToRemind(tx, idsOf(claimed))
}

/** The agenda of a meeting goes out once. @returns false when it has gone out */
export async function claimAgenda(tx: Tx, meetingId: number, at: Date): Promise<boolean> {
  const claimed = await changeRow(
    tx.updateTable('meeting').returning('id'),
    { id: meetingId, agendaSentAt: null, state: 'planned' },
    { agendaSentAt: at },
  )
  return claimed !== undefined
}
