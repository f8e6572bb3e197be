import { Logger as GraphileLogger, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'

/** The queue's messages in our log; what it tells at every job is for debugging. */
export const queueLog = (log: Logger) =>
  new GraphileLogger(() => (level, message, meta) => {
    const name = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug'
    log[name]({ ...(meta?.error ? { err: meta.error } : {}) }, message)
  })

/** Installs and updates the queue's own tables. */
export const prepareQueue = (pool: pg.Pool, log: Logger): Promise<void> => runMigrations({ pgPool: pool, logger: queueLog(log) })
