import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takeBackup } from '../../lib/db/backup.ts'
import { pruneFiles } from '../../lib/db/backup-files.ts'

/** Where backups of the schedule go, as the operator set it. */
export interface BackupPlan {
  /** A folder, best of another machine. */
  folder: string
  /** As many stay. */
  keep: number
  /** Run after each, with the file as its argument: takes it off the site. */
  command?: string
  /** Contents of files lie beside the backups, each once. */
  filesBeside?: boolean
  /** The storage outside, for whoever restores. */
  place?: string | undefined
  /** The database. */
  url: string
  secret: string
  /** Whether the file holds the secret: where the environment names it, the operator keeps it. */
  withSecret: boolean
}

const named = /^rapport-\d{4}-\d{2}-\d{2}T\d{6}Z\.rapport$/
const run = promisify(execFile)

/** When a backup of the schedule began, by its name. */
function beganAt(name: string | undefined): Date | undefined {
  const [, day, hours, minutes, seconds] = /^rapport-([\d-]{10})T(\d\d)(\d\d)(\d\d)Z/.exec(name ?? '') ?? []
  return day === undefined ? undefined : new Date(`${day}T${hours}:${minutes}:${seconds}Z`)
}

/**
 * Takes a backup into the folder, hands it to the command, and drops the eldest beyond what is kept.
 * @throws whatever was in the way, with its sentence; older backups stay then
 */
export async function backUp(
  { folder, keep, command, filesBeside = false, place, url, secret, withSecret }: BackupPlan,
  at: Date,
): Promise<{ file: string; bytes: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `rapport-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.rapport`)
  const beside = join(folder, 'files')
  const files = filesBeside ? { folder: beside, at } : undefined
  const { size } = await takeBackup(url, file, { secret, withSecret, files, place })
  if (command !== undefined) await run('/bin/sh', ['-c', `${command} "$1"`, 'rapport-backup', file], { timeout: 6 * 3_600_000 })
  const old = (await readdir(folder)).filter((name) => named.test(name)).toSorted()
  const over = Math.max(0, old.length - keep)
  for (const name of old.slice(0, over)) await rm(join(folder, name))
  await pruneFiles(beside, beganAt(old[over]) ?? at)
  return { file, bytes: size }
}
