import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Unzip, UnzipInflate } from 'fflate'
import { ZipError } from './unzip.ts'

const step = 64 * 1024

/** A name may lead elsewhere; what ends with a slash is a folder. */
function isOutside(name: string): boolean {
  const inside = normalize(name)
  return inside.startsWith('..') || inside.startsWith('/') || inside.includes('\0') || name.endsWith('/')
}

/**
 * Unpacks an archive piece by piece into a folder, and takes the archive away. In memory is one piece of it; what it becomes on the
 * disk is bounded.
 * @throws ZipError where it becomes larger, holds more files, or is damaged
 */
export function layOut(path: string, folder: string, { size: mostBytes, files: mostFiles }: { size: number; files: number }): void {
  let [size, files] = [0, 0]
  const archive = new Unzip((file) => {
    if (++files > mostFiles) throw new ZipError(`The ZIP archive holds more than ${mostFiles} files.`)
    if (isOutside(file.name)) return
    const target = join(folder, normalize(file.name))
    mkdirSync(dirname(target), { recursive: true })
    const out = openSync(target, 'w', 0o600)
    file.ondata = (error, data, final) => {
      if (error) throw error
      size += data.length
      if (size > mostBytes) throw new ZipError('The ZIP archive is larger than 2 GB when it is unpacked.')
      writeSync(out, data)
      if (final) closeSync(out)
    }
    file.start()
  })
  archive.register(UnzipInflate)
  const packed = openSync(path, 'r')
  const piece = Buffer.alloc(step)
  try {
    for (let read = readSync(packed, piece); read > 0; read = readSync(packed, piece)) archive.push(new Uint8Array(piece.subarray(0, read)))
    archive.push(new Uint8Array(), true)
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError(`The ZIP archive cannot be read: ${(error as Error).message}`)
  } finally {
    closeSync(packed)
  }
  if (files === 0) throw new ZipError('The ZIP archive cannot be read: there is no file in it.')
  rmSync(path)
}
