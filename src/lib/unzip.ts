import { crc32, inflateRawSync } from 'node:zlib'

/** A ZIP archive that cannot be taken; the message is a sentence for the person whose file it is. */
export class ZipError extends Error {}

const directoryEnds = Buffer.from('PK\x05\x06', 'latin1')
const [entryMark, localMark, endMark] = [0x02014b50, 0x04034b50, 0x06054b50]
const inZip64 = 0xffffffff

/** An entry as the directory of its archive says it. */
interface Entry {
  name: string
  method: number
  packed: number
  local: number
}

const longestRemark = 0xffff

/** Where the directory of an archive ends: the mark behind which there is its remark and nothing else, or else the last one. */
function endOf(archive: Buffer): number | undefined {
  const last = archive.length - 22
  const marks: number[] = []
  for (let at = archive.lastIndexOf(directoryEnds, last); at >= Math.max(0, last - longestRemark); ) {
    if (at + 22 + archive.readUInt16LE(at + 20) === archive.length) return at
    marks.push(at)
    at = at === 0 ? -1 : archive.lastIndexOf(directoryEnds, at - 1)
  }
  return marks[0]
}

/** The entries of an archive, in the order of its directory; none where there is no directory. */
function* directoryOf(archive: Buffer): Generator<Entry> {
  const end = endOf(archive)
  if (end === undefined) return
  for (let at = archive.readUInt32LE(end + 16); at + 46 <= end && archive.readUInt32LE(at) === entryMark; ) {
    const [packed, local, length] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42), archive.readUInt16LE(at + 28)]
    yield { name: archive.toString('utf8', at + 46, at + 46 + length), method: archive.readUInt16LE(at + 10), packed, local }
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
}

/** The bytes of an entry as they lie there; undefined where they do not. */
function packedOf(archive: Buffer, { packed, local }: Entry): Buffer | undefined {
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== localMark) return undefined
  const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  return archive.subarray(begins, begins + packed)
}

/** The bytes of an entry; undefined where they are more than `most`, empty where it is damaged: that is told by who reads it. */
function unpack(archive: Buffer, entry: Entry, most: number): Buffer | undefined {
  const { method, packed, local } = entry
  // So large that 32 bits do not hold it, or it says so.
  if (packed === inZip64 || local === inZip64) return undefined
  if (method === 0 && packed > most) return undefined
  const bytes = packedOf(archive, entry) ?? Buffer.alloc(0)
  if (method === 0) return bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : Buffer.alloc(0)
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

// As many as an archive counts in 16 bits.
const mostEntries = 65_534
const inUtf8 = 0x800
// 1 January 1980, where the calendar of these archives begins.
const firstDay = 0x21

/** What is said of an entry before its bytes and in the directory alike. */
function headOf(name: Buffer, { method, packed, content }: { method: number; packed: Buffer; content: Buffer }): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(inUtf8, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(firstDay, 8)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const marked = (mark: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(mark)
  return four
}

const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/**
 * The same archive, laid out anew for a reader that unpacks by itself. The sizes that an archive says may be a lie, and where two look for its
 * directory they may find two: what was measured in one would be read in the other. Here is nothing but what was measured.
 * @returns undefined where it is more than `most`, unpacked
 */
export function measured(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const archive = bufferOf(bytes)
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let [size, at, entries] = [0, 0, 0]
  for (const entry of directoryOf(archive)) {
    const content = unpack(archive, entry, most - size)
    if (content === undefined || ++entries > mostEntries) return undefined
    size += content.length
    const packed = packedOf(archive, entry) ?? Buffer.alloc(0)
    const name = Buffer.from(entry.name)
    const head = headOf(name, { method: entry.method === 0 ? 0 : 8, packed, content })
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = [marked(localMark), head, name, packed]
    files.push(...file)
    directory.push(marked(entryMark), Buffer.from([20, 0]), head, place, name)
    at += lengthOf(file)
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries, 4)
  end.writeUInt16LE(entries, 6)
  end.writeUInt32LE(lengthOf(directory), 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...files, ...directory, marked(endMark), end]))
}

/** The entries of an archive whose names are wanted, in the order of its directory, each unpacked as far as it is no more than `most`. */
export function* entriesOf(bytes: Uint8Array, wanted: RegExp, most: number): Generator<{ name: string; content: Buffer }> {
  const archive = bufferOf(bytes)
  for (const entry of directoryOf(archive)) {
    const content = wanted.test(entry.name) ? unpack(archive, entry, most) : undefined
    if (content) yield { name: entry.name, content }
  }
}
