import type { Config } from '../../config.ts'
import { startEmbedded } from '../../lib/db/embedded.ts'
import { createLog } from '../../lib/log.ts'

/** The database's address while a command works on it. */
export interface Opened {
  url: string
  close(): Promise<void>
}

/**
 * Opens the database as it is, neither migrated nor prepared. The embedded one is used beside a running Rapport with `share`, else
 * only where none runs.
 * @throws CannotStart
 */
export async function openDatabase(config: Config, { share }: { share: boolean }): Promise<Opened> {
  if (config.databaseDirectUrl !== undefined) return { url: config.databaseDirectUrl, close: async () => {} }
  const logLevel = config.logLevel === 'info' ? 'warn' : config.logLevel
  const log = createLog({ ...config, logLevel }, process.stderr)
  const { url, stop } = await startEmbedded({ dataFolder: config.dataFolder, bin: config.postgresBin, log, share })
  return { url, close: stop }
}

/** Says on a terminal how far a command is, on one line; says nothing to a file or a pipe. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  const say = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text.slice(0, Math.max(20, stream.columns - 1))}`)
  }
  return { say, clear: () => say('') }
}
