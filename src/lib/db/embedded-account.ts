import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { CannotStart, type Log } from './embedded-lock.ts'

/** The account under which PostgreSQL runs: who owns its files, and how a program is started as it. */
export interface Account {
  uid: number
  gid: number
  /** What stands before the program, for example `unshare …`. */
  prefix: string[]
  /** Set where the process changes its account when it is started. */
  as: { uid?: number; gid?: number }
}

/**
 * Chooses the account. PostgreSQL refuses uid 0, so root starts it in a user namespace in which root's own files
 * belong to an ordinary number; where namespaces are off, as an unprivileged account. A database that exists keeps
 * the owner it has.
 */
export function chooseAccount(cluster: string, log: Log): Account {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  if (uid === undefined || gid === undefined) {
    throw new CannotStart('The embedded PostgreSQL needs Linux or macOS; set RAPPORT_DATABASE_URL to a PostgreSQL server instead.')
  }
  const owner = ownerOf(cluster)
  if (uid !== 0) {
    if (owner && owner.uid !== uid) throw new CannotStart(foreignSentence(cluster, owner.uid, uid))
    return { uid, gid, prefix: hasName() ? [] : (namespacePrefix() ?? []), as: {} }
  }
  if (owner && owner.uid !== 0) return { ...owner, prefix: [], as: owner }
  const prefix = namespacePrefix()
  if (prefix) return { uid, gid, prefix, as: {} }
  const account = unprivilegedAccount()
  log.warn(`User namespaces are not available here: PostgreSQL runs as the account ${account.name}, which then owns its files.`)
  if (owner) giveAway(cluster, account)
  return { uid: account.uid, gid: account.gid, prefix: [], as: { uid: account.uid, gid: account.gid } }
}

/** Runs a short program as the account and waits for its end. */
export function runAs(account: Account, program: string, args: string[], cwd = '/'): SpawnSyncReturns<string> {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  return spawnSync(command, rest, { ...account.as, cwd, encoding: 'utf8', env: serverEnvironment })
}

/** Nothing of ours reaches the server: no secrets, and no PG… variable that changes what it does. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

function foreignSentence(cluster: string, owner: number, uid: number): string {
  return `The database in ${cluster} belongs to the account ${nameOf(owner)}, but Rapport runs as ${nameOf(uid)}. Start it as ${nameOf(owner)}, or hand the folder over: chown -R ${nameOf(uid)} ${cluster}`
}

/** initdb looks its account up by name; a container may run us under a number that has none. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function namespacePrefix(): string[] | undefined {
  const inside = accounts().find(({ name }) => name === 'nobody') ?? accounts().find(({ uid }) => uid !== 0)
  if (process.platform !== 'linux' || !inside) return undefined
  const prefix = ['unshare', '--user', `--map-user=${inside.uid}`, '--']
  return runAs({ uid: 0, gid: 0, prefix, as: {} }, 'true', []).status === 0 ? prefix : undefined
}

function unprivilegedAccount() {
  const account = ['postgres', 'nobody'].map((wanted) => accounts().find(({ name }) => name === wanted)).find(Boolean)
  if (account) return account
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and there is neither a user namespace nor an account "postgres" or "nobody". Start Rapport as an ordinary user.',
  )
}

function accounts(): { name: string; uid: number; gid: number }[] {
  return (existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

const nameOf = (uid: number): string => accounts().find((account) => account.uid === uid)?.name ?? String(uid)

/** Makes the account the owner of a folder and all below it. */
export function giveAway(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveAway(path, { uid, gid })
    else if (entry.isFile()) chownSync(path, uid, gid)
  }
}
