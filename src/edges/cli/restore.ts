import { join } from 'node:path'
import { type Config, readConfig } from '../../config.ts'
import { verifyJournal } from '../../journal/queries.ts'
import { connect } from '../../lib/db/connect.ts'
import { type CheckedBackup, checkBackup, restoreBackup } from '../../lib/db/restore.ts'
import { createLog } from '../../lib/log.ts'
import { replaceSecret } from '../../lib/secret.ts'
import { replay } from '../../privacy/erasure-actions.ts'
import { findLedger, ledgerName } from '../../privacy/erasure-queries.ts'
import { consequences } from '../consequences.ts'
import { Usage } from './inspect.ts'
import { openDatabase, progressLine } from './open.ts'

/**
 * `rapport restore [--erasures LEDGER] FILE`: a backup into an empty database; what was erased after it was made is erased again.
 * `rapport restore --check FILE`: only whether the file is whole.
 */
export async function restore(args: string[]): Promise<number> {
  const check = args.includes('--check')
  const at = args.indexOf('--erasures')
  const given = at < 0 ? undefined : args[at + 1]
  const [file, ...more] = args.filter((arg, i) => arg !== '--check' && (at < 0 || (i !== at && i !== at + 1)))
  if (file === undefined || file.startsWith('-') || more.length > 0 || (at >= 0 && given === undefined))
    throw new Usage('restore takes one file: rapport restore [--check] [--erasures LEDGER] FILE')
  const config = readConfig()
  const checked = await checkBackup(file, config.secret)
  const rows = checked.manifest.entries.reduce((sum, entry) => sum + (entry.name.startsWith('table/') ? entry.rows : 0), 0)
  const what = `${file} of ${checked.head.createdAt}, Rapport ${checked.head.rapport}: ${rows} rows`
  if (check) {
    process.stdout.write(`${what}, every count and hash right.\n`)
    return 0
  }
  const erased = await load(config, file, checked, given)
  if (erased > 0) process.stdout.write(`${erased === 1 ? 'One erasure of later was' : `${erased} erasures of later were`} done again.\n`)
  process.stdout.write(`${what}, restored. Start Rapport now; \`rapport doctor\` says what the new machine still lacks.\n`)
  return 0
}

async function load(config: Config, file: string, checked: CheckedBackup, given?: string): Promise<number> {
  const log = createLog({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const opened = await openDatabase(config, { share: false })
  const progress = progressLine()
  const { secret } = checked.head
  // Read before anything is changed: a ledger that cannot be read must not be found out afterwards.
  const ledger = await findLedger(given ?? join(config.dataFolder, ledgerName), config.secret ?? secret ?? '', given !== undefined)
  try {
    await restoreBackup(opened.url, file, checked, {
      log,
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
    if (brokenAt !== null)
      process.stderr.write(`rapport: the journal was changed before this backup was made: line ${brokenAt} does not fit.\n`)
    return erased
  } finally {
    await opened.close()
  }
}
