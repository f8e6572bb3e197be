import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, type Tx, upsertRow, type Write } from '../lib/db/rows.ts'
import { DamagedObject, type ObjectStore } from '../lib/object-store.ts'
import { inChunks, readContent } from './core-queries.ts'
import { chunkSize, DamagedFile } from './rules.ts'
import type { Movable } from './store-queries.ts'

interface Places {
  db: Db
  write: Write
  store: ObjectStore
  at: Date
}

/**
 * Moves a content into the storage. It is written, and read back and compared, before the row says so and the pieces here go; whatever
 * ends the process in between leaves a whole file here.
 * @returns false where it is gone or was moved by somebody else meanwhile
 * @throws DamagedFile where it is not what its hash says
 */
export async function moveOut({ db, write, store, at }: Places, { id, sha256, size }: Movable): Promise<boolean> {
  await write((tx) => noteObject(tx, sha256, at))
  if (!(await isWhole(store, sha256, size))) {
    await store.put(sha256, size, () => comparing(readContent(db, id), sha256))
    if (!(await isWhole(store, sha256, size))) throw new DamagedFile(`The storage does not give back content ${id} as it was written.`)
  }
  return write(async (tx) => {
    const content = await lockContent(tx, id)
    if (!content || content.storedAt || content.erasedAt) return false
    await noteObject(tx, sha256, at)
    await tx.updateTable('fileContent').set({ storedAt: at }).where('id', '=', id).execute()
    await tx.deleteFrom('fileChunk').where('contentId', '=', id).execute()
    return true
  })
}

/** Moves a content back into the database; its object stays for as long as backups may name it. */
export async function moveIn({ write }: Places, { id, size }: Movable): Promise<boolean> {
  return write(async (tx) => {
    const content = await lockContent(tx, id)
    if (!content?.storedAt || content.erasedAt) return false
    let n = 0
    for await (const bytes of inChunks(readContent(tx, id)))
      await tx.insertInto('fileChunk').values({ contentId: id, n: n++, bytes }).execute()
    if (n !== Math.ceil(size / chunkSize)) throw new DamagedFile(`Content ${id} is not as long as it was.`)
    await tx.updateTable('fileContent').set({ storedAt: null }).where('id', '=', id).execute()
    return true
  })
}

/** Does the object come back as it is to be? */
async function isWhole(store: ObjectStore, sha256: Buffer, size: number): Promise<boolean> {
  if ((await store.head(sha256)) !== size) return false
  try {
    for await (const _ of store.get(sha256));
    return true
  } catch (error) {
    if (error instanceof DamagedObject) return false
    throw error
  }
}

const lockContent = (tx: Tx, id: number) =>
  tx.selectFrom('fileContent').select(['storedAt', 'erasedAt']).where('id', '=', id).forUpdate().executeTakeFirst()

/** An object is, or is about to be, in use. */
async function noteObject(tx: Tx, sha256: Buffer, at: Date): Promise<void> {
  await upsertRow(tx.insertInto('fileObject'), { sha256 }, { putAt: at, unusedAt: null })
}

/** The same bytes; those that are not what their hash says are not written anywhere. */
async function* comparing(bytes: AsyncIterable<Buffer>, sha256: Buffer): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let last: Buffer | undefined
  for await (const piece of bytes) {
    hash.update(piece)
    if (last) yield last
    last = piece
  }
  if (!hash.digest().equals(sha256)) throw new DamagedFile(`The content ${sha256.toString('hex')} is damaged.`)
  if (last) yield last
}

/** Notes which objects no file names any more, and which one does again. */
export async function markObjects(tx: Tx, at: Date): Promise<void> {
  await sql`update file_object o set unused_at = case when named then null else ${at}::timestamptz end
    from (select f.sha256, exists (select from file_content c where c.sha256 = f.sha256 and c.stored_at is not null) as named
      from file_object f) n
    where n.sha256 = o.sha256 and n.named = (o.unused_at is not null) and (n.named or o.put_at < ${new Date(at.getTime() - underWay)})`.execute(
    tx,
  )
}

// By then whoever wrote an object has said so, or has ended.
const underWay = 24 * 3_600_000

/**
 * Takes one object out of the storage that nobody needs any more: what was erased at once, all else once no backup is to name it.
 * @returns false where there is none
 */
export async function dropObject(tx: Tx, store: ObjectStore, at: Date, keepDays: number): Promise<boolean> {
  const object = await tx
    .selectFrom('fileObject')
    .select('sha256')
    .where('unusedAt', 'is not', null)
    .where((e) =>
      e.or([
        e('unusedAt', '<', new Date(at.getTime() - keepDays * 86_400_000)),
        e.exists(
          e
            .selectFrom('fileContent')
            .select('id')
            .whereRef('fileContent.sha256', '=', 'fileObject.sha256')
            .where('erasedAt', 'is not', null),
        ),
      ]),
    )
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!object) return false
  // Who stores the same just now waits for this row, and finds it gone.
  await store.delete(object.sha256)
  await tx.deleteFrom('fileObject').where('sha256', '=', object.sha256).execute()
  return true
}
