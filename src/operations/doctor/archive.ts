import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/rows.ts'
import { formatBytes } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { measureArchive } from '../watch/queries.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('archive')
const hoursOf = (seconds: number): number => Math.round(seconds / 3_600)

/** What a dead disk would cost: the archive of the log, where there is one, and the backups. */
export async function checkArchive(db: Db, { walTo, backupTo, databaseUrl }: Config, now: Date): Promise<Finding[]> {
  if (databaseUrl !== undefined) return []
  if (walTo === undefined) return [say.note(backupTo === undefined ? found.archive.uncopied : found.archive.daily, found.archive.dailyTodo)]
  const { running, behind, copy } = await measureArchive(db, walTo, now)
  if (!running) return [say.wrong(found.archive.idle({ place: walTo }), found.archive.idleTodo)]
  const size = formatBytes(languageNow(), behind)
  const hours = hoursOf(copy)
  const findings = [
    behind > 64 * 1024 ** 2
      ? say.wrong(found.archive.behind({ place: walTo, size }), found.archive.behindTodo)
      : say.ok(found.archive.current({ place: walTo, size })),
  ]
  if (copy > 50 * 3_600) findings.push(say.wrong(found.archive.copyOld({ place: walTo, hours }), found.archive.copyOldTodo))
  else findings.push(say.ok(found.archive.copy({ hours })))
  return findings
}
