import type { Db } from '../../lib/db/rows.ts'

/** Mailboxes that the worker takes in. */
export const listUnderWay = (db: Db) =>
  db.selectFrom('correspondenceImport').select('id').where('fileId', 'is not', null).where('stoppedAt', 'is', null).orderBy('id').execute()

/** A mailbox that waits to be taken in, with what the virus scanner says of its file; undefined where it is through. */
export const findWaiting = (db: Db, importId: number) =>
  db
    .selectFrom('correspondenceImport')
    .innerJoin('sharedFile as file', 'file.id', 'correspondenceImport.fileId')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select(['correspondenceImport.addressId', 'correspondenceImport.personId', 'correspondenceImport.ownEmails'])
    .select(['file.id as fileId', 'fileContent.scan', 'fileContent.erasedAt'])
    .where('correspondenceImport.id', '=', importId)
    .executeTakeFirst()
