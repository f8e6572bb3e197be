import { readFile } from 'node:fs/promises'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** A bad command line or bad input: one line on stderr that says what and where, exit code 2. */
export class Usage extends Error {}

/** Options that take a text each, for `readArguments`. */
export const texts = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as Record<Name, { type: 'string' }>

/** Options that are there or not, for `readArguments`. */
export const flags = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'boolean' }])) as Record<Name, { type: 'boolean' }>

/**
 * The words of a command line and its options.
 * @param explain what is said of one that cannot be read
 * @throws Usage
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  explain: (error: Error) => string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Usage(explain(error as Error), { cause: error })
  }
}

/** Reads one file and answers with the facts to print; `options` are the `--name value` pairs of the command line. */
export type Inspector = (raw: Uint8Array, options: Record<string, string>, file: string) => Promise<unknown> | unknown

// Loaded on demand, so that each answers in under half a second.
const inspectors: Record<string, () => Promise<Inspector>> = {
  auth: async () => (await import('./inspect-auth.ts')).inspectAuth,
  bounce: async () => (await import('./inspect-bounce.ts')).inspectBounce,
  calendar: async () => (await import('./inspect-calendar.ts')).inspectCalendar,
  message: async () => (await import('./inspect-message.ts')).inspectMessage,
  threads: async () => (await import('./inspect-threads.ts')).inspectThreads,
  reply: async () => (await import('./inspect-reply.ts')).inspectReply,
}

/** Splits `FILE… --name value` into files and options. */
function splitArguments(args: string[]) {
  const files: string[] = []
  const options: Record<string, string> = {}
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    if (!arg.startsWith('--')) files.push(arg)
    else {
      const value = args[++i]
      if (value === undefined) throw new Usage(`${arg} needs a value`)
      options[arg.slice(2)] = value
    }
  }
  return { files, options }
}

/** `rapport inspect KIND FILE…`: one JSON document, or one per line with its file where several are given. Answers with the exit code. */
export async function inspect(args: string[]): Promise<number> {
  const [kind = '', ...rest] = args
  const load = inspectors[kind]
  if (!load) throw new Usage(`inspect: there is no kind "${kind}"; use one of ${Object.keys(inspectors).join(', ')}`)
  const { files, options } = splitArguments(rest)
  const [only] = files
  if (only === undefined) throw new Usage(`inspect ${kind}: name at least one file`)
  const inspector = await load()
  const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

  if (files.length === 1) {
    try {
      print(await inspector(await readFile(only), options, only))
      return 0
    } catch (error) {
      throw error instanceof Usage ? error : new Usage(`${only}: ${(error as Error).message}`)
    }
  }
  let failed = false
  for (const file of files) {
    try {
      const answer = await inspector(await readFile(file), options, file)
      print(Array.isArray(answer) ? { file, [kind]: answer } : { file, ...(answer as object) })
    } catch (error) {
      failed = true
      print({ file, error: (error as Error).message })
    }
  }
  return failed ? 1 : 0
}
