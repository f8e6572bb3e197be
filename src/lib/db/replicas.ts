import { setTimeout as sleep } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { isLost } from './away.ts'
import { connect, type Database, Dialect } from './connect.ts'
import { Position, type Sighting } from './replica-lag.ts'
import type { Db } from './rows.ts'
import type { DB } from './schema.ts'
import { nameOfServer } from './servers.ts'

const every = 1_000

/** How a replica is, for whoever watches. */
export interface ReplicaState {
  name: string
  /** Read from just now. */
  used: boolean
  /** Seconds; undefined where it was never measured. */
  lag: number | undefined
}

class Replica {
  readonly name: string
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
  sighting: Sighting = { good: 0, used: false }

  constructor(url: string, report: (error: Error) => void) {
    this.name = nameOfServer(url)
    const { pool, close } = connect(url, { size: 9, purpose: 'web', report, reads: true })
    this.pool = pool
    this.close = close
  }
}

const replicasOf = new WeakMap<Db, Replicas>()

/**
 * Which server answers this database's reads, as a number that is another after each change: one server may lag behind what another told. What
 * is kept for as long as nothing changed is read again then. To be asked before what changed is.
 */
export const turnOf = (db: Db): number => replicasOf.get(db)?.turn ?? 0

/**
 * Replicas to read from what may lag. One is read from at a time, so that nobody who turns a page goes back in time; one that lags, or does
 * not answer, is left until it has kept up for a while.
 */
export class Replicas {
  /** Reads that may lag: of the replica that is used, and of the primary where none is, or it fails. */
  readonly db: Db
  readonly #replicas: Replica[]
  readonly #asked: pg.Pool
  readonly #log: Logger
  readonly #position = new Position()
  readonly #ending = new AbortController()
  readonly #done: Promise<void>
  /** How often another server answered than before. */
  turn = 0

  /**
   * @param primary what is read where no replica is
   * @param asked the same on connections of their own, for how far it is
   */
  constructor(urls: readonly string[], primary: Database, asked: Database, log: Logger) {
    this.#asked = asked.pool
    this.#log = log
    this.#replicas = urls.map((url) => new Replica(url, (err) => log.warn({ err }, 'a connection to a replica broke')))
    const pool = { connect: async () => new Reader(this, primary.pool), end: async () => {} } as unknown as PostgresPool
    this.db = new Kysely<DB>({ dialect: new Dialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
    replicasOf.set(this.db, this)
    this.#done = this.#watch()
  }

  /** The pool to read from now; undefined: the primary's. */
  get current(): pg.Pool | undefined {
    return this.#replicas.find(({ sighting }) => sighting.used)?.pool
  }

  /** What was read from a replica failed; what it failed of is said, and the primary is asked. */
  failed(pool: pg.Pool, err: unknown): void {
    const replica = this.#replicas.find((one) => one.pool === pool)
    if (!replica?.sighting.used || !isLost(err)) return
    replica.sighting = { ...replica.sighting, good: 0, used: false }
    this.turn++
    this.#log.warn({ err, replica: replica.name }, 'a replica fell out; the primary is read from')
  }

  state(): ReplicaState[] {
    return this.#replicas.map(({ name, sighting: { used, lag } }) => ({ name, used, lag }))
  }

  async close(): Promise<void> {
    this.#ending.abort()
    await this.#done
    await Promise.all(this.#replicas.map((replica) => replica.close()))
  }

  async #watch(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      await this.look()
      await sleep(every, undefined, { signal: this.#ending.signal }).catch(() => {})
    }
  }

  /** Looks how far each replica is. */
  async look(): Promise<void> {
    const began = performance.now()
    const ask = async (pool: pg.Pool) =>
      (await pool.query<{ closed: boolean; at: string }>(where)).rows[0] as { closed: boolean; at: string }
    const written = await ask(this.#asked).catch(() => undefined)
    if (written && !written.closed) this.#position.note(written.at, began)
    await Promise.all(
      this.#replicas.map(async (replica) => {
        const seen = await ask(replica.pool).catch((err: Error) => err)
        const before = replica.sighting
        replica.sighting = this.#position.judge(before, seen, performance.now(), written !== undefined)
        if (before.used !== replica.sighting.used) this.turn++
        if (before.used && !replica.sighting.used) this.#log.warn({ replica: replica.name, ...said(seen, replica) }, 'a replica is left')
        if (!before.used && replica.sighting.used) this.#log.info({ replica: replica.name }, 'a replica is read from')
      }),
    )
  }
}

const said = (seen: unknown, { sighting: { lag } }: Replica) => (seen instanceof Error ? { err: seen } : { lagSeconds: lag })

const where = `select pg_is_in_recovery() as closed,
  (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)::text as at`

const begins = /^\s*(?:begin|start\s)/i
const writes = /^\s*(?:insert|update|delete|merge)\s/i

/**
 * One connection, as Kysely takes it: each statement goes to the replica; what writes, such as the count of who asks, and a transaction as a whole
 * to the primary.
 */
class Reader {
  #held: pg.PoolClient | undefined
  readonly #replicas: Replicas
  readonly #primary: pg.Pool

  constructor(replicas: Replicas, primary: pg.Pool) {
    this.#replicas = replicas
    this.#primary = primary
  }

  async query(text: string, values: readonly unknown[] = []): Promise<unknown> {
    if (!this.#held && begins.test(text)) this.#held = await this.#primary.connect()
    if (this.#held) return this.#held.query(text, [...values])
    const pool = writes.test(text) ? undefined : this.#replicas.current
    if (!pool) return run(this.#primary, text, values)
    try {
      return await run(pool, text, values)
    } catch (error) {
      const { code, message } = error as Error & { code?: string }
      // What took the replica too long would take the primary as long.
      if (code === '57014' && !/recovery/.test(message)) throw error
      // That it takes no writes (25006) is no fault of a replica: whoever brings it one would take it from all others.
      if (code !== '25006') {
        this.#replicas.failed(pool, error)
        this.#replicas.turn++
      }
      // It was only read: to ask again does nothing twice.
      return run(this.#primary, text, values)
    }
  }

  release(): void {
    this.#held?.release()
    this.#held = undefined
  }
}

/** On a connection that counts what is asked often. */
async function run(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<unknown> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    return await client.query(text, [...values])
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    client.release(failure && isLost(failure) ? failure : undefined)
  }
}
