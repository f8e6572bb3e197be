import type { Actor } from '../../actor.ts'
import { Invalid } from '../../errors.ts'
import { lockFirstSteps } from '../../groups/actions.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { getStep } from './queries.ts'
import { whyNotSettle } from './rules.ts'

/**
 * Somebody looked at a step: it is right, or it is left out, and why.
 * @throws NotFound to those who do not see to the group; Invalid with the sentence at `reason`
 */
export async function settleStep(
  tx: Tx,
  actor: Actor,
  at: { group: string; step: string },
  { verdict, reason }: { verdict: 'confirmed' | 'skipped'; reason: string },
): Promise<void> {
  const { group, step } = await getStep(tx, actor, at.group, at.step)
  await lockFirstSteps(tx, group.id)
  const why = whyNotSettle(step.facts, verdict, reason)
  if (why) throw new Invalid(why, { reason: why })
  const values = { verdict, reason, personId: actor.personId, at: actor.at }
  await tx
    .insertInto('firstStep')
    .values({ groupId: group.id, step: step.key, ...values })
    .onConflict((conflict) => conflict.columns(['groupId', 'step']).doUpdateSet(values))
    .execute()
  await record(tx, actor, {
    action: `group.step${verdict === 'skipped' ? 'Skipped' : 'Confirmed'}`,
    subject: `group:${group.id}`,
    groupId: group.id,
  })
}

/** Takes back what was settled: the step is open again, as the record says it. */
export async function reopenStep(tx: Tx, actor: Actor, at: { group: string; step: string }): Promise<void> {
  const { group, step } = await getStep(tx, actor, at.group, at.step)
  const gone = await tx.deleteFrom('firstStep').where('groupId', '=', group.id).where('step', '=', step.key).returning('step').execute()
  if (gone.length > 0) await record(tx, actor, { action: 'group.stepReopened', subject: `group:${group.id}`, groupId: group.id })
}
