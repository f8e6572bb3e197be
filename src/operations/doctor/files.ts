import type { Config } from '../../config.ts'
import { countPlaces, oneOutside } from '../../files/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { openObjectStore, tryStore } from '../../lib/object-store.ts'
import { formatBytes } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('files')
const manyInside = 2e9

const sizeOf = ({ bytes }: { bytes: number }): string => formatBytes(languageNow(), bytes)

/** How many files lie where, and whether the object storage can be read and written. */
export async function checkFiles(db: Db, { filesOutside, backupTo, backupFiles }: Config): Promise<Finding[]> {
  const { database, s3 } = await countPlaces(db)
  const inside = { files: database.files, size: sizeOf(database) }
  const outside = { outside: s3.files, outsideSize: sizeOf(s3) }
  const findings = [
    say.ok(filesOutside || s3.files > 0 ? found.files.both({ ...inside, ...outside }) : found.files.inside(inside)),
    ...(filesOutside ? [await checkStore(db, filesOutside)] : []),
  ]
  if (!filesOutside && s3.files > 0) findings.push(say.wrong(found.files.lost({ files: s3.files, size: sizeOf(s3) }), found.files.lostTodo))
  if (backupTo !== undefined && backupFiles === 'inside' && database.bytes > manyInside)
    findings.push(say.note(found.files.again({ size: sizeOf(database) }), found.files.againTodo))
  return findings
}

async function checkStore(db: Db, settings: NonNullable<Config['filesOutside']>): Promise<Finding> {
  const store = openObjectStore(settings)
  try {
    await tryStore(store)
    const one = await oneOutside(db)
    if (one) for await (const _ of store.get(one.sha256));
    return say.ok(found.files[one ? 'storeKept' : 'store']({ place: store.place }))
  } catch (error) {
    return say.wrong((error as Error).message, found.files.storeTodo({ place: store.place }))
  }
}
