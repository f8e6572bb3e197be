import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Unzip, UnzipInflate } from 'fflate'
import { textsOf } from './ui/words.ts'
import { ZipError } from './unzip.ts'

const t = textsOf('lib', 'sheetErrors')

const step = 64 * 1024

/** A name may lead elsewhere; what ends with a slash is a folder. */
function isOutside(name: string): boolean {
  const inside = normalize(name)
  return inside.startsWith('..') || inside.startsWith('/') || inside.includes('\0') || name.endsWith('/')
}

/** How much an archive may hold: files, and bytes of all together, unpacked; of one file too, where that has a bound of its own. */
interface Most {
  files: number
  size: number
  each?: number
}

/**
 * Goes through an archive piece by piece; in memory is one piece of it.
 * @param place says for a name of the archive where on the disk its file goes; undefined: it is left out
 * @param done hears of each file that is written, in the order of the archive
 */
function unpack(
  path: string,
  { files: mostFiles, size: mostBytes, each = mostBytes }: Most,
  place: (name: string) => string | undefined,
  done: (name: string, size: number) => void = () => {},
): void {
  let [total, files] = [0, 0]
  const archive = new Unzip((file) => {
    if (++files > mostFiles) throw new ZipError(t.zipFiles({ most: mostFiles }))
    const target = place(file.name)
    if (target === undefined) return
    const out = openSync(target, 'w', 0o600)
    let size = 0
    file.ondata = (error, data, final) => {
      if (error) throw error
      size += data.length
      total += data.length
      if (size > each) throw new ZipError(t.zipFileLarge({ name: file.name.slice(0, 120), mb: each / 1024 ** 2 }))
      if (total > mostBytes) throw new ZipError(t.zipLarge({ size: sizeOf(mostBytes) }))
      writeSync(out, data)
      if (!final) return
      closeSync(out)
      done(file.name, size)
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
    throw error instanceof ZipError ? error : new ZipError(t.zipDamaged({ why: (error as Error).message }))
  } finally {
    closeSync(packed)
  }
  if (files === 0) throw new ZipError(t.zipEmpty)
  rmSync(path)
}

const sizeOf = (bytes: number): string => (bytes >= 1024 ** 3 ? `${bytes / 1024 ** 3} GB` : `${bytes / 1024 ** 2} MB`)

/**
 * Unpacks an archive into a folder, each file where its name says, and takes the archive away. What it becomes on the disk is bounded.
 * @throws ZipError where it becomes larger, holds more files, or is damaged
 */
export function layOut(path: string, folder: string, most: Most): void {
  unpack(path, most, (name) => {
    if (isOutside(name)) return undefined
    const target = join(folder, normalize(name))
    mkdirSync(dirname(target), { recursive: true })
    return target
  })
}

/** One file of an archive that was laid out by number. */
export interface LaidOut {
  /** As the archive calls it: for people, and no place on the disk. */
  name: string
  size: number
  /** Where it lies. */
  at: string
}

/**
 * The same for an archive whose names are only words: each file is called by its number on the disk, so two of one name both come.
 * @throws ZipError
 */
export function layOutByNumber(path: string, folder: string, most: Most): LaidOut[] {
  const laid: LaidOut[] = []
  let [n, at] = [0, '']
  const place = (name: string) => {
    if (name.endsWith('/')) return undefined
    at = join(folder, String(n++))
    return at
  }
  unpack(path, most, place, (name, size) => laid.push({ name, size, at }))
  return laid
}
