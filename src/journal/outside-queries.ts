import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { sql } from 'kysely'
import { findPointedAt } from '../lib/db/references.ts'
import { type Db, isThere } from '../lib/db/rows.ts'
import { StoreAway, StoreRefused } from '../lib/object-store.ts'
import { type Chained, type FileFoot, type FileHead, JournalError, recount } from './outside-rules.ts'

/** The files that hold old years of the journal, the oldest first. */
export const listJournalFiles = (db: Db) => db.selectFrom('journalFile').selectAll().orderBy('first').execute()

export type JournalFile = Awaited<ReturnType<typeof listJournalFiles>>[number]

/** A file, and how many lines of a thing are in it. */
export interface Outside {
  name: string
  place: string
  lines: number
}

/**
 * How many older lines of a thing lie in which file, the newest first.
 * @param maySee whether the lines of a group, or of none, count
 */
export async function listOutside(db: Db, subject: string, maySee: (groupId: number | null) => boolean = () => true): Promise<Outside[]> {
  const rows = await db
    .selectFrom('journalOutside')
    .innerJoin('journalFile', 'journalFile.id', 'journalOutside.fileId')
    .select(['journalFile.name', 'journalFile.place', 'journalOutside.lines', 'journalOutside.groupId'])
    .where('journalOutside.subject', '=', subject)
    .orderBy('journalFile.first', 'desc')
    .execute()
  const files = new Map<string, Outside>()
  for (const { name, place, lines, groupId } of rows)
    if (maySee(groupId || null)) files.set(name, { name, place, lines: lines + (files.get(name)?.lines ?? 0) })
  return [...files.values()]
}

/** Has anybody written of this thing in a year that lies outside? */
export const isToldOutside = (db: Db, subject: string): Promise<boolean> =>
  isThere(db.selectFrom('journalOutside').select('fileId').where('subject', '=', subject))

/** What was written before this is not all here any more; undefined where all is. */
export const movedUntil = async (db: Db): Promise<Date | undefined> =>
  (await db.selectFrom('journalFile').select('toAt').orderBy('first', 'desc').limit(1).executeTakeFirst())?.toAt

/** Lines that go into one file. */
export interface Portion {
  year: number
  first: number
  last: number
  before: Buffer
}

/**
 * The next lines that can go: those of the oldest year here, as far as they lie before a day.
 * @returns with the position of the first line that must stay since something points to it (none goes where that is the first); undefined where none can go
 */
export async function nextPortion(db: Db, before: Date): Promise<(Portion & { heldAt?: number }) | undefined> {
  const { rows } = await sql<{ first: number; year: number; end: number; hash: Buffer | null }>`
    with done as (select coalesce(max(last), 0) as last from journal_file),
      head as (select l.position, extract(year from j.at at time zone 'utc')::int as year from done, journal_link l join journal j on j.id = l.journal_id
        where l.position = done.last + 1),
      bound as (select head.*, least(${before}::timestamptz, make_timestamptz(head.year + 1, 1, 1, 0, 0, 0, 'utc')) as at from head)
    select bound.position as first, bound.year, coalesce(
        (select min(l.position) from journal_link l join journal j on j.id = l.journal_id where j.at >= bound.at and l.position >= bound.position),
        (select max(position) + 1 from journal_link)) as end,
      (select f.hash from journal_file f order by f.first desc limit 1) as hash
    from bound`.execute(db)
  const [row] = rows
  if (!row || row.end <= row.first) return undefined
  const { first, year, end, hash } = row
  const heldAt = await firstHeld(db, first, end)
  const last = (heldAt ?? end) - 1
  return { year, first, last, before: hash ?? Buffer.alloc(32), ...(heldAt === undefined ? {} : { heldAt }) }
}

/** The position of the first line from one on and before another that a row of some table points to: a delivery to a program that waits. */
async function firstHeld(db: Db, first: number, end: number): Promise<number | undefined> {
  const meant = sql`select journal_id from journal_link where position >= ${first} and position < ${end}`
  const held = await findPointedAt(db, 'journal', meant)
  if (held.size === 0) return undefined
  const row = await db
    .selectFrom('journalLink')
    .select((e) => e.fn.min('position').as('position'))
    .where(sql<boolean>`journal_id = any(${[...held]}::bigint[])`)
    .executeTakeFirst()
  return row?.position ?? undefined
}

/** The lines from a position on with their links, in the order of the chain; those of a portion up to its last. */
export async function* linesOf(db: Db, { first, last = Number.MAX_SAFE_INTEGER }: { first: number; last?: number }) {
  for (let after = first - 1; after < last; ) {
    const lines = await db
      .selectFrom('journalLink')
      .innerJoin('journal', 'journal.id', 'journalLink.journalId')
      .selectAll('journal')
      .select(['journalLink.hash', 'journalLink.position'])
      .where('journalLink.position', '>', after)
      .where('journalLink.position', '<=', last)
      .orderBy('journalLink.position')
      .limit(2_000)
      .execute()
    yield* lines
    const end = lines.at(-1)
    if (!end) return
    after = end.position
  }
}

/**
 * The lines of a file, recounted as they are read.
 * @throws JournalError where a byte is not as it was written
 */
export async function* readJournalFile(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Chained, FileHead & FileFoot> {
  const plain = new PassThrough()
  const through = pipeline(Readable.from(bytes), createZstdDecompress(), plain)
  through.catch((error: unknown) => plain.destroy(error as Error))
  try {
    return yield* recount(linesIn(plain))
  } catch (error) {
    if (error instanceof StoreAway || error instanceof StoreRefused) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    if (/^E[A-Z]+$/.test(code)) throw new JournalError(`${name} cannot be read: ${message}`, { cause: error })
    throw new JournalError(`${name} is damaged or was edited. ${message}`, { cause: error })
  } finally {
    plain.destroy()
  }
}

/** Lines by their line feed alone: a text may hold what else ends a line elsewhere. */
async function* linesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const piece of bytes) {
    let from = 0
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      yield Buffer.concat([...rest, piece.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
  }
  if (rest.length > 0) throw new JournalError('It ends within a line.')
}

/** A file by itself: is it whole, and where does it begin and end? */
export async function checkJournalFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<FileHead & FileFoot> {
  const lines = readJournalFile(name, bytes)
  for (;;) {
    const { value, done } = await lines.next()
    if (done) return value
  }
}

/**
 * A file beside what the database knows of it: its bytes, both ends of its chain, and every link that stayed here.
 * @throws JournalError with what differs
 */
export async function compareJournalFile(db: Db, file: JournalFile, open: () => AsyncIterable<Uint8Array>): Promise<void> {
  const kept = await db
    .selectFrom('journalLink')
    .select(['position', 'hash'])
    .where('position', '>=', file.first)
    .where('position', '<=', file.last)
    .orderBy('position')
    .execute()
  const links = new Map(kept.map(({ position, hash }) => [position, hash]))
  const hash = createHash('sha256')
  const lines = readJournalFile(file.name, hashing(open(), hash))
  for (;;) {
    const { value, done } = await lines.next()
    if (done) {
      const fits = value.first === file.first && value.last === file.last && value.before === file.hashBefore.toString('hex')
      if (fits && value.hash === file.hash.toString('hex') && hash.digest().equals(file.sha256)) return
      throw new JournalError(`${file.name} is whole, but not the file that was moved out of this database.`)
    }
    if (links.get(value.position)?.equals(value.hash) === false)
      throw new JournalError(`${file.name} is not the file that was moved out of this database: line ${value.position} differs.`)
  }
}

/** Bytes as they come, each counted into a hash before it goes on. */
export async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}

/** The bytes of a file of this machine. */
export async function* bytesAt(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}
