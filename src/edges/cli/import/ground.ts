import { readFile } from 'node:fs/promises'
import { type Actor, program } from '../../../actor.ts'
import { readConfig } from '../../../config.ts'
import { Invalid, Refusal } from '../../../errors.ts'
import { type Ground, openGround } from '../../../ground.ts'
import { SheetError } from '../../../lib/sheet/table.ts'
import { DirectoryError } from '../../../people/directory-rules.ts'
import { Usage } from '../inspect.ts'

/** Prints a line. */
export const say = (line: string) => process.stdout.write(`${line}\n`)

/** Numbers as the command line prints them. */
export const number = new Intl.NumberFormat('en')

/**
 * The words of a command line: the kind of import, what it names, and its options.
 * @param parse reads them
 * @throws Usage with the sentence and how it is written
 */
export function readWords<Values>(parse: () => { values: Values; positionals: string[] }, usage: string) {
  try {
    const { values, positionals } = parse()
    const [kind = '', ...names] = positionals
    return { kind, names, values }
  } catch (error) {
    throw new Usage(`${(error as Error).message.split('. ')[0]}; usage: ${usage}`)
  }
}

/** The one thing that a command line names. @throws Usage */
export function onlyOne(names: readonly string[], what: string, usage: string): string {
  const [only, ...more] = names
  if (only === undefined || more.length > 0) throw new Usage(`name one ${what}; usage: ${usage}`)
  return only
}

/** Reads a file that the operator names. @throws Usage where it cannot be read */
export const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: Error) => {
    throw new Usage(`${file}: ${error.message}`)
  })

/**
 * Does the work of a command beside a Rapport that may be running. What the operator can mend is a sentence.
 * @param work answers with the exit code; 0 where it says nothing
 */
export async function onGround(
  work: (ground: Ground, actor: Actor) => Promise<number | undefined>,
  { administrator = false } = {},
): Promise<number> {
  const config = readConfig()
  const ground = await openGround({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }, { share: true })
  try {
    const actor: Actor = { ...program(ground.context.now()), via: 'cli' }
    const grants: Actor['grants'] = administrator ? [{ role: 'administrator', groupId: null, communityId: null }] : actor.grants
    return (await work(ground, { ...actor, grants })) ?? 0
  } catch (error) {
    if (error instanceof Invalid) throw new Usage(Object.values(error.fields)[0] ?? error.message)
    if (error instanceof Refusal || error instanceof SheetError || error instanceof DirectoryError) throw new Usage(error.message)
    throw error
  } finally {
    await ground.close()
  }
}
