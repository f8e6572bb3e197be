import { pino } from 'pino'
import { readConfig } from '../../config.ts'
import { takeInSite } from '../../imports/site-actions.ts'
import { verifyJournal } from '../../journal/queries.ts'
import { connect } from '../../lib/db/connect.ts'
import { Usage } from './inspect.ts'
import { openDatabase, progressLine, quiet, say, warn } from './open.ts'
import { withBundle } from './site-bundle.ts'

/** `rapport import site FILE.zip|FOLDER`: an export into an empty Rapport; `--check` only compares it with its manifest. */
export async function importSiteCommand(args: string[]): Promise<number> {
  const check = args.includes('--check')
  const [path, ...more] = args.filter((arg) => arg !== '--check')
  if (path === undefined || path.startsWith('-') || more.length > 0)
    throw new Usage('import site needs one file or folder: rapport import site [--check] FILE.zip|FOLDER')
  const config = readConfig()
  return withBundle(path, async (folder, manifest) => {
    const what = `${path} of ${manifest.createdAt}, ${manifest.address}: ${manifest.files.length} files`
    if (check) {
      say(`${what}, every size and hash right.`)
      return 0
    }
    const log = pino({ level: quiet(config).logLevel, base: null })
    const opened = await openDatabase(config, { share: false })
    const line = progressLine()
    try {
      await takeInSite(opened.url, folder, manifest, { log, progress: line.say })
      line.clear()
      const database = connect(opened.url, { size: 1 })
      const { brokenAt } = await verifyJournal(database.db).finally(() => database.close())
      if (brokenAt !== null) warn(`the journal was changed before it left: line ${brokenAt} does not fit.`)
      say(`${what}, imported. Everyone has to sign in again.`)
      for (const note of manifest.notes) say(note)
      return 0
    } finally {
      await opened.close()
    }
  })
}
