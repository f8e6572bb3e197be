import type { Actor } from '../actor.ts'
import { Conflict } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { findRow, listRows, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { tellSoon } from './core/actions.ts'

const t = textsOf('meetings', 'guests')

/** A guest of a meeting: somebody who registered, or who speaks there. Both get its invitation in their own calendars. */
export interface Guest {
  personId: number
  email: string
  /** They speak: their invitation goes with their slot. */
  speaks: boolean
}

async function lockOpen(tx: Tx, actor: Actor, meetingId: number) {
  const meeting = await findRow(tx.selectFrom('meeting').forUpdate(), { id: meetingId }, ['id', 'state', 'endsAt'])
  if (meeting?.state !== 'planned') throw new Conflict(t.meetingIsCancelled)
  if (meeting.endsAt <= actor.at) throw new Conflict(t.thisMeetingIsOver)
}

/**
 * Invites a guest. Whoever is invited already stays as they are.
 * @returns false where they were invited already
 * @throws Conflict where the meeting is over or cancelled
 */
export async function inviteGuest(tx: Tx, actor: Actor, meetingId: number, { personId, email, speaks }: Guest): Promise<boolean> {
  await lockOpen(tx, actor, meetingId)
  const there = await findRow(tx.selectFrom('meetingInvitation'), { meetingId, personId }, ['id', 'withdrawnAt'])
  if (there && there.withdrawnAt === null) return false
  // `registered` keeps a guest where the roster is followed.
  const roles = speaks ? ['registered', 'speaker'] : ['registered']
  const facts = { roles, email, partstat: 'accepted' as const, answeredAt: actor.at, answeredVia: 'web', invitedAt: actor.at }
  await tx
    .insertInto('meetingInvitation')
    .values({ meetingId, personId, ...facts })
    .onConflict((conflict) => conflict.columns(['meetingId', 'personId']).doUpdateSet({ ...facts, withdrawnAt: null, formal: false }))
    .execute()
  await record(tx, actor, { action: 'meeting.registered', subject: `meeting:${meetingId}`, details: { personId } })
  await tellSoon(tx)
  return true
}

/**
 * A guest does not come any more: their calendar is told. Members of the hosts stay invited.
 * @param speaking only where they were invited as a speaker
 * @returns whether there was anything to take back
 */
export async function releaseGuest(tx: Tx, actor: Actor, meetingId: number, personId: number, { speaking = false } = {}): Promise<boolean> {
  const rows = await listRows(tx.selectFrom('meetingInvitation').forUpdate(), { meetingId, personId, withdrawnAt: null }, ['id', 'roles'])
  const guest = rows.find(({ roles }) => roles.includes('registered') && (!speaking || roles.includes('speaker')))
  if (!guest) return false
  await tx.updateTable('meetingInvitation').set({ withdrawnAt: actor.at }).where('id', '=', guest.id).execute()
  await record(tx, actor, { action: 'meeting.unregistered', subject: `meeting:${meetingId}`, details: { personId } })
  await tellSoon(tx)
  return true
}
