import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, insertOne, type Tx } from '../lib/db/rows.ts'
import { syncFolder } from '../lib/db/wal-folder.ts'
import { chainLock, recordOf } from './actions.ts'
import { hashing, type JournalFile, linesOf, listJournalFiles, type Portion, readJournalFile } from './outside-queries.ts'
import { type FileFoot, type FileHead, fileName, JournalError, lineOf } from './outside-rules.ts'
import { chainedText, type JournalLine, linkHash } from './rules.ts'

/** A file that was written, and what it holds. */
export interface WrittenFile extends Portion {
  name: string
  hash: Buffer
  fromAt: Date
  toAt: Date
  size: number
  sha256: Buffer
}

/**
 * Writes the lines of a portion into a folder, under a name of their own until every byte is on the disk. One that is there, from a run that
 * was ended before the database knew of it, is written anew.
 * @throws JournalError where the journal here is not what was chained: nothing goes then
 */
export async function writeJournalFile(db: Db, portion: Portion, folder: string): Promise<WrittenFile> {
  const name = fileName(portion.year, portion.first, portion.last)
  const path = join(folder, name)
  const partial = `${path}.partial`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const end = { hash: portion.before, fromAt: undefined as Date | undefined, toAt: undefined as Date | undefined }
  const sum = createHash('sha256')
  const params = { [constants.ZSTD_c_compressionLevel]: 9, [constants.ZSTD_c_checksumFlag]: 1 }
  try {
    await pipeline(
      Readable.from(textOf(db, portion, end)),
      createZstdCompress({ params }),
      (packed: AsyncIterable<Buffer>) => hashing(packed, sum),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await rename(partial, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  const { hash, fromAt = new Date(0), toAt = new Date(0) } = end
  return { ...portion, name, hash, fromAt, toAt, size: (await stat(path)).size, sha256: sum.digest() }
}

async function* textOf(db: Db, portion: Portion, end: { hash: Buffer; fromAt: Date | undefined; toAt: Date | undefined }) {
  const head: FileHead = { format: 'rapport-journal 1', first: portion.first, before: portion.before.toString('hex') }
  yield `${JSON.stringify(head)}\n`
  let position = portion.first - 1
  for await (const line of linesOf(db, portion)) {
    const text = chainedText(line)
    end.hash = linkHash(end.hash, text)
    if (line.position !== ++position || !line.hash.equals(end.hash))
      throw new JournalError(`Entry ${line.id} of the activity log was changed, or one before it was deleted: nothing is moved.`)
    if (!end.fromAt || line.at < end.fromAt) end.fromAt = line.at
    if (!end.toAt || line.at > end.toAt) end.toAt = line.at
    yield `${text}\n`
  }
  const foot: FileFoot = { last: position, hash: end.hash.toString('hex') }
  if (position !== portion.last) throw new JournalError(`The activity log ends at ${position}, not at ${portion.last}: nothing is moved.`)
  yield `${JSON.stringify(foot)}\n`
}

/**
 * Notes where a file lies that has been written and read back, and takes its lines out: both happen, or none.
 * @returns false where they went already, by another run
 */
export async function takeOutside(tx: Tx, actor: Actor, file: WrittenFile, place: string, inStore: boolean): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx)
  const known = await listJournalFiles(tx)
  if ((known.at(-1)?.last ?? 0) !== file.first - 1) return false
  const { name, first, last, before, hash, fromAt, toAt, size, sha256, year } = file
  const id = await insertOne(tx.insertInto('journalFile'), {
    name,
    place,
    inStore,
    first,
    last,
    hashBefore: before,
    hash,
    fromAt,
    toAt,
    size,
    sha256,
    movedAt: actor.at,
  })
  const going = sql`select j.* from journal_link l join journal j on j.id = l.journal_id where l.position between ${first} and ${last}`
  await sql`insert into journal_outside (subject, file_id, group_id, lines)
    select subject, ${id}::bigint, coalesce(group_id, 0), count(*) from (${going}) g group by 1, 3
    union all select 'by:' || person_id, ${id}::bigint, 0, count(*) from (${going}) g where person_id is not null group by 1`.execute(tx)
  await sql`delete from journal where id in (select journal_id from journal_link where position between ${first} and ${last})`.execute(tx)
  await sql`delete from journal_link where position between ${first} and ${last - 1} and position % 1000 <> 0`.execute(tx)
  await recordOf(tx, actor, 'journal.moved', { id: year }, { first, last })
  return true
}

/**
 * Brings the lines of the newest file back, as they were, and forgets where it lies; the file stays.
 * @throws JournalError where a byte of it is not as it was, or somebody whom it names is not here any more: nothing is changed then
 */
export async function bringInside(tx: Tx, actor: Actor, file: JournalFile, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx)
  if ((await listJournalFiles(tx)).at(-1)?.id !== file.id) throw new JournalError('The newest file comes back first.')
  const sum = createHash('sha256')
  let waiting: (JournalLine & { position: number; hash: string })[] = []
  const lines = readJournalFile(file.name, hashing(bytes, sum))
  for (;;) {
    const { value, done } = await lines.next()
    if (done) {
      await insertLines(tx, waiting)
      const fits = value.first === file.first && value.last === file.last && value.hash === file.hash.toString('hex')
      if (!(fits && sum.digest().equals(file.sha256)))
        throw new JournalError(`${file.name} is not the file that was moved out of this database.`)
      break
    }
    waiting.push({ ...lineOf(value.text), position: value.position, hash: value.hash.toString('hex') })
    if (waiting.length < 2_000) continue
    await insertLines(tx, waiting)
    waiting = []
  }
  await tx.deleteFrom('journalFile').where('id', '=', file.id).execute()
  const details = { first: file.first, last: file.last }
  await recordOf(tx, actor, 'journal.broughtBack', { id: file.toAt.getUTCFullYear() }, details)
}

async function insertLines(tx: Tx, lines: (JournalLine & { position: number; hash: string })[]): Promise<void> {
  const rows = JSON.stringify(lines)
  await sql`insert into journal (id, at, person_id, behind_id, via, action, subject, group_id, details) overriding system value
    select * from jsonb_to_recordset(${rows}::jsonb) as r (id bigint, at timestamptz, "personId" bigint, "behindId" bigint, via door, action text,
      subject text, "groupId" bigint, details jsonb)`.execute(tx)
  await sql`insert into journal_link (position, journal_id, hash)
    select position, id, decode(hash, 'hex') from jsonb_to_recordset(${rows}::jsonb) as r (position bigint, id bigint, hash text)
    on conflict (position) do nothing`.execute(tx)
}
