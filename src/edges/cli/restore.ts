import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '../../config.ts'
import { lastWritten, verifyJournal } from '../../journal/queries.ts'
import { filesBeside } from '../../lib/db/backup-files.ts'
import { connect } from '../../lib/db/connect.ts'
import { type CheckedBackup, checkBackup, restoreBackup } from '../../lib/db/restore.ts'
import { restoreFromWal } from '../../lib/db/wal-restore.ts'
import { createLog } from '../../lib/log.ts'
import { replaceSecret } from '../../lib/secret.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { replay } from '../../privacy/erasure-actions.ts'
import { findLedger, ledgerName } from '../../privacy/erasure-queries.ts'
import { consequences } from '../consequences.ts'
import { flags, readArguments, texts, Usage } from './inspect.ts'
import { counted, openDatabase, progressLine, quiet, say, warn } from './open.ts'

const usage = `restore takes one file, or an instant: rapport restore [--check] [--erasures LEDGER] [--files FOLDER] FILE, or
rapport restore --until TIME [--from FOLDER]`

const options = { ...flags('check'), ...texts('erasures', 'files', 'until', 'from') }

/**
 * `rapport restore [--erasures LEDGER] FILE`: a backup into an empty database; what was erased after it was made is erased again.
 * `rapport restore --check FILE`: only whether the file is whole.
 * `rapport restore --until TIME [--from FOLDER]`: the embedded database as it was at an instant, from the archive of its log.
 */
export async function restore(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options, () => usage)
  if (values.until !== undefined) {
    if (positionals.length > 0 || values.check || values.erasures) throw new Usage(usage)
    return restoreUntil(values.until, values.from)
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.from !== undefined) throw new Usage(usage)
  if (values.erasures !== undefined && !existsSync(values.erasures))
    throw new Usage(`--erasures: there is no file ${values.erasures}; leave it out where nothing was ever erased`)
  const config = readConfig()
  const folder = values.files ?? filesBeside(file)
  const checked = await checkBackup(file, config.secret, folder)
  const rows = checked.manifest.entries.reduce((sum, entry) => sum + (entry.name.startsWith('table/') ? entry.rows : 0), 0)
  const what = `${file} of ${checked.head.createdAt}, Rapport ${checked.head.rapport}: ${rows} rows${beside(checked)}`
  if (values.check) {
    say(`${what}, every count and hash right.`)
    return 0
  }
  const erased = await load(config, file, { checked, folder, ledger: values.erasures })
  if (erased > 0) say(`${erased === 1 ? 'One person' : `${erased} people`} who asked for it after the backup: data erased again.`)
  say(`${what}, restored. Start Rapport now, then run \`rapport doctor\` to see what is still missing on this server.`)
  sayOutside(checked)
  return 0
}

/** What the backup names and does not hold. */
function sayOutside({ manifest: { outside, journalFiles = [] } }: CheckedBackup): void {
  if (outside && outside.files > 0)
    say(
      `${outside.files} files (${sizeInWords(outside.bytes)}) are not in it: they lie in the object storage ${outside.place || 'of the site'}. Set RAPPORT_FILES_S3_ENDPOINT and what goes with it.`,
    )
  for (const { name, place } of journalFiles) say(`Old years of the activity log are not in it: they lie in ${name} in ${place}.`)
}

const beside = ({ files }: CheckedBackup): string => (files === undefined ? '' : ` and ${files} files beside it`)

/** An instant as people type it; without a zone it is one of UTC. */
function readInstant(text: string): Date | undefined {
  if (text === 'last') return undefined
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
  const at = new Date(match ? `${match[1]}T${match[2]}${match[3] ?? 'Z'}` : Number.NaN)
  if (Number.isNaN(at.getTime())) throw new Usage(`--until is "${text}"; expected 2026-01-31T12:30:00Z, or last`)
  return at
}

async function restoreUntil(text: string, folder: string | undefined): Promise<number> {
  const until = readInstant(text)
  // Typed wrongly, it would pass for the last second that there is.
  if (until && until > new Date()) throw new Usage(`--until ${text} has not come yet; expected an instant that is past, or last`)
  const config = readConfig()
  const from = folder ?? config.walTo
  if (from === undefined) throw new Usage('name the archive: --from FOLDER, or RAPPORT_WAL_TO')
  const progress = progressLine()
  const { base, segments, gap } = await restoreFromWal({
    ...{ from, until, log: createLog(quiet(config)), bin: config.postgresBin, progress: progress.say },
    dataFolder: config.dataFolder,
  })
  progress.clear()
  if (gap !== undefined) warn(`the archive lacks ${gap}; what was written after it is not here, though the archive goes on.`)
  const opened = await openDatabase(config, { share: false })
  const database = connect(opened.url, { size: 2 })
  try {
    const { brokenAt } = await verifyJournal(database.db)
    if (brokenAt !== null) warn(`entry ${brokenAt} of the activity log is wrong.`)
    const last = await lastWritten(database.db)
    say(
      `The copy of ${base.endedAt} and ${counted(segments, 'file', 'files')} of the log, restored${until ? ` as of ${until.toISOString()}` : ''}; the activity log ends at ${last?.toISOString() ?? 'its beginning'}. Start Rapport now, then run \`rapport doctor\`.`,
    )
    return brokenAt === null ? 0 : 1
  } finally {
    await database.close()
    await opened.close()
  }
}

/** Answers with how many people were erased again. */
async function load(
  config: Config,
  file: string,
  { checked, folder, ledger: given }: { checked: CheckedBackup; folder: string; ledger: string | undefined },
): Promise<number> {
  const opened = await openDatabase(config, { share: false })
  const progress = progressLine()
  const { secret } = checked.head
  // Read before anything is changed: a ledger that cannot be read must not be found out afterwards.
  const ledger = await findLedger(given ?? join(config.dataFolder, ledgerName), config.secret ?? secret ?? '', given !== undefined)
  try {
    await restoreBackup(opened.url, file, checked, {
      log: createLog(quiet(config)),
      files: folder,
      progress: (entry) => progress.say(`${entry.name}: ${entry.rows} rows`),
      beforeCommit: async () => {
        if (secret !== null && config.secret === undefined) await replaceSecret(config.dataFolder, secret)
      },
    })
    progress.clear()
    const database = connect(opened.url, { size: 2 })
    const { brokenAt } = await verifyJournal(database.db)
    const erased = await replay(database.db, database.write, config.secret ?? secret ?? '', consequences, ledger).finally(() =>
      database.close(),
    )
    if (brokenAt !== null) warn(`the activity log was changed before this backup: entry ${brokenAt} is wrong.`)
    return erased
  } finally {
    await opened.close()
  }
}
