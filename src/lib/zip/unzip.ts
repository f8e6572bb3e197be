import { inflateRawSync } from 'node:zlib'
import { Unzip, UnzipInflate } from 'fflate'

/** A ZIP archive that cannot be taken; the message is a sentence for the person whose file it is. */
export class ZipError extends Error {}

const step = 64 * 1024

const directoryEnds = Buffer.from('PK\x05\x06', 'latin1')
const [entryMark, localMark] = [0x02014b50, 0x04034b50]
const inZip64 = 0xffffffff

/** How large one entry of the directory becomes; undefined where it is more than `most`. */
function measureEntry(archive: Buffer, at: number, most: number): number | undefined {
  const [method, packed, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
  // So large that 32 bits do not hold it, or it says so.
  if (packed === inZip64 || local === inZip64) return undefined
  if (method === 0) return packed > most ? undefined : packed
  // What is damaged is told by who reads it.
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== localMark) return 0
  const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  try {
    return inflateRawSync(archive.subarray(begins, begins + packed), { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : 0
  }
}

/**
 * Unpacks an archive without keeping anything, to learn how large it becomes: the sizes that its own directory says may be a lie.
 * @returns its size in bytes, or undefined where it is more than `most`
 */
export function measureZip(bytes: Uint8Array, most: number): number | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = archive.lastIndexOf(directoryEnds)
  if (end < 0 || end + 22 > archive.length) return 0
  let size = 0
  for (let at = archive.readUInt32LE(end + 16); at + 46 <= end && archive.readUInt32LE(at) === entryMark; ) {
    const entry = measureEntry(archive, at, most - size)
    if (entry === undefined) return undefined
    size += entry
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return size
}

/** One file of an archive, unpacked. */
export interface Unzipped {
  path: string
  bytes: Uint8Array
}

/** How much an archive may hold. */
export interface UnzipBounds {
  files: number
  /** Of one file, and of all together, unpacked, in bytes. */
  each: number
  all: number
}

/**
 * Unpacks an archive file by file as its pieces come; folders are left out. Memory is bounded by the largest file.
 * @throws ZipError where it holds more than it may, or is damaged
 */
export async function* unzip(pieces: AsyncIterable<Uint8Array>, { files, each, all }: UnzipBounds): AsyncGenerator<Unzipped> {
  const ready: Unzipped[] = []
  let [count, total] = [0, 0]
  let failure: ZipError | undefined
  const archive = new Unzip((file) => {
    if (file.name.endsWith('/')) return
    if (++count > files) failure ??= new ZipError(`The archive holds more than ${files} files.`)
    const parts: Uint8Array[] = []
    let size = 0
    file.ondata = (error, data, final) => {
      if (failure) return
      if (error) {
        failure = new ZipError('The archive is damaged.')
        return
      }
      size += data.length
      total += data.length
      if (size > each) failure = new ZipError(`“${file.name.slice(0, 120)}” is too large.`)
      else if (total > all) failure = new ZipError('The archive becomes too large when it is unpacked.')
      parts.push(data)
      if (final) ready.push({ path: file.name, bytes: Buffer.concat(parts) })
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += step) {
      push(archive, piece.subarray(at, at + step), false)
      if (failure) throw failure
      yield* ready.splice(0)
    }
  push(archive, new Uint8Array(), true)
  if (failure) throw failure
  yield* ready
}

function push(archive: Unzip, bytes: Uint8Array, final: boolean): void {
  try {
    archive.push(bytes, final)
  } catch {
    throw new ZipError('The archive is damaged, or of a kind that is not read here.')
  }
}
