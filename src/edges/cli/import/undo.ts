import { parseArgs } from 'node:util'
import { type Actor, program } from '../../../actor.ts'
import { tidyArchive } from '../../../archive/import/mailbox/actions.ts'
import { readConfig } from '../../../config.ts'
import { Refusal } from '../../../errors.ts'
import { openGround } from '../../../ground.ts'
import { getAnyImport, keyOf } from '../../../imports/runs/queries.ts'
import { beginUndo, undoImport } from '../../../imports/undo/actions.ts'
import { planUndo } from '../../../imports/undo/queries.ts'
import { plainPlan, type UndoPlan } from '../../../lib/undo.ts'
import { Usage } from '../inspect.ts'
import { progressLine } from '../open.ts'

const usage = 'import undo move-NUMBER|mail-NUMBER [--dry-run]'

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true })
    const [, key, ...more] = positionals
    if (key === undefined || more.length > 0) throw new Error('name one import')
    return { key, dryRun: values['dry-run'] ?? false }
  } catch (error) {
    throw new Usage(`${(error as Error).message.split('. ')[0]}; ${usage}`)
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const number = new Intl.NumberFormat('en')

function printPlan(plan: UndoPlan): void {
  const { goes, stays } = plainPlan(plan)
  say(goes.length === 0 ? '  Nothing is left to take back.' : '  Goes')
  for (const { what, count } of goes) say(`    ${number.format(count).padStart(9)}  ${what}`)
  if (stays.length > 0) say('  Stays')
  for (const { what, count, why } of stays) say(`    ${number.format(count).padStart(9)}  ${what}: ${why}`)
}

/** `rapport import undo move-7`: takes an import into a list back; begun again, it goes on where it was cut off. */
export async function undoCommand(args: string[]): Promise<number> {
  const { key, dryRun } = read(args)
  const config = readConfig()
  const ground = await openGround({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }, { share: true })
  const progress = progressLine()
  try {
    const { db, write } = ground.database
    const actor: Actor = { ...program(ground.context.now()), via: 'cli' }
    const brought = await getAnyImport(db, key)
    say(`${brought.source} → ${brought.listName} (${keyOf(brought)})`)
    if (brought.undoneAt) throw new Usage('this import was taken back already')
    if (!brought.undoBegunAt) printPlan(await planUndo(db, brought))
    if (dryRun) {
      say('\nThis was a dry run: nothing was changed.')
      return 0
    }
    if (!brought.undoBegunAt) await write((tx) => beginUndo(tx, actor, brought))
    let mails = 0
    await undoImport(write, actor, brought, (settled) => {
      mails = settled
      progress.say(`Mails: ${number.format(settled)}`)
    })
    progress.clear()
    await tidyArchive(db, mails)
    say('\nIt is taken back. Nobody was mailed.')
    return 0
  } catch (error) {
    // What the operator can mend is a sentence.
    if (error instanceof Refusal) throw new Usage(error.message)
    throw error
  } finally {
    progress.clear()
    await ground.close()
  }
}
