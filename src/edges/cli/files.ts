import { findOutside } from '../../files/store-door.ts'
import { moveFiles } from '../../files/store-jobs.ts'
import { countPlaces } from '../../files/store-queries.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { withGround } from './ground.ts'
import { Usage } from './inspect.ts'
import { progressLine, say, warn } from './open.ts'

/**
 * `rapport files move --to s3|database`: files above 1 MB to the object storage or back, each compared with its hash, beside a Rapport that
 * runs. Interrupted, it goes on where it was. Ends with 1 where a file is damaged, and stays where it was.
 */
export async function files(args: string[]): Promise<number> {
  const [verb, flag, to, ...more] = args
  if (verb !== 'move' || flag !== '--to' || (to !== 's3' && to !== 'database') || more.length > 0)
    throw new Usage('files takes: rapport files move --to s3, or rapport files move --to database')
  const progress = progressLine()
  return withGround(async ({ context }) => {
    const outside = findOutside()
    if (!outside) throw new Usage('no object storage is set: RAPPORT_FILES_S3_ENDPOINT and what goes with it')
    if (to === 'database' && outside.takes)
      throw new Usage('set RAPPORT_FILES_TO=database first and restart Rapport, or it brings the files to the object storage again')
    const moved = await moveFiles(context, outside, to, (soFar) => progress.say(`${soFar.files} files, ${sizeInWords(soFar.bytes)}`))
    progress.clear()
    const { database, s3 } = await countPlaces(context.db)
    say(`${moved.files} files moved, ${sizeInWords(moved.bytes)}, each compared with its hash.`)
    say(
      `In the database: ${database.files}, ${sizeInWords(database.bytes)}. In ${outside.store.place}: ${s3.files}, ${sizeInWords(s3.bytes)}.`,
    )
    for (const id of moved.damaged) warn(`content ${id} is damaged and stays where it is.`)
    return moved.damaged.length > 0 ? 1 : 0
  })
}
