import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type Account, chooseAccount, serverEnvironment } from './embedded-account.ts'
import { type Binaries, prepareBinaries, type Wishes } from './embedded-binaries.ts'
import { explain, knownCause, prepareCluster, pruneLogs, type Tuning, versionIn, workingFolder, writeSettings } from './embedded-cluster.ts'
import { keep } from './embedded-keeper.ts'
import { CannotStart, type FolderLock, type Log, lockedSentence, lockFolder, until } from './embedded-lock.ts'
import {
  alive,
  commandOf,
  cutPostmaster,
  disownPidFile,
  endOrphans,
  marker,
  readPostmaster,
  stopPostmaster,
} from './embedded-postmaster.ts'
import { socketUrl, withDatabase } from './embedded-socket.ts'
import { askServer } from './reach.ts'

export interface EmbeddedOptions extends Tuning, Pick<Wishes, 'bin' | 'places'> {
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
  /** Resolves when the server ended without being asked to and cannot be started again. */
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

async function startLocked(dataFolder: string, lock: FolderLock, { log, bin, places, ...tuning }: EmbeddedOptions): Promise<Embedded> {
  const cluster = join(dataFolder, 'postgres')
  const account = chooseAccount(cluster, log)
  const binaries = prepareBinaries(dataFolder, account, log, { bin, places, written: versionIn(cluster) })
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
  const again = async () => {
    endOrphans(cluster)
    disownPidFile(cluster)
    return launch(cluster, build, binaries, account, log)
  }
  return { url, adopted: adopted !== undefined, ...keep({ dataFolder, cluster, pid, lock, log, again }) }
}

/** The server of an earlier Rapport, where one runs that is just what would be started now; another one is stopped. */
async function adopt(cluster: string, build: string, url: string, log: Log): Promise<number | undefined> {
  const found = readPostmaster(cluster)
  const command = found && alive(found.pid) ? commandOf(found.pid) : ''
  if (!found || !command.includes(marker(cluster))) {
    if (found) log.warn(`The last PostgreSQL in ${cluster} did not end in order; it recovers now.`)
    endOrphans(cluster)
    disownPidFile(cluster)
    return undefined
  }
  const same = command.includes(build)
  const reason = same ? await whyNotUsable(cluster, found.pid, url, log) : 'it has other settings or another version'
  if (!reason) return found.pid
  log.warn(`Stopping the PostgreSQL (process ${found.pid}) that an earlier Rapport left in ${cluster}: ${reason}.`)
  // One that does not answer will not stop in order either, and may hang for as long as it is given.
  if (same) await cutPostmaster(cluster, found.pid, log)
  else await stopPostmaster(cluster, found.pid, log, adoptionPatience)
  endOrphans(cluster)
  disownPidFile(cluster)
  return undefined
}

const adoptionPatience = 20_000

/** Why the server of an earlier Rapport is of no use, once it is through with its start or its recovery. */
async function whyNotUsable(cluster: string, pid: number, url: string, log: Log): Promise<string | undefined> {
  const patience = performance.now() + 60_000
  for (let turn = 1; ; turn++) {
    const problem = await findProblem(cluster, pid, url)
    if (!problem) return undefined
    if (!problem.passes || performance.now() > patience) return problem.message
    if (turn % 100 === 0) log.info('PostgreSQL is still starting; after a crash it reads its journal again.')
    await sleep(100)
  }
}

async function findProblem(cluster: string, pid: number, url: string): Promise<{ message: string; passes: boolean } | undefined> {
  const status = alive(pid) ? readPostmaster(cluster)?.status : 'gone'
  if (status !== 'starting' && status !== 'ready') return { message: `it is ${status ?? 'not ready'}`, passes: false }
  const error = await askServer(withDatabase(url, 'postgres'), 3_000)
  // Recovering reads the journal again, which takes its time; one that stops or is silent would never be ready.
  const passes = status === 'starting' || (error?.code === '57P03' && !/shutting down/.test(error.message))
  return error && { message: `it does not answer (${error.message})`, passes }
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
