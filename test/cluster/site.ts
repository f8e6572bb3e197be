import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { addressOf, type Machine, Network, ownAddress, signal } from './machines.ts'

const root = resolve(import.meta.dirname, '../..')
const passwords = { SUPERUSER: 'super', REPLICATION: 'replicate', REWIND: 'rewind', RAPPORT: 'rapport' }
export const gate = addressOf(20)
const [db1, db2] = [addressOf(11), addressOf(12)]

interface Member {
  name: string
  role: string
  state: string
}

/** Asks until there is an answer that will do, so often at most. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, tries = 1_200): Promise<T> {
  let last: unknown
  for (let left = tries; left > 0; left--) {
    const answer = await ask().catch((error: unknown) => {
      last = error
      return undefined
    })
    if (answer) return answer
    await sleep(100)
  }
  throw new Error(`${what} did not come`, { cause: last })
}

/** One Rapport on a machine, started again when it was killed, as systemd does. */
class Service {
  readonly machine: Machine
  readonly #env: Record<string, string>
  readonly #roles: string
  #child: ChildProcess

  constructor(machine: Machine, roles: string, env: Record<string, string>) {
    this.machine = machine
    this.#roles = roles
    this.#env = env
    this.#child = this.#start()
  }

  #start(): ChildProcess {
    return this.machine.run('rapport', [join(root, 'bin/rapport'), 'serve', '--roles', this.#roles], { env: this.#env })
  }

  get pid(): number {
    return Number(this.#child.pid)
  }

  /** Kills it, and starts it again. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
    this.#child = this.#start()
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await gone
  }
}

/** A site on nine machines, as docs/operators/several-machines.md has it. */
export class Site {
  readonly services: Record<string, Service> = {}
  readonly #folder: string
  readonly #network: Network
  readonly #databases: Record<string, Machine> = {}
  readonly #relay: string

  constructor(folder: string, relay: string) {
    this.#folder = folder
    this.#relay = relay
    this.#network = new Network()
  }

  static readonly url = `postgres://rapport:${passwords.RAPPORT}@${db1}:5432,${db2}:5432/rapport?target_session_attrs=read-write`

  /** A file of contrib/cluster with the addresses and folders of here. */
  #configure(name: string, to: string, changes: [string, string][] = []): string {
    let text = readFileSync(join(root, 'contrib/cluster', name), 'utf8').replaceAll('10.0.0.', '10.99.0.')
    for (const [who, password] of Object.entries(passwords)) text = text.replaceAll(`${who}-PASSWORD`, password)
    for (const [from, into] of changes) {
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
      text = text.replaceAll(from, into)
    }
    const path = join(this.#folder, to)
    writeFileSync(path, text)
    return path
  }

  async start(): Promise<void> {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
    const folder = this.#folder
    chmodSync(folder, 0o755)
    const own = (name: string): string => {
      mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
      chownSync(join(folder, name), uid ?? 0, gid ?? 0)
      return join(folder, name)
    }
    const etcd = this.#network.add('etcd', 10, own('etcd'))
    const at = (port: number) => `http://${etcd.address}:${port}`
    etcd.run('etcd', [
      ...['etcd', '--data-dir', join(folder, 'etcd/data'), '--listen-client-urls', at(2379), '--advertise-client-urls', at(2379)],
      ...['--listen-peer-urls', at(2380), '--initial-advertise-peer-urls', at(2380), '--initial-cluster', `default=${at(2380)}`],
      '--unsafe-no-fsync',
    ])
    for (const [name, number] of [
      ['db1', 11],
      ['db2', 12],
    ] as const) {
      const home = own(name)
      this.#databases[name] = this.#network.add(name, number, home)
      this.#configure('patroni.yml', `${name}.yml`, [
        ['name: db1', `name: ${name}`],
        [db1, addressOf(number)],
        ['/var/lib/postgresql/17/rapport', join(home, 'data')],
        ['/var/lib/postgresql/pgpass-rapport', join(home, 'pgpass')],
        ['/var/run/postgresql', home],
      ])
      this.startDatabase(name)
    }
    await until('a healthy database', () => this.healthy())
    await this.#makeDatabase()
    const door = this.#network.add('gate', 20, own('gate'))
    door.run('haproxy', ['haproxy', '-db', '-f', this.#configure('haproxy.cfg', 'haproxy.cfg')])
    await this.#startServices(own)
  }

  startDatabase(name: string): void {
    this.#databases[name]?.run('patroni', ['patroni', join(this.#folder, `${name}.yml`)], { as: 'postgres', env: { LC_ALL: 'C.UTF-8' } })
  }

  async #makeDatabase(): Promise<void> {
    await this.askPrimary(`create role rapport login password '${passwords.RAPPORT}'`, 'postgres')
    await this.askPrimary('create database rapport owner rapport', 'postgres')
  }

  async #startServices(own: (name: string) => string): Promise<void> {
    writeFileSync(join(this.#folder, 'dns.json'), '{}')
    const common = {
      RAPPORT_DATABASE_URL: Site.url,
      RAPPORT_SECRET: 'a secret for tests, long enough',
      RAPPORT_BASE_URL: `http://${gate}:8080`,
      RAPPORT_TRUST_PROXY: gate,
      RAPPORT_RELAY: this.#relay,
      RAPPORT_DNS: `file:${join(this.#folder, 'dns.json')}`,
      RAPPORT_LOG: 'warn',
      RAPPORT_LOG_FORMAT: 'text',
    }
    const replicas = `postgres://rapport:${passwords.RAPPORT}@${db1}:5432/rapport postgres://rapport:${passwords.RAPPORT}@${db2}:5432/rapport`
    for (const [name, number, role] of [
      ['web1', 31, 'web'],
      ['web2', 32, 'web'],
      ['smtp1', 41, 'smtp'],
      ['smtp2', 42, 'smtp'],
      ['work1', 51, 'worker'],
      ['work2', 52, 'worker'],
    ] as const) {
      const machine = this.#network.add(name, number, own(name))
      const env: Record<string, string> = {
        ...common,
        RAPPORT_DATA: join(this.#folder, name),
        RAPPORT_HTTP: `${machine.address}:8080`,
        RAPPORT_SMTP: `${machine.address}:2525`,
        RAPPORT_HEALTH: `${machine.address}:9090`,
        ...(role === 'web' ? { RAPPORT_DATABASE_REPLICA_URLS: replicas } : {}),
      }
      if (name === 'web1') {
        this.#startBouncer(machine)
        env.RAPPORT_DATABASE_URL = `postgres://rapport:${passwords.RAPPORT}@${machine.address}:6432/rapport`
        env.RAPPORT_DATABASE_DIRECT_URL = Site.url
      }
      this.services[name] = new Service(machine, role, env)
    }
    for (const service of Object.values(this.services)) await this.ready(service.machine)
  }

  #startBouncer(machine: Machine): void {
    const users = join(this.#folder, 'userlist.txt')
    writeFileSync(users, `"rapport" "${passwords.RAPPORT}"\n`)
    const path = this.#configure('pgbouncer.ini', 'pgbouncer.ini', [['/etc/pgbouncer/userlist.txt', users]])
    machine.run('pgbouncer', ['pgbouncer', path], { as: 'postgres' })
  }

  /** Resolves when the Rapport of a machine says that it can do its work. */
  ready(machine: Machine): Promise<boolean> {
    return until(`a ready ${machine.name}`, async () => (await fetch(`http://${machine.address}:9090/readyz`, within(2_000))).ok)
  }

  async members(): Promise<Member[]> {
    for (const address of [db1, db2]) {
      const answer = await fetch(`http://${address}:8008/cluster`, within(1_000)).catch(() => undefined)
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members
    }
    return []
  }

  /** Is there a primary, and a replica that confirms its commits? */
  async healthy(): Promise<boolean> {
    const members = await this.members()
    const has = (role: string, state: string) => members.some((one) => one.role === role && one.state === state)
    return has('leader', 'running') && has('sync_standby', 'streaming')
  }

  async primary(): Promise<{ name: string; machine: Machine }> {
    const leader = (await this.members()).find(({ role }) => role === 'leader')
    const machine = this.#databases[leader?.name ?? '']
    if (!leader || !machine) throw new Error('there is no primary')
    return { name: leader.name, machine }
  }

  /** Kills PostgreSQL on a machine; its Patroni lives. */
  async killPostgres({ name }: { name: string }): Promise<void> {
    const file = join(this.#folder, name, 'data/postmaster.pid')
    if (existsSync(file)) signal(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL')
  }

  /** Ends Patroni as the machine does that is shut down: it hands over first. */
  async shutDown({ machine }: { machine: Machine }): Promise<void> {
    for (const pid of machine.pids) if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bin/patroni')) signal(pid, 'SIGTERM')
    await until('an ended Patroni', async () => machine.pids.length === 0)
  }

  async askPrimary(query: string, database = 'rapport'): Promise<Record<string, unknown>[]> {
    const { machine } = await this.primary()
    const client = new Client({
      ...{ host: machine.address, user: 'postgres', password: passwords.SUPERUSER, database, connectionTimeoutMillis: 3_000 },
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query<Record<string, unknown>>(query)).rows
    } finally {
      void client.end().catch(() => {})
    }
  }

  async end(): Promise<void> {
    await Promise.all(Object.values(this.services).map((service) => service.stop()))
    await this.#network.end()
  }
}

export const within = (milliseconds: number) => ({ signal: AbortSignal.timeout(milliseconds) })
export const relayAddress = ownAddress
