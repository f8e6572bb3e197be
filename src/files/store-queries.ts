import { sql } from 'kysely'
import { countRows, type Db } from '../lib/db/rows.ts'
import { largeFile } from './rules.ts'

/** A content that is to move. */
export interface Movable {
  id: number
  sha256: Buffer
  size: number
}

/** The next large content after this one that lies on the one side or the other, and is whole. What waits for the virus scanner stays. */
export async function nextContent(db: Db, lies: 'database' | 's3', after: number): Promise<Movable | undefined> {
  const row = await db
    .selectFrom('fileContent')
    .select(['id', 'sha256', 'size'])
    .where('id', '>', after)
    .where('sha256', 'is not', null)
    .where('erasedAt', 'is', null)
    .where(sql<boolean>`scan is distinct from 'waiting'`)
    .$if(lies === 'database', (query) => query.where('storedAt', 'is', null).where('size', '>', largeFile))
    .$if(lies === 's3', (query) => query.where('storedAt', 'is not', null))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.sha256 ? { ...row, sha256: row.sha256 } : undefined
}

/** How many files lie where, and how much that is; and objects that no file names any more. */
export async function countPlaces(db: Db): Promise<Record<'database' | 's3', { files: number; bytes: number }> & { unused: number }> {
  const row = await db
    .selectFrom('fileContent')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('storedAt', 'is', null).as('here'),
      e.fn.sum<number>('size').filterWhere('storedAt', 'is', null).as('bytesHere'),
      e.fn.countAll<number>().filterWhere('storedAt', 'is not', null).as('there'),
      e.fn.sum<number>('size').filterWhere('storedAt', 'is not', null).as('bytesThere'),
    ])
    .where('sha256', 'is not', null)
    .where('erasedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const unused = await countRows(db.selectFrom('fileObject').where('unusedAt', 'is not', null))
  return {
    database: { files: Number(row.here), bytes: Number(row.bytesHere ?? 0) },
    s3: { files: Number(row.there), bytes: Number(row.bytesThere ?? 0) },
    unused,
  }
}

/** One content that lies outside, the smallest: to try whether it can be read. */
export async function oneOutside(db: Db): Promise<Movable | undefined> {
  const row = await db
    .selectFrom('fileContent')
    .select(['id', 'sha256', 'size'])
    .where('storedAt', 'is not', null)
    .where('erasedAt', 'is', null)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
  return row?.sha256 ? { ...row, sha256: row.sha256 } : undefined
}
