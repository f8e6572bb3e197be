import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Log, until } from './embedded-lock.ts'

/** What a server's postmaster.pid says. */
export interface Postmaster {
  pid: number
  /** `starting`, `ready`, `stopping`; undefined where the server died before it wrote it. */
  status: string | undefined
}

/** The server that the pid file names, dead or alive; undefined where there is no such file or it says nothing. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() || undefined } : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** An argument that tells this database's server from all others: a copied folder is another folder, a moved one the same. */
export function marker(cluster: string): string {
  const { dev, ino } = statSync(cluster)
  return `rapport.folder=${dev}:${ino}`
}

/** True while a process has this number; a zombie counts as dead. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readProc(pid, 'status'))
}

/** The command line of a process, empty where there is none (any more). */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ')
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Takes the name of a dead server off its pid file. The number in it may belong to another program by now, or to a
 * zombie that nobody reaps, and PostgreSQL would take either for a running server. It ignores its parent's number
 * though, so ours is put there: the rest of the file, by which it finds surviving processes of the dead server, stays.
 */
export function disownPidFile(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  // A disk that was full may have left it empty, which PostgreSQL takes for a server that is just starting.
  if (rest.length > 0) writeFileSync(file, [process.pid, ...rest].join('\n'))
  else rmSync(file, { force: true })
  rmSync(join(cluster, '.s.PGSQL.5432.lock'), { force: true })
}

/**
 * Stops a server: open transactions are rolled back and the rest is written. One that does not obey within
 * `patience` milliseconds is cut off; that loses nothing either, the next start reads its journal again.
 */
export async function stopPostmaster(cluster: string, pid: number, log: Log, patience = 60_000): Promise<void> {
  await end(cluster, pid, log, [
    ['SIGINT', patience],
    ['SIGQUIT', patience / 6],
    ['SIGKILL', 5_000],
  ])
}

/** Ends a server at once, as a loss of power would: the next start reads its journal again. */
export async function cutPostmaster(cluster: string, pid: number, log: Log): Promise<void> {
  await end(cluster, pid, log, [
    ['SIGQUIT', 2_000],
    ['SIGKILL', 3_000],
  ])
}

async function end(cluster: string, pid: number, log: Log, steps: [NodeJS.Signals, number][]): Promise<void> {
  const gone = () => readPostmaster(cluster)?.pid !== pid || !alive(pid)
  for (const [turn, [signal, wait]] of steps.entries()) {
    if (turn > 0) log.warn(`PostgreSQL (process ${pid}) does not stop; it now gets ${signal}.`)
    sendSignal(pid, signal)
    if (await until(gone, wait)) break
  }
  await until(() => !alive(pid), 2_000)
}

/**
 * Ends what is left of a server that has died: a backend in the middle of a long query does not notice it, and as long as it lives no new
 * server starts. Elsewhere than on Linux they end by themselves, after a while.
 */
export function endOrphans(cluster: string): void {
  if (process.platform !== 'linux') return
  const { dev, ino } = statSync(cluster)
  const orphans = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && /^postgres/.test(readProc(Number(name), 'comm')) && worksIn(name, dev, ino))
    .map(Number)
  for (const pid of orphans) sendSignal(pid, 'SIGKILL')
}

function worksIn(pid: string, dev: number, ino: number): boolean {
  try {
    const folder = statSync(`/proc/${pid}/cwd`)
    return folder.dev === dev && folder.ino === ino
  } catch {
    return false
  }
}

/** A signal to a process that may be gone already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
