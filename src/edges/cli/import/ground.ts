import { readFile } from 'node:fs/promises'
import type { ParseArgsOptionsConfig } from 'node:util'
import { type Actor, program } from '../../../actor.ts'
import { Invalid, Refusal } from '../../../errors.ts'
import type { Ground } from '../../../ground.ts'
import { SheetError } from '../../../lib/sheet/table.ts'
import { DirectoryError } from '../../../people/directory-rules.ts'
import { withGround } from '../ground.ts'
import { readArguments, Usage } from '../inspect.ts'

/** Numbers as the command line prints them. */
export const number = new Intl.NumberFormat('en')

/**
 * The words of a command line: the kind of import, what it names, and its options.
 * @throws Usage with the sentence and how it is written
 */
export function readWords<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options, usage: string) {
  const { values, positionals } = readArguments(args, options, ({ message }) => `${message.split('. ')[0]}; usage: ${usage}`)
  const [kind = '', ...names] = positionals
  return { kind, names, values }
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
 * Does the work of an import beside a Rapport that may be running. What the operator can mend is a sentence.
 * @param work answers with the exit code; 0 where it answers with nothing
 */
export async function onGround(work: (ground: Ground, actor: Actor) => Promise<unknown>, { administrator = false } = {}): Promise<number> {
  return withGround(async (ground) => {
    const actor: Actor = { ...program(ground.context.now()), via: 'cli' }
    const grants: Actor['grants'] = administrator ? [{ role: 'administrator', groupId: null, communityId: null }] : actor.grants
    const code = await work(ground, { ...actor, grants })
    return typeof code === 'number' ? code : 0
  }).catch((error: unknown) => {
    if (error instanceof Invalid) throw new Usage(Object.values(error.fields)[0] ?? error.message)
    if (error instanceof Refusal || error instanceof SheetError || error instanceof DirectoryError) throw new Usage(error.message)
    throw error
  })
}
