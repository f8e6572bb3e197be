import { CamelCasePlugin, Kysely, type LimitNode, PostgresDialect, PostgresQueryCompiler, sql, ValueNode } from 'kysely'
import pg from 'pg'
import { boundedClient } from './client.ts'
import { asTransaction } from './in-transaction.ts'
import type { Db, Write } from './rows.ts'
import type { DB } from './schema.ts'
import { type Purpose, serverOptions, timeouts } from './timeouts.ts'

// Ids stay far below 2^53, so numbers are safe and every comparison is a plain one. Dates stay text: a day has no zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
// A day is one of UTC wherever the machine stands: `$1::date` takes the day as it is written, in the process's zone by default.
pg.defaults.parseInputDatesAsUTC = true

/** The same as a `Write`, where commits do not wait for the disk: the next one that does brings all before it there. For what can be made again. */
export const withoutWaiting =
  (write: Write): Write =>
  (act) =>
    write(async (tx) => {
      await sql`set local synchronous_commit = off`.execute(tx)
      return act(tx)
    })

export interface Database {
  db: Db
  pool: pg.Pool
  write: Write
  url: string
  close(): Promise<void>
}

// The search index takes new entries in by the hundred; what waits is read in full by every search, so it is kept short.
const options = '-c timezone=UTC -c gin_pending_list_limit=256kB'

export interface ConnectOptions {
  /** Connections at most. */
  size?: number
  /** Decides how long a connection waits, for what. */
  purpose?: Purpose
  /** A replica: nothing is written there, whatever it has become since. */
  reads?: boolean
  /** Told of errors on idle connections, which pg would otherwise throw at the process. */
  report?: (error: Error) => void
}

/**
 * Writes how many rows are wanted into the statement. Of a parameter the planner thinks a tenth of the table, so that a plan for any value
 * looks worse than one for this value, and it plans anew each time that a prepared statement is asked.
 */
class Compiler extends PostgresQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${limit.value}`)
    else super.visitLimit(node)
  }
}

/** Statements are written alike, whichever server they are asked of. */
export class Dialect extends PostgresDialect {
  override createQueryCompiler(): Compiler {
    return new Compiler()
  }
}

const pools = new Set<pg.Pool>()

/** The connections of this process, over all its pools. */
export function countConnections(): { open: number; idle: number; waiting: number } {
  const sum = (pick: (pool: pg.Pool) => number) => [...pools].reduce((count, pool) => count + pick(pool), 0)
  return { open: sum((p) => p.totalCount), idle: sum((p) => p.idleCount), waiting: sum((p) => p.waitingCount) }
}

/**
 * Opens a pool to a PostgreSQL server.
 * @param url postgres URL; a socket folder may be given as `?host=/folder`, several hosts as `a:5432,b:5432`: the one that takes writes is used
 */
export function connect(url: string, { size = 10, purpose = 'long', reads = false, report = () => {} }: ConnectOptions = {}): Database {
  const bounds = timeouts[purpose]
  const closed = reads ? '-c default_transaction_read_only=on' : ''
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'rapport',
    options: [options, serverOptions(bounds), closed].filter(Boolean).join(' '),
    Client: boundedClient(bounds),
    ...(bounds.turn > 0 ? { connectionTimeoutMillis: bounds.turn } : {}),
  })
  pools.add(pool)
  let closing = false
  // A connection that is being closed may still hear that the server goes too.
  const told = (error: Error) => closing || report(error)
  pool.on('error', told)
  pool.on('connect', (client) => client.on('error', told))
  const db = new Kysely<DB>({ dialect: new Dialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
  const close = async () => {
    closing = true
    pools.delete(pool)
    await db.destroy()
    // Where no query was built, Kysely knows of no pool to end, and an idle connection keeps the process for ten seconds.
    if (!pool.ending) await pool.end()
  }
  return { db, pool, url, write: (act) => db.transaction().execute((tx) => asTransaction(act, tx)), close }
}

/**
 * Reads and writes on connections of their own: who waits for a lock takes none from those who only read.
 */
export function connectApart(url: string, options: ConnectOptions): Database {
  const [reads, writes] = [connect(url, options), connect(url, options)]
  const close = async () => {
    await Promise.all([reads.close(), writes.close()])
  }
  return { ...reads, write: writes.write, close }
}

/**
 * Reads all of a database as it is at one instant, while it goes on: by queries, and by a connection of its own for what is copied.
 * @param act is given both; they see the same
 */
export async function onSnapshot<T>({ db, pool }: Database, act: (db: Db, client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("set local timezone = 'UTC'; set local statement_timeout = 0")
    const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await sql`set transaction snapshot ${sql.lit(rows[0]?.name ?? '')}`.execute(tx)
        return act(tx, client)
      })
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}
