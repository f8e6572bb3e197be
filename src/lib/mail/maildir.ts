import { createReadStream, type Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mailboxLimits } from './limits.ts'
import { mboxEntry } from './mbox-write.ts'

/** Is this a Maildir: a folder with `cur` and `new` or `tmp` in it? */
export const isMaildir = (entries: readonly Pick<Dirent, 'name'>[]): boolean => {
  const names = new Set(entries.map(({ name }) => name))
  return names.has('cur') && (names.has('new') || names.has('tmp'))
}

/** The files of a Maildir, in the order in which they came: their names begin with the second (maildir(5)); what is in `tmp` is no mail yet. */
async function filesOf(folder: string): Promise<string[]> {
  const files: { name: string; path: string }[] = []
  for (const part of ['new', 'cur'])
    for (const entry of await readdir(join(folder, part), { withFileTypes: true }).catch(() => []))
      if (entry.isFile() && !entry.name.startsWith('.')) files.push({ name: entry.name, path: join(folder, part, entry.name) })
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return files.toSorted((a, b) => secondOf(a.name) - secondOf(b.name) || order(a.name, b.name)).map(({ path }) => path)
}

const secondOf = (name: string): number => Number(/^\d{1,12}/.exec(name)?.[0] ?? 0)

/** A Maildir as the mailbox that would have the same mails: one file after the other, each as its bytes are. A file beyond the limit is cut there. */
export async function* readMaildir(folder: string): AsyncGenerator<Uint8Array> {
  for (const path of await filesOf(folder)) {
    const raw = Buffer.concat(await Array.fromAsync(createReadStream(path, { end: mailboxLimits.file - 1 }) as AsyncIterable<Buffer>))
    if (raw.length === 0) continue
    yield mboxEntry({ raw, date: new Date(secondOf(path.split('/').at(-1) ?? '') * 1_000) })
  }
}
