import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { type Account, giveAway, runAs } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { CannotStart, type Log } from './embedded-lock.ts'

/** What may differ from one server to another. */
export interface Tuning {
  /** PostgreSQL's own notation; default a sixteenth of the memory, between 32 and 256 MB. */
  sharedBuffers?: string
  /** How many connections it takes; default 60. */
  connections?: number
  /** For a start that reads an archive of the log, and for that one alone. */
  recovery?: Record<string, string>
  /** For the databases of tests ONLY: quick, and gone with the next loss of power. */
  fast?: boolean
}

/** Makes the database folder where there is none, or says why the one that is there cannot be used. */
export function prepareCluster(cluster: string, binaries: Binaries, account: Account, log: Log, fast: boolean): void {
  const written = versionIn(cluster)
  const ours = binaries.version.split('.')[0]
  if (written === undefined) createCluster(cluster, binaries, account, log, fast)
  else if (written !== ours) {
    throw new CannotStart(
      `The database in ${cluster} was written by PostgreSQL ${written}, and PostgreSQL ${ours}, which is to run it, cannot read it. Install PostgreSQL ${written} beside it and Rapport finds it (or name its folder in RAPPORT_POSTGRES_BIN); to change over, take a backup (rapport backup) and restore it into an empty data folder.`,
    )
  }
}

/** The major version that wrote the database of a folder; undefined where there is none yet. */
export function versionIn(cluster: string): string | undefined {
  if (!existsSync(cluster)) return undefined
  const file = join(cluster, 'PG_VERSION')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (readdirSync(cluster).length === 0) return undefined
  throw new CannotStart(`${cluster} is not a PostgreSQL database (it has no PG_VERSION) and not empty; move it away first.`)
}

/** Made beside its place and renamed when complete, so that a start that is cut off leaves nothing half done. */
function createCluster(cluster: string, binaries: Binaries, account: Account, log: Log, fast: boolean): void {
  const began = performance.now()
  const unfinished = `${cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  chownSync(unfinished, account.uid, account.gid)
  const args = ['--username=rapport', '--auth=trust', '--encoding=UTF8', '--data-checksums', '--no-instructions']
  // Collation by code point is the same on every machine and for ever; no update of a system library breaks an index.
  // The character classes of the full text parser still come from the C library: in "C" a „quote“ would be letters.
  // Older ones have no collation of their own; that of the C library by code point is as constant.
  if (Number(binaries.version.split('.')[0]) < 17) args.push('--locale-provider=libc')
  else args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  args.push('--lc-collate=C', `--lc-ctype=${unicodeClasses}`)
  if (fast) args.push('--no-sync')
  const ran = runAs(account, binaries.initdb, ['-D', workingFolder(unfinished), ...args], unfinished)
  if (ran.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new CannotStart(`The database could not be made in ${cluster}: ${explain(ran.error?.message ?? ran.stderr)}`)
  }
  const memory = readFileSync(join(unfinished, 'postgresql.conf'), 'utf8').match(/^dynamic_shared_memory_type = \w+/m)?.[0] ?? ''
  writeFileSync(join(unfinished, 'postgresql.conf'), `${memory}\n${operatorsFile}`)
  writeFileSync(
    join(unfinished, 'pg_hba.conf'),
    '# The socket lies in this folder, which only its owner can enter; there is no other way in.\nlocal all all trust\n',
  )
  mkdirSync(join(unfinished, 'log'), { mode: 0o700 })
  giveAway(unfinished, account)
  rmSync(cluster, { recursive: true, force: true })
  renameSync(unfinished, cluster)
  log.info(`Made a new PostgreSQL ${binaries.version} database in ${cluster} (${Math.round(performance.now() - began)} ms).`)
}

const unicodeClasses = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

const operatorsFile = `include 'rapport.conf'

# Rapport writes rapport.conf anew at each start and this file never again.
# Your own settings stand below and win.
`

/** The folder as PostgreSQL is told it: through /proc no folder above it needs to be open to the account. */
export const workingFolder = (cluster: string): string => (process.platform === 'linux' ? '/proc/self/cwd' : cluster)

/** Writes the settings and returns their fingerprint: a server that runs with others is not adopted. */
export function writeSettings(cluster: string, account: Account, tuning: Tuning): string {
  const text = Object.entries(settings(tuning)).map(([name, value]) => `${name} = '${value}'\n`)
  const file = join(cluster, 'rapport.conf')
  writeFileSync(file, text.join(''))
  chmodSync(file, 0o600)
  chownSync(file, account.uid, account.gid)
  return createHash('sha256').update(text.join('')).digest('hex').slice(0, 12)
}

/** What fills with pages and is never given back: on a small machine it would take the program's part. */
function buffersOf(limit: number): string {
  const megabytes = Math.floor((limit > 0 ? Math.min(limit, totalmem()) : totalmem()) / 16 / 1024 / 1024)
  return `${Math.min(256, Math.max(32, megabytes))}MB`
}

/** What is written between two checkpoints lies on the disk twice: a thirty-second part of the memory, for a small machine has a small disk. */
function logOf(limit: number): string {
  const megabytes = Math.floor((limit > 0 ? Math.min(limit, totalmem()) : totalmem()) / 32 / 1024 / 1024)
  return `${Math.min(1_024, Math.max(192, megabytes))}MB`
}

const settings = ({
  sharedBuffers = buffersOf(process.constrainedMemory()),
  connections = 60,
  recovery = {},
  fast = false,
}: Tuning): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  max_connections: String(fast ? 100 : connections),
  // Taking in a whole site holds a lock on each table and index at once; two of them must not starve everybody else.
  max_locks_per_transaction: '512',
  shared_buffers: sharedBuffers,
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  // Compiling pays in queries of seconds; ours take milliseconds.
  jit: 'off',
  max_parallel_workers: '2',
  fsync: fast ? 'off' : 'on',
  full_page_writes: fast ? 'off' : 'on',
  synchronous_commit: fast ? 'off' : 'on',
  // A tenth of what a small statement costs.
  update_process_title: fast ? 'off' : 'on',
  wal_level: fast ? 'minimal' : 'replica',
  max_wal_senders: fast ? '0' : '4',
  wal_compression: fast ? 'off' : 'on',
  // Plans are made while tables are empty, and nothing counts their rows later: by an index they stay right.
  ...(fast ? { enable_seqscan: 'off' } : {}),
  min_wal_size: '80MB',
  max_wal_size: logOf(process.constrainedMemory()),
  // What was written since the last one is read and flushed again after a crash, while everybody waits.
  checkpoint_timeout: '5min',
  // File by file, as is the default, the flush before that takes longer than all the rest: thousands of files, though nearly all are clean.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  // A database of a test is gone before it would pay.
  autovacuum: fast ? 'off' : 'on',
  autovacuum_max_workers: '2',
  autovacuum_vacuum_scale_factor: '0.1',
  autovacuum_analyze_scale_factor: '0.05',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%Y-%m-%dT%H%M%S.log',
  log_rotation_size: '10MB',
  log_rotation_age: '1d',
  log_line_prefix: '%m [%p] %q%a ',
  log_min_duration_statement: '1s',
  // Values and details of rows are people's mail; they do not belong into a log.
  log_parameter_max_length: '0',
  log_error_verbosity: 'terse',
  // An archive that is away for long begins anew with a copy of the whole, rather than fill the disk.
  max_slot_wal_keep_size: '2GB',
  ...recovery,
})

/** Bounds the server's log: the newest ten files of at most 10 MB stay. */
export function pruneLogs(cluster: string): void {
  const folder = join(cluster, 'log')
  const files = readdirSync(folder)
    .filter((name) => name.startsWith('postgresql-'))
    .sort()
  for (const name of files.slice(0, -10)) rmSync(join(folder, name), { force: true })
}

/** What the server or initdb complained of, in words for the operator where the cause is a known one. */
export function explain(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.find(knownCause) ?? lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'nothing'
  const cause = knownCause(telling)
  return `${cause ? `${cause} (` : ''}PostgreSQL says: ${telling.replace(/^.*?\b([A-Z]{3,}|error):\s*/, '')}${cause ? ')' : ''}`
}

/** The cause behind a message of PostgreSQL, SQLite or the operating system, where it is one that the operator can mend. */
export const knownCause = (message: string): string | undefined => causes.find(([pattern]) => pattern.test(message))?.[1]

const fullDisk = 'the disk is full.'
const fullQuota = 'the disk quota is used up.'

/** Is there no room, by what `explain` has said? Then it starts again once there is. */
export const saysFull = (explained: string): boolean => explained.includes(fullDisk) || explained.includes(fullQuota)

const causes: [RegExp, string][] = [
  [/No space left on device|ENOSPC|wrote only \d+ of \d+ bytes|database or disk is full/, `${fullDisk} Free some space and start again.`],
  [/Disk quota exceeded|EDQUOT/, `${fullQuota} Free some space and start again.`],
  [/Read-only file system|EROFS/, 'the file system is read-only.'],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted|unable to open database file|readonly database/,
    'the account that runs it may not write there. Give it the folder, or choose another one with RAPPORT_DATA.',
  ],
  [/ENOTDIR|EEXIST/, 'there is a file where the folder should be.'],
  [/ENOENT: no such file or directory, mkdir/, 'no folder can be made there. Choose another one with RAPPORT_DATA.'],
  [
    /Cannot allocate memory|could not map anonymous shared memory/,
    'there is too little memory for shared_buffers. Set less, or give the machine more.',
  ],
  [
    /shared memory block \([^)]{1,80}\) is still in use/,
    'processes of an earlier PostgreSQL still use this database. Wait until they end, or stop them.',
  ],
  [/could not look up effective user ID/, 'the account has no name. Add it to /etc/passwd, or start Rapport as another one.'],
  [/could not create any Unix-domain sockets|Is another postmaster/, 'its socket is in use by another server.'],
  [/invalid value for parameter|unrecognized configuration parameter|syntax error in file/, 'a setting in postgresql.conf is wrong.'],
]
