import type { Actor } from '../../actor.ts'
import { Conflict, conflictIf } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { sumsOf, type TakenBack, type Undone } from '../../lib/undo.ts'
import { type FirstStep, whyNotUndoStep } from '../queries.ts'

/** Who confirms a step of a group and who takes something of it back come one after the other. */
export const lockFirstSteps = (tx: Tx, groupId: number) =>
  tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forNoKeyUpdate().execute()

/**
 * Makes sure that something of a step may be taken back.
 * @throws Conflict with the sentence where the step is confirmed
 */
export async function requireOpenStep(tx: Tx, groupId: number, step: FirstStep): Promise<void> {
  await lockFirstSteps(tx, groupId)
  conflictIf(await whyNotUndoStep(tx, groupId, step))
}

/** An import that is taken back: where its run stands, and how the journal tells of it. */
interface Import {
  run: { id: number; undoneAt: Date | null }
  /** Keeps with the run who took it back and what went, where its owner has it. */
  keep: (takenBack: TakenBack) => Promise<unknown>
  /** No group, no steps: some role addresses belong to none. */
  groupId: number | null
  /** None where it was never taken in: what only waits is thrown away at any time. */
  step: FirstStep | undefined
  subject: string
  action:
    | 'roster.import-undone'
    | 'requests.import-undone'
    | 'correspondence.import-undone'
    | 'documents.import-undone'
    | 'portal.import-undone'
}

/**
 * Takes an import back, once, and while its step is not confirmed. Its caller has locked the run and knows who asks.
 * @param remove takes away what nobody has built upon since, and says what went and what stays
 * @throws Conflict where the step is confirmed, or it was taken back already
 */
export async function takeBack(tx: Tx, actor: Actor, what: Import, remove: () => Promise<Undone>): Promise<Undone> {
  const { run, keep, groupId, step, subject, action } = what
  if (run.undoneAt !== null) throw new Conflict(refusals.thisImportWasTakenBackAlready)
  if (groupId !== null && step !== undefined) await requireOpenStep(tx, groupId, step)
  const undone = await remove()
  await keep({ undoneAt: actor.at, undoneBy: actor.personId, undone: JSON.stringify(undone) })
  await record(tx, actor, { action, subject, groupId: groupId ?? undefined, details: { importId: run.id, ...sumsOf(undone) } })
  return undone
}
