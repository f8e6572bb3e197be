import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { mailboxLimits } from './limits.ts'
import { mboxEntry } from './mbox-write.ts'

type Entry = Pick<Dirent, 'name' | 'isFile'>

/** Is this a Maildir: a folder with `cur` and `new` or `tmp` in it? */
export const isMaildir = (entries: readonly Pick<Entry, 'name'>[]): boolean => {
  const names = new Set(entries.map(({ name }) => name))
  return names.has('cur') && (names.has('new') || names.has('tmp'))
}

// mlmmj, ezmlm, Sympa (`arctxt`) and MH number the mails that they keep; mail programs save one as `.eml`.
const oneMail = /^\d+$|\.eml$/i
// ezmlm's list of what lies there; MH and others keep theirs behind a dot.
const noMail = /^\.|^index$/

/** Is this a Maildir, or a folder in which each file is a mail? */
export function isMailFolder(entries: readonly Entry[]): boolean {
  const files = entries.filter((entry) => entry.isFile() && !noMail.test(entry.name))
  return isMaildir(entries) || (files.length > 0 && files.every(({ name }) => oneMail.test(name)))
}

interface MailFile {
  path: string
  name: string
  /** When it came, in seconds; by its number where it has one, which tells the order alone. */
  at: number
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const numberOf = (name: string): number => Number(/^\d{1,12}/.exec(name)?.[0] ?? 0)

/** The files of a folder of mails, in the order in which they came: their names begin with a number, or with the second (maildir(5)). */
async function filesOf(folder: string): Promise<MailFile[]> {
  // What is in `tmp` is no mail yet.
  const parts = isMaildir(await readdir(folder, { withFileTypes: true })) ? ['new', 'cur'] : ['.']
  const files: MailFile[] = []
  for (const part of parts)
    for (const entry of await readdir(join(folder, part), { withFileTypes: true }).catch(() => []))
      if (entry.isFile() && !noMail.test(entry.name))
        files.push({ name: entry.name, path: join(folder, part, entry.name), at: numberOf(entry.name) })
  return files.toSorted((a, b) => a.at - b.at || order(a.name, b.name))
}

// Mailboxes are numbered as well, one for each year or month.
const isMailbox = (name: string, raw: Buffer): boolean => /^\d+$/.test(name) && raw.subarray(0, 5).equals(Buffer.from('From '))

/**
 * A folder of mails as the mailbox that would have the same: one file after the other, each as its bytes are. A file beyond the limit is cut
 * there; one that is a mailbox itself comes with all its mails.
 */
export async function* readMailFolder(folder: string): AsyncGenerator<Uint8Array> {
  for (const { path, name, at } of await filesOf(folder)) {
    const raw = Buffer.concat(await Array.fromAsync(createReadStream(path, { end: mailboxLimits.file - 1 }) as AsyncIterable<Buffer>))
    if (raw.length === 0) continue
    if (isMailbox(name, raw)) {
      yield* createReadStream(path) as AsyncIterable<Buffer>
      yield Buffer.from('\n')
      continue
    }
    const date = isSecond(at) ? new Date(at * 1_000) : (await stat(path)).mtime
    yield mboxEntry({ raw, date })
  }
}

// 1980 and later, as seconds; a smaller number only counts.
const isSecond = (at: number): boolean => at > 315_532_800
