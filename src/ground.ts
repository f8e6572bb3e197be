import { join } from 'node:path'
import { createAuth } from './auth.ts'
import { resolverOf } from './beforehand.ts'
import type { Config } from './config.ts'
import { setScanning } from './files/scan/actions.ts'
import { setOutside } from './files/store-door.ts'
import { whenThere } from './lib/db/away.ts'
import { type ConnectOptions, connect, connectApart, type Database } from './lib/db/connect.ts'
import { startEmbedded } from './lib/db/embedded.ts'
import { migrate } from './lib/db/migrate.ts'
import { prepareQueue } from './lib/db/queue.ts'
import { noteRecovery } from './lib/db/recoveries.ts'
import type { Replicas } from './lib/db/replicas.ts'
import type { Purpose } from './lib/db/timeouts.ts'
import { forgetWalArchive, startWalArchive, type WalArchive } from './lib/db/wal-archive.ts'
import { createLog } from './lib/log.ts'
import { ParsePool } from './lib/mail/parse-pool.ts'
import { openObjectStore } from './lib/object-store.ts'
import { Pace } from './lib/pace.ts'
import { loadSecret } from './lib/secret.ts'
import { surroundingsOf } from './operations/watch/rules.ts'
import { ledgerName } from './privacy/erasure-queries.ts'
import type { TaskContext } from './task.ts'

/** The ground that every command stands on: the database, migrated, and what jobs are given. */
export interface Ground {
  config: Config
  database: Database
  context: TaskContext
  /** Where pages for everybody are read from, if there are any. */
  replicas?: Replicas
  /** Resolves when the embedded database ended without being asked to; never, where a server is used. */
  lost: Promise<void>
  close(): Promise<void>
}

const backupPlan = (config: Config, folder: string, url: string, secret: string) => ({
  folder,
  keep: config.backupKeep,
  command: config.backupCommand,
  filesBeside: config.backupFiles === 'beside',
  place: config.filesOutside && `${config.filesOutside.endpoint}/${config.filesOutside.bucket}`,
  url,
  secret,
  withSecret: config.secret === undefined,
})

/** Large files may lie beside the database, for the whole process. */
function useOutside({ filesOutside }: Config): void {
  setOutside(filesOutside && { store: openObjectStore(filesOutside), takes: filesOutside.takes, keepDays: filesOutside.keepDays })
}

const sizes = { web: 9, mail: 4, health: 2 } as const

/**
 * The same ground on connections of their own, which wait as long as befits the purpose: whatever uses up those of the others, this one
 * has its turn. Its `close` ends these connections alone.
 */
export function standOn(ground: Ground, purpose: keyof typeof sizes): Ground {
  const { database, context } = ground
  const options = { size: sizes[purpose], purpose, report: reporter(context.log) } satisfies ConnectOptions
  // Through a pooler, where one stands between: each of these transactions may have another connection.
  const { databaseUrl, databaseDirectUrl } = ground.config
  const url = databaseUrl === undefined || databaseUrl === databaseDirectUrl ? database.url : databaseUrl
  const own = purpose === 'web' ? connectApart(url, options) : connect(url, options)
  const { db, write } = own
  const outward = { resolver: context.resolver, allowed: ground.config.webhookNetworks }
  const auth = createAuth({ db, write, site: context.site, now: context.now, outward })
  return { ...ground, database: own, context: { ...context, db, write, auth }, close: () => own.close() }
}

const reporter = (log: TaskContext['log']) => (error: Error) => {
  noteRecovery('connection')
  log.warn({ err: error }, 'a database connection broke')
}

/** The embedded database has an archive of its log where the operator wishes one; a command beside it has no part in that. */
async function beginArchive(config: Config, url: string, log: TaskContext['log']): Promise<WalArchive | undefined> {
  const { walTo: folder, walKeep: days, dataFolder } = config
  if (folder !== undefined) return startWalArchive({ url, folder, dataFolder, days, log, withSecret: config.secret === undefined })
  await whenThere(() => forgetWalArchive(url))
  return undefined
}

/**
 * Opens the database (the embedded one, unless a server is named), brings it up to date and makes the context of jobs.
 * With `share` a command, or another process for pages, works beside a Rapport that runs on the same data folder.
 */
export async function openGround(config: Config, { connections = 20, share = false, purpose = 'long' as Purpose } = {}): Promise<Ground> {
  const log = createLog(config)
  useOutside(config)
  const embedded =
    config.databaseDirectUrl === undefined
      ? await startEmbedded({
          dataFolder: config.dataFolder,
          bin: config.postgresBin,
          connections: 40 + 20 * config.webProcesses,
          log,
          share,
        })
      : undefined
  try {
    const url = config.databaseDirectUrl ?? (embedded?.url as string)
    const steps = await migrate(url)
    for (const step of steps) log.debug({ step }, 'migrated')
    if (steps.length > 0) log.info({ steps: steps.length }, 'The database is up to date.')
    const archive = embedded && purpose === 'work' && !share ? await beginArchive(config, url, log) : undefined
    const database = connect(url, { size: connections, purpose, report: reporter(log) })
    await whenThere(() => prepareQueue(database.pool, log))
    const site = { baseUrl: config.baseUrl, mailDomain: config.mailDomain, secret: config.secret ?? (await loadSecret(config.dataFolder)) }
    const watched = surroundingsOf(config)
    const resolver = resolverOf(config)
    const context: TaskContext = {
      db: database.db,
      write: database.write,
      site,
      log,
      resolver,
      parser: new ParsePool(),
      auth: createAuth({
        ...{ db: database.db, write: database.write, site, now: () => new Date() },
        outward: { resolver, allowed: config.webhookNetworks },
      }),
      ledgerPath: join(config.dataFolder, ledgerName),
      authserv: config.authserv,
      pace: new Pace(),
      scanner: config.clamd,
      webhookNetworks: config.webhookNetworks,
      sends: config.relay !== undefined,
      disks: watched.disks,
      certificate: watched.certificate,
      versions: watched.versions,
      walTo: config.walTo,
      replicated: watched.replicated,
      backups: config.backupTo === undefined ? undefined : backupPlan(config, config.backupTo, url, site.secret),
      now: () => new Date(),
    }
    await whenThere(() => database.write((tx) => setScanning(tx, config.clamd !== undefined)))
    return {
      config,
      database,
      context,
      lost: embedded?.ended ?? new Promise(() => {}),
      async close() {
        await context.parser.close()
        await database.close()
        const archived = archive?.end()
        await embedded?.stop()
        await archived
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
