import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { conflictIf, refuse } from '../../errors.ts'
import { checkHosts } from '../../groups/queries.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeOne, insertOne, listRows, type Tx, updateRows } from '../../lib/db/rows.ts'
import type { MeetingKind } from '../../lib/db/schema.ts'
import { pluck } from '../../lib/pluck.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Hosts } from '../../policy.ts'
import { dayIn } from '../../time.ts'
import { listTable } from '../invitees-queries.ts'
import { checkMinutesList } from '../minutes/lists-actions.ts'
import { keptOpen, whyNotPlan, whyNotTime } from '../rules.ts'
import { indexMeeting } from '../search-actions.ts'
import { findFreeSlug, findMeeting, getArrangedMeeting, hostIds, hostRows, type Meeting } from './queries.ts'

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
  /** Everybody reads the place of a public meeting. */
  placeOpen?: boolean
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

/**
 * Arranges a meeting and invites those who are expected; the invitations leave once this has committed.
 * @returns its id and address
 * @throws Invalid at the field; NotFound where the actor does not arrange for these hosts
 */
export async function arrangeMeeting(tx: Tx, actor: Actor, meeting: NewMeeting): Promise<{ id: number; slug: string }> {
  await requireHosts(tx, actor, meeting.hosts)
  return arrangeFor(tx, actor, meeting)
}

/** The same for hosts who have said already that they meet, as in a date poll. */
export async function arrangeFor(tx: Tx, actor: Actor, meeting: NewMeeting): Promise<{ id: number; slug: string }> {
  const { hosts, startsAt, endsAt, zone } = meeting
  const why = whyNotTime(startsAt, endsAt)
  if (why) refuse(why.field, why.problem)
  await checkMinutesList(tx, actor, hosts, meeting.minutesListId)
  const made = await insertMeeting(tx, actor, meeting)
  await syncInvitations(tx, made.id, actor.at)
  await recordOf(tx, actor, 'meeting.arranged', { id: made.id, groupId: hosts.groupIds[0] }, { startsAt: startsAt.toISOString(), zone })
  await tellSoon(tx)
  return made
}

/** @throws Invalid at `hosts` where there are none; NotFound where the actor does not arrange for them */
export async function requireHosts(tx: Tx, actor: Actor, hosts: Hosts): Promise<void> {
  if (hosts.groupIds.length + hosts.communityIds.length === 0) refuse('hosts', t.chooseLeastOneGroup)
  await checkHosts(tx, actor, hosts)
}

/** Has people told what their calendars do not know yet, once for all that changes. */
export const tellSoon = (tx: Tx): Promise<void> => enqueue(tx, 'meetings.tell', {}, { key: 'meetings.tell' })

/** Makes a meeting with the groups that hold it. */
export async function insertMeeting(tx: Tx, actor: Actor, { hosts, ...meeting }: NewMeeting): Promise<{ id: number; slug: string }> {
  // Two meetings of one day get their addresses one after the other.
  await sql`select pg_advisory_xact_lock(7_275)`.execute(tx)
  const slug = await findFreeSlug(tx, 'meeting', dayIn(meeting.startsAt, meeting.zone))
  const id = await insertOne(tx.insertInto('meeting'), {
    ...keptOpen(meeting),
    slug,
    uid: `${randomUUID()}@rapport`,
    createdAt: actor.at,
    changedAt: actor.at,
    createdBy: actor.personId,
  })
  await tx
    .insertInto('meetingHost')
    .values(hostRows(hosts).map((host) => ({ meetingId: id, ...host })))
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
  const there = await listRows(tx.selectFrom('meetingInvitation'), { meetingId }, ['personId', 'withdrawnAt', 'roles', 'formal'])
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
  await updateRows(tx.updateTable('meetingInvitation').where('personId', 'in', pluck(gone, 'personId')), { meetingId }, { withdrawnAt: at })
  return true
}

/** What may be changed about a meeting that is to come. */
export type MeetingChange = Pick<NewMeeting, 'title' | 'startsAt' | 'endsAt' | 'zone' | 'place' | 'public' | 'minutesListId'> & {
  placeOpen: boolean
  quorumPercent: number
}

/**
 * Changes a meeting that is to come. Its address and its entry in calendars stay the same; a new time asks everybody anew.
 * @returns whether that changed anything
 * @throws Conflict where it is over or cancelled
 */
export async function changeMeeting(tx: Tx, actor: Actor, slug: string, wanted: MeetingChange): Promise<boolean> {
  const change = keptOpen(wanted)
  const meeting = await lockPlanned(tx, actor, slug)
  const why = whyNotTime(change.startsAt, change.endsAt)
  if (why) refuse(why.field, why.problem)
  // What another has chosen stays, also where this actor does not write to that list.
  if (change.minutesListId !== meeting.minutesListId) await checkMinutesList(tx, actor, hostIds(meeting.hosts), change.minutesListId)
  const moved = +meeting.startsAt !== +change.startsAt || +meeting.endsAt !== +change.endsAt
  const shown = moved || meeting.title !== change.title || meeting.place !== change.place
  const changed = await changeOne(tx.updateTable('meeting'), meeting.id, change, {
    sequence: meeting.sequence + (moved ? 1 : 0),
    version: meeting.version + (shown ? 1 : 0),
    // Who was told has the place already; a feed that everybody reads shows it from now on, or no more.
    ...(shown || meeting.placeOpen !== change.placeOpen ? { changedAt: actor.at } : {}),
    ...(moved ? { remindedAt: null } : {}),
  })
  if (!changed) return false
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
  if (shown) await tellSoon(tx)
  return true
}

/** Locks a meeting that the actor arranges. */
export async function lockArranged(tx: Tx, actor: Actor, slug: string): Promise<Meeting> {
  await tx.selectFrom('meeting').select('id').where('slug', '=', slug).forUpdate().execute()
  return getArrangedMeeting(tx, actor, slug)
}

async function lockPlanned(tx: Tx, actor: Actor, slug: string) {
  const meeting = await lockArranged(tx, actor, slug)
  conflictIf(whyNotPlan(meeting, actor.at))
  return meeting
}

/** Cancels a meeting that is to come; its page stays and says why. */
export async function cancelMeeting(tx: Tx, actor: Actor, slug: string, reason: string): Promise<void> {
  const meeting = await lockPlanned(tx, actor, slug)
  await cancelOne(tx, meeting.id, reason, actor.at)
  await record(tx, actor, { action: 'meeting.cancelled', subject: `meeting:${meeting.id}` })
  await tellSoon(tx)
}

/** Cancels a meeting; who is told, its caller decides. */
export async function cancelOne(tx: Tx, id: number, reason: string, at: Date): Promise<void> {
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
