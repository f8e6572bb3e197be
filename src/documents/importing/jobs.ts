import { createWriteStream } from 'node:fs'
import { mkdtempDisposable, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { visitor } from '../../actor.ts'
import { readFileBytes } from '../../files/queries.ts'
import { whyStopped } from '../../files/rules.ts'
import type { Db } from '../../lib/db/rows.ts'
import { callBounded } from '../../lib/reading/bounded.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { ZipError } from '../../lib/unzip.ts'
import type { LaidOut } from '../../lib/zip-lay-out.ts'
import type { TaskContext } from '../../task.ts'
import { addImportFile, dropSources, failImport, noteFileRead, readSoon, readStalled, showImport, stopReading } from './actions.ts'
import { findReading, listImportFiles, listSources } from './queries.ts'
import { type FolderFile, readFolderFile } from './reading.ts'

const reasons = keptOf('documents', 'reasons')

const minute = 60_000

type Reading = NonNullable<Awaited<ReturnType<typeof findReading>>>
type Source = Awaited<ReturnType<typeof listSources>>[number]

const bounds = readingLimits.folder

// In the folder of ZIP archives: .ts from source, .js when compiled.
const module = new URL(`../../lib/zip-lay-out.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href

/** The files of an archive, unpacked by the worker into a folder that goes when they are read. */
async function* filesInArchive(db: Db, source: Source, tell: (bytes: number) => void): AsyncGenerator<FolderFile> {
  await using temporary = await mkdtempDisposable(join(tmpdir(), 'rapport-folder-'))
  const folder = temporary.path
  const archive = join(folder, 'archive.zip')
  await pipeline(Readable.from(readFileBytes(db, source.fileId)), createWriteStream(archive, { mode: 0o600 }))
  const { time: milliseconds, ...most } = bounds
  const given = [archive, folder, most]
  const files = await callBounded<LaidOut[]>({ module, reader: 'layOutByNumber', given, refusal: ZipError, milliseconds })
  for (const [index, { name, at }] of files.entries()) {
    tell(Math.round((source.size * (index + 1)) / files.length))
    yield { path: name, bytes: await readFile(at) }
    await rm(at)
  }
}

/** The files of what was brought: as they are, or out of an archive. `tell` hears how many bytes of it were read. */
async function* filesIn(db: Db, source: Source, tell: (bytes: number) => void): AsyncGenerator<FolderFile> {
  if (/\.zip$/i.test(source.name)) return yield* filesInArchive(db, source, tell)
  tell(source.size)
  if (source.size > bounds.each) yield { path: source.name, bytes: new Uint8Array(), size: source.size }
  else yield { path: source.name, bytes: Buffer.concat(await Array.fromAsync(readFileBytes(db, source.fileId))) }
}

/** All files of all that was brought, in an order that is the same each time. `tell` hears how many bytes were read so far. */
async function* filesOf(db: Db, sources: readonly Source[], tell: (bytes: number) => void): AsyncGenerator<FolderFile> {
  let before = 0
  for (const source of sources) {
    const start = before
    yield* filesIn(db, source, (read) => tell(start + read))
    before += source.size
  }
}

/**
 * Reads what is not in yet; each file comes in in a transaction of its own, that waits for no reading.
 * @returns false where somebody threw the import away meanwhile
 * @throws ZipError where an archive is none, or there is no file in it
 */
async function readFiles(found: Reading, sources: readonly Source[], { db, write, now }: TaskContext): Promise<boolean> {
  let [files, bytes] = [0, 0]
  const tell = (read: number) => {
    bytes = read
  }
  for await (const file of filesOf(db, sources, tell)) {
    // What came in before the job was cut off is in.
    if (++files <= found.filesDone) continue
    const at = { files, bytes }
    const read = await readFolderFile(file)
    const goesOn = await write(async (tx) => {
      if (!(await noteFileRead(tx, found.id, at))) return false
      await addImportFile(tx, { ...visitor(now(), 'web'), personId: found.personId }, found.id, read)
      return true
    })
    if (!goesOn) return false
  }
  if (files === 0 && (await listImportFiles(db, found.id)).length === 0) throw new ZipError(reasons('noFiles'))
  return true
}

/**
 * Reads a folder that somebody brought. Cut off, it goes on after the last file that is in: an archive has its files in the same order
 * each time. What it says of a file is kept for whoever looks at the import.
 */
export const readFolder = (payload: { importId: number }, context: TaskContext): Promise<void> =>
  inLanguage(unsaid, () => readIt(payload, context))

async function readIt({ importId }: { importId: number }, context: TaskContext): Promise<void> {
  const { db, write, now, lastTry } = context
  const found = await findReading(db, importId)
  if (!found) return
  const sources = await listSources(db, importId)
  if (sources.some(({ scan }) => scan === 'waiting')) return write((tx) => readSoon(tx, importId, new Date(now().getTime() + minute)))
  try {
    if (sources.some(({ scan }) => scan === 'infected')) throw new ZipError(reasons('infected'))
    if (!(await readFiles(found, sources, context))) return
    await write(async (tx) => {
      await dropSources(tx, importId)
      await showImport(tx, importId)
    })
  } catch (error) {
    // What an archive lacks, no second try brings.
    if (!(error instanceof ZipError)) {
      if (lastTry) await write((tx) => stopReading(tx, importId, now(), whyStopped(error)))
      throw error
    }
    await write((tx) => failImport(tx, importId, error.message))
  }
}

/** Looks after what still waits after an hour: its job may have stayed on another machine, or have used its last try. */
export async function keepReading(_: object, { write, now }: TaskContext): Promise<void> {
  await write((tx) => readStalled(tx, new Date(now().getTime() - 60 * minute), now()))
}
