import type { Config } from '../../config.ts'
import { countPlaces, oneOutside } from '../../files/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { openObjectStore, tryStore } from '../../lib/object-store.ts'
import { type Finding, findingsOf } from './finding.ts'
import { sizeInWords } from './sizes.ts'

const say = findingsOf('files')
const manyInside = 2e9

const of = ({ files, bytes }: { files: number; bytes: number }): string =>
  `${files} ${files === 1 ? 'file' : 'files'} (${sizeInWords(bytes)})`

/** How many files lie where, and whether the object storage can be read and written. */
export async function checkFiles(db: Db, { filesOutside, backupTo, backupFiles }: Config): Promise<Finding[]> {
  const { database, s3 } = await countPlaces(db)
  const findings = [
    say.ok(`${of(database)} in the database${filesOutside || s3.files > 0 ? `, ${of(s3)} in the object storage` : ''}.`),
    ...(filesOutside ? [await checkStore(db, filesOutside)] : []),
  ]
  if (!filesOutside && s3.files > 0)
    findings.push(
      say.wrong(
        `${of(s3)} in an object storage that is not set: nobody can open them.`,
        'Set RAPPORT_FILES_S3_ENDPOINT and the settings that go with it.',
      ),
    )
  if (backupTo !== undefined && backupFiles === 'inside' && database.bytes > manyInside)
    findings.push(
      say.note(
        `Each backup copies ${sizeInWords(database.bytes)} of files again.`,
        'RAPPORT_BACKUP_FILES=beside copies each file once. See docs/operators/backup.md.',
      ),
    )
  return findings
}

async function checkStore(db: Db, settings: NonNullable<Config['filesOutside']>): Promise<Finding> {
  const store = openObjectStore(settings)
  try {
    await tryStore(store)
    const one = await oneOutside(db)
    if (one) for await (const _ of store.get(one.sha256));
    return say.ok(`The object storage ${store.place} can be read and written${one ? ', and a file there is as it was' : ''}.`)
  } catch (error) {
    return say.wrong(
      (error as Error).message,
      `Check ${store.place} and the settings of the object storage in docs/operators/configuration.md.`,
    )
  }
}
