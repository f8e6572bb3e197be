import type { Updateable } from 'kysely'
import { refuse } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { DB, PhaseKind } from '../../lib/db/schema.ts'
import { whyNotDates } from '../cycles/rules.ts'

/**
 * Locks a ballot and the others of its cycle, for what touches two of them. Whoever locks within a cycle takes its ballots first, by their
 * ids, and then its phases: in one order, nobody waits in a circle.
 */
export async function lockWithRounds(tx: Tx, id: number): Promise<void> {
  await tx
    .selectFrom('ballot')
    .select('id')
    .where((e) => e.or([e('id', '=', id), e('cycleId', '=', e.selectFrom('ballot as own').select('own.cycleId').where('own.id', '=', id))]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Locks the phases of a cycle, after the ballots of theirs that are to be touched. */
export const lockPhases = (tx: Tx, cycleId: number) =>
  tx.selectFrom('cyclePhase').selectAll().where('cycleId', '=', cycleId).orderBy('kind').forUpdate().execute()

/** Changes a phase of a cycle. */
export async function setPhase(tx: Tx, cycleId: number, kind: PhaseKind, values: Updateable<DB['cyclePhase']>): Promise<void> {
  await tx.updateTable('cyclePhase').set(values).where('cycleId', '=', cycleId).where('kind', '=', kind).execute()
}

/**
 * Looks whether a round of a cycle may end then.
 * @throws Invalid where round two would open before round one is counted: it would have nothing to vote on, and its options never a cost
 */
export async function checkRounds(tx: Tx, { cycleId, phase }: { cycleId: number; phase: PhaseKind | null }, closesAt: Date): Promise<void> {
  const rounds = (await lockPhases(tx, cycleId)).filter(({ kind }) => kind === 'round_one' || kind === 'round_two')
  const faults = Object.values(whyNotDates(rounds.map((one) => (one.kind === phase ? { ...one, closesAt } : one))))
  if (faults.length > 0) refuse('closesAt', faults.join(' '))
}
