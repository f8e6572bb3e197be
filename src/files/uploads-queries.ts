import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { readContent } from './core-queries.ts'

const t = textsOf('files', 'uploads')

/**
 * An upload of this person; nobody else has it.
 * @throws NotFound
 */
export const getUpload = (db: Db, actor: Actor, key: string, { lock = false } = {}) =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('key', '=', key)
    .where('personId', '=', actor.personId ?? 0)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirstOrThrow(() => new NotFound(t.uploadNotFound))

export type Upload = Awaited<ReturnType<typeof getUpload>>

/** A finished upload that waits for its form; undefined where there is none. */
export async function findReadyUpload(db: Db, actor: Actor, key: string | undefined) {
  if (!key) return undefined
  return findRow(db.selectFrom('upload').where('fileId', 'is not', null), { key, personId: actor.personId ?? 0 }, ['key', 'name', 'size'])
}

/** The bytes of a finished upload of this person, piece by piece, to be looked at before a form takes it; undefined where there is none. */
export async function findUploaded(
  db: Db,
  actor: Actor,
  key: string,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> } | undefined> {
  const found = await db
    .selectFrom('upload')
    .innerJoin('file', 'file.id', 'upload.fileId')
    .select(['file.name', 'file.contentId'])
    .where('upload.key', '=', key)
    .where('upload.personId', '=', actor.personId ?? 0)
    .executeTakeFirst()
  return found && { name: found.name, bytes: readContent(db, found.contentId) }
}

/** A finished upload of this person as the file that it is; undefined where there is none. Its bytes are had as those of any file. */
export const findUploadedFile = (db: Db, actor: Actor, key: string) =>
  db
    .selectFrom('upload')
    .innerJoin('file', 'file.id', 'upload.fileId')
    .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
    .select(['file.id', 'file.name', 'fileContent.type', 'fileContent.size'])
    .where('upload.key', '=', key)
    .where('upload.personId', '=', actor.personId ?? 0)
    .where('fileContent.erasedAt', 'is', null)
    .executeTakeFirst()

/** Uploads that are under way, and how much of them is here: for the operator's figures. */
export async function countUploads(db: Db): Promise<{ open: number; bytes: number }> {
  const row = await db
    .selectFrom('upload')
    .select((e) => [e.fn.countAll<number>().as('open'), e.fn.sum<number>('received').as('bytes')])
    .where('contentId', 'is not', null)
    .executeTakeFirst()
  return { open: row?.open ?? 0, bytes: Number(row?.bytes ?? 0) }
}
