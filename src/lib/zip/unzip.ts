import { Unzip, UnzipInflate } from 'fflate'

/** A ZIP archive that cannot be taken; the message is a sentence for the person whose file it is. */
export class ZipError extends Error {}

const step = 64 * 1024

/**
 * Unpacks an archive without keeping anything, to learn how large it becomes: what its own directory says may be a lie.
 * @returns its size in bytes, or undefined where it is more than `most`
 */
export function measureZip(bytes: Uint8Array, most: number): number | undefined {
  let size = 0
  const archive = new Unzip((file) => {
    file.ondata = (error, data) => {
      if (error) throw error
      size += data.length
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += step) {
    archive.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    if (size > most) return undefined
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
