import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import type { MeetingKind } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { type Hosts, mayArrange } from '../../policy.ts'

/** What is expected at a table's meetings of one kind; neither number: nothing any more. */
export interface NewRule {
  kind: MeetingKind
  formalOnly: boolean
  perYear: number | null
  sharePercent: number | null
  note: string
}

/**
 * Says how often those who are expected have to come.
 * @throws NotFound where the actor does not arrange for these hosts
 */
export async function setRule(
  tx: Tx,
  actor: Actor,
  hosts: Hosts,
  { kind, formalOnly, perYear, sharePercent, note }: NewRule,
): Promise<void> {
  if (!mayArrange(actor, hosts)) throw new NotFound(refusals.thereIsNoSuchPage)
  const groupId = hosts.groupIds[0] ?? null
  const communityId = groupId === null ? (hosts.communityIds[0] ?? null) : null
  await tx
    .deleteFrom('attendanceRule')
    .where('kind', '=', kind)
    .where('groupId', groupId === null ? 'is' : '=', groupId)
    .where('communityId', communityId === null ? 'is' : '=', communityId)
    .execute()
  if (perYear !== null || sharePercent !== null)
    await tx
      .insertInto('attendanceRule')
      .values({ groupId, communityId, kind, formalOnly, perYear, sharePercent, note, changedAt: actor.at, changedBy: actor.personId })
      .execute()
  await record(tx, actor, {
    action: 'attendance.expected',
    subject: groupId === null ? `community:${communityId}` : `group:${groupId}`,
    ...(groupId === null ? {} : { groupId }),
    details: { kind, perYear, sharePercent },
  })
}
