import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { NotFound } from '../errors.ts'
import { countRows, type Db, orNoId } from '../lib/db/rows.ts'
import { DamagedObject, StoreRefused } from '../lib/object-store.ts'
import { refusals } from '../lib/ui/words.ts'
import { chunkSize, DamagedFile, headSize } from './rules.ts'
import { theStore } from './store-door.ts'
import { tellType } from './type.ts'

/** A file that is kept. Who may have it is decided by the thing it is attached to. */
export interface KeptFile {
  id: number
  name: string
  /** As told from its content. */
  type: string
  /** In bytes. */
  size: number
  sha256: Buffer
  personId: number | null
  createdAt: Date
}

// What waits for the virus scanner, or was stopped by it, is nobody's to open.
const seen = sql<boolean>`(file_content.scan is null or file_content.scan = 'clean')`

/** These files, in the order of their ids; those whose content was erased, or that the virus scanner has not let through, are left out. */
export async function listFiles(db: Db, ids: readonly number[]): Promise<KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('file')
    .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
    .select(['file.id', 'file.name', 'fileContent.type', 'fileContent.size', 'fileContent.sha256', 'file.personId', 'file.createdAt'])
    .where('file.id', 'in', ids)
    .where('fileContent.erasedAt', 'is', null)
    .where(seen)
    .orderBy('file.id')
    .execute()
  return rows.flatMap(({ sha256, ...row }) => (sha256 ? [{ ...row, sha256 }] : []))
}

/** How many of these files the virus scanner has not looked at yet: their owners are told why they see them nowhere. */
export const countHeld = (db: Db, ids: readonly number[]): Promise<number> =>
  countRows(
    db
      .selectFrom('file')
      .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
      .where('file.id', 'in', orNoId(ids))
      .where('fileContent.scan', '=', 'waiting'),
  )

/**
 * The bytes of a file, piece by piece. The caller has made sure that the reader may see what the file is attached to.
 * @throws NotFound where there is none, its content was erased, or the virus scanner has not let it through
 * @throws DamagedFile at the end where the bytes do not match their hash, so that nobody takes a damaged file for a whole one
 */
export async function* readFileBytes(db: Db, fileId: number): AsyncGenerator<Buffer> {
  const file = await db
    .selectFrom('file')
    .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
    .select(['fileContent.id', 'fileContent.sha256'])
    .where('file.id', '=', fileId)
    .where('fileContent.erasedAt', 'is', null)
    .where(seen)
    .executeTakeFirst()
  if (!file?.sha256) throw new NotFound(refusals.thereIsNoSuchFile)
  const hash = createHash('sha256')
  for await (const bytes of readContent(db, file.id)) {
    hash.update(bytes)
    yield bytes
  }
  if (!hash.digest().equals(file.sha256)) throw new DamagedFile(`File ${fileId} is damaged.`)
}

/**
 * The bytes of a content as they stand, piece by piece, for the program itself: whether somebody may have them is not asked. They lie in the
 * database or in the storage outside, and may move from the one to the other meanwhile.
 */
export async function* readContent(db: Db, contentId: number): AsyncGenerator<Buffer> {
  let from = 0
  for (let n = 0; ; n++) {
    const chunk = await db.selectFrom('fileChunk').select('bytes').where('contentId', '=', contentId).where('n', '=', n).executeTakeFirst()
    if (!chunk) break
    from += chunk.bytes.length
    yield chunk.bytes
  }
  const outside = await db.selectFrom('fileContent').select(['sha256', 'size', 'storedAt']).where('id', '=', contentId).executeTakeFirst()
  if (outside?.sha256 && outside.storedAt && from < outside.size) yield* readOutside(contentId, outside.sha256, from)
}

async function* readOutside(contentId: number, sha256: Buffer, from: number): AsyncGenerator<Buffer> {
  try {
    yield* theStore().get(sha256, from)
  } catch (error) {
    const lost = error instanceof DamagedObject || (error instanceof StoreRefused && error.status === 404)
    throw lost ? new DamagedFile(`Content ${contentId} is damaged: ${error.message}`, { cause: error }) : error
  }
}

/** Bytes as they come, in pieces of the size that the database keeps. */
export async function* inChunks(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    waiting.push(piece)
    size += piece.length
    if (size < chunkSize) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; at + chunkSize <= all.length; at += chunkSize) yield all.subarray(at, at + chunkSize)
    waiting = [all.subarray(at)]
    size = all.length - at
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** A file that was looked at: its type is told from its content. */
export interface LookedAt {
  name: string
  /** All of it, or its pieces as they come. */
  content: Uint8Array | AsyncIterable<Uint8Array>
  /** In bytes, where it is known before it is read. */
  size?: number
  type: string
}

/**
 * Looks at what somebody brings, before the transaction that keeps it: a worker tells its type, and may be busy with other files. Nobody
 * waits meanwhile for a connection or a lock.
 */
export async function lookAt(file: File | { name: string; content: Uint8Array }): Promise<LookedAt> {
  const { name } = file
  if ('content' in file)
    return { name, content: file.content, size: file.content.length, type: await tellType(file.content.subarray(0, headSize), name) }
  const head = new Uint8Array(await file.slice(0, headSize).arrayBuffer())
  // Read from its beginning each time: the transaction that keeps it may begin anew.
  const content = { [Symbol.asyncIterator]: () => file.stream()[Symbol.asyncIterator]() }
  return { name, content, size: file.size, type: await tellType(head, name) }
}

/** A content that came in pieces, as it was read. */
export interface IncomingRead {
  contentId: number
  size: number
  sha256: Buffer
  type: string
}

/** The same for a content that is in the database already: its bytes are read once, one piece in memory at a time. */
export async function lookAtIncoming(db: Db, contentId: number, name: string): Promise<IncomingRead> {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let size = 0
  for await (const bytes of readContent(db, contentId)) {
    if (size < headSize) heads.push(bytes)
    size += bytes.length
    hash.update(bytes)
  }
  return { contentId, size, sha256: hash.digest(), type: await tellType(Buffer.concat(heads), name) }
}
