import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { connect, type Database } from '../../lib/db/connect.ts'
import { startEmbedded } from '../../lib/db/embedded.ts'
import { CannotStart } from '../../lib/db/embedded-lock.ts'
import { createLog } from '../../lib/log.ts'

/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says beside what is printed what is wrong, or is to be known. */
export const warn = (line: string) => process.stderr.write(`rapport: ${line}\n`)

/** A number with its noun. */
export const counted = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`

/** The configuration of a command, which says itself what it does: its log has what is wrong. */
export const quiet = (config: Config): Config => (config.logLevel === 'info' ? { ...config, logLevel: 'warn' } : config)

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
  const log = createLog(quiet(config), process.stderr)
  const { url, stop } = await startEmbedded({ dataFolder: config.dataFolder, bin: config.postgresBin, log, share })
  return { url, close: stop }
}

/**
 * Whether there is a database to work on: a command that was given other settings than the site must not make an empty one and, say, back it up.
 * @throws CannotStart
 */
export function requireDatabase({ databaseDirectUrl, dataFolder }: Config): void {
  if (databaseDirectUrl !== undefined || existsSync(join(dataFolder, 'postgres'))) return
  throw new CannotStart(
    `There is no database in ${dataFolder}. Give this command the settings of the site, RAPPORT_DATA above all, or start the site first: rapport serve`,
  )
}

/** Looks into the database as it is, beside a Rapport that may be running. */
export async function withDatabase<T>(config: Config, size: number, work: (database: Database) => Promise<T>): Promise<T> {
  requireDatabase(config)
  const opened = await openDatabase(config, { share: true })
  const database = connect(opened.url, { size })
  try {
    return await work(database)
  } finally {
    await database.close()
    await opened.close()
  }
}

/** Says on a terminal how far a command is, on one line; says nothing to a file or a pipe. */
export function progressLine() {
  const stream = process.stderr
  const say = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text.slice(0, Math.max(20, stream.columns - 1))}`)
  }
  return { say, clear: () => say('') }
}
