import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { BackupError } from './backup-file.ts'
import { startEmbedded } from './embedded.ts'
import { chooseAccount, giveAway } from './embedded-account.ts'
import { CannotStart, type Log } from './embedded-lock.ts'
import { type Base, basesOf, listBases, listSegments, listSystems, syncFolder, walOf, writeWhole } from './wal-folder.ts'
import { readLsn, segmentOf, segmentSize, startOf } from './wal-replication.ts'
import { layOutTar } from './wal-tar.ts'

export interface WalRestore {
  /** RAPPORT_WAL_TO, or a copy of it. */
  from: string
  /** As it was then; undefined: all that is there. */
  until: Date | undefined
  dataFolder: string
  /** RAPPORT_POSTGRES_BIN */
  bin?: string | undefined
  log: Log
  progress?: (text: string) => void
}

/** What came back. */
export interface Restored {
  base: Base
  /** Files of the log that were read. */
  segments: number
  /** The name of the first that is missing, though later ones are there. */
  gap: string | undefined
}

/**
 * Makes the database of an archive anew in an empty data folder, as it was at an instant: the newest copy from before it, and the log since.
 * Begins the log of its own from there; the archive stays as it is.
 * @throws BackupError, CannotStart with a sentence
 */
export async function restoreFromWal({ from, until, dataFolder, bin, log, progress = () => {} }: WalRestore): Promise<Restored> {
  const cluster = join(dataFolder, 'postgres')
  if (existsSync(cluster))
    throw new BackupError(`There is a database in ${cluster}. An archive is restored into an empty data folder only; nothing was changed.`)
  const { root, base } = await chooseBase(from, until)
  await checkSecret(root, dataFolder)
  // In a folder of its own until it is whole: what is cut off is no database that somebody could start.
  const apart = join(dataFolder, 'restoring')
  const unfinished = join(apart, 'postgres')
  await rm(apart, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  progress(`the copy of ${base.endedAt}`)
  await layOut(root, base, unfinished)
  const { segments, gap } = await layOutWal(root, base, join(unfinished, 'pg_wal'), progress)
  await writeFile(join(unfinished, 'recovery.signal'), '', { mode: 0o600 })
  await mkdir(join(unfinished, 'log'), { recursive: true, mode: 0o700 })
  giveAway(unfinished, chooseAccount(unfinished, log))
  progress('the log')
  const start = async (target: Record<string, string>) => {
    const server = await startEmbedded({ dataFolder: apart, log, bin, recovery: { ...recovery, ...target } })
    await server.stop()
  }
  try {
    await start(until ? { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00') } : {})
  } catch (error) {
    // Nothing was written after that instant: then all that is there is what was asked for.
    if (!(error instanceof CannotStart) || !/before configured recovery target/.test(error.message)) throw error
    await start({})
  }
  // Before there is a database: one without its secret would be given a new one, and restored no more.
  await bringBeside(root, dataFolder)
  await rename(unfinished, cluster)
  await syncFolder(dataFolder)
  await rm(apart, { recursive: true })
  return { base, segments, gap }
}

// The files lie there already: there is nothing to fetch. Nobody is let in, or the start would pass for done, before it is at its end.
const recovery = { hot_standby: 'off', restore_command: 'false', recovery_target_action: 'promote', recovery_target_timeline: 'latest' }

async function chooseBase(from: string, until: Date | undefined): Promise<{ root: string; base: Base }> {
  const systems = await listSystems(from).catch(() => [])
  const all = (await Promise.all(systems.map(async (root) => (await listBases(root)).map((base) => ({ root, base }))))).flat()
  if (all.length === 0) throw new BackupError(`${from} holds no archive of Rapport’s write-ahead log with a copy of the database.`)
  const sorted = all.toSorted((a, b) => a.base.endedAt.localeCompare(b.base.endedAt))
  const fitting = sorted.filter(({ base }) => !until || base.endedAt <= until.toISOString()).at(-1)
  if (fitting) return fitting
  throw new BackupError(`The archive in ${from} reaches back to ${sorted[0]?.base.endedAt} only.`)
}

async function layOut(root: string, base: Base, folder: string): Promise<void> {
  const path = join(basesOf(root), base.name, 'base.tar.zst')
  const hash = createHash('sha256')
  const packed = createReadStream(path)
  packed.on('data', (bytes) => hash.update(bytes))
  const plain = createZstdDecompress()
  const piped = pipeline(packed, plain)
  piped.catch(() => {})
  try {
    await layOutTar(plain, folder)
    plain.resume()
    await piped
  } catch (error) {
    throw new BackupError(`${path} cannot be read: ${(error as Error).message}.`, { cause: error })
  }
  if (hash.digest('hex') !== base.sha256) throw new BackupError(`${path} is damaged: its bytes are not those that were written.`)
  await chmod(folder, 0o700)
}

async function layOutWal(root: string, base: Base, to: string, progress: (text: string) => void) {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of await readdir(walOf(root))) if (name.endsWith('.history')) await copyFile(join(walOf(root), name), join(to, name))
  const first = segmentOf(base.timeline, readLsn(base.from))
  const found = [...(await listSegments(root))].filter(([name]) => name >= first).toSorted(([a], [b]) => a.localeCompare(b))
  let [segments, gap] = [0, undefined as string | undefined]
  let expected = first
  for (const [name, how] of found) {
    // Another timeline begins in the file in which the one before it ended.
    if (name !== expected && name.slice(0, 8) === expected.slice(0, 8)) gap ??= expected
    expected = segmentOf(Number.parseInt(name.slice(0, 8), 16), startOf(name) + segmentSize)
    if (gap !== undefined) continue
    progress(`${name}, ${how}`)
    await layOutSegment(join(walOf(root), name), join(to, name), how)
    segments++
  }
  if (segments === 0) throw new BackupError(`The archive lacks ${first}, without which its copy of ${base.endedAt} is not whole.`)
  return { segments, gap }
}

async function layOutSegment(from: string, to: string, how: 'whole' | 'partial'): Promise<void> {
  if (how === 'whole') return pipeline(createReadStream(`${from}.zst`), createZstdDecompress(), createWriteStream(to, { mode: 0o600 }))
  await copyFile(`${from}.partial`, to)
  // PostgreSQL reads files of full length; zeros behind are where the log ends.
  await truncate(to, Number(segmentSize))
}

/**
 * A restore that was cut off may have left a secret and no database. That of another archive opens nothing of this one.
 * @throws BackupError where the folder has a secret, and not the archive's
 */
async function checkSecret(root: string, dataFolder: string): Promise<void> {
  const [kept, there] = await Promise.all([root, dataFolder].map((folder) => readSecret(join(folder, 'secret'))))
  if (kept !== undefined && there !== undefined && kept !== there)
    throw new BackupError(
      `The secret in ${join(dataFolder, 'secret')} is not the one that the archive’s database was sealed with. Move it away, or restore into an empty data folder; nothing was changed.`,
    )
}

const readSecret = async (path: string): Promise<string | undefined> =>
  existsSync(path) ? (await readFile(path, 'utf8')).trim() : undefined

/** The secret that the database was sealed with, and the ledger of what was erased; never over what is there. */
async function bringBeside(root: string, dataFolder: string): Promise<void> {
  for (const name of ['secret', 'erasures.ledger'])
    if (existsSync(join(root, name)) && !existsSync(join(dataFolder, name)))
      await writeWhole(join(dataFolder, name), await readFile(join(root, name)))
}
