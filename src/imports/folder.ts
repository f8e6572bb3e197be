import { type Dirent, type Stats, statSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { isMaildir, isMailFolder } from '../lib/mail/mail-folder.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('imports', 'sources')

/** A folder or file that cannot be taken; the message is a sentence for the operator. */
export class SourceError extends Error {}

/** What lies in the folder of a list, or of a whole installation, sorted by what it is. */
export interface Found {
  configs: string[]
  mailboxes: string[]
  /** pipermail's months: `2016-May.txt.gz`. */
  months: string[]
  /** Folders of pipermail's pages: `2016-May/`. */
  volumes: string[]
  /** What a REST API of Mailman 3 answered. */
  exports: string[]
  all: string[]
}

const deepest = 6
const most = 500_000
// Monthly, yearly, quarterly, weekly and daily volumes (HyperArch.py of Mailman 2.1).
const volume = String.raw`(?:\d{4}-[A-Z][a-z]+|\d{4}|\d{4}q[1-4]|Week-of-Mon-\d{8}|\d{8})`
const monthFile = new RegExp(`^${volume}\\.txt(?:\\.gz)?$`)
const volumeFolder = new RegExp(`^${volume}$`)

async function* walk(folder: string, depth = 0): AsyncGenerator<{ path: string; entry?: Dirent }> {
  const entries = await readdir(folder, { withFileTypes: true })
  const mails = isMailFolder(entries)
  if (mails) yield { path: folder }
  if (isMaildir(entries)) return
  // Beside the mails there may be folders of more: ezmlm counts to a hundred in each, Sympa has one for each month.
  const others = mails ? entries.filter((entry) => entry.isDirectory()) : entries
  for (const entry of others.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    // A symbolic link may lead out of the folder, or round in circles.
    if (entry.isDirectory()) {
      yield { path, entry }
      if (depth < deepest) yield* walk(path, depth + 1)
    } else if (entry.isFile()) yield { path, entry }
  }
}

function kindOf(entry: Dirent): Exclude<keyof Found, 'all'> | undefined {
  if (entry.isDirectory()) return volumeFolder.test(entry.name) ? 'volumes' : undefined
  if (entry.name === 'config.pck') return 'configs'
  if (monthFile.test(entry.name)) return 'months'
  if (/\.mbox(?:\.gz)?$/.test(entry.name)) return 'mailboxes'
  return entry.name.endsWith('.json') ? 'exports' : undefined
}

/**
 * Looks through a folder.
 * @throws SourceError when it cannot be read, or has too many files
 */
export async function lookThrough(folder: string): Promise<Found> {
  const found: Found = { configs: [], mailboxes: [], months: [], volumes: [], exports: [], all: [] }
  try {
    for await (const { path, entry } of walk(folder)) {
      if (!entry) found.mailboxes.push(path)
      if (found.all.length >= most) throw new SourceError(t.tooMany({ place: folder, most }))
      const kind = entry && kindOf(entry)
      if (kind) found[kind].push(path)
      if (entry?.isFile()) found.all.push(path)
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(t.faulty({ place: folder, why: (error as Error).message }))
  }
  return found
}

/** What is at a path; undefined where nothing is. */
export const lookAt = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined)

/** Is this file of the list of that name? By its own name, or by the folder that Mailman puts it in. */
export const isOf =
  (name: string, root: string) =>
  (path: string): boolean => {
    const parts = relative(root, path).split('/')
    const file = basename(path).toLowerCase().replace(/^\./, '')
    return (
      file === name ||
      file === `${name}.mbox` ||
      file === `${name}.mbox.gz` ||
      parts.slice(0, -1).some((part) => part.toLowerCase() === name || part.toLowerCase() === `${name}.mbox`)
    )
  }

// `archives/2016/2016-May.txt`, and the folders of an installation that are no list's own.
const noList = /^(?:\d{4}|archives?|private|public|lists|data|mail|mailman)$/

/** The names of the lists whose pipermail months or pages were found: by the folder that each lies in, below the one that was named. */
export function listsOf(volumes: string[], root: string): string[] {
  const folders = volumes.map((path) =>
    relative(root, dirname(path))
      .split('/')
      .findLast((part) => part !== '' && !noList.test(part)),
  )
  return [...new Set(folders.map((folder) => (folder ?? basename(root)).toLowerCase().replace(/\.mbox$/, '')))].toSorted()
}

/** The names of the lists whose `config.pck` was found: the folder that each lies in. */
export const namesOf = (configs: string[]): string[] => configs.map((path) => basename(dirname(path)).toLowerCase())

/** Volumes in the order of time: pipermail numbers its articles through all of them. */
export function byTime(paths: string[]): string[] {
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
  const place = (path: string) => {
    const name = basename(path)
    const month = /^(\d{4})-([A-Z][a-z]+)/.exec(name)
    return month ? `${month[1]}${String(months.indexOf(month[2] as string) + 1).padStart(2, '0')}` : (/\d{4,8}/.exec(name)?.[0] ?? name)
  }
  return paths.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a < b ? -1 : 1))
}

/** A file's bytes, within what a configuration can have. */
export async function readSmall(path: string, megabytes = 64): Promise<Buffer> {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > megabytes * 1024 * 1024)
    throw new SourceError(t.tooLarge({ place: path, mb: megabytes }))
  return readFile(path)
}
