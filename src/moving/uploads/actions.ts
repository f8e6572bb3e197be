import type { Actor } from '../../actor.ts'
import type { Db, Tx } from '../../db/connect.ts'
import { enqueue } from '../../db/enqueue.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { openList } from '../../list/actions.ts'
import { findListsByName } from '../../list/queries.ts'
import type { Choices } from '../queries.ts'
import type { Step } from '../run.ts'
import { getUpload } from './queries.ts'
import { kindOf, mostBytes, plainName } from './rules.ts'

/** What somebody brings. */
interface NewUpload {
  listName: string
  groupId: number
  fromName: string
  choices: Choices
  files: File[]
}

const piece = 1024 * 1024

/**
 * Keeps the files of an import that somebody wants to see before it is done.
 * @returns its id
 * @throws Invalid where a file is nothing that an import reads
 */
export async function keepUpload(tx: Tx, actor: Actor, { files, choices, ...upload }: NewUpload): Promise<number> {
  if (actor.personId === null) throw new NotFound('There is no such page.')
  const { id } = await tx
    .insertInto('moveUpload')
    .values({ ...upload, personId: actor.personId, choices: JSON.stringify(choices), createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addFiles(tx, id, files)
  return id
}

/**
 * Adds files to an import that has not begun: what is too large for one form comes in several.
 * @throws Invalid where a file is nothing that an import reads, or all are too large together
 */
export async function addFiles(tx: Tx, uploadId: number, files: File[]): Promise<void> {
  const before = await tx
    .selectFrom('moveFile')
    .select((e) => e.fn.sum<number>('size').as('size'))
    .where('uploadId', '=', uploadId)
    .executeTakeFirst()
  let size = Number(before?.size ?? 0)
  for (const file of files) {
    const name = plainName(file.name)
    if (kindOf(name) === undefined)
      throw new Invalid('Please look again.', {
        files: `“${name}” is nothing that an import reads. Keep the names that Mailman gives its files.`,
      })
    if (file.size === 0) throw new Invalid('Please look again.', { files: `“${name}” is empty.` })
    size += file.size
    if (size > mostBytes) throw new Invalid('Please look again.', { files: 'That is more than 2 GB; bring it by the command line.' })
    await keepFile(tx, uploadId, name, file)
  }
}

async function keepFile(tx: Tx, uploadId: number, name: string, file: File): Promise<void> {
  await tx.deleteFrom('moveFile').where('uploadId', '=', uploadId).where('name', '=', name).execute()
  const { id } = await tx.insertInto('moveFile').values({ uploadId, name, size: file.size }).returning('id').executeTakeFirstOrThrow()
  for (let n = 0; n * piece < file.size; n++) {
    const bytes = Buffer.from(await file.slice(n * piece, (n + 1) * piece).arrayBuffer())
    await tx.insertInto('moveChunk').values({ fileId: id, n, bytes }).execute()
  }
}

/**
 * Begins an import: opens its list where there is none yet, and has the worker do the rest. Twice is once.
 * @throws Conflict when it has been begun or thrown away meanwhile
 */
export async function beginUpload(tx: Tx, actor: Actor, uploadId: number, { settings }: { settings: boolean }): Promise<void> {
  const upload = await getUpload(tx, actor, uploadId, { lock: true })
  if (upload.state === 'running' || upload.state === 'done') throw new Conflict('This import has begun already.')
  const [list] = await findListsByName(tx, [upload.listName])
  if (!list)
    await openList(tx, actor, {
      groupId: upload.groupId,
      communityIds: [],
      name: upload.listName,
      title: upload.listName,
      archive: 'subscribers',
    })
  await tx
    .updateTable('moveUpload')
    .set({ state: 'running', begunAt: actor.at, error: null, choices: JSON.stringify({ ...upload.choices, settings }) })
    .where('id', '=', uploadId)
    .execute()
  await record(tx, actor, { action: 'upload.begun', subject: `upload:${uploadId}`, groupId: upload.groupId })
  await enqueue(tx, 'moving.run', { uploadId }, { key: `moving.run:${uploadId}`, queue: 'moving' })
}

/** Throws an import away that has not begun, with its files. */
export async function discardUpload(tx: Tx, actor: Actor, uploadId: number): Promise<void> {
  const upload = await getUpload(tx, actor, uploadId, { lock: true })
  if (upload.state === 'running' || upload.state === 'done') throw new Conflict('This import has begun already.')
  await tx.deleteFrom('moveUpload').where('id', '=', uploadId).execute()
}

/** How far an import is, for those who look at its page. */
export async function noteStep(db: Db, uploadId: number, { what, done, of }: Step): Promise<void> {
  await db
    .updateTable('moveUpload')
    .set({ step: what, done, of: of ?? null })
    .where('id', '=', uploadId)
    .execute()
}

/** An import is done, or cannot be; its files are not kept when it is done. */
export async function endUpload(tx: Tx, uploadId: number, at: Date, end: { moveId: number } | { error: string }): Promise<void> {
  if ('moveId' in end) {
    await tx.deleteFrom('moveFile').where('uploadId', '=', uploadId).execute()
    await tx
      .updateTable('moveUpload')
      .set({ state: 'done', moveId: end.moveId, endedAt: at, error: null })
      .where('id', '=', uploadId)
      .execute()
  } else
    await tx
      .updateTable('moveUpload')
      .set({ state: 'failed', endedAt: at, error: end.error.slice(0, 1_000) })
      .where('id', '=', uploadId)
      .execute()
}

/** What nobody has begun within a week goes: files of members lie nowhere longer than they must. */
export async function sweepUploads(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('moveUpload').where('state', 'in', ['shown', 'failed']).where('createdAt', '<', before).execute()
}
