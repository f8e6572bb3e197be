import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/rows.ts'
import { measureArchive } from '../watch/queries.ts'
import { type Finding, findingsOf } from './finding.ts'
import { sizeInWords } from './sizes.ts'

const say = findingsOf('archive')
const hours = (seconds: number): string => `${Math.round(seconds / 3_600)} hours`

/** What a dead disk would cost: the archive of the log, where there is one, and the backups. */
export async function checkArchive(db: Db, { walTo, backupTo, databaseUrl }: Config, now: Date): Promise<Finding[]> {
  if (databaseUrl !== undefined) return []
  if (walTo === undefined)
    return [
      say.note(
        backupTo === undefined ? 'Nothing is copied by itself: a dead disk costs everything.' : 'A dead disk costs up to a day.',
        'With RAPPORT_WAL_TO on another disk or machine it costs some seconds. See docs/operators/backup.md.',
      ),
    ]
  const { running, behind, copy } = await measureArchive(db, walTo, now)
  if (!running)
    return [say.wrong(`The archive ${walTo} receives nothing.`, 'Start Rapport. If it runs, read its log: the folder may be full or away.')]
  const findings = [
    behind > 64 * 1024 ** 2
      ? say.wrong(`The archive ${walTo} is ${sizeInWords(behind)} behind.`, 'Its disk is too slow, or was away for a while.')
      : say.ok(`The archive ${walTo} has all but the last ${sizeInWords(behind)} of the log.`),
  ]
  if (copy > 50 * 3_600)
    findings.push(
      say.wrong(`The newest full copy in ${walTo} is ${hours(copy)} old.`, 'Read the log of Rapport: it says why no copy could be made.'),
    )
  else findings.push(say.ok(`The newest full copy there is ${hours(copy)} old.`))
  return findings
}
