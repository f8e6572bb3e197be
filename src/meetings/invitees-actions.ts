import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { insertAll, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { ensurePerson } from '../people/actions.ts'
import { lockArranged, syncInvitations, tellSoon } from './core/actions.ts'
import type { Meeting } from './core/queries.ts'
import { listInvitees, listSeatChoices, type To } from './invitees-queries.ts'
import { mostPeople, seatKey, type Whom } from './invitees-rules.ts'

const t = textsOf('meetings', 'invitees')

/**
 * Adds to those who are invited besides the hosts; whom an address is unknown of becomes a person without an account. Nobody is told here.
 * @returns how many were added
 * @throws Invalid at the field where a group or role cannot be invited
 */
export async function addInvitees(tx: Tx, actor: Actor, to: To, { seats, people }: Whom): Promise<number> {
  if (people.length > mostPeople) throw new Invalid(refusals.lookAgain, { people: t.tooMany({ count: mostPeople }) })
  const choices = new Set((await listSeatChoices(tx, actor)).map(seatKey))
  if (seats.some((seat) => !choices.has(seatKey(seat)))) throw new Invalid(refusals.lookAgain, { seats: t.noSuchSeat })
  const there = await listInvitees(tx, to)
  const seated = new Set(there.filter(({ personId }) => personId === null).map(seatKey))
  const known = new Set(there.map(({ personId }) => personId))
  const fresh = new Set<number>()
  for (const { email, name } of people) {
    const { personId } = await ensurePerson(tx, actor, { name, email, locale: actor.locale, verified: false })
    if (!known.has(personId)) fresh.add(personId)
  }
  const nobody = { personId: null, groupId: null, communityId: null, role: null }
  const rows = [
    ...seats.filter((seat) => !seated.has(seatKey(seat))).map((seat) => ({ ...nobody, ...seat })),
    ...[...fresh].map((personId) => ({ ...nobody, personId })),
  ]
  if (rows.length > 0)
    await insertAll(
      tx.insertInto('invitee'),
      rows.map(({ personId, groupId, communityId, role }) => ({
        ...{ personId, groupId, communityId, role },
        ...{ meetingId: to.meetingId ?? null, pollId: to.pollId ?? null, addedAt: actor.at, addedBy: actor.personId },
      })),
    )
  return rows.length
}

/**
 * Takes one of those who are invited besides the hosts off again.
 * @returns false where they were not among them
 */
export async function revokeInvitee(tx: Tx, actor: Actor, { meetingId, pollId }: To, id: number): Promise<boolean> {
  const revoked = await tx
    .updateTable('invitee')
    .set({ revokedAt: actor.at })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .where('meetingId', meetingId === undefined ? 'is' : '=', meetingId ?? null)
    .where('pollId', pollId === undefined ? 'is' : '=', pollId ?? null)
    .returning('id')
    .executeTakeFirst()
  return revoked !== undefined
}

/** Those who were asked for a date are invited to the meeting that came of it. */
export async function carryInvitees(tx: Tx, actor: Actor, pollId: number, meetingId: number): Promise<void> {
  const rows = await listInvitees(tx, { pollId })
  if (rows.length === 0) return
  await insertAll(
    tx.insertInto('invitee'),
    rows.map(({ personId, groupId, communityId, role }) => ({
      ...{ meetingId, pollId: null, personId, groupId, communityId, role },
      ...{ addedAt: actor.at, addedBy: actor.personId },
    })),
  )
}

function refuseOver({ state, endsAt }: Meeting, actor: Actor): void {
  if (state !== 'planned' || endsAt <= actor.at) throw new Conflict(t.meetingIsOver)
}

/**
 * Invites others besides the hosts to a meeting that is to come: they get its invitation, and see this meeting as a guest does.
 * @returns how many were added
 */
export async function inviteToMeeting(tx: Tx, actor: Actor, slug: string, whom: Whom): Promise<number> {
  const meeting = await lockArranged(tx, actor, slug)
  refuseOver(meeting, actor)
  const added = await addInvitees(tx, actor, { meetingId: meeting.id }, whom)
  if (added === 0) return 0
  await syncInvitations(tx, meeting.id, actor.at)
  await record(tx, actor, { action: 'meeting.invited', subject: `meeting:${meeting.id}` })
  await tellSoon(tx)
  return added
}

/** Takes one of those off again: their calendar is told, and their link opens nothing any more. */
export async function uninviteFromMeeting(tx: Tx, actor: Actor, slug: string, inviteeId: number): Promise<void> {
  const meeting = await lockArranged(tx, actor, slug)
  if (!(await revokeInvitee(tx, actor, { meetingId: meeting.id }, inviteeId))) throw new NotFound(refusals.thereIsNoSuchPage)
  refuseOver(meeting, actor)
  await syncInvitations(tx, meeting.id, actor.at)
  await record(tx, actor, { action: 'meeting.uninvited', subject: `meeting:${meeting.id}` })
  await tellSoon(tx)
}
