import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Account, chooseAccount, serverEnvironment } from './embedded-account.ts'
import { type Binaries, prepareBinaries } from './embedded-binaries.ts'
import { explain, knownCause, prepareCluster, pruneLogs, type Tuning, workingFolder, writeSettings } from './embedded-cluster.ts'
import { CannotStart, type FolderLock, type Log, lockedSentence, lockFolder, until } from './embedded-lock.ts'
import { alive, commandOf, disownPidFile, marker, readPostmaster, sendSignal, stopPostmaster } from './embedded-postmaster.ts'
import { removeShortcut, socketUrl, touchShortcut, withDatabase } from './embedded-socket.ts'

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
 * Throws CannotStart, whose message is a sentence for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  let dataFolder = resolve(options.dataFolder)
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    dataFolder = realpathSync(dataFolder)
    const lock = lockFolder(dataFolder)
    if (!lock) return await shareRunning(dataFolder, options.share ?? false)
    try {
      return await startLocked(dataFolder, lock, options)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw inWords(error, dataFolder)
  }
}

/** What the file system refuses is the operator's to mend; anything else is our fault and keeps its stack. */
function inWords(error: unknown, dataFolder: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  const cause = /^E[A-Z]+$|^ERR_SQLITE_ERROR$/.test(code) ? knownCause(message) : undefined
  if (error instanceof CannotStart || !cause) return error
  return new CannotStart(`Rapport cannot use its data folder ${dataFolder}: ${cause} (${message})`, { cause: error })
}

async function shareRunning(dataFolder: string, share: boolean): Promise<Embedded> {
  if (!share) throw new CannotStart(lockedSentence(dataFolder))
  const cluster = join(dataFolder, 'postgres')
  const ready = () => readPostmaster(cluster)?.status === 'ready'
  if (!(await until(ready, 30_000, 50))) throw new CannotStart(`${lockedSentence(dataFolder)} Its database is not ready.`)
  return { url: socketUrl(dataFolder, cluster), adopted: false, ended: new Promise(() => {}), stop: async () => {} }
}

async function startLocked(dataFolder: string, lock: FolderLock, { log, ...tuning }: EmbeddedOptions): Promise<Embedded> {
  const cluster = join(dataFolder, 'postgres')
  const account = chooseAccount(cluster, log)
  const binaries = prepareBinaries(dataFolder, account, log)
  prepareCluster(cluster, binaries, account, log, tuning.fast ?? false)
  const build = `rapport.build=${binaries.build}-${writeSettings(cluster, account, tuning)}`
  const url = socketUrl(dataFolder, cluster)

  const adopted = await adopt(cluster, build, url, log)
  const pid = adopted ?? (await launch(cluster, build, binaries, account, log))
  try {
    await makeDatabase(url)
  } catch (error) {
    await stopPostmaster(cluster, pid, log)
    throw new CannotStart(`The database in ${cluster} cannot be used: ${explain(String(error))}`, { cause: error })
  }
  log.info(`PostgreSQL ${binaries.version} ${adopted ? 'was left running by an earlier Rapport and is used on' : 'runs'} (process ${pid}).`)
  return { url, adopted: adopted !== undefined, ...watch(dataFolder, cluster, pid, lock, log) }
}

/** The server of an earlier Rapport, where one runs that is just what would be started now; another one is stopped. */
async function adopt(cluster: string, build: string, url: string, log: Log): Promise<number | undefined> {
  const found = readPostmaster(cluster)
  const command = found && alive(found.pid) ? commandOf(found.pid) : ''
  if (!found || !command.includes(marker(cluster))) {
    if (found) log.warn(`The last PostgreSQL in ${cluster} did not end in order; it recovers now.`)
    disownPidFile(cluster)
    return undefined
  }
  await until(() => readPostmaster(cluster)?.status !== 'starting', 60_000)
  const reason = command.includes(build) ? await whyNotUsable(cluster, url) : 'it has other settings or another version'
  if (!reason) return found.pid
  log.warn(`Stopping the PostgreSQL (process ${found.pid}) that an earlier Rapport left in ${cluster}: ${reason}.`)
  await stopPostmaster(cluster, found.pid, log)
  return undefined
}

async function whyNotUsable(cluster: string, url: string): Promise<string | undefined> {
  const status = readPostmaster(cluster)?.status
  if (status !== 'ready') return `it is ${status ?? 'not ready'}`
  const client = new Client({ connectionString: withDatabase(url, 'postgres'), connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    return `it does not answer (${String(error)})`
  } finally {
    await client.end().catch(() => {})
  }
}

async function launch(cluster: string, build: string, binaries: Binaries, account: Account, log: Log): Promise<number> {
  pruneLogs(cluster)
  const [command = '', ...args] = [...account.prefix, binaries.postgres, '-D', workingFolder(cluster), '-c', marker(cluster), '-c', build]
  // A session of its own: Ctrl-C in the terminal is for Rapport, which then stops the server in its turn.
  const options = { ...account.as, cwd: cluster, env: serverEnvironment, detached: true }
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-10_000)
  })
  let ended = false
  child.on('close', () => {
    ended = true
  })
  child.on('error', (error) => {
    complaint += error.message
    ended = true
  })
  const ready = () => {
    const found = readPostmaster(cluster)
    return found?.pid === child.pid && found?.status === 'ready'
  }
  while (!(await until(() => ended || ready(), 10_000))) {
    log.info('PostgreSQL is still starting; after a crash it reads its journal again.')
  }
  if (ended || child.pid === undefined) {
    throw new CannotStart(`The database in ${cluster} did not start: ${explain(`${lastLog(cluster)}\n${complaint}`)}`)
  }
  child.unref()
  child.stderr.destroy()
  return child.pid
}

/** What the server wrote into its own log while it failed. */
function lastLog(cluster: string): string {
  const newest = readdirSync(join(cluster, 'log')).sort().at(-1)
  return newest ? readFileSync(join(cluster, 'log', newest), 'utf8').slice(-10_000) : ''
}

async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'rapport'")
    if (rowCount === 0) await client.query('create database rapport')
  } finally {
    await client.end()
  }
}

/** Keeps an eye on the server, and ends it with this process. */
function watch(dataFolder: string, cluster: string, pid: number, lock: FolderLock, log: Log): Pick<Embedded, 'ended' | 'stop'> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const onExit = () => sendSignal(pid, 'SIGINT')
  let seconds = 0
  const look = () => {
    if (!alive(pid)) {
      clearInterval(timer)
      log.error(`PostgreSQL (process ${pid}) ended by itself; its log is in ${join(cluster, 'log')}.`)
      end()
    } else if (++seconds % 60 === 0) {
      pruneLogs(cluster)
      touchShortcut(dataFolder)
    }
  }
  const timer = setInterval(look, 1_000).unref()
  process.on('exit', onExit)

  const stop = async () => {
    clearInterval(timer)
    await stopPostmaster(cluster, pid, log)
    process.off('exit', onExit)
    removeShortcut(dataFolder)
    lock.release()
    log.info('PostgreSQL has stopped.')
  }
  let stopped: Promise<void> | undefined
  return {
    ended,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
