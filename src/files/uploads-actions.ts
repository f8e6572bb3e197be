import { randomBytes } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { countRows, type Db, insertOne, orNoText, type Tx, updateOne, type Write } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { listInDrafts } from '../people/queries.ts'
import { settleIncoming } from './core-actions.ts'
import { type IncomingRead, lookAtIncoming } from './core-queries.ts'
import { chunkSize, fileName } from './rules.ts'
import { getUpload, type Upload } from './uploads-queries.ts'
import { mostUploads, pieceSize, tooLarge, uploadWaits, whyNotUpload } from './uploads-rules.ts'

const reasons = textsOf('files', 'refusals')
const t = textsOf('files', 'uploads')

interface Begun {
  name: string
  /** In bytes; where it is not known, at most. */
  size: number
  /** Of any file here, in bytes. */
  largest: number
}

const refuse = (sentence: string): never => {
  throw new Invalid(sentence, { file: sentence })
}

/**
 * Begins an upload in pieces.
 * @throws Invalid, before a byte is sent, where the file is larger than may be
 */
export async function beginUpload(tx: Tx, actor: Actor, { name, size, largest }: Begun): Promise<Upload> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const why = whyNotUpload(size, largest)
  if (why) refuse(why)
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  const open = await countRows(tx.selectFrom('upload').where('personId', '=', actor.personId))
  if (open >= mostUploads) throw new NotAllowed(t.haveUnfinishedUploadsFinish({ open }))
  const content = await insertOne(tx.insertInto('fileContent'), { keptAt: actor.at })
  return tx
    .insertInto('upload')
    .values({
      key: randomBytes(18).toString('base64url'),
      personId: actor.personId,
      name: fileName(name),
      size,
      contentId: content,
      createdAt: actor.at,
      touchedAt: actor.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Adds the next piece. One that was sent before, and whose answer was lost, is refused with how much is there, so that the sender goes on.
 * @returns how much is there now
 * @throws Conflict where the piece does not begin where the last one ended
 */
export async function addPiece(tx: Tx, actor: Actor, key: string, offset: number, bytes: Uint8Array): Promise<number> {
  const upload = await getUpload(tx, actor, key, { lock: true })
  if (upload.contentId === null) throw new Conflict(t.thisUploadIsFinished)
  if (offset !== upload.received) throw new Conflict(t.haveBytesContinueThere({ received: upload.received }))
  if (bytes.length === 0 || bytes.length > pieceSize) refuse(reasons.piece({ most: pieceSize }))
  const received = upload.received + bytes.length
  if (received > upload.size) refuse(tooLarge(upload.size))
  let n = upload.pieces
  for (let at = 0; at < bytes.length; at += chunkSize)
    await tx
      .insertInto('fileChunk')
      .values({ contentId: upload.contentId, n: n++, bytes: Buffer.from(bytes.subarray(at, at + chunkSize)) })
      .execute()
  await tx.updateTable('upload').set({ received, pieces: n, touchedAt: actor.at }).where('id', '=', upload.id).execute()
  return received
}

interface Ending {
  /** What the sender says it is, for the comparison at the end. */
  sha256?: string | undefined
  /** The size was not known at the beginning: what came is all. */
  open?: boolean
}

/**
 * Reads what came of an upload once more, for `finishUpload`: a large file takes its time, and no lock is held meanwhile.
 * @returns undefined where it is finished already
 */
export async function lookAtUpload(db: Db, actor: Actor, key: string): Promise<IncomingRead | undefined> {
  const { contentId, name } = await getUpload(db, actor, key)
  return contentId === null ? undefined : lookAtIncoming(db, contentId, name)
}

/**
 * Ends an upload: what was read of it is compared with what its name says and what its sender says.
 * @throws Invalid where something is missing or is not what it was said to be; then nothing of it is kept
 */
export async function finishUpload(
  tx: Tx,
  actor: Actor,
  key: string,
  read: IncomingRead | undefined,
  { sha256, open = false }: Ending = {},
): Promise<{ key: string; name: string }> {
  const upload = await getUpload(tx, actor, key, { lock: true })
  const { contentId, name } = upload
  if (contentId === null) return { key, name }
  if (upload.received !== upload.size && !open)
    throw new Conflict(t.haveBytesContinueThere2({ received: upload.received, upload: upload.size }))
  if (read?.contentId !== contentId || read.size !== upload.received) throw new Conflict(t.morePartsFileHaveArrived)
  // What the content becomes may be an older one that is the same: this one goes then, and the upload stays.
  await updateOne(tx.updateTable('upload'), upload.id, { contentId: null, size: Math.max(1, upload.received) })
  const file = await settleIncoming(tx, read, { name, personId: upload.personId, at: actor.at, expected: sha256 }, refuse)
  await tx.updateTable('upload').set({ fileId: file.id, touchedAt: actor.at }).where('id', '=', upload.id).execute()
  return { key, name }
}

/**
 * Takes the file of a form as one that came in pieces, for a form that is not the last one.
 * @returns the upload's key
 */
export async function bringFile(db: Db, write: Write, actor: Actor, file: File, largest: number): Promise<string> {
  const { key } = await write((tx) => beginUpload(tx, actor, { name: file.name, size: file.size, largest }))
  for (let at = 0; at < file.size; at += pieceSize) {
    const piece = new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer())
    await write((tx) => addPiece(tx, actor, key, at, piece))
  }
  const read = await lookAtUpload(db, actor, key)
  await write((tx) => finishUpload(tx, actor, key, read))
  return key
}

/** Throws an upload away, with what came of it. */
export async function cancelUpload(tx: Tx, actor: Actor, key: string): Promise<void> {
  const upload = await getUpload(tx, actor, key, { lock: true })
  await dropUploads(tx, [upload])
}

/**
 * Finished uploads that what somebody has written goes with: they stay while it waits.
 * @returns those that there are
 */
export const holdUploads = (tx: Tx, actor: Actor, keys: readonly string[]) =>
  tx
    .updateTable('upload')
    .set({ touchedAt: actor.at })
    .where('key', 'in', orNoText(keys))
    .where('personId', '=', actor.personId ?? 0)
    .where('fileId', 'is not', null)
    .returning(['key', 'name', 'size'])
    .execute()

/**
 * Hands a finished upload to the form that it was brought for; it is that form's then.
 * @returns the file's id
 */
export async function takeUpload(tx: Tx, actor: Actor, key: string): Promise<number> {
  const upload = await getUpload(tx, actor, key, { lock: true })
  if (upload.fileId === null) return refuse(reasons.notComplete)
  await tx.deleteFrom('upload').where('id', '=', upload.id).execute()
  return upload.fileId
}

async function dropUploads(tx: Tx, uploads: Pick<Upload, 'id' | 'contentId' | 'fileId'>[]): Promise<void> {
  for (const { id, contentId, fileId } of uploads) {
    await tx.deleteFrom('upload').where('id', '=', id).execute()
    if (contentId !== null) await tx.deleteFrom('fileContent').where('id', '=', contentId).execute()
    if (fileId !== null) await dropFile(tx, fileId)
  }
}

/** Lets go of a file that nothing took; its content goes with it where no other file has it. */
export async function dropFile(tx: Tx, fileId: number): Promise<void> {
  const file = await tx.deleteFrom('file').where('id', '=', fileId).returning('contentId').executeTakeFirst()
  if (!file) return
  const other = await tx.selectFrom('file').select('id').where('contentId', '=', file.contentId).limit(1).executeTakeFirst()
  if (!other) await tx.deleteFrom('fileContent').where('id', '=', file.contentId).where('erasedAt', 'is', null).execute()
}

/** Takes away what nobody went on with or took; what somebody's draft shows stays with it. */
export async function sweepUploads(tx: Tx, now: Date): Promise<number> {
  const over = await tx
    .selectFrom('upload')
    .select(['id', 'key', 'contentId', 'fileId'])
    .where('touchedAt', '<', new Date(now.getTime() - uploadWaits * 3_600_000))
    .orderBy('id')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute()
  const held = await listInDrafts(tx, pluck(over, 'key'))
  await tx.updateTable('upload').set({ touchedAt: now }).where('key', 'in', orNoText(held)).execute()
  const given = over.filter(({ key }) => !held.has(key))
  await dropUploads(tx, given)
  return over.length
}
