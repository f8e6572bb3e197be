import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Logger } from 'pino'
import { type BackupHead, type BackupManifest, plainText } from './backup.ts'
import { addJobs, hasTable, listTables, quoted, setCounter, suspendChecks } from './backup-catalogue.ts'
import { BackupError, type Entry, readJson, readSections, type Section, sealed } from './backup-file.ts'
import { checkFiles, type FileBeside, filesBeside, loadFiles, readNames } from './backup-files.ts'
import { longClient } from './client.ts'
import { connect } from './connect.ts'
import { asKnown, migrate, readMigrations } from './migrate.ts'
import { prepareQueue } from './queue.ts'

/** What a backup says of itself, and that all of it holds. */
export interface CheckedBackup {
  head: BackupHead
  manifest: BackupManifest
  /** How many contents of files lie beside it; undefined where they are inside. */
  files?: number | undefined
}

/**
 * Reads a backup from end to end and compares every count and hash; changes nothing.
 * @param secret the RAPPORT_SECRET of the environment; the one in the backup when undefined
 * @param folder of the contents beside it
 * @throws BackupError when the file is damaged, was edited, or was made with another secret
 */
export async function checkBackup(path: string, secret?: string, folder = filesBeside(path)): Promise<CheckedBackup> {
  const { seen, head, manifest, given, files } = await readWhole(path)
  if (!head || !manifest || given === undefined) throw new BackupError(`${path} is damaged: it ends too early.`)
  const { entries } = manifest.value
  if (!Array.isArray(entries)) throw new BackupError(`${path} is damaged: its list of entries cannot be read.`)
  const wrong = seen.find((entry, i) => !sameEntry(entry, entries[i]))
  if (wrong || seen.length !== entries.length)
    throw new BackupError(`${path} was damaged or edited: ${wrong?.name ?? 'its list of entries'} is not what was written.`)
  checkSeal(path, { head, bytes: manifest.bytes, given }, secret)
  if (files) await checkFiles(folder, files)
  return { head, manifest: manifest.value, files: files?.length }
}

interface Whole {
  /** What stands before the manifest. */
  seen: Entry[]
  head?: BackupHead
  manifest?: { value: BackupManifest; bytes: Buffer }
  given?: string
  files?: FileBeside[]
}

async function readWhole(path: string): Promise<Whole> {
  const whole: Whole = { seen: [] }
  for await (const section of readSections(path)) {
    if (section.name === 'manifest') whole.manifest = await readJson<BackupManifest>(section, path)
    else if (section.name === 'seal') whole.given = (await readJson<string>(section, path)).value
    else {
      await readInto(whole, section, path)
      whole.seen.push(section.seen())
    }
  }
  return whole
}

async function readInto(whole: Whole, section: Section, path: string): Promise<void> {
  if (section.name === 'head') whole.head = (await readJson<BackupHead>(section, path)).value
  else if (section.name === 'files') whole.files = await readNames(section.data())
  else for await (const _ of section.data());
}

function checkSeal(path: string, { head, bytes, given }: { head: BackupHead; bytes: Buffer; given: string }, secret?: string): void {
  const key = secret ?? head.secret
  if (key === null || key === undefined)
    throw new BackupError(`${path} does not hold the secret it was made with: set RAPPORT_SECRET to that one and try again.`)
  if (sealed(key, bytes, given)) return
  throw new BackupError(
    secret === undefined
      ? `${path} was edited: its seal does not fit.`
      : `${path} was made with another RAPPORT_SECRET, or was edited. Signing keys and the links in mails already sent need that secret: set it and try again.`,
  )
}

const sameEntry = (a: Entry, b: Entry | undefined): boolean =>
  a.name === b?.name && a.rows === b.rows && a.bytes === b.bytes && a.sha256 === b.sha256

export interface RestoreOptions {
  log: Logger
  /** The folder of the contents beside the backup. */
  files?: string
  progress?: (entry: Entry) => void
  /** Called when all is loaded and before it is committed: what must happen with it, or not at all. */
  beforeCommit?: () => Promise<void>
}

/**
 * Fills an empty database from a checked backup: brings it to the backup's step, loads every row in one transaction that compares
 * counts and hashes again, and migrates on to this program's step. When it fails, the database is as empty as before.
 * @throws BackupError when the database is not empty, or the backup is newer than this program
 */
export async function restoreBackup(url: string, path: string, checked: CheckedBackup, options: RestoreOptions): Promise<void> {
  await checkSteps(path, checked.head)
  const client = longClient(url, 'rapport restore')
  await client.connect()
  try {
    await prepareSchema(client, url, checked.head, options.log)
    await client.query('begin')
    try {
      await load(client, path, checked, options)
      await options.beforeCommit?.()
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  await migrate(url)
}

const newest = (head: Steps): number => head.migrations.at(-1)?.id ?? 0

/** What a file says of the program that wrote it. */
export type Steps = Pick<BackupHead, 'migrations' | 'rapport'>

/**
 * Can this program take in what was written at these steps?
 * @throws BackupError with the version to install
 */
export async function checkSteps(path: string, head: Steps): Promise<void> {
  const steps = await readMigrations()
  const known = new Map(steps.map((migration) => [migration.id, migration]))
  const mine = Math.max(0, ...known.keys())
  if (newest(head) > mine)
    throw new BackupError(
      `${path} is at step ${newest(head)}, this Rapport (step ${mine}) is older: install version ${head.rapport} or newer.`,
    )
  const taken = asKnown(new Map(head.migrations.map(({ id, sha256 }) => [id, sha256])), steps)
  const other = [...taken].find(([id, sha256]) => known.get(id)?.sha256 !== sha256)?.[0]
  if (other !== undefined)
    throw new BackupError(
      `${path} was made by a Rapport whose step ${head.migrations.find(({ id }) => id === other)?.name} is another one than here; restore it with that version.`,
    )
}

/** Brings an empty database to the backup's step; one that is further on already, and as empty, begins anew. */
export async function prepareSchema(client: pg.Client, url: string, head: Steps, log: Logger): Promise<void> {
  await refuseNonEmpty(client)
  if (await hasTable(client, 'public.migration')) {
    const { rows: applied } = await client.query<{ id: number }>('select id from migration')
    const wanted = new Set(head.migrations.map((step) => step.id))
    if (applied.some(({ id }) => !wanted.has(id))) {
      await client.query('begin; drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade; commit')
    }
  }
  await migrate(url, newest(head))
  const database = connect(url, { size: 1 })
  await prepareQueue(database.pool, log).finally(() => database.close())
}

/** Nobody can have done anything where there is no person, no line of the journal and no mail. */
export async function refuseNonEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  )
  const names = new Set(rows.map((row) => row.name))
  if (names.size === 0) return
  if (!names.has('migration'))
    throw new BackupError('The database holds tables of another program. A backup is restored into an empty database only.')
  for (const name of ['person', 'journal', 'raw_mail'].filter((table) => names.has(table))) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rowCount) throw new BackupError('The database is not empty. A backup is restored into an empty database only; nothing was changed.')
  }
}

async function load(client: pg.Client, path: string, { manifest }: CheckedBackup, options: RestoreOptions): Promise<void> {
  const { progress, files = filesBeside(path) } = options
  await client.query(plainText)
  const tables = await listTables(client)
  await client.query(`lock table ${tables.map((table) => quoted(table.name)).join(', ')} in access exclusive mode`)
  await refuseNonEmpty(client)
  const resume = await suspendChecks(client, tables)
  // A step of the schema may have brought rows of its own; the backup has them too.
  await client.query(`truncate ${tables.map((table) => quoted(table.name)).join(', ')}`)
  const expected = new Map(manifest.entries.map((entry) => [entry.name, entry]))
  for await (const section of readSections(path)) {
    if (!(await loadSection(client, section, files))) continue
    const entry = section.seen()
    if (!sameEntry(entry, expected.get(entry.name))) throw new BackupError(`${path} changed while it was read; nothing was restored.`)
    progress?.(entry)
  }
  for (const counter of manifest.counters) await setCounter(client, counter)
  await resume()
  await checkJournal(client, manifest)
}

/** Loads one entry; false for what is no data. */
async function loadSection(client: pg.Client, section: Section, files: string): Promise<boolean> {
  if (section.table !== undefined) {
    const columns = (section.columns ?? []).map(quoted).join(', ')
    await copyIn(client, `${quoted(section.table)} (${columns})`, section)
    return true
  }
  if (section.name === 'files') {
    await loadFiles(client, files, await readNames(section.data()))
    return true
  }
  if (section.name !== 'jobs') {
    for await (const _ of section.data());
    return false
  }
  await client.query('create temporary table restored_job (j jsonb) on commit drop')
  await copyIn(client, 'restored_job (j)', section)
  await client.query(addJobs)
  return true
}

async function copyIn(client: pg.Client, target: string, section: Section): Promise<void> {
  const copy = client.query(copyFrom(`copy ${target} from stdin`))
  await pipeline(Readable.from(section.data()), copy)
  if (copy.rowCount !== section.seen().rows)
    throw new BackupError(`${copy.rowCount} of ${section.seen().rows} rows arrived in ${target}; nothing was restored.`)
}

/**
 * Does the journal that was loaded end as its file says?
 * @throws BackupError when it does not
 */
export async function checkJournal(client: pg.Client, { journal }: Pick<BackupManifest, 'journal'>): Promise<void> {
  const { rows } = await client.query<{ hash: string }>(
    "select encode(hash, 'hex') as hash from journal_link order by position desc limit 1",
  )
  if (rows[0]?.hash !== journal?.hash)
    throw new BackupError('The journal that was restored does not end as the backup says; nothing was restored.')
}
