import { inflateRawSync } from 'node:zlib'

/** A ZIP archive that cannot be taken; the message is a sentence for the person whose file it is. */
export class ZipError extends Error {}

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
