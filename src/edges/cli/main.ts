import { isAway } from '../../lib/db/away.ts'
import { useCompiled } from './compiled.ts'
import { Usage } from './inspect.ts'

type Command = (args: string[]) => Promise<number>

// Loaded on demand: `inspect` and `tally` must not pay for the web server.
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => {
    // biome-ignore lint/style/noProcessEnv: reading all settings reads what is to be spared.
    useCompiled(process.env.RAPPORT_DATA ?? './data')
    return (await import('./serve.ts')).serve
  },
  demo: async () => (await import('./demo.ts')).demo,
  upgrade: async () => (await import('./upgrade.ts')).upgrade,
  migrate: async () => (await import('./migrate.ts')).migrateDatabase,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  files: async () => (await import('./files.ts')).files,
  journal: async () => (await import('./journal.ts')).journal,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
  doctor: async () => (await import('./doctor.ts')).doctor,
  'sign-in': async () => (await import('./sign-in.ts')).signIn,
  export: async () => (await import('./export.ts')).exportCommand,
  import: async () => (await import('./import/command.ts')).importCommand,
  token: async () => (await import('./token.ts')).token,
  act: async () => (await import('./act.ts')).act,
  inspect: async () => (await import('./inspect.ts')).inspect,
  tally: async () => (await import('./tally.ts')).tally,
}

const said = new Set([
  'ConfigError',
  'MigrationError',
  'CannotStart',
  'BackupError',
  'JournalError',
  'SourceError',
  'SiteError',
  'StoreAway',
  'StoreRefused',
])

/** What the driver says of a server that it cannot reach; of several addresses it tried, all. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map((one: Error) => one.message).join('; ') : (error as Error).message

async function run([name = '', ...args]: string[]): Promise<number> {
  if (name === '--version') {
    process.stdout.write(`rapport ${(await import('../../lib/db/backup.ts')).version()}\n`)
    return 0
  }
  const asked = args.some((arg) => arg === '--help' || arg === '-h')
  if (asked || ['help', '--help', '-h', ''].includes(name)) {
    const words = [name, ...args].filter((word) => word !== 'help' && !word.startsWith('-') && word !== '')
    return (await import('./help.ts')).help(words)
  }
  const load = commands[name]
  if (!load) throw new Usage(`there is no command "${name}"; use one of ${[...Object.keys(commands), 'help'].join(', ')}`)
  const command = await load()
  // One that reads no arguments takes none: what was meant by them would not be done.
  if (command.length === 0 && args.length > 0)
    throw new Usage(`"${name}" takes no arguments; settings are environment variables (docs/operators)`)
  return command(args)
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // What the operator can mend is said in a sentence; anything else is our fault and keeps its stack.
    if (error instanceof Usage || (error instanceof Error && said.has(error.constructor.name)))
      process.stderr.write(`rapport: ${(error as Error).message.replaceAll('\n', ' ')}\n`)
    else if (isAway(error)) process.stderr.write(`rapport: no answer: ${reasonOf(error)}. Does the database of RAPPORT_DATABASE_URL run?\n`)
    else process.stderr.write(`rapport: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    // Whatever was begun before the mistake (a pool, a database) must not keep the process.
    process.exit(error instanceof Usage ? 2 : 1)
  },
)
