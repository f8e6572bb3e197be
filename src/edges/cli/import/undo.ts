import { tidyArchive } from '../../../archive/import/mailbox-actions.ts'
import { getAnyImport, keyOf } from '../../../imports/runs-queries.ts'
import { beginUndo, undoImport } from '../../../imports/undo-actions.ts'
import { planUndo } from '../../../imports/undo-queries.ts'
import { plainPlan, type UndoPlan } from '../../../lib/undo.ts'
import { Usage } from '../inspect.ts'
import { progressLine, say } from '../open.ts'
import { number, onGround, onlyOne, readWords } from './ground.ts'

const options = { 'dry-run': { type: 'boolean' } } as const
const usage = 'import undo move-NUMBER|mail-NUMBER [--dry-run]'

function printPlan(plan: UndoPlan): void {
  const { goes, stays } = plainPlan(plan)
  say(goes.length === 0 ? '  Nothing to undo.' : '  Removed')
  for (const { what, count } of goes) say(`    ${number.format(count).padStart(9)}  ${what}`)
  if (stays.length > 0) say('  Kept')
  for (const { what, count, why } of stays) say(`    ${number.format(count).padStart(9)}  ${what}: ${why}`)
}

/** `rapport import undo move-7`: takes an import into a list back; begun again, it goes on where it was cut off. */
export async function undoCommand(args: string[]): Promise<number> {
  const { names, values } = readWords(args, options, usage)
  const key = onlyOne(names, 'import', usage)
  const progress = progressLine()
  return onGround(async ({ database: { db, write } }, actor) => {
    const brought = await getAnyImport(db, key)
    say(`${brought.source} → ${brought.listName} (${keyOf(brought)})`)
    if (brought.undoneAt) throw new Usage('this import has already been undone')
    if (!brought.undoBegunAt) printPlan(await planUndo(db, brought))
    if (values['dry-run']) {
      say('\nThis was a dry run: nothing was changed.')
      return
    }
    if (!brought.undoBegunAt) await write((tx) => beginUndo(tx, actor, brought))
    let mails = 0
    await undoImport(write, actor, brought, (settled) => {
      mails = settled
      progress.say(`Emails: ${number.format(settled)}`)
    })
    progress.clear()
    await tidyArchive(db, mails)
    say('\nImport undone. No one gets an email.')
  }).finally(progress.clear)
}
