import { Usage } from './inspect.ts'

type Command = (args: string[]) => Promise<number>

// Loaded on demand: `inspect` and `tally` must not pay for the web server.
const commands: Record<string, () => Promise<Command>> = {
  inspect: async () => (await import('./inspect.ts')).inspect,
  tally: async () => (await import('./tally.ts')).tally,
}

async function run([name = '', ...args]: string[]): Promise<number> {
  const load = commands[name]
  if (!load) throw new Usage(`unknown command "${name}"; one of ${Object.keys(commands).join(', ')}`)
  return (await load())(args)
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    if (error instanceof Usage) process.stderr.write(`rapport: ${error.message.replaceAll('\n', ' ')}\n`)
    else process.stderr.write(`rapport: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = error instanceof Usage ? 2 : 1
  },
)
