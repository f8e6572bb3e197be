import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { BackupError } from './backup-file.ts'
import { syncFolder } from './wal-folder.ts'

/** A folder in which the contents of files lie by their hash, each once for all backups beside it. */
export interface FilesFolder {
  folder: string
  /** When the backup began: what it names bears this time. */
  at: Date
}

/** A content that a backup names and does not hold. */
export interface FileBeside {
  id: number
  /** In hexadecimal. */
  sha256: string
  size: number
}

/** Where the contents of a backup lie where nobody says otherwise. */
export const filesBeside = (file: string): string => join(dirname(file), 'files')

const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

// As text, so that a schema from before files could lie outside is read as well.
const contents = `select id::float8 as id, encode(sha256, 'hex') as sha256, size::float8 as size from file_content c
  where sha256 is not null and erased_at is null and to_jsonb(c)->>'stored_at' is null order by id`

/** Of pieces of files, those that no content beside names: uploads on their way. */
export const chunksInside = `select content_id, n, bytes from file_chunk where not exists
  (select from file_content c where c.id = content_id and c.sha256 is not null)`

/** How much lies in the storage outside. */
export async function countOutside(client: pg.ClientBase): Promise<{ files: number; bytes: number }> {
  const { rows } = await client.query<{ files: number; bytes: number }>(
    `select count(*)::float8 as files, coalesce(sum(size), 0)::float8 as bytes from file_content c where to_jsonb(c)->>'stored_at' is not null`,
  )
  return rows[0] ?? { files: 0, bytes: 0 }
}

/**
 * Copies into the folder what is not there yet, each under its hash when every byte is on the disk, and marks all that is named.
 * @returns what the backup names
 */
export async function copyFiles(client: pg.ClientBase, { folder, at }: FilesFolder): Promise<FileBeside[]> {
  const { rows } = await client.query<FileBeside>(contents)
  for (const file of rows) {
    const path = pathOf(folder, file.sha256)
    if ((await stat(path).catch(() => undefined))?.size !== file.size) await copyOne(client, file, path)
    await utimes(path, at, at)
  }
  return rows
}

async function copyOne(client: pg.ClientBase, { id, sha256, size }: FileBeside, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = `${path}.partial-${process.pid}`
  const out = await open(partial, 'w', 0o600)
  const hash = createHash('sha256')
  let written = 0
  try {
    for (let n = 0; written < size; n++) {
      const { rows } = await client.query<{ bytes: Buffer }>('select bytes from file_chunk where content_id = $1 and n = $2', [id, n])
      if (!rows[0]) break
      hash.update(rows[0].bytes)
      written += rows[0].bytes.length
      await out.write(rows[0].bytes)
    }
    await out.sync()
  } finally {
    await out.close()
  }
  if (hash.digest('hex') !== sha256) {
    await rm(partial)
    throw new BackupError(`Content ${id} of the database is damaged: it is not what its hash says.`)
  }
  await rename(partial, path)
  await syncFolder(dirname(path))
}

/** Drops what no backup has named since: the eldest that is kept began then. */
export async function pruneFiles(folder: string, since: Date): Promise<void> {
  for (const part of await readdir(folder).catch(() => [])) {
    const below = join(folder, part)
    for (const name of await readdir(below)) {
      const path = join(below, name)
      if ((await stat(path)).mtime < since) await rm(path)
    }
    await rmdir(below).catch(() => {})
  }
}

/** What an entry of a backup names, one content on a line. */
export async function readNames(data: AsyncIterable<Buffer>): Promise<FileBeside[]> {
  const text = Buffer.concat(await Array.fromAsync(data)).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id, sha256 = '', size] = line.split('\t')
      return { id: Number(id), sha256, size: Number(size) }
    })
}

/** The names of files beside a backup, as its list of them. */
export const writeNames = (files: FileBeside[]): Buffer =>
  Buffer.from(files.map(({ id, sha256, size }) => `${id}\t${sha256}\t${size}\n`).join(''))

/**
 * Is everything there that a backup names, and as it was?
 * @throws BackupError with how many are not, and one of them
 */
export async function checkFiles(folder: string, files: FileBeside[]): Promise<void> {
  const wrong: string[] = []
  for (const file of files) if (!(await isWhole(folder, file))) wrong.push(pathOf(folder, file.sha256))
  if (wrong.length === 0) return
  throw new BackupError(
    `${wrong.length} of ${files.length} files that the backup names are missing or damaged in ${folder}, for instance ${wrong[0]}. Name the folder that has them: --files FOLDER`,
  )
}

async function isWhole(folder: string, { sha256, size }: FileBeside): Promise<boolean> {
  const path = pathOf(folder, sha256)
  if ((await stat(path).catch(() => undefined))?.size !== size) return false
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
  return hash.digest('hex') === sha256
}

const chunk = 1024 * 1024

/** Brings the contents that a backup names into the database, in pieces as they were. */
export async function loadFiles(client: pg.ClientBase, folder: string, files: FileBeside[]): Promise<void> {
  for (const { id, sha256 } of files) {
    let n = 0
    const hash = createHash('sha256')
    for await (const piece of createReadStream(pathOf(folder, sha256), { highWaterMark: chunk })) {
      hash.update(piece as Buffer)
      await client.query('insert into file_chunk (content_id, n, bytes) values ($1, $2, $3)', [id, n++, piece])
    }
    if (hash.digest('hex') !== sha256) throw new BackupError(`${pathOf(folder, sha256)} changed while it was read; nothing was restored.`)
  }
}
