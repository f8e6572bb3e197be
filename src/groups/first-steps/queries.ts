import type { Db } from '../../lib/db/connect.ts'

/** A step of a group's first weeks that brings or begins something. */
export type FirstStep = 'list' | 'roster' | 'mailbox' | 'documents' | 'requests' | 'charter' | 'meeting' | 'ballot'

/** Why nothing of a step can be taken back: somebody has looked at it and said that it is right. */
export async function whyNotUndoStep(db: Db, groupId: number, step: FirstStep): Promise<string | undefined> {
  const settled = await db
    .selectFrom('firstStep')
    .select('verdict')
    .where('groupId', '=', groupId)
    .where('step', '=', step)
    .where('verdict', '=', 'confirmed')
    .executeTakeFirst()
  return settled && 'This step of the first weeks is confirmed. Take the confirmation back first; then it can be undone.'
}
