import { sql } from 'kysely'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { isOfTypes } from '../lib/mail/file-types.ts'
import { dropFiles, forgetDocuments, indexDocuments } from '../search/actions.ts'
import { documentOf, type NewMessage } from './core/actions.ts'

/** Puts a message into the index as it stands. */
export async function indexMessage(tx: Tx, id: number): Promise<void> {
  const message = await tx
    .selectFrom('message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['listId', 'list.language', 'list.dropTypes', 'sentAt', 'fromName', 'fromEmail', 'subject', 'text'])
    .where('message.id', '=', id)
    .executeTakeFirst()
  if (!message) return
  const attachments: NewMessage['attachments'] = await tx
    .selectFrom('attachment')
    .select(['filename', 'type', 'size', 'sha256', 'inline'])
    .where('messageId', '=', id)
    .orderBy('position')
    .execute()
  const { listId, language, dropTypes } = message
  await indexDocuments(tx, [documentOf({ id: listId, language, dropTypes }, id, { ...message, attachments })])
}

/** Takes messages out of the index: they are gone, or nothing of them may be found. */
export const forgetMessages = (tx: Tx, ids: number[]): Promise<void> => forgetDocuments(tx, 'message', ids)

/** A list passes on other types of files than before: by the words of those that it does not, nothing is found from now on. */
export async function refile(tx: Tx, listId: number, before: string[], after: string[]): Promise<void> {
  const files = await tx
    .selectFrom('attachment')
    .innerJoin('message', 'message.id', 'attachment.messageId')
    .select(['message.id', 'filename', 'type'])
    .where('message.listId', '=', listId)
    .where(sql<boolean>`not attachment.inline`)
    .execute()
  await dropFiles(tx, 'message', [...new Set(idsOf(files.filter((file) => isOfTypes(file, before) !== isOfTypes(file, after))))])
}
