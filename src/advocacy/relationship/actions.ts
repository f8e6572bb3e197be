import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { showRelationship } from '../../groups/actions.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { insertNew, type Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayShowRelationship } from '../../policy.ts'
import { checkLeads } from '../core/actions.ts'

const t = textsOf('advocacy', 'relationship')

/** Says that a meeting of the group was with the vendor, though none of its guests was invited by name; or that it was not. */
export async function markMeeting(tx: Tx, actor: Actor, groupId: number, meetingId: number, withVendor: boolean): Promise<void> {
  checkLeads(actor, groupId)
  await tx
    .selectFrom('sharedMeetingHost as meetingHost')
    .select('meetingId')
    .where('meetingId', '=', meetingId)
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow(() => new Invalid(refusals.pleaseLookAgain, { meetingId: t.chooseMeetingGroup }))
  if (withVendor) await insertNew(tx.insertInto('vendorMeeting'), { groupId, meetingId, markedBy: actor.personId, markedAt: actor.at })
  else await tx.deleteFrom('vendorMeeting').where('groupId', '=', groupId).where('meetingId', '=', meetingId).execute()
  await recordOf(tx, actor, withVendor ? 'meeting.with-vendor' : 'meeting.without-vendor', { id: meetingId, groupId })
}

/**
 * Decides whether everybody may see the figures between the group and its vendor.
 * @throws NotFound for those who do not decide for the group
 */
export async function showFigures(tx: Tx, actor: Actor, groupId: number, shown: boolean | undefined): Promise<boolean> {
  if (!mayShowRelationship(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (shown === undefined || !(await showRelationship(tx, groupId, shown))) return false
  await record(tx, actor, { action: shown ? 'relationship.shown' : 'relationship.hidden', subject: `group:${groupId}`, groupId })
  return true
}
