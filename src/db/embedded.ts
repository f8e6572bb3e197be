import { type ChildProcess, spawn } from 'node:child_process'
import {
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Account, chooseAccount, serverEnvironment } from './embedded-account.ts'
import { type Binaries, prepareBinaries } from './embedded-binaries.ts'
import { explain, prepareCluster, pruneLogs, type Tuning, workingFolder, writeSettings } from './embedded-cluster.ts'
import { CannotStart, type FolderLock, type Log, lockedSentence, lockFolder, until } from './embedded-lock.ts'
import { alive, commandOf, disownPidFile, marker, readPostmaster, sendSignal, stopPostmaster } from './embedded-postmaster.ts'

export interface EmbeddedOptions extends Tuning {
  /** RAPPORT_DATA; the database lives in `postgres` below it. */
  dataFolder: string
  log: Log
  /** For commands beside a running Rapport: use its server, and leave it running, instead of refusing. */
  share?: boolean
}

export interface Embedded {
  /** For `pg`: `postgres://rapport@localhost/rapport?host=<folder of the socket>`. */
  url: string
  /** True where a server that an earlier, killed Rapport left behind is used on. */
  adopted: boolean
  /** Resolves when the server ended without being asked to. */
  ended: Promise<void>
  /** Stops the server and frees the folder; again is harmless. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought, in the data folder, or takes over the one that a killed Rapport left there.
 * Throws CannotStart, whose message is one sentence for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = resolve(options.dataFolder)
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(dataFolder)
    if (!lock && options.share) return await shareRunning(dataFolder)
    if (!lock) throw new CannotStart(lockedSentence(dataFolder))
    try {
      return await startLocked(realpathSync(dataFolder), lock, options)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw inWords(error, dataFolder)
  }
}

function inWords(error: unknown, dataFolder: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  const ours = error instanceof CannotStart || !(error instanceof Error)
  if (ours || !/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST|ERR_SQLITE_ERROR)$/.test(code ?? '')) return error
  return new CannotStart(`Rapport cannot use its data folder ${dataFolder}: ${message}`, { cause: error })
}

async function startLocked(dataFolder: string, lock: FolderLock, { log, ...tuning }: EmbeddedOptions): Promise<Embedded> {
  const cluster = join(dataFolder, 'postgres')
  const account = chooseAccount(cluster, log)
  const binaries = prepareBinaries(dataFolder, account, log)
  prepareCluster(cluster, binaries, account, log, tuning.fast ?? false)
  const build = `rapport.build=${binaries.build}-${writeSettings(cluster, account, tuning)}`
  const url = urlOf(dataFolder, cluster)

  const adopted = await adopt(cluster, build, url, log)
  const pid = adopted ?? (await launch(cluster, build, binaries, account, log))
  await makeDatabase(url)
  log.info(`PostgreSQL ${binaries.version} ${adopted ? 'was left running by an earlier Rapport and is used on' : 'runs'} (process ${pid}).`)
  return { url, adopted: adopted !== undefined, ...watch(dataFolder, cluster, pid, lock, log) }
}

/** The server of an earlier Rapport, where one runs that is just what would be started now; another one is stopped. */
async function adopt(cluster: string, build: string, url: string, log: Log): Promise<number | undefined> {
  const found = readPostmaster(cluster)
  if (!found) return undefined
  const command = alive(found.pid) ? commandOf(found.pid) : ''
  if (!command.includes(marker(cluster))) {
    log.warn(`The last PostgreSQL in ${cluster} did not end in order; it recovers now.`)
    if (command) disownPidFile(cluster)
    return undefined
  }
  const settled = () => readPostmaster(cluster)?.status !== 'starting'
  await until(settled, 60_000)
  if (command.includes(build) && readPostmaster(cluster)?.status === 'ready' && (await answers(url))) return found.pid
  log.warn(`Stopping the PostgreSQL (process ${found.pid}) that an earlier Rapport left in ${cluster}: it is not the one wanted now.`)
  await stopPostmaster(cluster, found.pid, log)
  return undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url.replace('/rapport?', '/postgres?'), connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function launch(cluster: string, build: string, binaries: Binaries, account: Account, log: Log): Promise<number> {
  pruneLogs(cluster)
  const args = ['-D', workingFolder(cluster), '-c', marker(cluster), '-c', build]
  const [command = '', ...rest] = [...account.prefix, binaries.postgres, ...args]
  // A session of its own: Ctrl-C in the terminal is for Rapport, which then stops the server in its turn.
  const child = spawn(command, rest, {
    ...account.as,
    cwd: cluster,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-10_000)
  })
  let failed = false
  child.on('error', (error) => {
    failed = true
    complaint += error.message
  })
  const ready = () => {
    const found = readPostmaster(cluster)
    return found?.pid === child.pid && found?.status === 'ready'
  }
  const over = () => failed || child.exitCode !== null || child.signalCode !== null
  while (!(await until(() => over() || ready(), 10_000)))
    log.info('PostgreSQL is still starting; after a crash it reads its log of changes again.')
  if (over() || child.pid === undefined) {
    await closed(child)
    throw new CannotStart(
      `The database in ${cluster} did not start: ${explain(complaint.includes('FATAL') ? complaint : complaint + lastLog(cluster))}`,
    )
  }
  child.unref()
  child.stderr?.destroy()
  return child.pid
}

async function closed(child: ChildProcess): Promise<void> {
  await until(() => child.stderr?.readableEnded ?? true, 1_000)
}

/** What the server wrote into its own log while it failed. */
function lastLog(cluster: string): string {
  const newest = readdirSync(join(cluster, 'log')).sort().at(-1)
  return newest ? readFileSync(join(cluster, 'log', newest), 'utf8').slice(-10_000) : ''
}

async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url.replace('/rapport?', '/postgres?') })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'rapport'")
    if (rowCount === 0) await client.query('create database rapport')
  } finally {
    await client.end()
  }
}

/** Keeps an eye on the server, and ends it with this process. */
function watch(dataFolder: string, cluster: string, pid: number, lock: FolderLock, log: Log) {
  let stopping: Promise<void> | undefined
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const onExit = () => sendSignal(pid, 'SIGINT')
  let seconds = 0
  const timer = setInterval(() => {
    if (!alive(pid)) {
      clearInterval(timer)
      log.error(`PostgreSQL (process ${pid}) ended by itself; its log is in ${join(cluster, 'log')}.`)
      end()
    } else if (++seconds % 60 === 0) {
      pruneLogs(cluster)
      touchShortcut(dataFolder)
    }
  }, 1_000).unref()
  process.on('exit', onExit)
  const stop = async () => {
    clearInterval(timer)
    await stopPostmaster(cluster, pid, log)
    process.off('exit', onExit)
    lock.release()
    log.info('PostgreSQL has stopped.')
  }
  return { ended, stop: () => (stopping ??= stop()) }
}

async function shareRunning(dataFolder: string): Promise<Embedded> {
  const cluster = join(realpathSync(dataFolder), 'postgres')
  const ready = () => readPostmaster(cluster)?.status === 'ready'
  if (!(await until(ready, 30_000, 50))) throw new CannotStart(`${lockedSentence(dataFolder)} Its database is not ready.`)
  return { url: urlOf(realpathSync(dataFolder), cluster), adopted: false, ended: new Promise(() => {}), stop: async () => {} }
}

function urlOf(dataFolder: string, cluster: string): string {
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocketPath
  return `postgres://rapport@localhost/rapport?host=${encodeURIComponent(fits ? cluster : shortcut(dataFolder, cluster))}`
}

/** Linux takes 107 bytes, macOS 103. */
const longestSocketPath = 103

/** A short way to a database folder with a long name: a link in a private temporary folder, which `shortcut` in the data folder remembers. */
function shortcut(dataFolder: string, cluster: string): string {
  const memory = join(dataFolder, 'shortcut')
  const folder = readLink(memory)
  if (folder && isPrivate(folder) && readLink(join(folder, 'db')) === cluster) return join(folder, 'db')
  rmSync(memory, { force: true })
  const made = mkdtempSync(join(tmpdir(), 'rapport-'))
  symlinkSync(cluster, join(made, 'db'))
  symlinkSync(made, memory)
  return join(made, 'db')
}

function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Those who clean temporary folders go by age. */
function touchShortcut(dataFolder: string): void {
  const folder = readLink(join(dataFolder, 'shortcut'))
  if (!folder || !statSync(folder, { throwIfNoEntry: false })) return
  lutimesSync(join(folder, 'db'), new Date(), new Date())
}
