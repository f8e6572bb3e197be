import { join } from 'node:path'
import { pino, stdSerializers } from 'pino'
import { createAuth } from './auth.ts'
import type { Config } from './config.ts'
import { setScanning } from './files/scan/actions.ts'
import { connect, type Database } from './lib/db/connect.ts'
import { startEmbedded } from './lib/db/embedded.ts'
import { migrate } from './lib/db/migrate.ts'
import { prepareQueue } from './lib/db/queue.ts'
import { createResolver } from './lib/mail/dns.ts'
import { ParsePool } from './lib/mail/parse-pool.ts'
import { Pace } from './pace.ts'
import { ledgerName } from './privacy/erasure/queries.ts'
import { loadSecret } from './secret.ts'
import type { TaskContext } from './task.ts'

/** The ground that every command stands on: the database, migrated, and what jobs are given. */
export interface Ground {
  config: Config
  database: Database
  context: TaskContext
  /** Resolves when the embedded database ended without being asked to; never, where a server is used. */
  lost: Promise<void>
  close(): Promise<void>
}

/** An error for the log, without what PostgreSQL tells of rows: their values are people's. */
const plainError = (error: Error) => {
  const { detail: _, where: __, query: ___, parameters: ____, ...rest } = stdSerializers.err(error) as Record<string, unknown>
  return rest
}

const backupPlan = (config: Config, folder: string, url: string, secret: string) => ({
  folder,
  keep: config.backupKeep,
  command: config.backupCommand,
  url,
  secret,
  withSecret: config.secret === undefined,
})

/**
 * Opens the database (the embedded one, unless a server is named), brings it up to date and makes the context of jobs.
 * With `share` a command works beside a Rapport that runs on the same data folder.
 */
export async function openGround(config: Config, { connections = 20, share = false } = {}): Promise<Ground> {
  const log = pino({ level: config.logLevel, base: null, serializers: { err: plainError } })
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataFolder: config.dataFolder, log, share }) : undefined
  try {
    const url = config.databaseUrl ?? (embedded?.url as string)
    for (const step of await migrate(url)) log.info({ step }, 'migrated')
    const database = connect(url, { size: connections, report: (error) => log.warn({ err: error }, 'a database connection broke') })
    await prepareQueue(database.pool, log)
    const site = {
      baseUrl: config.baseUrl,
      mailDomain: config.mailDomain,
      secret: config.secret ?? (await loadSecret(config.dataFolder)),
    }
    const context: TaskContext = {
      db: database.db,
      write: database.write,
      site,
      log,
      resolver: createResolver(config.dns),
      parser: new ParsePool(),
      auth: createAuth({ db: database.db, write: database.write, site, now: () => new Date() }),
      ledgerPath: join(config.dataFolder, ledgerName),
      authserv: config.authserv,
      pace: new Pace(),
      scanner: config.clamd,
      webhookNetworks: config.webhookNetworks,
      sends: config.relay !== undefined,
      backups: config.backupTo === undefined ? undefined : backupPlan(config, config.backupTo, url, site.secret),
      now: () => new Date(),
    }
    await database.write((tx) => setScanning(tx, config.clamd !== undefined))
    return {
      config,
      database,
      context,
      lost: embedded?.ended ?? new Promise(() => {}),
      async close() {
        await context.parser.close()
        await database.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
