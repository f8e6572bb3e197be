import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { backOff, lost } from './away.ts'

/** The servers of one URL: `postgres://a,b:5433/rapport?target_session_attrs=read-write` is two, of which one takes writes at a time. */
export interface Servers {
  /** A URL for each, as pg understands it. */
  urls: string[]
  /** Which one takes writes is asked before a connection is made. */
  follow: boolean
}

const parts = /^(postgres(?:ql)?:\/\/)([^@/?#]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?$/
const wanted = new Set(['any', 'read-write', 'primary'])

/**
 * Takes a URL with several hosts apart, as libpq reads it.
 * @throws Error that says what is wrong with it, without its password
 */
export function serversOf(url: string): Servers {
  const [, scheme, user = '', authority = '', path, query] = parts.exec(url) ?? []
  if (scheme === undefined) throw new Error('expected postgres://user:password@host/database')
  const given = new URLSearchParams(query)
  const target = given.get('target_session_attrs')
  if (target !== null && !wanted.has(target)) throw new Error(`target_session_attrs is ${target}; expected read-write`)
  given.delete('target_session_attrs')
  const hosts = hostsOf(authority, given)
  if (hosts.length === 1)
    return { urls: [target === null ? url : build(scheme, user, authority, path, given)], follow: (target ?? 'any') !== 'any' }
  const urls = hosts.map((host) => build(scheme, user, host, path, given))
  const wrong = hosts.findIndex((host, i) => host === '' || !URL.canParse(urls[i] ?? ''))
  if (wrong >= 0) throw new Error(`"${hosts[wrong]}" is no host; expected postgres://user:password@one:5432,two:5432/database`)
  return { urls, follow: true }
}

/** The hosts, from where they stand; several in the parameters are taken out of these. */
function hostsOf(authority: string, given: URLSearchParams): string[] {
  const named = (given.get('host') ?? '').split(',')
  if (named.length === 1) return authority.split(',')
  const ports = (given.get('port') ?? '').split(',')
  for (const name of ['host', 'port']) given.delete(name)
  return named.map((host, i) => `${bracketed(host)}${port(ports[i] ?? ports[0])}`)
}

const port = (number: string | undefined) => (number ? `:${number}` : '')
const bracketed = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

function build(scheme: string, user: string, host: string, path = '', query = new URLSearchParams()): string {
  const rest = query.size > 0 ? `?${query}` : ''
  return `${scheme}${user}${host}${path}${rest}`
}

/** The address of a server, for people: without user and password. */
export const nameOfServer = (url: string): string => {
  const { hostname, port: number, searchParams } = new URL(url)
  return searchParams.get('host') ?? `${hostname}:${number || '5432'}`
}

/** What a server says of itself. */
interface Standing {
  url: string
  /** Of those that take writes; each failover begins a new one. */
  timeline?: number
  error?: Error
}

/** What pg keeps to itself. */
const cut = (client: pg.Client): void =>
  void (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()

// A server in recovery has no timeline of its own to write in, and refuses to name a file of it.
const question = `select case when pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' then null
  else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end as timeline`

async function ask(url: string, within: number): Promise<Standing> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: within,
    query_timeout: within,
    application_name: 'rapport asks',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ timeline: string | null }>(question)
    void client.end().catch(() => {})
    const timeline = rows[0]?.timeline
    return timeline ? { url, timeline: Number.parseInt(timeline, 16) } : { url, error: new Error('takes no writes') }
  } catch (error) {
    // One that stands still would never answer the farewell.
    cut(client)
    return { url, error: error as Error }
  }
}

/** So long an answer stands before it is asked again. */
const fresh = 1_000
/** How long the others are waited for once one has said that it takes writes: an old primary that came back says so too. */
const others = 250
const patience = 1_500

/** Knows which of several servers takes writes; all connections of a process to one URL share what is known. */
export class Primary {
  readonly #urls: readonly string[]
  #current: string | undefined
  #timeline = 0
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<string | Error> | undefined
  /** How often another server was found than before. */
  moves = 0

  constructor(urls: readonly string[]) {
    this.#urls = urls
  }

  /** Where writes went when it was asked last. */
  get current(): string | undefined {
    return this.#current
  }

  /** What is known may be over: a connection broke, or its server took no writes. */
  doubt(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY
  }

  /**
   * The URL of the server that takes writes; asked again and again for so many milliseconds.
   * @throws Error of a lost connection, with what each server said
   */
  async find(within: number): Promise<string> {
    if (this.#current !== undefined && performance.now() - this.#askedAt < fresh) return this.#current
    const until = performance.now() + within
    for (let failures = 0; ; failures++) {
      this.#asking ??= this.#ask(Math.min(patience, within)).finally(() => (this.#asking = undefined))
      const found = await this.#asking
      if (typeof found === 'string') return found
      const pause = Math.min(backOff(failures), 500)
      if (performance.now() + pause > until) throw found
      await sleep(pause)
    }
  }

  async #ask(within: number): Promise<string | Error> {
    const standings: Standing[] = []
    const first = Promise.withResolvers<void>()
    const all = this.#urls.map(async (url) => {
      const standing = await ask(url, within)
      standings.push(standing)
      if (this.#mayBe(standing)) first.resolve()
    })
    const whole = Promise.all(all)
    await Promise.race([whole, first.promise.then(() => Promise.race([whole, sleep(others)]))])
    // After a promotion by hand two may take writes: the one of the latest timeline is the one that was promoted.
    const [best] = standings.filter((one) => this.#mayBe(one)).toSorted((a, b) => (b.timeline ?? 0) - (a.timeline ?? 0))
    if (!best)
      return lost(`No server takes writes: ${standings.map(({ url, error }) => `${nameOfServer(url)} (${said(error)})`).join(', ')}`)
    if (this.#current !== undefined && this.#current !== best.url) this.moves++
    this.#current = best.url
    this.#timeline = best.timeline ?? 0
    this.#askedAt = performance.now()
    return best.url
  }

  /** A server of an earlier timeline than one that this process has written to was left behind by a failover. */
  #mayBe({ timeline }: Standing): boolean {
    return timeline !== undefined && timeline >= this.#timeline
  }
}

const said = (error: Error | undefined): string =>
  error?.message || (error as { code?: string } | undefined)?.code || 'left behind by a failover'

const known = new Map<string, Primary | undefined>()

/** What this process knows of the servers of a URL; undefined where there is nothing to follow. */
export function primaryOf(url: string): Primary | undefined {
  // Each statement asks it.
  if (known.has(url)) return known.get(url)
  const { urls, follow } = serversOf(url)
  const primary = follow ? new Primary(urls) : undefined
  known.set(url, primary)
  return primary
}

/** How often connections of this process went over to another server. */
export const countMoves = (): number => [...known.values()].reduce((sum, primary) => sum + (primary?.moves ?? 0), 0)
