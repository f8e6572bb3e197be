import { refuse } from '../../errors.ts'
import type { Tx } from '../../lib/db/connect.ts'
import type { PhaseKind } from '../../lib/db/schema.ts'
import { whyNotDates } from '../cycles/rules.ts'

interface Round {
  cycleId: number | null
  phase: PhaseKind | null
}

/**
 * Looks whether a round of a cycle may end then.
 * @throws Invalid where round two would open before round one is counted: it would have nothing to vote on, and its options never a cost
 */
export async function checkRounds(tx: Tx, { cycleId, phase }: Round, closesAt: Date): Promise<void> {
  const rounds = await tx
    .selectFrom('cyclePhase')
    .select(['kind', 'opensAt', 'closesAt'])
    .where('cycleId', '=', cycleId)
    .where('kind', 'in', ['round_one', 'round_two'])
    .forUpdate()
    .execute()
  const faults = Object.values(whyNotDates(rounds.map((one) => (one.kind === phase ? { ...one, closesAt } : one))))
  if (faults.length > 0) refuse('closesAt', faults.join(' '))
}

/**
 * A round has to stay open longer than anybody wanted: what comes after it in its cycle comes as much later, rounds with their ballots.
 * @returns the instants at which something happens now
 */
export async function putOffAfter(tx: Tx, { cycleId, phase }: Round, from: Date, to: Date): Promise<Date[]> {
  if (cycleId === null || phase === null) return []
  const later = to.getTime() - from.getTime()
  const moved = (at: Date) => new Date(at.getTime() + later)
  const phases = await tx.selectFrom('cyclePhase').selectAll().where('cycleId', '=', cycleId).forUpdate().execute()
  await tx.updateTable('cyclePhase').set({ closesAt: to }).where('cycleId', '=', cycleId).where('kind', '=', phase).execute()
  const after = phases.filter((one) => one.kind !== phase && one.opensAt >= from && one.openedAt === null)
  for (const { kind, opensAt, closesAt } of after) {
    const dates = { opensAt: moved(opensAt), closesAt: moved(closesAt) }
    await tx.updateTable('cyclePhase').set(dates).where('cycleId', '=', cycleId).where('kind', '=', kind).execute()
    await tx
      .updateTable('ballot')
      .set(dates)
      .where('cycleId', '=', cycleId)
      .where('phase', '=', kind)
      .where('state', '=', 'preparing')
      .execute()
  }
  return after.flatMap(({ opensAt, closesAt }) => [moved(opensAt), moved(closesAt)])
}
