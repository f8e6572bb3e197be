import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { countRows, type Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { findListsByName } from '../../list/queries.ts'
import { mayAdminister, mayOwn } from '../../policy.ts'
import type { Choices } from '../queries.ts'

/**
 * An import brought over the web: for administrators, and for the owner of its list who brought it.
 * @throws NotFound for everybody else
 */
export async function getUpload(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const upload = await db
    .selectFrom('moveUpload')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  const [list] = upload ? await findListsByName(db, [upload.listName]) : []
  const owns = upload?.personId === actor.personId && list !== undefined && mayOwn(actor, list)
  if (!upload || !(mayAdminister(actor) || owns)) throw new NotFound(refusals.thereIsNoSuchImport)
  return { ...upload, choices: upload.choices as unknown as Choices, list }
}

export type Upload = Awaited<ReturnType<typeof getUpload>>

/** An import for the job that carries it out; undefined where there is none, or it is not to run. */
export const findRunning = (db: Db, id: number) =>
  db.selectFrom('moveUpload').selectAll().where('id', '=', id).where('state', '=', 'running').executeTakeFirst()

/** Imports that a worker carries out. */
export const listRunning = (db: Db) => db.selectFrom('moveUpload').select('id').where('state', '=', 'running').orderBy('id').execute()

/** The files of an import, by name, with what the virus scanner says of them. */
export const listFiles = (db: Db, uploadId: number) =>
  db
    .selectFrom('moveFile')
    .innerJoin('sharedFile as file', 'file.id', 'moveFile.fileId')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select(['moveFile.fileId', 'moveFile.name', 'fileContent.size', 'fileContent.scan'])
    .where('moveFile.uploadId', '=', uploadId)
    .orderBy('moveFile.name')
    .execute()

/** Imports over the web, newest first. */
export const listUploads = (db: Db, limit = 30) =>
  db
    .selectFrom('moveUpload')
    .innerJoin('sharedPerson as person', 'person.id', 'moveUpload.personId')
    .leftJoin('listMove', 'listMove.id', 'moveUpload.moveId')
    .select(['moveUpload.id', 'moveUpload.listName', 'moveUpload.state', 'moveUpload.createdAt', 'moveUpload.endedAt', 'person.name as by'])
    .select(['listMove.undoBegunAt', 'listMove.undoneAt'])
    .orderBy('moveUpload.id', 'desc')
    .limit(limit)
    .execute()

/** Imports over the web that were begun an hour ago or more and are not done: for the operator's figures. */
export const countStalled = (db: Db, now: Date): Promise<number> =>
  countRows(
    db
      .selectFrom('moveUpload')
      .where('state', '=', 'running')
      .where('begunAt', '<', new Date(now.getTime() - 3_600_000)),
  )
