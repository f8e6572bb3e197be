import { readConfig } from '../../config.ts'
import { takeBackup } from '../../lib/db/backup.ts'
import { loadSecret } from '../../lib/secret.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { Usage } from './inspect.ts'
import { openDatabase, progressLine } from './open.ts'

/** `rapport backup FILE`: all of Rapport in one file, while it runs. */
export async function backup(args: string[]): Promise<number> {
  const [file, ...more] = args
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new Usage('backup takes one file: rapport backup FILE')
  const config = readConfig()
  const opened = await openDatabase(config, { share: true })
  const progress = progressLine()
  try {
    let rows = 0
    const { size } = await takeBackup(opened.url, file, {
      secret: config.secret ?? (await loadSecret(config.dataFolder)),
      withSecret: config.secret === undefined,
      progress(entry) {
        rows += entry.name.startsWith('table/') ? entry.rows : 0
        progress.say(`${entry.name}: ${rows} rows`)
      },
    })
    progress.clear()
    process.stdout.write(`${file}: ${rows} rows, ${sizeInWords(size)}.\n`)
    process.stdout.write(
      config.secret === undefined
        ? 'It holds the secret of the data folder and everybody’s mail: keep it as you keep the database.\n'
        : 'It does not hold RAPPORT_SECRET: keep that too, or nothing that it signed can be used after a restore.\n',
    )
    return 0
  } finally {
    await opened.close()
  }
}
