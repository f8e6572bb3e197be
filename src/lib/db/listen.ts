import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { backOff } from './away.ts'
import { FollowingClient } from './client.ts'
import { noteRecovery } from './recoveries.ts'

/** The name under which a running worker is seen in pg_stat_activity. */
const workerName = 'rapport worker'

// Any number will do, as long as every Rapport takes the same; the second half of the key is the holder's name.
const lock = 7_271_831
/** Milliseconds after which others may soon take what the leases of a connection stand for that was lost. */
export const lapse = 15_000
const beat = 3_000
const patience = 5_000

/** Nobody holds this lease: `true` in SQL, and for the time of the transaction nobody can. */
export const unheld = (name: string) => `pg_try_advisory_xact_lock(${lock}, hashtext(${name}))`

/** The same by a look that takes it from nobody: two who look at the same instant must not find each other. */
export const seemsUnheld = (name: string) => `not exists (select from pg_locks where locktype = 'advisory' and mode = 'ShareLock'
  and classid = ${lock} and objid = hashtext(${name})::oid and objsubid = 2
  and database = (select oid from pg_database where datname = current_database()))`

/** A connection that listens, and holds leases: they are free when it is gone, however its process ended. */
export interface Ear {
  /** Holds the lease of this name from now on, also on the connections that come after this one. */
  hold(name: string): Promise<void>
  letGo(name: string): Promise<void>
  /** Milliseconds since the connection was lost; 0 while it stands. */
  deafFor(): number
  /** How often nothing was heard for so long that others may have taken what its leases stood for; undefined while nothing is. */
  lapses(): number | undefined
  stop(): Promise<void>
}

/**
 * Listens for what other processes and transactions wake us for. A connection that breaks is followed by another one.
 * @param as the name under which it is seen, and the channel of its own, where it is no worker
 * @returns when it listens for the first time
 */
export async function listen(
  url: string,
  log: Logger,
  heard: (payload: string) => void,
  as = { name: workerName, channel: 'rapport' },
): Promise<Ear> {
  const names = new Set<string>()
  const ending = new AbortController()
  let lostAt: number | undefined
  let answeredAt = performance.now()
  let lapsed = 0
  let client: pg.Client | undefined

  const connect = async (): Promise<pg.Client> => {
    const made = new FollowingClient({
      connectionString: url,
      application_name: as.name,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    // What it says is learned from its end; an error without a listener would end the process.
    made.on('error', () => {})
    made.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await made.connect()
      await made.query(`listen ${as.channel}`)
      for (const name of names) await hold(made, name)
      return made
    } catch (error) {
      cut(made)
      throw error
    }
  }

  // By the last answer: a process that stood still has lost its leases and not noticed yet.
  const isCutOff = () => performance.now() - answeredAt > lapse
  const answered = () => {
    if (isCutOff()) lapsed++
    answeredAt = performance.now()
  }

  /** Resolves when this connection is of no use any more, with the reason. */
  const untilLost = async (standing: pg.Client): Promise<unknown> => {
    const ended = new Promise<void>((resolve) => standing.once('end', resolve))
    for (;;) {
      const over = await Promise.race([ended.then(() => true), sleep(beat, false, { signal: ending.signal }).catch(() => true)])
      if (over) return new Error('the connection ended')
      // A line that was cut without a word, or a server that stands still, says nothing by itself.
      const silent = await standing.query<{ closed: boolean }>('select pg_is_in_recovery() as closed').then(
        ({ rows: [row] }) => (row?.closed ? new Error('its server has become a replica') : undefined),
        (error: unknown) => error,
      )
      if (silent) return silent
      answered()
    }
  }

  const attempt = async (failures: number): Promise<pg.Client | undefined> => {
    try {
      return await connect()
    } catch (error) {
      log.warn({ err: error, failures }, 'cannot listen for new work; trying again soon')
      await sleep(backOff(failures), undefined, { signal: ending.signal }).catch(() => {})
      return undefined
    }
  }

  const first = Promise.withResolvers<void>()
  const run = async () => {
    for (let failures = 0; !ending.signal.aborted; failures++) {
      const made = await attempt(failures)
      if (!made) continue
      if (lostAt !== undefined) log.warn('listening for new work again')
      client = made
      answered()
      lostAt = undefined
      failures = -1
      first.resolve()
      const why = await untilLost(made)
      client = undefined
      if (!ending.signal.aborted) {
        lostAt = performance.now()
        noteRecovery('listener')
        log.warn({ err: why }, 'no longer listening for new work; connecting again')
      }
      await end(made)
      await sleep(backOff(0), undefined, { signal: ending.signal }).catch(() => {})
    }
    first.resolve()
  }
  const done = run()
  await first.promise
  return {
    async hold(name) {
      names.add(name)
      // Where it breaks just now, the next connection takes all names.
      if (client) await hold(client, name).catch(() => {})
    },
    async letGo(name) {
      if (!names.delete(name) || !client) return
      await client.query(`select pg_advisory_unlock_shared(${lock}, hashtext($1))`, [name]).catch(() => {})
    },
    deafFor: () => (lostAt === undefined ? 0 : performance.now() - lostAt),
    lapses: () => (isCutOff() ? undefined : lapsed),
    stop() {
      ending.abort()
      return done
    },
  }
}

// Shared, so that a connection can take what its predecessor, which the server still takes for alive, has not let go.
const hold = (client: pg.Client, name: string) => client.query(`select pg_advisory_lock_shared(${lock}, hashtext($1))`, [name])

async function end(client: pg.Client): Promise<void> {
  const timer = setTimeout(() => cut(client), 1_000)
  await client.end().catch(() => {})
  clearTimeout(timer)
}

/** Ends a connection whose other side does not answer. */
function cut(client: pg.Client): void {
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}
