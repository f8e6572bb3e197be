import { readConfig } from '../../config.ts'
import { type BackupManifest, takeBackup } from '../../lib/db/backup.ts'
import { loadSecret } from '../../lib/secret.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { Usage } from './inspect.ts'
import { openDatabase, progressLine, requireDatabase, say } from './open.ts'

/**
 * `rapport backup [--files FOLDER] FILE`: all of Rapport in one file, while it runs. With a folder contents of files go there, each once
 * however many backups name it.
 */
export async function backup(args: string[]): Promise<number> {
  const at = args.indexOf('--files')
  const folder = at < 0 ? undefined : args[at + 1]
  const [file, ...more] = at < 0 ? args : args.toSpliced(at, 2)
  if (file === undefined || file.startsWith('-') || more.length > 0 || (at >= 0 && folder === undefined))
    throw new Usage('backup takes one file: rapport backup [--files FOLDER] FILE')
  const config = readConfig()
  requireDatabase(config)
  const opened = await openDatabase(config, { share: true })
  const progress = progressLine()
  try {
    let rows = 0
    const { size, manifest } = await takeBackup(opened.url, file, {
      secret: config.secret ?? (await loadSecret(config.dataFolder)),
      withSecret: config.secret === undefined,
      files: folder === undefined ? undefined : { folder, at: new Date() },
      place: config.filesOutside && `${config.filesOutside.endpoint}/${config.filesOutside.bucket}`,
      progress(entry) {
        rows += entry.name.startsWith('table/') ? entry.rows : 0
        progress.say(`${entry.name}: ${rows} rows`)
      },
    })
    progress.clear()
    say(`${file}: ${rows} rows, ${sizeInWords(size)}.`)
    if (folder !== undefined) say(`The contents of files are in ${folder}: keep it with the backups that name them.`)
    sayBeside(manifest, config.secret === undefined)
    return 0
  } finally {
    await opened.close()
  }
}

/** What belongs to the backup and is not in it, and how to keep it. */
function sayBeside({ outside, journalFiles = [] }: BackupManifest, withSecret: boolean): void {
  if (outside && outside.files > 0)
    say(`${outside.files} files (${sizeInWords(outside.bytes)}) lie in ${outside.place || 'an object storage'} and are not in it.`)
  for (const { name, place } of journalFiles) say(`Old years of the activity log lie in ${name} in ${place} and are not in it.`)
  say(
    withSecret
      ? 'It holds the secret of the data folder and everybody’s mail: keep it as you keep the database.'
      : 'It does not hold RAPPORT_SECRET: keep that too, or nothing that it signed can be used after a restore.',
  )
}
