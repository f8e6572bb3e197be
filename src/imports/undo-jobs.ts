import { visitor } from '../actor.ts'
import { tidyArchive } from '../archive/actions.ts'
import type { TaskContext } from '../task.ts'
import { findUndo } from './runs-queries.ts'
import { undoImport } from './undo-actions.ts'

/** Takes back what an import brought. Cut off, it goes on where it was. */
export async function undo({ kind, id }: { kind: 'move' | 'mail'; id: number }, { db, write, now }: TaskContext): Promise<void> {
  const begun = await findUndo(db, { kind, id })
  if (!begun) return
  let mails = 0
  await undoImport(write, { ...visitor(now(), 'web'), personId: begun.personId }, { kind, id }, (settled) => {
    mails = settled
  })
  await tidyArchive(db, mails)
}
