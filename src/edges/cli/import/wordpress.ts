import { basename } from 'node:path'
import { wordsOf } from '../../../lib/ui/words.ts'
import { showImport, takeImport } from '../../../news/imports/actions.ts'
import { balanceOf, countEntries, planWxr } from '../../../news/imports/queries.ts'
import { readExport } from '../../../news/imports/reading.ts'
import { say } from '../open.ts'
import { bytesOf, onGround, onlyOne, readWords } from './ground.ts'
import { groupOf } from './group.ts'

const usage = 'import wordpress FILE [--group SLUG] [--dry-run]'
const options = { group: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const

const words = wordsOf('news', 'imports')('en')

function printBalance({ found, ...balance }: ReturnType<typeof balanceOf>): void {
  for (const [outcome, count] of Object.entries(balance))
    say(`  ${words.outcomes[outcome as keyof typeof words.outcomes].padEnd(18)} ${String(count).padStart(8)}`)
  say(`  ${'Found'.padEnd(18)} ${String(found).padStart(8)}`)
}

/** `rapport import wordpress FILE`: pages and news of an old site, ending with a balance sheet. It can be undone on the web until somebody confirms. */
export async function importWordpress(args: string[]): Promise<number> {
  const { names, values } = readWords(args, options, usage)
  const file = onlyOne(names, 'file', usage)
  const bytes = await bytesOf(file)
  return onGround(async (ground, actor) => {
    const { db, write } = ground.database
    const group = await groupOf(ground, values.group, usage)
    const wxr = await readExport(bytes)
    if (values['dry-run']) {
      printBalance(balanceOf(await planWxr(db, wxr)))
      say('\nThis was a dry run: nothing was changed.')
      return
    }
    const id = await write(async (tx) => {
      const shown = await showImport(tx, actor, { groupId: group.id, filename: basename(file), bytes, wxr })
      await takeImport(tx, actor, shown)
      return shown
    })
    printBalance(await countEntries(db, id))
    say(`\nCheck the result, then confirm or undo it: ${ground.context.site.baseUrl}/news/imports/${id}`)
  })
}
