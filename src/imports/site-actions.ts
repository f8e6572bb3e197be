import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Logger } from 'pino'
import { packRaw, type RawMail } from '../archive/actions.ts'
import { chunkSize } from '../files/rules.ts'
import { plainText } from '../lib/db/backup.ts'
import { addJobs, type KeptTable, listTables, quoted, setCounter, suspendChecks } from '../lib/db/backup-catalogue.ts'
import { longClient } from '../lib/db/client.ts'
import { migrate } from '../lib/db/migrate.ts'
import { checkJournal, checkSteps, prepareSchema, refuseNonEmpty } from '../lib/db/restore.ts'
import { readMbox } from '../lib/mail/mbox.ts'
import { listLeaving, plainLines } from './site-queries.ts'
import { elsewhere, type Manifest, SiteError } from './site-rules.ts'

export interface TakeInOptions {
  log: Logger
  /** Told of each step. */
  progress?: (step: string) => void
}

/**
 * Takes an export, laid out in a folder and compared with its manifest, into an empty database: brings it to the export's step, loads
 * all of it in one transaction, and migrates on to this program's step. When it fails, the database is as empty as before.
 * @param url postgres URL
 * @throws SiteError naming the file and the line that cannot be taken; BackupError where the database is not empty or this program is older
 */
export async function takeInSite(url: string, folder: string, manifest: Manifest, { log, progress }: TakeInOptions): Promise<void> {
  await checkSteps('The export', manifest)
  const client = longClient(url, 'rapport import site')
  await client.connect()
  try {
    await prepareSchema(client, url, manifest, log)
    await client.query('begin')
    try {
      await load(client, folder, manifest, progress ?? (() => {}))
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

async function load(client: pg.Client, folder: string, manifest: Manifest, progress: (step: string) => void): Promise<void> {
  await client.query(plainText)
  const all = await listTables(client)
  await client.query(`lock table ${all.map(({ name }) => quoted(name)).join(', ')} in access exclusive mode`)
  await refuseNonEmpty(client)
  const resume = await suspendChecks(client, all)
  await client.query(`truncate ${all.map(({ name }) => quoted(name)).join(', ')}`)
  progress('mail')
  await stageMail(client, folder, manifest)
  const there = new Set(manifest.files.map(({ name }) => name))
  for (const table of await listLeaving(client)) {
    if (!there.has(fileOf(table.name))) throw new SiteError(`The export has no ${fileOf(table.name)}; nothing was taken in.`)
    progress(table.name)
    await loadTable(client, folder, table)
  }
  progress('files')
  await loadContents(client, folder, manifest)
  if (there.has('data/jobs.jsonl')) await loadJobs(client, folder)
  for (const counter of manifest.counters) await setCounter(client, counter).catch(asSentence('A counter of manifest.json'))
  progress('indexes')
  await resume().catch(asSentence('An edited line'))
  await checkJournal(client, manifest)
}

const fileOf = (table: string): string => `data/${table}.jsonl`

/** What PostgreSQL says of a line, as a sentence that names it. */
function asSentence(where: string) {
  return (error: unknown): never => {
    const { message, detail, code } = error as pg.DatabaseError
    if (!code) throw error
    throw new SiteError(`${where} cannot be taken in: ${message}${detail ? ` (${detail})` : ''}; nothing was taken in.`, { cause: error })
  }
}

async function copyLines(client: pg.Client, folder: string, name: string): Promise<void> {
  await client.query('create temporary table line (n bigint generated always as identity, j jsonb) on commit drop')
  try {
    const copy = client.query(copyFrom(`copy line (j) from stdin with ${plainLines}`))
    await pipeline(createReadStream(join(folder, name)), copy)
  } catch (error) {
    const at = /line (\d+)/.exec((error as pg.DatabaseError).where ?? '')?.[1]
    asSentence(at ? `Line ${at} of ${name}` : name)(error)
  }
}

/** The rows of a table as its lines say; what cannot be taken is named by its line. */
async function loadTable(client: pg.Client, folder: string, { name, columns }: KeptTable): Promise<void> {
  await copyLines(client, folder, fileOf(name))
  const bytes = elsewhere[name]
  const values = columns.map((column) => (column === bytes ? 'm.bytes' : `r.${quoted(column)}`)).join(', ')
  const insert = (range = '') => `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) overriding system value
    select ${values} from line l, jsonb_populate_record(null::${quoted(name)}, l.j) r
    ${bytes ? 'left join staged_mail m on m.sha256 = r.sha256 and r.erased_at is null' : ''} where true ${range} order by l.n`
  if (bytes) await refuseLostMail(client)
  await client.query('savepoint rows')
  try {
    await client.query(insert())
  } catch (error) {
    await client.query('rollback to rows')
    const line = await findBadLine(client, insert)
    asSentence(line ? `Line ${line} of ${fileOf(name)}` : fileOf(name))(error)
  }
  await client.query('drop table line')
}

/** Halves the lines until the one is left that cannot be taken. */
async function findBadLine(client: pg.Client, insert: (range: string) => string): Promise<number | undefined> {
  const { rows } = await client.query<{ most: number }>('select coalesce(max(n), 0)::int as most from line')
  let [low, high] = [1, rows[0]?.most ?? 0]
  // The first lines that fail together: what is wrong is their last.
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await fails(client, insert(`and l.n <= ${middle}`))) high = middle
    else low = middle + 1
  }
  return high || undefined
}

async function fails(client: pg.Client, statement: string): Promise<boolean> {
  await client.query('savepoint half')
  const failed = await client.query(statement).then(
    () => false,
    () => true,
  )
  await client.query('rollback to half')
  return failed
}

async function refuseLostMail(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number; hash: string }>(
    `select l.n::int as n, encode(r.sha256, 'hex') as hash from line l, jsonb_populate_record(null::raw_mail, l.j) r
      where r.erased_at is null and not exists (select from staged_mail m where m.sha256 = r.sha256) order by l.n limit 1`,
  )
  const [lost] = rows
  if (lost)
    throw new SiteError(
      `No mailbox of the export holds the mail ${lost.hash} (line ${lost.n} of data/raw_mail.jsonl); nothing was taken in.`,
    )
}

// As much as is held in memory at once.
const portion = 8 * 1024 * 1024

/** Reads every mail of the export, so that it is found by its hash. */
async function stageMail(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  await client.query('create temporary table staged_mail (sha256 bytea primary key, bytes bytea not null) on commit drop')
  let mails: RawMail[] = []
  let size = 0
  const flush = async () => {
    await client.query(`insert into staged_mail select * from unnest($1::bytea[], $2::bytea[]) on conflict do nothing`, [
      mails.map((mail) => mail.sha256),
      mails.map((mail) => mail.bytes),
    ])
    mails = []
    size = 0
  }
  for await (const raw of readMails(folder, manifest)) {
    const mail = await packRaw(raw)
    mails.push(mail)
    size += mail.bytes.length
    if (size > portion || mails.length >= 1_000) await flush()
  }
  await flush()
}

async function* readMails(folder: string, { files }: Manifest): AsyncGenerator<Buffer> {
  for (const { name } of files) {
    const isBox = name.startsWith('lists/') && name.endsWith('.mbox')
    if (isBox) for await (const { raw } of readMbox(join(folder, name), { maxMessage: 1 << 30 })) yield raw
    if (name.startsWith('mail/')) yield Buffer.concat(await createReadStream(join(folder, name)).toArray())
  }
}

/** Puts the bytes of files back, in the pieces that the database keeps. */
async function loadContents(client: pg.Client, folder: string, { files }: Manifest): Promise<void> {
  const given = new Set(files.filter(({ name }) => name.startsWith('files/')).map(({ name }) => name.slice('files/'.length)))
  const { rows } = await client.query<{ id: number; hash: string }>(
    "select id, encode(sha256, 'hex') as hash from file_content where sha256 is not null and erased_at is null order by id",
  )
  for (const { id, hash } of rows) {
    if (!given.has(hash)) throw new SiteError(`The export has no files/${hash}; nothing was taken in.`)
    let n = 0
    const sum = createHash('sha256')
    for await (const bytes of createReadStream(join(folder, 'files', hash), { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
      sum.update(bytes)
      await client.query('insert into file_chunk (content_id, n, bytes) values ($1, $2, $3)', [id, n++, bytes])
    }
    if (sum.digest('hex') !== hash) throw new SiteError(`files/${hash} is not the file of that hash; nothing was taken in.`)
  }
}

async function loadJobs(client: pg.Client, folder: string): Promise<void> {
  await copyLines(client, folder, 'data/jobs.jsonl')
  await client.query('create temporary table restored_job on commit drop as select j from line')
  await client.query(addJobs)
  await client.query('drop table line')
}

/** Every file below a folder, by its path from there. */
export async function listBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Bytes as a stream, for what is written in one piece. */
export const streamOf = (content: string | AsyncIterable<Uint8Array>): Readable =>
  Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content)
