import { stat } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/rows.ts'
import { isFilling, readDisk } from '../../lib/disk.ts'
import { formatBytes } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { findBackups } from '../watch/queries.ts'
import { mostBackupHours } from '../watch/rules.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('backup')

type Found = Awaited<ReturnType<typeof findBackups>>

/** The backups of the schedule: whether one is set, how old the newest is, why the last failed, and whether the next has room. */
export async function checkBackup(db: Db, { backupTo: folder }: Pick<Config, 'backupTo'>, now: Date): Promise<Finding[]> {
  if (folder === undefined) return [say.note(found.backup.unset, found.backup.unsetTodo)]
  const backups = await findBackups(db)
  return [...checkNewest(folder, backups, now), ...(await checkRoom(folder, backups))]
}

function checkNewest(folder: string, { good, last }: Found, now: Date): Finding[] {
  const why = last && last.error !== '' ? last.error : undefined
  if (!good && why === undefined) return [say.note(found.backup.none({ folder }), found.backup.noneTodo)]
  if (!good) return [say.wrong(found.backup.failed({ folder, why: why ?? '' }), found.backup.check)]
  const hours = Math.floor((now.getTime() - good.beganAt.getTime()) / 3_600_000)
  const newest =
    hours >= mostBackupHours
      ? say.wrong(found.backup.old({ folder, hours }), found.backup.check)
      : say.ok(found.backup.newest({ folder, hours, size: formatBytes(languageNow(), good.bytes ?? 0) }))
  // One that failed is tried again the next night: until the newest is too old, nothing is lost.
  return [newest, ...(why === undefined ? [] : [say.note(found.backup.last({ why }), found.backup.check)])]
}

async function checkRoom(folder: string, { good }: Found): Promise<Finding[]> {
  const here = await stat(folder).catch(() => undefined)
  // The first backup makes it. Where there was one, its disk is not mounted, and the next would fill the one below.
  if (!here) return good ? [say.wrong(found.backup.gone({ folder }), found.backup.goneTodo)] : []
  const disk = await readDisk(folder)
  if (!disk) return []
  const bytes = good?.bytes ?? 0
  const free = formatBytes(languageNow(), disk.free)
  if (disk.free < bytes || isFilling(disk))
    return [say.wrong(found.backup.full({ folder, free, size: formatBytes(languageNow(), bytes) }), found.backup.fullTodo)]
  return [say.ok(found.backup.room({ folder, free }))]
}
