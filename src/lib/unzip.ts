import { inflateRawSync } from 'node:zlib'

/** A ZIP archive that cannot be taken; the message is a sentence for the person whose file it is. */
export class ZipError extends Error {}

const directoryEnds = Buffer.from('PK\x05\x06', 'latin1')
const [entryMark, localMark] = [0x02014b50, 0x04034b50]
const inZip64 = 0xffffffff

/** An entry as the directory of its archive says it. */
interface Entry {
  name: string
  method: number
  packed: number
  local: number
}

/** The entries of an archive, in the order of its directory; none where there is no directory. */
function* directoryOf(archive: Buffer): Generator<Entry> {
  const end = archive.lastIndexOf(directoryEnds)
  if (end < 0 || end + 22 > archive.length) return
  for (let at = archive.readUInt32LE(end + 16); at + 46 <= end && archive.readUInt32LE(at) === entryMark; ) {
    const [packed, local, length] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42), archive.readUInt16LE(at + 28)]
    yield { name: archive.toString('utf8', at + 46, at + 46 + length), method: archive.readUInt16LE(at + 10), packed, local }
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
}

/** The bytes of an entry; undefined where they are more than `most`, empty where it is damaged: that is told by who reads it. */
function unpack(archive: Buffer, { method, packed, local }: Entry, most: number): Buffer | undefined {
  // So large that 32 bits do not hold it, or it says so.
  if (packed === inZip64 || local === inZip64) return undefined
  if (method === 0 && packed > most) return undefined
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== localMark) return Buffer.alloc(0)
  const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(begins, begins + packed)
  if (method === 0) return bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : Buffer.alloc(0)
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Unpacks an archive without keeping anything, to learn how large it becomes: the sizes that its own directory says may be a lie.
 * @returns its size in bytes, or undefined where it is more than `most`
 */
export function measureZip(bytes: Uint8Array, most: number): number | undefined {
  const archive = bufferOf(bytes)
  let size = 0
  for (const entry of directoryOf(archive)) {
    const unpacked = unpack(archive, entry, most - size)
    if (unpacked === undefined) return undefined
    // Of what is not packed, what it says counts, whether it is there or not.
    size += entry.method === 0 ? entry.packed : unpacked.length
  }
  return size
}

/** The entries of an archive whose names are wanted, in the order of its directory, each unpacked as far as it is no more than `most`. */
export function* entriesOf(bytes: Uint8Array, wanted: RegExp, most: number): Generator<{ name: string; content: Buffer }> {
  const archive = bufferOf(bytes)
  for (const entry of directoryOf(archive)) {
    const content = wanted.test(entry.name) ? unpack(archive, entry, most) : undefined
    if (content) yield { name: entry.name, content }
  }
}
