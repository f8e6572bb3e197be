import { keepEntries } from '../../../advocacy/portal/actions.ts'
import { entriesIn } from '../../../advocacy/portal/reading.ts'
import { say } from '../open.ts'
import { bytesOf, onGround, onlyOne, readWords } from './ground.ts'
import { groupOf } from './group.ts'

const usage = 'import portal FILE [--group SLUG]'
const options = { group: { type: 'string' } } as const

/** `rapport import portal FILE`: what the vendor's portal says, an export or a feed. What it changes waits for the group on Today. */
export async function importPortal(args: string[]): Promise<number> {
  const { names, values } = readWords(args, options, usage)
  const bytes = await bytesOf(onlyOne(names, 'file', usage))
  return onGround(async (ground, actor) => {
    const group = await groupOf(ground, values.group, usage)
    const { entries, left } = await entriesIn(bytes)
    const taken = await ground.database.write((tx) => keepEntries(tx, actor, group.id, entries))
    for (const [what, count] of Object.entries({ ...taken, left })) say(`  ${what.padEnd(10)} ${String(count).padStart(8)}`)
  })
}
