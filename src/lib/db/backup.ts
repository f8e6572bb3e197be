import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Counter, hasTable, jobsQuery, type KeptTable, listCounters, listTables, quoted } from './backup-catalogue.ts'
import { BackupError, type Entry, type EntryName, seal, writeBackupFile, writeEntry } from './backup-file.ts'
import { chunksInside, copyFiles, countOutside, type FilesFolder, writeNames } from './backup-files.ts'
import { longClient } from './client.ts'

/** The first entry: what wrote this, and at which step of the schema. */
export interface BackupHead {
  createdAt: string
  rapport: string
  postgres: string
  node: string
  migrations: { id: number; name: string; sha256: string }[]
  /** The secret of the data folder; null where the environment names it, and the operator keeps it. */
  secret: string | null
}

/** The last entry but the seal: what stands before it, and what belongs to all tables together. */
export interface BackupManifest {
  entries: Entry[]
  counters: Counter[]
  /** The newest link of the journal's chain. */
  journal: { position: number; hash: string } | null
  /** What lies in the storage outside, and is not in the backup; absent in those of before. */
  outside?: { files: number; bytes: number; place: string }
  /** Files with old years of the journal, which are not in the backup; absent in those of before. */
  journalFiles?: JournalFileName[]
}

export interface JournalFileName {
  name: string
  place: string
}

export interface BackupOptions {
  /** Signs the manifest. */
  secret: string
  /** Whether the backup holds the secret too. */
  withSecret: boolean
  /** Where contents of files go, each once; undefined: they are inside. */
  files?: FilesFolder | undefined
  /** The storage outside, for whoever restores. */
  place?: string | undefined
  /** Told of each table when it is done. */
  progress?: (entry: Entry) => void
}

// The same depth from src/ and from dist/.
const packageFile = resolve(import.meta.dirname, '../../../package.json')
/** The version of this program. */
export const version = (): string => (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version

/** How values are written as text, whatever the server's own habits. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0; set local search_path = public`

/**
 * Writes all of a database into one file, from one snapshot, while Rapport goes on; memory stays small however large it is.
 * @param url postgres URL
 * @throws BackupError when the database holds no Rapport, or the file cannot be written
 */
export async function takeBackup(url: string, path: string, options: BackupOptions): Promise<{ size: number; manifest: BackupManifest }> {
  const client = longClient(url, 'rapport backup')
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainText)
    let manifest: BackupManifest | undefined
    const size = await writeBackupFile(path, () => content(client, options, (done) => (manifest = done)))
    await client.query('commit')
    if (!manifest) throw new Error('The backup has no manifest')
    return { size, manifest }
  } finally {
    await client.end()
  }
}

async function* content(client: pg.Client, options: BackupOptions, finished: (manifest: BackupManifest) => void): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  const done = (entry: Entry) => {
    entries.push(entry)
    options.progress?.(entry)
  }
  const tables = await lockTables(client)
  // Before the file that names them, so that one that is whole names nothing that is not there.
  const files = options.files && (await copyFiles(client, options.files))
  yield* writeEntry({ name: 'head' }, json(await headOf(client, options)), done)
  for (const { name, columns } of tables) {
    const apart = files && name === 'file_chunk'
    const query = `copy (${apart ? chunksInside : `select ${columns.map(quoted).join(', ')} from ${quoted(name)}`}) to stdout`
    yield* writeEntry({ name: `table/${name}`, table: name, columns }, client.query(copyTo(query)), done)
  }
  yield* writeEntry({ name: 'jobs' }, await jobsOf(client), done)
  if (files) yield* writeEntry({ name: 'files' }, Readable.from([writeNames(files)]), done)
  const manifest: BackupManifest = {
    ...{ entries: [...entries], counters: await listCounters(client), journal: await journalHead(client) },
    outside: { ...(await countOutside(client)), place: options.place ?? '' },
    journalFiles: await nameJournalFiles(client),
  }
  yield* plainEntry({ name: 'manifest' }, manifest)
  yield* plainEntry({ name: 'seal' }, seal(options.secret, Buffer.from(JSON.stringify(manifest))))
  finished(manifest)
}

const json = (value: unknown) => Readable.from([Buffer.from(JSON.stringify(value))])
const plainEntry = (name: EntryName, value: unknown) => writeEntry(name, json(value), () => {})

/** Nobody may migrate between the first table and the last. */
async function lockTables(client: pg.Client): Promise<KeptTable[]> {
  if (!(await hasTable(client, 'public.migration'))) throw new BackupError('There is nothing to back up: this database holds no Rapport.')
  const tables = await listTables(client)
  await client.query(`lock table ${['migration', ...tables.map((table) => table.name)].map(quoted).join(', ')} in access share mode`)
  return tables
}

async function headOf(client: pg.Client, { secret, withSecret }: BackupOptions): Promise<BackupHead> {
  const { rows: migrations } = await client.query<BackupHead['migrations'][number]>('select id, name, sha256 from migration order by id')
  const { rows } = await client.query<{ postgres: string; now: Date }>("select current_setting('server_version') as postgres, now() as now")
  const { postgres = '', now = new Date(0) } = rows[0] ?? {}
  return {
    createdAt: now.toISOString(),
    rapport: version(),
    postgres,
    node: process.versions.node,
    migrations,
    secret: withSecret ? secret : null,
  }
}

async function jobsOf(client: pg.Client): Promise<AsyncIterable<Uint8Array>> {
  const there = await hasTable(client, 'graphile_worker._private_jobs')
  return there ? client.query(copyTo(`copy (${jobsQuery}) to stdout`)) : Readable.from([])
}

/** Where old years of the journal lie; a schema from before has no such table. */
async function nameJournalFiles(client: pg.ClientBase): Promise<JournalFileName[]> {
  if (!(await hasTable(client, 'public.journal_file'))) return []
  return (await client.query<JournalFileName>('select name, place from journal_file order by first')).rows
}

/** The newest link of the journal's chain. */
export async function journalHead(client: pg.ClientBase): Promise<BackupManifest['journal']> {
  const { rows } = await client.query<{ position: number; hash: Buffer }>(
    'select position::float8 as position, hash from journal_link order by position desc limit 1',
  )
  return rows[0] ? { position: rows[0].position, hash: rows[0].hash.toString('hex') } : null
}
