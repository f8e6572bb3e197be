import { type Actor, program } from '../../actor.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx, updateRows } from '../../lib/db/rows.ts'
import type { PhaseKind } from '../../lib/db/schema.ts'
import { lockPhases, setPhase } from '../core/rounds-actions.ts'

/** Keeps which dates of a cycle were moved and why, and has those who vote told of it. */
export async function noteMove(
  tx: Tx,
  actor: Actor,
  { id, groupId }: { id: number; groupId: number },
  move: { phase: PhaseKind; fromAt: Date; toAt: Date; opensFrom?: Date; opensTo?: Date; reason: string },
): Promise<void> {
  const made = { madeBy: actor.personId, madeAt: actor.at }
  const extensionId = await insertOne(tx.insertInto('ballotExtension'), { cycleId: id, ...move, ...made })
  await recordOf(tx, actor, 'cycle.moved', { id, groupId }, { phase: move.phase, extension: extensionId })
  await enqueue(tx, 'ballots.extended', { extensionId })
}

interface Round {
  cycleId: number | null
  phase: PhaseKind | null
  groupId: number
  /** When it would have ended. */
  closesAt: Date
}

/**
 * A round has to stay open longer than anybody wanted: what comes after it in its cycle comes as much later, rounds with their ballots, and
 * that is told as every date that is moved. The ballots of the cycle are locked already.
 * @returns the instants at which something happens now
 */
export async function putOffAfter(tx: Tx, at: Date, { cycleId, phase, groupId, closesAt: from }: Round, to: Date, reason: string) {
  if (cycleId === null || phase === null) return []
  const later = to.getTime() - from.getTime()
  const moved = (instant: Date) => new Date(instant.getTime() + later)
  const phases = await lockPhases(tx, cycleId)
  await setPhase(tx, cycleId, phase, { closesAt: to })
  const after = phases
    .filter((one) => one.kind !== phase && one.opensAt >= from && one.openedAt === null)
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  for (const { kind, opensAt, closesAt } of after) {
    const dates = { opensAt: moved(opensAt), closesAt: moved(closesAt) }
    await setPhase(tx, cycleId, kind, dates)
    await updateRows(tx.updateTable('ballot'), { cycleId, phase: kind, state: 'preparing' }, dates)
    const move = { phase: kind, fromAt: closesAt, toAt: dates.closesAt, opensFrom: opensAt, opensTo: dates.opensAt, reason }
    await noteMove(tx, program(at), { id: cycleId, groupId }, move)
  }
  return after.flatMap(({ opensAt, closesAt }) => [moved(opensAt), moved(closesAt)])
}
