import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded } from '../../src/lib/db/embedded.ts'
import { chooseAccount, serverEnvironment } from '../../src/lib/db/embedded-account.ts'
import { type Binaries, prepareBinaries } from '../../src/lib/db/embedded-binaries.ts'
import { freePort } from '../ports.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** One PostgreSQL of a pair, on a port of this machine. */
export class Server {
  readonly url: string
  readonly #folder: string
  readonly #port: number
  readonly #programs: Binaries
  #child: ChildProcess | undefined

  constructor(folder: string, port: number, programs: Binaries) {
    this.#folder = folder
    this.#port = port
    this.#programs = programs
    this.url = `postgres://rapport@127.0.0.1:${port}/rapport`
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const account = chooseAccount(this.#folder, quiet)
    const settings = {
      ...{ port: this.#port, listen_addresses: '127.0.0.1', hba_file: join(this.#folder, 'pair_hba.conf'), ssl: 'off' },
      ...{ wal_level: 'replica', max_wal_senders: 4, hot_standby: 'on', wal_receiver_status_interval: 1, archive_mode: 'off' },
      ...{ synchronous_commit: 'on', wal_retrieve_retry_interval: '100ms', logging_collector: 'off', log_min_messages: 'fatal' },
    }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const [command = '', ...rest] = [...account.prefix, this.#programs.postgres, '-D', this.#folder, ...args]
    this.#child = spawn(command, rest, { ...account.as, cwd: this.#folder, env: serverEnvironment, stdio: ['ignore', 'ignore', 'inherit'] })
    for (let tries = 0; tries < 1_500; tries++) {
      if (this.#child.exitCode !== null) throw new Error(`postgres ended with ${this.#child.exitCode}`)
      if (await this.ask('select 1').catch(() => undefined)) return
      await sleep(20)
    }
    throw new Error('postgres does not answer')
  }

  /** SIGQUIT ends it as a crash does, without a checkpoint and without waiting for anybody. */
  async end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  async ask(query: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.url })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query<Record<string, unknown>>(query)).rows
    } finally {
      void client.end().catch(() => {})
    }
  }
}

/** Two PostgreSQL servers, the second a replica of the first that confirms each of its commits; made by the programs that the project carries. */
export async function startPair(folder: string): Promise<{ primary: Server; replica: Server; end(): Promise<void> }> {
  const [first, second] = [join(folder, 'first/postgres'), join(folder, 'second/postgres')]
  await (await startEmbedded({ dataFolder: join(folder, 'first'), fast: true, log: quiet })).stop()
  const programs = prepareBinaries(join(folder, 'first'), chooseAccount(first, quiet), quiet)
  writeFileSync(join(first, 'pair_hba.conf'), 'host all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n')
  const primary = new Server(first, await freePort(), programs)
  // Its log has to say what a replica needs before it is copied.
  await primary.start()
  await primary.end('SIGINT')
  cpSync(first, second, { recursive: true })
  rmSync(join(second, 'postmaster.pid'), { force: true })
  writeFileSync(join(second, 'standby.signal'), '')
  const { hostname, port } = new URL(primary.url)
  appendFileSync(
    join(second, 'postgresql.auto.conf'),
    `\nprimary_conninfo = 'host=${hostname} port=${port} user=rapport application_name=second'\n`,
  )
  const replica = new Server(second, await freePort(), programs)
  await primary.start()
  await replica.start()
  await primary.ask("alter system set synchronous_standby_names = 'second'")
  await primary.ask('select pg_reload_conf()')
  return {
    primary,
    replica,
    async end() {
      await Promise.all([primary.end('SIGQUIT'), replica.end('SIGQUIT')])
    },
  }
}
