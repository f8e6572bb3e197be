import { type EmbeddedOptions, startEmbedded } from '../src/lib/db/embedded.ts'

/**
 * A Rapport that has nothing but its database: `node embedded-process.ts OPTIONS [hang]`. Prints one JSON document,
 * `{url, adopted}` or `{refused}`, then either waits to be killed or ends without having stopped the server.
 */
const [options = '', hang] = process.argv.slice(2)
const say = (message: string) => process.stderr.write(`${message}\n`)
try {
  const { url, adopted } = await startEmbedded({
    ...(JSON.parse(options) as Omit<EmbeddedOptions, 'log'>),
    log: { info: say, warn: say, error: say },
  })
  process.stdout.write(`${JSON.stringify({ url, adopted })}\n`)
  if (hang) setInterval(() => {}, 1_000)
} catch (error) {
  const { name, message } = error as Error
  if (name !== 'CannotStart') throw error
  process.stdout.write(`${JSON.stringify({ refused: message })}\n`)
}
