import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, refuse } from '../errors.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeOne, type Tx, updateOne } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { standItem } from '../meetings/actions.ts'
import { dayIn } from '../time.ts'
import { lockTalk, noteChange, putOnAgenda } from './actions.ts'
import { getKeptTalk, listSlots, type Talk } from './queries.ts'
import { consentUntilOf, whyNotGo, whyNotUntil } from './rules.ts'
import { inviteSpeaker, releaseSpeakers } from './speakers-actions.ts'

const t = textsOf('talks', 'slots')

/** Where a talk goes, as somebody chose it who saw it at `was`. */
export interface Slot {
  meetingId: number
  /** Left out, it stays. */
  place?: number | undefined
  /** The meeting that the chooser saw as its slot; null: none. */
  was: number | null
  /** Until when speakers may take back their consent; null: some weeks after the talk. Left out, it stays while the meeting does. */
  consentUntil?: string | null | undefined
}

/** Refuses who saw another slot than there is: two who choose at once do not overwrite each other. */
function refuseStale(talk: Talk, was: number | null): void {
  if (talk.meetingId === was) return
  throw new Conflict(
    talk.meetingTitle === null ? t.someoneHasRemovedTalkIts : t.somebodyHasGivenThisTalkA({ meetingTitle: talk.meetingTitle }),
  )
}

/** When the slot begins, where it is one, and the day until which consent can be taken back. @throws Invalid at the field */
async function checkSlot(tx: Tx, actor: Actor, talk: Talk, meetingId: number, wished: string | null | undefined) {
  if (talk.speakers.length === 0) refuse('meeting', t.addSpeakerBeforeChooseSlot)
  const slot = (await listSlots(tx, talk.groupId, actor.at)).find(({ id }) => id === meetingId)
  if (!slot) return refuse('meeting', t.chooseUpcomingMeetingSession)
  const day = dayIn(slot.startsAt, slot.zone)
  const held = wished === undefined && talk.meetingId === meetingId ? talk.consentUntil : null
  const until = wished ?? held ?? consentUntilOf(day)
  const why = until < day ? t.beforeTalk : whyNotUntil(talk.consentUntil, until, talk.speakers)
  if (why) refuse('consentUntil', why)
  return { startsAt: slot.startsAt, until }
}

/**
 * Gives a talk its slot, or moves it to another: it stands on that meeting's agenda, and its speakers get the invitation in their
 * calendars and a letter that asks for consent and slides.
 * @throws Conflict where somebody else gave it a slot meanwhile; Invalid at the field
 */
export async function giveSlot(tx: Tx, actor: Actor, slug: string, { meetingId, place, was, consentUntil }: Slot): Promise<void> {
  const talk = await lockTalk(tx, actor, slug)
  refuseStale(talk, was)
  conflictIf(talk.state === 'scheduled' ? undefined : whyNotGo(talk.state, 'scheduled'))
  const { startsAt, until } = await checkSlot(tx, actor, talk, meetingId, consentUntil)
  if (talk.meetingId !== null && talk.meetingId !== meetingId) await leaveMeeting(tx, actor, talk)
  const agendaItemId = await putOnAgenda(tx, actor, meetingId, talk)
  // An item that was set aside with an earlier slot stands again.
  await standItem(tx, agendaItemId, { state: 'open', minutes: talk.minutes })
  // Who gives their own proposal its slot knows.
  const told = talk.proposedBy === actor.personId ? { proposerToldFor: startsAt } : {}
  await tx
    .updateTable('talk')
    .set({ state: 'scheduled', meetingId, placeInSession: place, agendaItemId, scheduledAt: actor.at, consentUntil: until, ...told })
    .where('id', '=', talk.id)
    .execute()
  for (const { personId } of talk.speakers) if (personId !== null) await inviteSpeaker(tx, actor, meetingId, personId)
  await noteChange(tx, actor, talk, 'talk.scheduled', { meetingId })
  await enqueue(tx, 'talks.slots', {}, { key: 'talks.slots' })
}

/** Takes a talk off the agenda of its meeting, and its speakers off the list of guests. */
async function leaveMeeting(tx: Tx, actor: Actor, talk: Talk): Promise<void> {
  if (talk.agendaItemId !== null) await standItem(tx, talk.agendaItemId, { state: 'dropped' })
  await releaseSpeakers(tx, actor, talk, talk.speakers)
}

const noSlot = { meetingId: null, agendaItemId: null, scheduledAt: null, proposerToldFor: null } as const

/** Takes a talk out of its slot; it waits for another. */
export async function takeSlot(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const talk = await lockTalk(tx, actor, slug)
  if (talk.state !== 'scheduled') throw new Conflict(t.thisTalkHasNoSlot)
  await leaveMeeting(tx, actor, talk)
  await updateOne(tx.updateTable('talk'), talk.id, { state: 'accepted', ...noSlot })
  await tx.updateTable('talkSpeaker').set({ askedFor: null, weekToldFor: null, dayToldFor: null }).where('talkId', '=', talk.id).execute()
  await noteChange(tx, actor, talk, 'talk.unscheduled')
}

/** Withdraws a talk: its proposer, its speakers, or those who arrange. Its slot is free again. */
export async function withdrawTalk(tx: Tx, actor: Actor, slug: string, reason: string): Promise<void> {
  const talk = await lockTalk(tx, actor, slug, getKeptTalk)
  conflictIf(whyNotGo(talk.state, 'withdrawn'))
  await leaveMeeting(tx, actor, talk)
  await tx
    .updateTable('talk')
    .set({ state: 'withdrawn', reason, decidedAt: actor.at, decidedBy: actor.personId, ...noSlot })
    .where('id', '=', talk.id)
    .execute()
  await noteChange(tx, actor, talk, 'talk.withdrawn')
  await enqueue(tx, 'talks.decided', { talkId: talk.id, at: actor.at.toISOString() })
}

/**
 * What time does to a talk: it was given once its meeting is over; where that was cancelled it waits for another slot.
 * @returns false where there was nothing to do any more
 */
export async function turnTalk(tx: Tx, actor: Actor, talkId: number): Promise<boolean> {
  const talk = await tx
    .selectFrom('talk')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .select(['talk.id', 'talk.groupId', 'talk.state'])
    .select(['meeting.state as meetingState', 'meeting.startsAt', 'meeting.endsAt', 'meeting.zone'])
    .where('talk.id', '=', talkId)
    .forUpdate('talk')
    .executeTakeFirst()
  if (talk?.state !== 'scheduled') return false
  const cancelled = talk.meetingState === 'cancelled'
  if (!cancelled && talk.endsAt > actor.at) return false
  await tx
    .updateTable('talk')
    .set(cancelled ? { state: 'accepted', ...noSlot } : { state: 'given', givenOn: dayIn(talk.startsAt, talk.zone) })
    .where('id', '=', talkId)
    .execute()
  if (cancelled)
    await tx.updateTable('talkSpeaker').set({ askedFor: null, weekToldFor: null, dayToldFor: null }).where('talkId', '=', talkId).execute()
  await noteChange(tx, actor, talk, cancelled ? 'talk.unscheduled' : 'talk.given')
  return true
}

/** Counts a speaker as told, by kind of letter, of the beginning that they were told of. */
export async function markTold(
  tx: Tx,
  speakerId: number,
  told: { askedFor?: Date; weekToldFor?: Date; dayToldFor?: Date; thankedAt?: Date },
): Promise<void> {
  await tx.updateTable('talkSpeaker').set(told).where('id', '=', speakerId).execute()
}

/**
 * Counts the proposer of a talk as told of its beginning.
 * @returns false where they were told of it meanwhile
 */
export async function markProposerTold(tx: Tx, talkId: number, startsAt: Date): Promise<boolean> {
  return changeOne(tx.updateTable('talk'), talkId, { proposerToldFor: startsAt })
}
