import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, statSync } from 'node:fs'
import net from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { alive, commandOf, marker, readPostmaster } from '../../src/lib/db/embedded-postmaster.ts'
import { socketUrl } from '../../src/lib/db/embedded-socket.ts'

const root = resolve(import.meta.dirname, '../..')

/** Compiles src/ where dist/ is older than it. `npm test` has done so before the first test. */
export function ensureBuilt(): void {
  const built = join(root, 'dist/edges/cli/main.js')
  const at = existsSync(built) ? statSync(built).mtimeMs : 0
  const newest = Math.max(...globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
  if (newest > at) execFileSync(process.execPath, [join(root, 'bin/compile.mjs')], { cwd: root, stdio: 'inherit' })
}

/** The server that runs; undefined while none does. */
const postmasterOf = (env: Record<string, string>): number | undefined => {
  const cluster = join(String(env.RAPPORT_DATA), 'postgres')
  const pid = readPostmaster(cluster)?.pid
  return pid && alive(pid) && commandOf(pid).includes(marker(cluster)) ? pid : undefined
}

const reachable = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = net.connect(port, '127.0.0.1', () => answer(true)).on('error', () => answer(false))
    socket.on('connect', () => socket.destroy())
  })

/** `rapport serve` as a process of its own. */
export class Rapport {
  readonly #child: ChildProcess
  readonly #env: Record<string, string>
  #errors = ''

  private constructor(env: Record<string, string>, roles: string) {
    this.#env = env
    this.#child = spawn(join(root, 'bin/rapport'), ['serve', '--roles', roles], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.#errors = (this.#errors + bytes).slice(-20_000)
      })
  }

  /** Starts it; resolves when it takes mail, at once where it is to take none. */
  static async start(env: Record<string, string>, port: number | undefined, roles = 'web,smtp,worker'): Promise<Rapport> {
    const rapport = new Rapport(env, roles)
    const deadline = Date.now() + 120_000
    while (port !== undefined && !(await reachable(port))) {
      if (rapport.#ended) throw new Error(`rapport serve ended with ${rapport.#child.exitCode}:\n${rapport.#errors}`)
      if (Date.now() > deadline) throw new Error(`rapport serve takes no mail:\n${rapport.#errors}`)
      await sleep(20)
    }
    return rapport
  }

  /** It has ended without being asked to. */
  get ended(): boolean {
    return this.#ended
  }

  get #ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** What it has said so far; with RAPPORT_LOG=error only what went wrong. */
  get said(): string {
    return this.#errors
  }

  /** As a power cut ends it; the database lives on as an orphan. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#exit()
  }

  /** Kills the postmaster alone. Rapport goes on and starts another one. */
  killDatabase(): void {
    const pid = postmasterOf(this.#env)
    if (pid) process.kill(pid, 'SIGKILL')
  }

  /** Kills one backend: PostgreSQL then ends all connections and recovers. */
  async killBackend(): Promise<void> {
    const [victim] = await this.askDatabase(
      'select pid from pg_stat_activity where state is not null and pid <> pg_backend_pid() order by random() limit 1',
    )
    if (victim) process.kill(Number(victim.pid), 'SIGKILL')
  }

  /** Breaks all connections, or only those that listen. */
  async cutConnections(which = '%'): Promise<void> {
    await this.askDatabase(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name like '${which}'`,
    )
  }

  /** Stops the program, or its postmaster, for a while. */
  async freeze(milliseconds: number, what: 'program' | 'postmaster' = 'program'): Promise<void> {
    const pid = what === 'program' ? Number(this.#child.pid) : postmasterOf(this.#env)
    if (!pid) return
    process.kill(pid, 'SIGSTOP')
    await sleep(milliseconds)
    process.kill(pid, 'SIGCONT')
  }

  /** A connection to its database that is still to be made. */
  client(): Client {
    const client = new Client({
      connectionString: socketUrl(String(this.#env.RAPPORT_DATA), join(String(this.#env.RAPPORT_DATA), 'postgres')),
    })
    client.on('error', () => {})
    return client
  }

  /** Asks its database; nothing where that recovers from what was done to it before. */
  async askDatabase(query: string): Promise<Record<string, unknown>[]> {
    const client = this.client()
    try {
      await client.connect()
      return (await client.query<Record<string, unknown>>(query)).rows
    } catch {
      return []
    } finally {
      client.end().catch(() => {})
    }
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#exit()
  }

  async #exit(): Promise<void> {
    if (!this.#ended) await once(this.#child, 'exit')
  }
}
