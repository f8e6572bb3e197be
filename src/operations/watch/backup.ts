import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takeBackup } from '../../lib/db/backup.ts'

/** Where backups of the schedule go, as the operator set it. */
export interface BackupPlan {
  /** A folder, best of another machine. */
  folder: string
  /** As many stay. */
  keep: number
  /** Run after each, with the file as its argument: takes it off the site. */
  command?: string
  /** The database. */
  url: string
  secret: string
  /** Whether the file holds the secret: where the environment names it, the operator keeps it. */
  withSecret: boolean
}

const named = /^rapport-\d{4}-\d{2}-\d{2}T\d{6}Z\.rapport$/
const run = promisify(execFile)

/**
 * Takes a backup into the folder, hands it to the command, and drops the eldest beyond what is kept.
 * @throws whatever was in the way, with its sentence; older backups stay then
 */
export async function backUp(
  { folder, keep, command, url, secret, withSecret }: BackupPlan,
  at: Date,
): Promise<{ file: string; bytes: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `rapport-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.rapport`)
  const { size } = await takeBackup(url, file, { secret, withSecret })
  if (command !== undefined) await run('/bin/sh', ['-c', `${command} "$1"`, 'rapport-backup', file], { timeout: 6 * 3_600_000 })
  const old = (await readdir(folder)).filter((name) => named.test(name)).toSorted()
  for (const name of old.slice(0, Math.max(0, old.length - keep))) await rm(join(folder, name))
  return { file, bytes: size }
}
