import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'

const network = '10.99.0'
const bridge = 'rapport-br'

/** The address by which a machine is reached, as contrib/cluster has it with 10.0.0. */
export const addressOf = (number: number): string => `${network}.${number}`
/** Of the machine on which the test runs. */
export const ownAddress = addressOf(1)

const programs = ['/usr/bin/patroni', '/usr/bin/etcd', '/usr/sbin/pgbouncer', '/usr/sbin/haproxy', '/usr/lib/postgresql/17/bin/postgres']

/** Why there can be no cluster here; undefined where there can. */
export function whyNotHere(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'machines are network namespaces, which only root can make on Linux'
  const missing = programs.filter((program) => !existsSync(program))
  if (missing.length > 0)
    return `${missing.join(', ')} missing: apt-get install postgresql-17 patroni python3-etcd etcd-server pgbouncer haproxy iproute2`
  try {
    execFileSync('unshare', ['--net', 'true'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'network namespaces are not available here'
  }
}

const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8' })

/** A network of machines, each a network namespace of this one. */
export class Network {
  readonly #machines: Machine[] = []

  constructor() {
    ip('link', 'add', bridge, 'type', 'bridge')
    ip('addr', 'add', `${ownAddress}/24`, 'dev', bridge)
    ip('link', 'set', bridge, 'up')
  }

  add(name: string, number: number, folder: string): Machine {
    const machine = new Machine(name, number, folder)
    this.#machines.push(machine)
    return machine
  }

  async end(): Promise<void> {
    for (const machine of this.#machines.toReversed()) await machine.remove()
    ip('link', 'del', bridge)
  }
}

export class Machine {
  readonly name: string
  readonly address: string
  readonly #space: string
  readonly #line: string
  readonly #folder: string
  readonly #children = new Set<ChildProcess>()

  constructor(name: string, number: number, folder: string) {
    this.name = name
    this.address = addressOf(number)
    this.#space = `rapport-${name}`
    this.#line = `rap-${name}`
    this.#folder = folder
    ip('netns', 'add', this.#space)
    ip('link', 'add', this.#line, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', this.#space)
    ip('link', 'set', this.#line, 'master', bridge, 'up')
    ip('-n', this.#space, 'addr', 'add', `${this.address}/24`, 'dev', 'eth0')
    for (const device of ['lo', 'eth0']) ip('-n', this.#space, 'link', 'set', device, 'up')
  }

  /** Starts a program there; what it says stands in a file with its name. */
  run(what: string, command: string[], { env = {}, as }: { env?: Record<string, string>; as?: string } = {}): ChildProcess {
    const account = as === undefined ? [] : ['setpriv', `--reuid=${as}`, `--regid=${as}`, '--init-groups', '--']
    const child = spawn('ip', ['netns', 'exec', this.#space, ...account, ...command], {
      env: { PATH: process.env.PATH, HOME: this.#folder, ...env },
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const log = createWriteStream(join(this.#folder, `${this.name}-${what}.log`), { flags: 'a' })
    for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false })
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    return child
  }

  get pids(): number[] {
    return ip('netns', 'pids', this.#space).split('\n').filter(Boolean).map(Number)
  }

  /** Ends all that runs there, as a power cut does. */
  async kill(): Promise<void> {
    const exits = [...this.#children].map((child) => once(child, 'exit'))
    for (const pid of this.pids) signal(pid, 'SIGKILL')
    await Promise.all(exits)
  }

  /** Stops everything there, or lets it go on. */
  freeze(frozen: boolean): void {
    for (const pid of this.pids) signal(pid, frozen ? 'SIGSTOP' : 'SIGCONT')
  }

  /** Pulls its line, or plugs it in. */
  cutOff(cut: boolean): void {
    ip('link', 'set', this.#line, cut ? 'down' : 'up')
  }

  async remove(): Promise<void> {
    this.freeze(false)
    await this.kill()
    ip('netns', 'del', this.#space)
  }
}

/** It may have ended just now. */
export function signal(pid: number, which: NodeJS.Signals): void {
  try {
    process.kill(pid, which)
  } catch {
    // Gone already.
  }
}
