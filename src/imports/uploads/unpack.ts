import { createWriteStream } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readFileBytes } from '../../files/queries.ts'
import { DamagedFile, whyStopped } from '../../files/rules.ts'
import type { Db } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { callBounded } from '../../lib/reading/bounded.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { ZipError } from '../../lib/unzip.ts'
import { readSmall, SourceError } from '../folder.ts'
import { joined, openMembers, openSource, type Source } from '../source.ts'
import { listFiles } from './queries.ts'
import { isMembers } from './rules.ts'

const t = textsOf('imports', 'sources')

const begins = 'rapport-import-'
// In a kept message, too, a place ends at its quotation mark.
const folder = new RegExp(`^([^/]*)/.*${begins}[^/]+/?`, 's')
const withoutFolders = (message: string): string => message.replaceAll(/[^\s"]+/g, (word) => word.replace(folder, '$1'))

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
  await using temporary = await mkdtempDisposable(join(tmpdir(), begins))
  const folder = temporary.path
  const files = await listFiles(db, upload.id)
  if (files.some(({ scan }) => scan === 'waiting')) throw new SourceError(t.waiting)
  for (const { fileId, name, scan } of files) {
    if (scan === 'infected') throw new SourceError(t.infected({ name }))
    await pipeline(Readable.from(readFileBytes(db, fileId)), createWriteStream(join(folder, name), { mode: 0o600 }))
    if (name.toLowerCase().endsWith('.zip')) await unzip(join(folder, name), folder)
  }
  const names = pluck(files, 'name')
  return await act(await open(folder, names, upload), names)
}

/** What is wrong with the files of an import, without the folder that they were laid into. */
export const troubleOf = (error: SourceError | DamagedFile): string =>
  error instanceof DamagedFile ? whyStopped(error) : withoutFolders(error.message)

/** Is it the files that were brought, and not this program, that cannot be read? */
export const isTrouble = (error: unknown): error is SourceError | DamagedFile =>
  error instanceof SourceError || error instanceof DamagedFile

async function open(folder: string, names: string[], { listName, fromName }: { listName: string; fromName: string }): Promise<Source> {
  const [members, ...more] = names.filter(isMembers)
  if (more.length > 0) throw new SourceError(t.oneOfMembers({ names: names.filter(isMembers).join(', ') }))
  const people = members === undefined ? undefined : await openMembers(members, await readSmall(join(folder, members)), listName, 'each')
  const list = people && names.length === 1 ? undefined : await openSource(folder, { from: fromName || undefined, called: listName })
  const source = people && list ? joined(list, people) : (list ?? (people as Source))
  return { ...source, name: names.join(', ').slice(0, 300) }
}

// In the folder of ZIP archives: .ts from source, .js when compiled.
const module = new URL(`../../lib/zip-lay-out.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href

/** Unpacks a ZIP archive in a worker: within its folder, and within what an import may bring. */
async function unzip(path: string, folder: string): Promise<void> {
  const { time: milliseconds, ...most } = readingLimits.archive
  try {
    await callBounded({ module, reader: 'layOut', given: [path, folder, most], refusal: ZipError, milliseconds })
  } catch (error) {
    throw error instanceof ZipError ? new SourceError(error.message) : error
  }
}
