import { pino } from 'pino'
import { type Config, readConfig } from '../config.ts'
import { connect } from '../db/connect.ts'
import { type CheckedBackup, checkBackup, restoreBackup } from '../db/restore.ts'
import { verifyJournal } from '../journal/queries.ts'
import { replaceSecret } from '../secret.ts'
import { Usage } from './inspect.ts'
import { openDatabase, progressLine } from './open.ts'

/** `rapport restore FILE`: a backup into an empty database. `rapport restore --check FILE`: only whether the file is whole. */
export async function restore(args: string[]): Promise<number> {
  const check = args.includes('--check')
  const [file, ...more] = args.filter((arg) => arg !== '--check')
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new Usage('restore takes one file: rapport restore [--check] FILE')
  const config = readConfig()
  const checked = await checkBackup(file, config.secret)
  const rows = checked.manifest.entries.reduce((sum, entry) => sum + (entry.name.startsWith('table/') ? entry.rows : 0), 0)
  const what = `${file} of ${checked.head.createdAt}, Rapport ${checked.head.rapport}: ${rows} rows`
  if (check) {
    process.stdout.write(`${what}, every count and hash right.\n`)
    return 0
  }
  await load(config, file, checked)
  process.stdout.write(`${what}, restored. Start Rapport now; \`rapport doctor\` says what the new machine still lacks.\n`)
  return 0
}

async function load(config: Config, file: string, checked: CheckedBackup): Promise<void> {
  const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, base: null })
  const opened = await openDatabase(config, { share: false })
  const progress = progressLine()
  const { secret } = checked.head
  try {
    await restoreBackup(opened.url, file, checked, {
      log,
      progress: (entry) => progress.say(`${entry.name}: ${entry.rows} rows`),
      beforeCommit: async () => {
        if (secret !== null && config.secret === undefined) await replaceSecret(config.dataFolder, secret)
      },
    })
    progress.clear()
    const database = connect(opened.url, { size: 1 })
    const { brokenAt } = await verifyJournal(database.db).finally(() => database.close())
    if (brokenAt !== null)
      process.stderr.write(`rapport: the journal was changed before this backup was made: line ${brokenAt} does not fit.\n`)
  } finally {
    await opened.close()
  }
}
