import pg from 'pg'
import { lost } from './away.ts'
import { failedPrepared, Prepared } from './prepared.ts'
import { type Primary, primaryOf, serversOf } from './servers.ts'
import { type Timeouts, timeouts } from './timeouts.ts'

/** What pg keeps to itself: the socket under a connection, and the server process behind it. */
interface Inside {
  connection: {
    stream: { bytesRead: number; bytesWritten: number; destroy(error: Error): void }
    parsedStatements: Record<string, string>
    close(what: { type: 'S'; name: string }): void
  }
  processID: number | null
  readyForQuery: boolean
}

const askFor = 5_000
/** So often a server that is silent is held against where writes go by now. */
const doubtAfter = 1_000

/** A connection that goes to whichever server of its URL takes writes just then. pg itself knows one host. */
export class FollowingClient extends pg.Client {
  /** Its server alone, of those that the URL names. */
  protected at: string
  readonly #url: string

  constructor({ connectionString: url = '', ...given }: pg.ClientConfig = {}) {
    const [first = url] = serversOf(url).urls
    super({ ...given, connectionString: first })
    this.at = first
    this.#url = url
    // What is left is for the connection itself.
    const within = Math.max(1_000, (given.connectionTimeoutMillis ?? 10_000) - 500)
    const connect = super.connect.bind(this) as (then?: Then) => Promise<pg.Client>
    const follow = (then?: Then) => {
      const primary = primaryOf(url)
      if (!primary) return connect(then)
      const made = this.#turnTo(primary, within).then(() => connect())
      if (!then) return made
      made.then(() => then(null), then)
      return undefined
    }
    this.connect = follow as typeof this.connect
  }

  async #turnTo(primary: Primary, within: number): Promise<void> {
    this.at = await primary.find(within)
    const { host, port } = new pg.Client({ connectionString: this.at })
    Object.assign(this, { host, port })
    Object.assign((this as unknown as { connectionParameters: object }).connectionParameters, { host, port })
  }

  /** Are there several servers to go to? */
  protected get follows(): boolean {
    return primaryOf(this.#url) !== undefined
  }

  /** Does another server take writes, as was heard last? This one is gone then, or was left behind. It is asked anew, for the next time. */
  protected isLeft(): boolean {
    const primary = primaryOf(this.#url)
    void primary?.find(doubtAfter).catch(() => {})
    return primary?.current !== undefined && primary.current !== this.at
  }

  /** The server of this connection takes no writes any more, or is gone: the next one asks where they go. */
  protected doubt(): void {
    primaryOf(this.#url)?.doubt()
  }
}

const unconfirmed = () => lost('The database has not confirmed the commit: no replica has it.')

type Then = (error: Error | null) => void

/**
 * Is a server process still at work, as a new connection finds it? A server that is frozen, gone, or another one since a failover does
 * not know of it.
 */
async function isAtWork(config: pg.ClientConfig, pid: number): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: askFor, query_timeout: askFor, application_name: 'rapport asks' })
  client.on('error', () => {})
  try {
    await client.connect()
    // One that has only just come to rest has an answer on its way.
    const { rowCount } = await client.query(
      "select from pg_stat_activity where pid = $1 and (state <> 'idle' or state_change > clock_timestamp() - interval '1 second')",
      [pid],
    )
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
export function boundedClient({ connect, silent, silence }: Timeouts): typeof pg.Client {
  return class extends FollowingClient {
    #timer: NodeJS.Timeout | undefined
    #heard = -1
    #told: string | undefined
    #silent = false
    #unconfirmed = false
    readonly #prepared = new Prepared((name) => this.#giveUp(name))

    constructor(given?: pg.ClientConfig) {
      super({ ...given, keepAlive: true, keepAliveInitialDelayMillis: 10_000, connectionTimeoutMillis: connect })
      for (const event of ['drain', 'error', 'end'] as const) super.on(event, () => this.#rest())
      super.on('notice', (said) => this.#heed(said))
      super.on('error', (said) => this.#note(said))
      super.on('end', () => this.doubt())
      // pg-pool asks with callbacks, Kysely and the queue with promises: the silence is the same.
      const query = this.query as (...args: unknown[]) => unknown
      const ask = (...args: unknown[]) => {
        const asked = query.apply(this, args)
        // Once it is written: else the question itself would pass for a sign of life.
        if (!this.#timer) this.#wait()
        return asked instanceof Promise
          ? asked.then(
              (answer) => this.#sure(answer),
              (error: unknown) => this.#explain(error),
            )
          : asked
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

    /** Said together with the statement that takes its place; while another one is under way, as when it copies, the server would not expect it. */
    #giveUp(name: string): boolean {
      const { connection, readyForQuery } = this.#inside
      if (!readyForQuery) return false
      delete connection.parsedStatements[name]
      connection.close({ type: 'S', name })
      return true
    }

    get #inside(): Inside {
      return this as unknown as Inside
    }

    /**
     * A commit that no replica has confirmed, since its wait was cut short, is said to be one all the same: with a warning. It is none for whoever
     * asked; they ask again, as after every connection that is lost while it commits.
     */
    #heed(said: { routine?: string }): void {
      this.#note(said)
      if (said.routine !== 'SyncRepWaitForLSN') return
      this.#unconfirmed = true
      this.#inside.connection.stream.destroy(unconfirmed())
    }

    #sure<T>(answer: T): T {
      if (this.#unconfirmed) throw unconfirmed()
      return answer
    }

    /** The server says why it ends those that did nothing (57P01 to 57P03); pg forgets it. */
    #note(said: object): void {
      if ('code' in said && /^57P0/.test(String(said.code))) this.#told = String(said.code)
    }

    /** How the connection ended is said of each error after it: of a failed query nobody hears where the rollback fails too. */
    #explain(error: unknown): never {
      if (!(error instanceof Error)) throw error
      this.#note(error)
      // A server that became a replica keeps its connections: this one is of no use any more, and nothing was written.
      if ('code' in error && error.code === '25006') this.#inside.connection.stream.destroy(lost('The server takes no writes any more.'))
      if ('code' in error) throw error
      if (this.#told !== undefined) throw Object.assign(error, { code: this.#told })
      if (error.message === 'Connection terminated unexpectedly') this.#silent = true
      throw this.#silent ? Object.assign(error, { silent: true }) : error
    }

    #rest(): void {
      clearTimeout(this.#timer)
      this.#timer = undefined
    }

    /** @param waited milliseconds of silence so far */
    #wait(waited = 0): void {
      const { bytesRead, bytesWritten } = this.#inside.connection.stream
      this.#heard = bytesRead + bytesWritten
      const step = this.follows ? Math.min(doubtAfter, silent - waited) : silent
      this.#timer = setTimeout(() => void this.#look(waited + step), step)
      this.#timer.unref()
    }

    async #look(waited: number): Promise<void> {
      const { bytesRead, bytesWritten } = this.#inside.connection.stream
      const timer = this.#timer
      const fault = bytesRead + bytesWritten === this.#heard ? await this.#faultAfter(waited) : undefined
      // An answer may have come meanwhile.
      if (timer !== this.#timer) return
      if (fault !== undefined) this.#inside.connection.stream.destroy(lost(fault))
      else this.#wait(bytesRead + bytesWritten === this.#heard && waited < silent ? waited : 0)
    }

    /** Why there is nothing more to wait for. */
    async #faultAfter(waited: number): Promise<string | undefined> {
      if (this.isLeft()) return 'Another server takes writes by now.'
      if (waited < silent) return undefined
      const goesOn = silence === 'ask' && (await isAtWork({ connectionString: this.at }, this.#inside.processID ?? 0))
      return goesOn ? undefined : `The database has not answered for ${silent} ms.`
    }
  }
}

/** A connection for what takes long and is never cut off while the server lives: a migration, a backup. It is still to be connected. */
export function longClient(url: string, name: string): pg.Client {
  const client = new (boundedClient(timeouts.long))({ connectionString: url, application_name: name })
  // A lost connection fails the query that runs; without a listener it would end the process too.
  client.on('error', () => {})
  return client
}
