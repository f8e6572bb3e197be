import { Conflict } from '../../errors.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { type FirstStep, whyNotUndoStep } from './queries.ts'

/** Who confirms a step of a group and who takes something of it back come one after the other. */
export const lockFirstSteps = (tx: Tx, groupId: number) =>
  tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forNoKeyUpdate().execute()

/**
 * Makes sure that something of a step may be taken back.
 * @throws Conflict with the sentence where the step is confirmed
 */
export async function requireOpenStep(tx: Tx, groupId: number, step: FirstStep): Promise<void> {
  await lockFirstSteps(tx, groupId)
  const why = await whyNotUndoStep(tx, groupId, step)
  if (why) throw new Conflict(why)
}
