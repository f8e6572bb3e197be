import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Base, basesOf, syncFolder, writeWhole, zstd } from './wal-folder.ts'
import { archivist, Replicating, replicationClient } from './wal-replication.ts'

/**
 * Copies the whole database while it runs, by the server's own command (what pg_basebackup asks for): a tar of its folder, packed, without
 * the log that makes it whole. Under its name when all is on the disk.
 */
export async function takeBase(url: string, root: string, now: Date): Promise<Base> {
  const name = `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const folder = join(basesOf(root), `${name}.partial`)
  await mkdir(basesOf(root), { recursive: true, mode: 0o700 })
  // What an earlier one left that did not come to its end.
  for (const old of await readdir(basesOf(root))) if (old.endsWith('.partial')) await rm(join(basesOf(root), old), { recursive: true })
  await mkdir(folder, { mode: 0o700 })
  const client = replicationClient(url, archivist.base)
  await client.connect()
  try {
    const { rows } = await client.query<{ system: string; version: string }>(
      `select system_identifier::text as system, current_setting('server_version_num')::int / 10000 as version from pg_control_system()`,
    )
    const stream = Replicating.begin(client, `BASE_BACKUP (LABEL 'rapport', CHECKPOINT 'fast', WAL false, WAIT false, MANIFEST 'no')`)
    const file = join(folder, 'base.tar.zst')
    const sha256 = await writeTar(stream, file)
    // Rows of four answers: where it began, its tablespaces, where it ended.
    const [from, timeline] = stream.rows[0] ?? []
    const [to] = stream.rows.at(-1) ?? []
    if (!from || !to || !rows[0]) throw new Error('the server did not say from where to where its copy is')
    const base: Base = {
      ...{ name, system: rows[0].system, timeline: Number(timeline), postgres: String(rows[0].version), from, to },
      ...{ endedAt: new Date().toISOString(), bytes: (await stat(file)).size, sha256 },
    }
    await writeWhole(join(folder, 'about.json'), `${JSON.stringify(base, null, 2)}\n`)
    await rename(folder, join(basesOf(root), name))
    await syncFolder(basesOf(root))
    return base
  } finally {
    await client.end().catch(() => {})
  }
}

/** Frames begin with what they are: n a new archive (the first is the only one), d its bytes, p how far it is. */
async function writeTar(stream: Replicating, path: string): Promise<string> {
  const hash = createHash('sha256')
  const packed = zstd()
  const file = createWriteStream(path, { mode: 0o600, flush: true })
  packed.on('data', (bytes: Buffer) => hash.update(bytes))
  packed.pipe(file)
  const written = once(file, 'close')
  written.catch(() => {})
  try {
    for await (const frame of stream.frames()) {
      if (frame[0] === 0x64 && !packed.write(frame.subarray(1))) await Promise.race([once(packed, 'drain'), written])
    }
    packed.end()
    await written
    return hash.digest('hex')
  } finally {
    packed.destroy()
    file.destroy()
  }
}
