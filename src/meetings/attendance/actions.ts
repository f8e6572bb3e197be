import type { Actor } from '../../actor.ts'
import { Conflict, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { MeetingKind } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { type Hosts, mayArrange } from '../../policy.ts'
import { lockArranged } from '../core/actions.ts'

const t = textsOf('meetings', 'attendance')

/** What is expected at a table's meetings of one kind; neither number: nothing any more. */
interface Rule {
  formalOnly: boolean
  perYear: number | null
  sharePercent: number | null
  note: string
}

const nothing: Rule = { formalOnly: false, perYear: null, sharePercent: null, note: '' }

/**
 * Says how often those who are expected have to come; what is left out stays as it was said before.
 * @throws NotFound where the actor does not arrange for these hosts, Invalid for a number a year and a share at once
 */
export async function setRule(tx: Tx, actor: Actor, hosts: Hosts, { kind, ...said }: Partial<Rule> & { kind: MeetingKind }) {
  if (!mayArrange(actor, hosts)) throw new NotFound(refusals.thereIsNoSuchPage)
  const groupId = hosts.groupIds[0] ?? null
  const communityId = groupId === null ? (hosts.communityIds[0] ?? null) : null
  const before = await tx
    .deleteFrom('attendanceRule')
    .where('kind', '=', kind)
    .where('groupId', groupId === null ? 'is' : '=', groupId)
    .where('communityId', communityId === null ? 'is' : '=', communityId)
    .returning(['formalOnly', 'perYear', 'sharePercent', 'note'])
    .executeTakeFirst()
  const { formalOnly, perYear, sharePercent, note } = withSaid<Rule>(before ?? nothing, said)
  if (perYear !== null && sharePercent !== null) refuse('sharePercent', t.sayANumberAYearOr)
  if (perYear !== null || sharePercent !== null)
    await tx
      .insertInto('attendanceRule')
      .values({ groupId, communityId, kind, formalOnly, perYear, sharePercent, note, changedAt: actor.at, changedBy: actor.personId })
      .execute()
  await record(tx, actor, {
    action: 'attendance.expected',
    subject: groupId === null ? `community:${communityId}` : `group:${groupId}`,
    groupId,
    details: { kind, perYear, sharePercent },
  })
}

/**
 * Everybody who said yes was there, guests too, and whoever said no sent apologies. What somebody has noted already stays.
 * @returns how many were noted as present
 * @throws Conflict where the meeting is off, or has not begun
 */
export async function noteAsAnswered(tx: Tx, actor: Actor, slug: string): Promise<number> {
  const meeting = await lockArranged(tx, actor, slug)
  if (meeting.state === 'cancelled' || meeting.startsAt > actor.at) throw new Conflict(t.notBegun)
  const note = (partstat: 'accepted' | 'declined', attendance: 'present' | 'apologies') =>
    tx
      .updateTable('meetingInvitation')
      .set({ attendance, notedBy: actor.personId })
      .where('meetingId', '=', meeting.id)
      .where('withdrawnAt', 'is', null)
      .where('attendance', 'is', null)
      .where('partstat', '=', partstat)
      .returning('id')
      .execute()
  const present = (await note('accepted', 'present')).length
  await note('declined', 'apologies')
  await record(tx, actor, { action: 'meeting.attendance', subject: `meeting:${meeting.id}`, details: { present } })
  return present
}
