import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { backOff, mayWorkLater } from './away.ts'
import { noteRecovery } from './recoveries.ts'

/** A pool whose single statements outlast the loss of their connection. */
export interface RetryingPool {
  pool: pg.Pool
  /** From now on a statement that fails answers with no rows at once. */
  giveUp(): void
}

/**
 * The queue writes down what became of a job with one statement, and its library ends, or the whole process does, where that fails. Here
 * each of these statements is repeated until the database takes it; all of them may be said twice.
 */
export function retryingPool(pool: pg.Pool, log: Logger): RetryingPool {
  const ending = new AbortController()
  /** Waits until the same may work; throws what will not. */
  const wait = async (error: unknown, failures: number) => {
    if (!mayWorkLater(error)) throw error
    if (failures === 0) {
      noteRecovery('queue')
      log.warn({ err: error }, 'the queue cannot reach the database; trying again until it can')
    }
    await sleep(backOff(failures), undefined, { signal: ending.signal }).catch(() => {})
  }
  const query = async (...args: [string, unknown[]?]): Promise<pg.QueryResult> => {
    for (let failures = 0; failures === 0 || !ending.signal.aborted; failures++) {
      try {
        return await pool.query(...args)
      } catch (error) {
        await wait(error, failures)
      }
    }
    return { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }
  }
  const client = { query, release() {} }
  type Connected = Parameters<pg.Pool['connect']>[0]
  // Listening needs a connection of its own, and the library connects again by itself.
  const connect = (then?: Connected) => (then ? pool.connect(then) : Promise.resolve(client))
  return { pool: Object.assign(Object.create(pool) as pg.Pool, { query, connect }), giveUp: () => ending.abort() }
}
