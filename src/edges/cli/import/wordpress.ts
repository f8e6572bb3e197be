import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Actor, program } from '../../../actor.ts'
import { readConfig } from '../../../config.ts'
import { Invalid } from '../../../errors.ts'
import { openGround } from '../../../ground.ts'
import { listGroups } from '../../../groups/queries.ts'
import { showImport, takeImport } from '../../../news/imports/actions.ts'
import { balanceOf, countEntries, planWxr } from '../../../news/imports/queries.ts'
import { readExport } from '../../../news/imports/reading.ts'
import { outcomeNames } from '../../../news/imports/rules.ts'
import { Usage } from '../inspect.ts'

const usage = 'import wordpress FILE [--group SLUG] [--dry-run]'
const options = { group: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

function readWish(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [, file, more] = positionals
    if (!file || more) throw new Error('name one file')
    return { file, group: values.group, dryRun: values['dry-run'] ?? false }
  } catch (error) {
    throw new Usage(`${(error as Error).message.split('. ')[0]}; ${usage}`)
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

function printBalance({ found, ...balance }: ReturnType<typeof balanceOf>): void {
  for (const [outcome, count] of Object.entries(balance))
    say(`  ${outcomeNames[outcome as keyof typeof balance].padEnd(18)} ${String(count).padStart(8)}`)
  say(`  ${'Found'.padEnd(18)} ${String(found).padStart(8)}`)
}

/** `rapport import wordpress FILE`: pages and news of an old site, ending with a balance sheet. It can be undone on the web until somebody confirms. */
export async function importWordpress(args: string[]): Promise<number> {
  const { file, group: slug, dryRun } = readWish(args)
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Usage(`${file}: ${error.message}`)
  })
  const config = readConfig()
  const ground = await openGround({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }, { share: true })
  try {
    const { db, write } = ground.database
    const groups = await listGroups(db)
    const group = slug === undefined && groups.length === 1 ? groups[0] : groups.find((one) => one.slug === slug)
    if (!group) throw new Usage(`say whose it is with --group (${groups.map((one) => one.slug).join(', ')})`)
    const wxr = await readExport(bytes)
    if (dryRun) {
      printBalance(balanceOf(await planWxr(db, wxr)))
      say('\nThis was a dry run: nothing was changed.')
      return 0
    }
    const actor: Actor = { ...program(ground.context.now()), via: 'cli' }
    const id = await write(async (tx) => {
      const shown = await showImport(tx, actor, { groupId: group.id, filename: basename(file), bytes, wxr })
      await takeImport(tx, actor, shown)
      return shown
    })
    printBalance(await countEntries(db, id))
    say(`\nLook at it, and confirm or undo it: ${config.baseUrl}/news/imports/${id}`)
    return 0
  } catch (error) {
    if (error instanceof Invalid) throw new Usage(`${file}: ${Object.values(error.fields)[0] ?? error.message}`)
    throw error
  } finally {
    await ground.close()
  }
}
