import type { Actor } from '../actor.ts'
import { type Db, insertAll, orNoText, type Tx, type Write } from '../lib/db/rows.ts'
import { spokenName } from '../lib/ui/post-html.ts'
import { fileInText, filesOf, textFilePath } from './texts-rules.ts'
import { bringFile, dropFile } from './uploads-actions.ts'
import { findUploadedFile } from './uploads-queries.ts'

/**
 * Gives the files that its writer has brought and that stand in a text to that text. A file of another text stays that one's: whoever names it shows
 * it to those who may read the other.
 * @param keeps versions of before stay, and with them the files that only they show; else these go
 */
export async function takeTextFiles(
  tx: Tx,
  actor: Actor,
  subject: `${string}:${number}`,
  text: string,
  { keeps = false }: { keeps?: boolean } = {},
): Promise<void> {
  const keys = filesOf(text)
  if (keys.length > 0) {
    const brought = await tx
      .deleteFrom('upload')
      .where('key', 'in', keys)
      .where('personId', '=', actor.personId ?? 0)
      .where('fileId', 'is not', null)
      .returning(['key', 'fileId'])
      .execute()
    const rows = brought.flatMap(({ key, fileId }) => (fileId === null ? [] : [{ key, fileId, subject, addedAt: actor.at }]))
    await insertAll(tx.insertInto('textFile'), rows)
  }
  if (keeps) return
  const gone = await tx
    .deleteFrom('textFile')
    .where('subject', '=', subject)
    .where('key', 'not in', orNoText(keys))
    .returning('fileId')
    .execute()
  for (const { fileId } of gone) await dropFile(tx, fileId)
}

/** Texts are gone: their files, which nobody could have any more, go with them. */
export async function dropTextFiles(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  const gone = await tx.deleteFrom('textFile').where('subject', 'in', subjects).returning('fileId').execute()
  for (const { fileId } of gone) await dropFile(tx, fileId)
}

/** Where files that come with a form are kept. */
interface Keeping {
  db: Db
  write: Write
  actor: Actor
  config: { largestFile: number }
}

/** Puts files that came with a form, without script, at the end of its text. */
export async function bringIntoText({ db, write, actor, config }: Keeping, files: unknown, text: string): Promise<string> {
  const parts = [text]
  for (const file of [files ?? []].flat()) {
    if (!(file instanceof File) || file.size === 0) continue
    const key = await bringFile(db, write, actor, file, config.largestFile)
    const name = spokenName(file.name)
    parts.push(fileInText(textFilePath(key, name), name, (await findUploadedFile(db, actor, key))?.type ?? ''))
  }
  return parts.filter(Boolean).join('\n\n')
}
