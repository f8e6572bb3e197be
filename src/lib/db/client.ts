import pg from 'pg'
import { lost } from './away.ts'
import { failedPrepared, Prepared } from './prepared.ts'
import { type Timeouts, timeouts } from './timeouts.ts'

/** What pg keeps to itself: the socket under a connection, and the server process behind it. */
interface Inside {
  connection: { stream: { bytesRead: number; bytesWritten: number; destroy(error: Error): void } }
  processID: number | null
}

const askFor = 5_000

/**
 * Is a server process still at work, as a new connection finds it? A server that is frozen, gone, or another one since a failover does
 * not know of it.
 */
async function isAtWork(config: pg.ClientConfig, pid: number): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: askFor, query_timeout: askFor, application_name: 'rapport asks' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query("select from pg_stat_activity where pid = $1 and state <> 'idle'", [pid])
    return rowCount === 1
  } catch (error) {
    // Too many connections, or one that starts: it lives.
    return String((error as { code?: string }).code).startsWith('53')
  } finally {
    // A frozen server would never answer the farewell.
    ;(client as unknown as Inside).connection.stream.destroy(new Error('asked'))
  }
}

/**
 * A connection that does not wait for ever: TCP keepalive finds a machine that is gone, and silence a server that is frozen. Its queries
 * fail then, and the pool drops it. pg's own `query_timeout` would give a connection back that still waits.
 */
export function boundedClient(config: pg.ClientConfig, { connect, silent, silence }: Timeouts): typeof pg.Client {
  return class extends pg.Client {
    #timer: NodeJS.Timeout | undefined
    #heard = -1
    #told: string | undefined
    #silent = false
    readonly #prepared = new Prepared()

    constructor(given?: pg.ClientConfig) {
      super({ ...given, keepAlive: true, keepAliveInitialDelayMillis: 10_000, connectionTimeoutMillis: connect })
      for (const event of ['drain', 'error', 'end'] as const) super.on(event, () => this.#rest())
      super.on('notice', (said) => this.#note(said))
      super.on('error', (said) => this.#note(said))
      // pg-pool asks with callbacks, Kysely and the queue with promises: the silence is the same.
      const query = this.query as (...args: unknown[]) => unknown
      const ask = (...args: unknown[]) => {
        const asked = query.apply(this, args)
        // Once it is written: else the question itself would pass for a sign of life.
        if (!this.#timer) this.#wait()
        return asked instanceof Promise ? asked.catch((error: unknown) => this.#explain(error)) : asked
      }
      this.query = ((...args: unknown[]) => {
        const [text, values] = args
        const name = typeof text === 'string' && args.length === 2 && Array.isArray(values) ? this.#prepared.nameOf(text) : undefined
        if (name === undefined) return ask(...args)
        return (ask({ name, text, values }) as Promise<unknown>).catch((error: unknown) => this.#again(error, () => ask(text, values)))
      }) as typeof this.query
    }

    /** A statement that failed for being prepared is asked anew; a transaction has ended with it, and is answered as one that met a lock. */
    #again(error: unknown, ask: () => unknown): unknown {
      if (!failedPrepared(error)) throw error
      if (this.getTransactionStatus() === 'I') return ask()
      throw Object.assign(error as Error, { code: '55P03' })
    }

    get #inside(): Inside {
      return this as unknown as Inside
    }

    /** The server says why it ends those that did nothing (57P01 to 57P03); pg forgets it. */
    #note(said: object): void {
      if ('code' in said && /^57P0/.test(String(said.code))) this.#told = String(said.code)
    }

    /** How the connection ended is said of each error after it: of a failed query nobody hears where the rollback fails too. */
    #explain(error: unknown): never {
      if (!(error instanceof Error)) throw error
      this.#note(error)
      if ('code' in error) throw error
      if (this.#told !== undefined) throw Object.assign(error, { code: this.#told })
      if (error.message === 'Connection terminated unexpectedly') this.#silent = true
      throw this.#silent ? Object.assign(error, { silent: true }) : error
    }

    #rest(): void {
      clearTimeout(this.#timer)
      this.#timer = undefined
    }

    #wait(): void {
      const { bytesRead, bytesWritten } = this.#inside.connection.stream
      this.#heard = bytesRead + bytesWritten
      this.#timer = setTimeout(() => void this.#look(), silent)
      this.#timer.unref()
    }

    async #look(): Promise<void> {
      const { bytesRead, bytesWritten } = this.#inside.connection.stream
      const timer = this.#timer
      const goesOn =
        bytesRead + bytesWritten !== this.#heard || (silence === 'ask' && (await isAtWork(config, this.#inside.processID ?? 0)))
      // An answer may have come meanwhile.
      if (timer !== this.#timer) return
      if (goesOn) this.#wait()
      else this.#inside.connection.stream.destroy(lost(`The database has not answered for ${silent} ms.`))
    }
  }
}

/** A connection for what takes long and is never cut off while the server lives: a migration, a backup. It is still to be connected. */
export function longClient(url: string, name: string): pg.Client {
  const client = new (boundedClient({ connectionString: url }, timeouts.long))({ connectionString: url, application_name: name })
  // A lost connection fails the query that runs; without a listener it would end the process too.
  client.on('error', () => {})
  return client
}
