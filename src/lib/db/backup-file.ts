import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { syncFolder, zstd } from './wal-folder.ts'

// The format, for whoever must read one without this program (docs/operators/backup.md): a line of text, then one zstd stream of
// records, each four bytes of length (big-endian) and the bytes. A record of JSON names an entry, records of data follow, an empty
// record ends it. The entry `manifest` counts and hashes all before it; the entry `seal` is the HMAC of the manifest.
const magic = Buffer.from('rapport-backup 1\n')
const longestRecord = 64 * 1024 * 1024

/** A file that is no backup, or not a whole one. The message is a sentence for the operator. */
export class BackupError extends Error {}

/** Where reading found the file broken; told with its name. */
class Damage extends Error {}

/** What the manifest says of one entry. */
export interface Entry {
  name: string
  /** Lines of the data; of a table, its rows. */
  rows: number
  bytes: number
  sha256: string
}

/** What an entry is: a table, with its columns; or something else by its name. */
export interface EntryName {
  name: string
  table?: string
  columns?: string[]
}

export interface Section extends EntryName {
  /** The data; to be read to its end before the next entry. What it came to stands in `seen` then. */
  data(): AsyncGenerator<Buffer>
  seen(): Entry
}

/** Counts and hashes what passes through. */
export async function* measured(name: string, data: AsyncIterable<Uint8Array>, done: (entry: Entry) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const chunk of data) {
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    hash.update(part)
    bytes += part.length
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) rows++
    yield part
  }
  done({ name, rows, bytes, sha256: hash.digest('hex') })
}

function* record(bytes: Buffer): Generator<Buffer> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  yield length
  yield bytes
}

/** One entry in the bytes of the file; `done` learns what it came to. */
export async function* writeEntry(name: EntryName, data: AsyncIterable<Uint8Array>, done: (entry: Entry) => void): AsyncGenerator<Buffer> {
  yield* record(Buffer.from(JSON.stringify(name)))
  for await (const part of grouped(measured(name.name, data, done))) yield* record(part)
  yield* record(Buffer.alloc(0))
}

/** Small chunks together, so that a table of short rows is not a file of lengths. */
async function* grouped(chunks: AsyncIterable<Buffer>, enough = 256 * 1024): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    size += chunk.length
    if (size < enough) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

/** The proof that whoever wrote the manifest knew the secret. */
export const seal = (secret: string, manifest: Uint8Array): string => createHmac('sha256', secret).update(manifest).digest('hex')

/** Whether a seal fits. */
export function sealed(secret: string, manifest: Uint8Array, given: string): boolean {
  const [mine, theirs] = [Buffer.from(seal(secret, manifest)), Buffer.from(given)]
  return mine.length === theirs.length && timingSafeEqual(mine, theirs)
}

/**
 * Writes a backup under a name of its own and gives it the wanted one when every byte is on the disk, so that a file of that name is
 * always a whole backup. Only its owner can read it.
 * @returns the size of the file
 * @throws BackupError when there is such a file already
 */
export async function writeBackupFile(path: string, content: () => AsyncIterable<Buffer>): Promise<number> {
  if (await stat(path).catch(() => undefined))
    throw new BackupError(`${path} already exists; a backup never replaces a file. Choose another name.`)
  const partial = `${path}.partial-${process.pid}`
  try {
    const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    out.write(magic)
    await pipeline(Readable.from(content()), zstd(), out)
    await rename(partial, path)
    await syncFolder(dirname(path))
    return (await stat(path)).size
  } catch (error) {
    await rm(partial, { force: true })
    throw inWords(error, path)
  }
}

function inWords(error: unknown, path: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupError(`The disk is full: ${path} was not written.`, { cause: error })
  return /^E[A-Z]+$/.test(code) ? new BackupError(`${path} cannot be written: ${message}`, { cause: error }) : error
}

/** Takes the records out of a stream of bytes. */
class Records {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #path: string
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>, path: string) {
    this.#chunks = chunks[Symbol.asyncIterator]()
    this.#path = path
  }

  /** The next record; undefined at the end of the stream. */
  async next(): Promise<Buffer | undefined> {
    try {
      return await this.#read()
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException
      const what = error instanceof Damage ? message : 'its bytes are not those that were written'
      throw new BackupError(/^E[A-Z]+$/.test(code) ? `${this.#path} cannot be read: ${message}` : `${this.#path} is damaged: ${what}.`)
    }
  }

  async #read(): Promise<Buffer | undefined> {
    const length = await this.#take(4)
    if (!length) return undefined
    const size = length.readUInt32BE()
    if (size > longestRecord) throw new Damage('a record is longer than any that was written')
    if (size === 0) return Buffer.alloc(0)
    const bytes = await this.#take(size)
    if (!bytes) throw new Damage('it ends too early')
    return bytes
  }

  async #take(size: number): Promise<Buffer | undefined> {
    const parts = [this.#rest]
    let have = this.#rest.length
    while (have < size) {
      const { value, done } = await this.#chunks.next()
      if (done) {
        if (have === 0) return undefined
        throw new Damage('it ends too early')
      }
      parts.push(value)
      have += value.length
    }
    const bytes = parts.length === 1 ? this.#rest : Buffer.concat(parts)
    this.#rest = bytes.subarray(size)
    return bytes.subarray(0, size)
  }
}

/**
 * Reads a backup's entries in their order, a chunk at a time.
 * @throws BackupError where the file is none, or is damaged
 */
export async function* readSections(path: string): AsyncGenerator<Section> {
  await checkMagic(path)
  const source = createReadStream(path, { start: magic.length })
  const plain = source.pipe(createZstdDecompress())
  source.on('error', (error) => plain.destroy(error))
  try {
    const records = new Records(plain, path)
    for (let name = await records.next(); name; name = await records.next()) yield sectionOf(readable<EntryName>(name, path), records)
  } finally {
    source.destroy()
    plain.destroy()
    if (!source.closed) await once(source, 'close')
  }
}

function sectionOf(name: EntryName, records: Records): Section {
  let entry: Entry | undefined
  async function* raw(): AsyncGenerator<Buffer> {
    for (;;) {
      const part = await records.next()
      // A file that was cut here is told by its missing seal.
      if (!part || part.length === 0) return
      yield part
    }
  }
  return {
    ...name,
    data: () => measured(name.name, raw(), (counted) => (entry = counted)),
    seen() {
      if (!entry) throw new Error(`The entry ${name.name} was not read to its end`)
      return entry
    },
  }
}

async function checkMagic(path: string): Promise<void> {
  await using file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file.' : error.message}`)
  })
  const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0)
  if (bytesRead < magic.length || !buffer.equals(magic)) throw new BackupError(`${path} is no backup of Rapport.`)
}

/** What was written as JSON; a byte that changed on the disk can make it anything else. */
function readable<T>(bytes: Buffer, path: string): T {
  try {
    return JSON.parse(bytes.toString()) as T
  } catch (error) {
    throw new BackupError(`${path} is damaged: an entry cannot be read.`, { cause: error })
  }
}

/**
 * The whole of a small entry, as JSON.
 * @throws BackupError where it is none
 */
export async function readJson<T>(section: Section, path: string): Promise<{ value: T; bytes: Buffer }> {
  const parts: Buffer[] = []
  for await (const part of section.data()) parts.push(part)
  const bytes = Buffer.concat(parts)
  return { value: readable<T>(bytes, path), bytes }
}
