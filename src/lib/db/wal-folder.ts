import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { readLsn, segmentOf, segmentSize, startOf } from './wal-replication.ts'

// The archive of a database: FOLDER/SYSTEM/bases/TIME/{base.tar.zst,about.json}, FOLDER/SYSTEM/wal/SEGMENT.zst (one that is not full yet:
// SEGMENT.partial), wal/TIMELINE.history, and FOLDER/SYSTEM/{secret,erasures.ledger}. SYSTEM is the number that initdb gave.

/** What is known of a copy of the whole database. */
export interface Base {
  /** Of its folder, an instant in UTC without colons. */
  name: string
  system: string
  timeline: number
  /** Of PostgreSQL, the major one. */
  postgres: string
  /** The log is needed from here on. */
  from: string
  /** And at least to here. */
  to: string
  /** When it was whole. */
  endedAt: string
  bytes: number
  sha256: string
}

/** Where the full copies of the database lie. */
export const basesOf = (root: string): string => join(root, 'bases')

/** Where the pieces of the log lie. */
export const walOf = (root: string): string => join(root, 'wal')

/** The databases of which there is an archive in a folder. */
export async function listSystems(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && /^\d{15,20}$/.test(entry.name)).map(({ name }) => join(folder, name))
}

/** The whole copies of one database, eldest first. */
export async function listBases(root: string): Promise<Base[]> {
  const names = (await readdir(basesOf(root)).catch(() => [])).filter((name) => /^\d{4}-\d{2}-\d{2}T\d{6}Z$/.test(name)).toSorted()
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(basesOf(root), name, 'about.json'), 'utf8')) as Base))
}

/** Files of the log by the name of their segment: whole, or received so far. */
export async function listSegments(root: string): Promise<Map<string, 'whole' | 'partial'>> {
  const names = await readdir(walOf(root)).catch(() => [])
  const found = names.flatMap((name) => {
    const [, segment = '', end] = /^([0-9A-F]{24})\.(zst|partial)$/.exec(name) ?? []
    return segment ? [[segment, end === 'zst' ? 'whole' : 'partial'] as const] : []
  })
  // A whole one counts, should both be there.
  return new Map(found.toSorted(([, a], [, b]) => a.localeCompare(b)))
}

/** Where receiving goes on: the first byte that is not in a whole file of this timeline; undefined where there is none. */
export async function resumeAt(root: string, timeline: number): Promise<bigint | undefined> {
  const prefix = segmentOf(timeline, 0n).slice(0, 8)
  const mine = [...(await listSegments(root))].filter(([name]) => name.startsWith(prefix)).toSorted(([a], [b]) => a.localeCompare(b))
  const whole = mine.filter(([, how]) => how === 'whole').at(-1)?.[0]
  const partial = mine.filter(([, how]) => how === 'partial').at(-1)?.[0]
  if (whole !== undefined && (partial === undefined || partial <= whole)) return startOf(whole) + segmentSize
  return partial === undefined ? undefined : startOf(partial)
}

/** Makes names in a folder last. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Writes a small file that is there whole, or not at all. */
export async function writeWhole(path: string, bytes: string | Buffer): Promise<void> {
  const partial = `${path}.new`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(partial, bytes, { mode: 0o600, flush: true })
  await rename(partial, path)
  await syncFolder(dirname(path))
}

/** Packs bytes with a sum, so that a file that is cut off is known. */
export const zstd = () => createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } })

/** Packs a segment that is full, and gives it its name when every byte is on the disk. */
export async function packSegment(root: string, segment: string): Promise<void> {
  const path = join(walOf(root), segment)
  await pipeline(createReadStream(`${path}.partial`), zstd(), createWriteStream(`${path}.zst.new`, { mode: 0o600, flush: true }))
  await rename(`${path}.zst.new`, `${path}.zst`)
  await syncFolder(walOf(root))
  await rm(`${path}.partial`, { force: true })
}

/**
 * Drops copies beyond what is kept, and the log that none of the others needs: the newest one from before the days that the archive
 * reaches back, and all after it, stay.
 */
export async function prune(root: string, days: number, now: Date): Promise<void> {
  const bases = await listBases(root)
  const since = new Date(now.getTime() - days * 86_400_000).toISOString()
  const first = bases.filter(({ endedAt }) => endedAt <= since).at(-1) ?? bases[0]
  if (!first) return
  for (const { name } of bases) if (name < first.name) await rm(join(basesOf(root), name), { recursive: true })
  const needed = segmentOf(first.timeline, readLsn(first.from))
  for (const name of await readdir(walOf(root)))
    if (/^[0-9A-F]{24}\./.test(name) && name.slice(0, 24) < needed) await rm(join(walOf(root), name))
}

/** When the newest whole copy was made; where there is none, when the archive began. Undefined where there is no archive. */
export async function lastCopied(root: string): Promise<Date | undefined> {
  const newest = (await listBases(root)).at(-1)
  return newest ? new Date(newest.endedAt) : (await stat(root).catch(() => undefined))?.birthtime
}
