import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unzipSync } from 'fflate'
import { readFileBytes } from '../../files/queries.ts'
import { DamagedFile, whyStopped } from '../../files/rules.ts'
import type { Db } from '../../lib/db/connect.ts'
import { SourceError } from '../folder.ts'
import { openMembers, openSource, type Source } from '../source.ts'
import { listFiles } from './queries.ts'
import { isMembers, mostBytes } from './rules.ts'

const mostEntries = 200_000
const begins = 'rapport-import-'
const folders = new RegExp(`/\\S*${begins}[^/\\s]+/?`, 'g')

/**
 * Lays the files of an import into a folder of their own, reads what they are, and takes the folder away again.
 * @param act is given the source while the folder is there
 * @throws SourceError with a sentence for who brought them
 */
export async function withSource<T>(
  db: Db,
  upload: { id: number; listName: string; fromName: string },
  act: (source: Source, files: string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), begins))
  try {
    const files = await listFiles(db, upload.id)
    if (files.some(({ scan }) => scan === 'waiting')) throw new SourceError('The files wait for the virus scanner; look again in a minute.')
    for (const { fileId, name, scan } of files) {
      if (scan === 'infected') throw new SourceError(`The virus scanner stopped “${name}”.`)
      await pipeline(Readable.from(readFileBytes(db, fileId)), createWriteStream(join(folder, name), { mode: 0o600 }))
      if (name.toLowerCase().endsWith('.zip')) await unzip(join(folder, name), folder)
    }
    return await act(
      await open(
        folder,
        files.map(({ name }) => name),
        upload,
      ),
      files.map(({ name }) => name),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is wrong with the files of an import, without the folder that they were laid into. */
export const troubleOf = (error: SourceError | DamagedFile): string =>
  error instanceof DamagedFile ? whyStopped(error) : error.message.replaceAll(folders, '')

/** Is it the files that were brought, and not this program, that cannot be read? */
export const isTrouble = (error: unknown): error is SourceError | DamagedFile =>
  error instanceof SourceError || error instanceof DamagedFile

async function open(folder: string, names: string[], { listName, fromName }: { listName: string; fromName: string }): Promise<Source> {
  const [only] = names
  const source =
    names.length === 1 && only !== undefined && isMembers(only)
      ? await openMembers(only, await readFile(join(folder, only)), listName, 'each')
      : await openSource(folder, { from: fromName || undefined })
  return { ...source, name: names.join(', ').slice(0, 300) }
}

/** Unpacks a ZIP archive: within its folder, and within what an import may bring. */
async function unzip(path: string, folder: string): Promise<void> {
  let size = 0
  let entries = 0
  let unpacked: Record<string, Uint8Array>
  try {
    unpacked = unzipSync(await readFile(path), {
      filter: ({ originalSize }) => {
        size += originalSize
        if (size > mostBytes || ++entries > mostEntries) throw new SourceError('The ZIP archive is larger than 2 GB when it is unpacked.')
        return true
      },
    })
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(`The ZIP archive cannot be read: ${(error as Error).message}`)
  }
  for (const [name, bytes] of Object.entries(unpacked)) {
    const inside = normalize(name)
    // A name may lead elsewhere; what ends with a slash is a folder.
    if (inside.startsWith('..') || inside.startsWith('/') || inside.includes('\0') || name.endsWith('/')) continue
    await mkdir(dirname(join(folder, inside)), { recursive: true })
    await writeFile(join(folder, inside), bytes, { mode: 0o600 })
  }
  await rm(path)
}
