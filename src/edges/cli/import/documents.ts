import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Actor } from '../../../actor.ts'
import { addImportFile, openImport, setImportDay, showImport } from '../../../documents/importing/actions.ts'
import { getImport } from '../../../documents/importing/queries.ts'
import { type FolderRead, readFolderFile } from '../../../documents/importing/reading.ts'
import { balanceOf, type DayRow, decideDay, fateOf, whyNotDays } from '../../../documents/importing/rules.ts'
import { confirmImport, type Said } from '../../../documents/importing/settling-actions.ts'
import { categories } from '../../../documents/rules.ts'
import type { Ground } from '../../../ground.ts'
import type { Visibility } from '../../../lib/db/schema.ts'
import { readingLimits } from '../../../lib/reading/limits.ts'
import { readTable } from '../../../lib/sheet/read.ts'
import { findColumn, SheetError, type Table } from '../../../lib/sheet/table.ts'
import { sayKept } from '../../../lib/ui/kept.ts'
import { flags, texts, Usage } from '../inspect.ts'
import { progressLine, say } from '../open.ts'
import { bytesOf, onGround, onlyOne, readWords } from './ground.ts'
import { groupOf } from './group.ts'

const usage = 'import documents FOLDER --group SLUG [--dates FILE.csv] [--readers public|subscribers|group] [--dry-run]'

const options = { ...texts('group', 'dates', 'readers'), ...flags('dry-run') }

/** What the command line asks for. */
export interface FolderWish {
  folder: string
  group: string | undefined
  /** A table of the days that neither names nor texts tell. */
  dates: string | undefined
  readers: Visibility
  dryRun: boolean
}

const isVisibility = (word: string): word is Visibility => word === 'public' || word === 'subscribers' || word === 'group'

/**
 * Reads the command line.
 * @throws Usage
 */
export function readFolderWish(args: string[]): FolderWish {
  const { values, names } = readWords(args, options, usage)
  const folder = onlyOne(names, 'folder', usage)
  const readers = values.readers ?? 'group'
  if (!isVisibility(readers)) throw new Usage(`--readers ${readers}: use one of public, subscribers, group`)
  return { folder, group: values.group, dates: values.dates, readers, dryRun: values['dry-run'] ?? false }
}

/**
 * Every file below a folder by its path; folders are walked through, links are not followed. Names that tell a day come first: of two
 * copies, that one is to come in.
 */
async function listFolder(folder: string): Promise<string[]> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('it is no folder')
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
      .sort((a, b) => Number(decideDay(a, '').on === null) - Number(decideDay(b, '').on === null))
  } catch (error) {
    throw new Usage(`${folder}: ${(error as Error).message}`)
  }
}

/** Opens the file when its first piece is asked for. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}

/** Reads a file of the folder: with its words, or why it is no document. */
async function readFromDisk(folder: string, path: string): Promise<FolderRead> {
  const full = join(folder, path)
  const found = await lstat(full)
  const line = { path, size: found.size }
  if (!found.isFile()) return { ...line, refused: 'It is a link or a device, and no file.' }
  // Not read at all: it might not fit into memory.
  if (found.size > readingLimits.folder.each) return { ...line, refused: 'It is larger than 50 MB.' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(full))
  } catch (error) {
    return { ...line, refused: `It cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).` }
  }
  const read = await readFolderFile({ path, bytes })
  // What comes in is read again from the disk: not all of a folder fits into memory.
  return 'refused' in read ? read : { ...read, file: { ...read.file, content: piecesOf(full) } }
}

function dayRows(table: Table): DayRow[] {
  const file = findColumn(table, ['file', 'path', 'name'])
  const on = findColumn(table, ['day', 'date'])
  if (file === undefined || on === undefined) throw new SheetError('The table needs the columns file and day.')
  return table.rows.map(({ line, cells }) => ({
    line,
    path: (cells[file] ?? '').trim().replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC'),
    day: (cells[on] ?? '').trim(),
  }))
}

async function daysIn(file: string | undefined, paths: readonly string[]): Promise<Map<string, string>> {
  if (file === undefined) return new Map()
  const rows = dayRows(await readTable(await bytesOf(file)))
  const [wrong, ...others] = whyNotDays(rows, new Set(paths.map((path) => path.normalize('NFC'))))
  if (wrong) throw new Usage(`${file}: ${wrong}${others.length > 0 ? ` (and ${others.length} more)` : ''} Nothing was changed.`)
  return new Map(rows.map(({ path, day }) => [path, day]))
}

/** Rolls the transaction of a dry run back; what it carries is what was found. */
class OnlyLooked extends Error {}

type Files = Awaited<ReturnType<typeof getImport>>['files']

const froms: Record<string, string> = { name: 'its name', text: 'its text', list: 'the list', asked: '' }

/** What becomes of each file, as columns. */
function table(files: Files): string[] {
  const rows = [
    ['Day', 'Read from', 'What it is', 'What becomes of it', 'File'],
    ...files.map((file) => [
      file.datedOn ?? '-',
      file.datedOn ? (froms[file.datedFrom] ?? '') : '',
      file.outcome === 'new' ? categories[file.category] : '',
      fateOf(file),
      `${file.path}${file.reason ? `  (${sayKept(file.reason)})` : ''}`,
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function balance(files: Files, found: number): string[] {
  const counts = balanceOf(files)
  const sum = counts.reduce((total, [, count]) => total + count, 0)
  if (sum !== found) throw new Error(`The balance is wrong: ${found} files were found, ${sum} are accounted for.`)
  return [...counts, ['found', found] as const].map(([word, count]) => `  ${word.padEnd(14)} ${String(count).padStart(8)}`)
}

/**
 * Brings the files of a folder in as documents of a group, in one transaction; nobody is asked. What has no day is listed and left out.
 * @param say is given what is printed, a line each
 * @throws Usage where the folder, the group or the table of days is wrong
 */
export async function importFolder(ground: Ground, actor: Actor, wish: FolderWish, say: (line: string) => void): Promise<void> {
  const folder = resolve(wish.folder)
  const paths = await listFolder(folder)
  if (paths.length === 0) throw new Usage(`${wish.folder}: the folder has no files`)
  const group = await groupOf(ground, wish.group, usage)
  const days = await daysIn(wish.dates, paths)
  const progress = progressLine()
  const reads: FolderRead[] = []
  for (const [index, path] of paths.entries()) {
    progress.say(`${index + 1} of ${paths.length}: ${path}`)
    reads.push(await readFromDisk(folder, path))
  }
  let looked: Files = []
  const brought = await ground.database
    .write(async (tx) => {
      const importId = await openImport(tx, actor, { groupId: group.id, visibility: wish.readers, source: wish.folder })
      for (const read of reads) {
        await addImportFile(tx, actor, importId, read)
        const day = days.get(read.path.normalize('NFC'))
        if (day !== undefined) await setImportDay(tx, importId, read.path, day)
      }
      await showImport(tx, importId)
      looked = (await getImport(tx, actor, importId)).files
      // An import that brings nothing leaves nothing.
      if (wish.dryRun || !looked.some(({ outcome, datedOn }) => outcome === 'new' && datedOn)) throw new OnlyLooked()
      await confirmImport(tx, actor, importId, saidOf(looked))
      return (await getImport(tx, actor, importId)).files
    })
    .catch((error: unknown) => {
      if (error instanceof OnlyLooked) return undefined
      throw error
    })
    .finally(progress.clear)
  for (const line of table(looked)) say(line)
  say('')
  for (const line of balance(brought ?? looked, paths.length)) say(line)
  if (looked.some(({ outcome, datedOn }) => outcome === 'new' && !datedOn))
    say('\nFiles without a day stay out. Give their days in a table with the columns file and day: --dates FILE.csv')
  if (wish.dryRun) say('\nThis was a dry run: nothing was changed.')
  else if (!brought) say('\nNothing came in; nothing was changed.')
  else say(`\n${wish.readers === 'group' ? 'The group alone reads them' : `Readers: ${wish.readers}`}; /documents/imports takes them back.`)
}

const saidOf = (files: Files): Map<number, Said> =>
  new Map(files.map(({ id, title, category, datedOn }) => [id, { take: datedOn !== null, title, category, datedOn: datedOn ?? undefined }]))

/** `rapport import documents FOLDER --group SLUG`: old minutes and documents, with a balance sheet. Nobody is mailed. */
export async function importDocuments(args: string[]): Promise<number> {
  const wish = readFolderWish(args)
  return onGround((ground, actor) => importFolder(ground, actor, wish, say), { administrator: true })
}
