import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import net from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')

/** Compiles src/ where dist/ is older than it. `npm test` has done so before the first test. */
export function ensureBuilt(): void {
  const built = join(root, 'dist/edges/cli/main.js')
  const at = existsSync(built) ? statSync(built).mtimeMs : 0
  const newest = Math.max(...globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
  if (newest > at) execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  return port
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
    const deadline = Date.now() + 60_000
    while (port !== undefined && !(await reachable(port))) {
      if (rapport.#ended) throw new Error(`rapport serve ended with ${rapport.#child.exitCode}:\n${rapport.#errors}`)
      if (Date.now() > deadline) throw new Error(`rapport serve takes no mail:\n${rapport.#errors}`)
      await sleep(20)
    }
    return rapport
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

  /** Kills the database alone. Rapport must end by itself, for somebody to start it again. */
  async killDatabase(): Promise<void> {
    const [pid] = readFileSync(join(String(this.#env.RAPPORT_DATA), 'postgres/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), 20_000)
    await this.#exit()
    clearTimeout(patience)
    if (this.#child.signalCode === 'SIGKILL') throw new Error('rapport went on without a database')
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#exit()
  }

  async #exit(): Promise<void> {
    if (!this.#ended) await once(this.#child, 'exit')
  }
}
