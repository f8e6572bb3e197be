import type { Actor } from '../../actor.ts'
import { Invalid } from '../../errors.ts'
import { lockFirstSteps } from '../../groups/actions.ts'
import { record } from '../../journal/actions.ts'
import { type Tx, upsertRow } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getFirstWeeks, getStep } from './queries.ts'
import { brought, whyNotSettle } from './rules.ts'

const t = textsOf('operations', 'firstWeeks')

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
  const { group } = await getStep(tx, actor, at.group, at.step)
  await lockFirstSteps(tx, group.id)
  // As it stands now: somebody may have taken back what was brought, before this waited for them.
  const { step } = await getStep(tx, actor, at.group, at.step)
  const why = whyNotSettle(step.facts, verdict, reason)
  if (why) throw new Invalid(why, { reason: why })
  const values = { verdict, reason, personId: actor.personId, at: actor.at }
  await upsertRow(tx.insertInto('firstStep'), { groupId: group.id, step: step.key }, values)
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

/**
 * The group has nothing to bring from before: all such steps that nobody began are left out at once, each of which can be reopened.
 * @throws NotFound to those who do not see to the group
 */
export async function startNew(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const { group } = await getFirstWeeks(tx, actor, slug)
  await lockFirstSteps(tx, group.id)
  const { steps } = await getFirstWeeks(tx, actor, slug)
  for (const { key, state } of steps) {
    if (state !== 'open' || !brought.includes(key)) continue
    const values = { verdict: 'skipped' as const, reason: t.weStartNew, personId: actor.personId, at: actor.at }
    await upsertRow(tx.insertInto('firstStep'), { groupId: group.id, step: key }, values)
    await record(tx, actor, { action: 'group.stepSkipped', subject: `group:${group.id}`, groupId: group.id })
  }
}
