import type { Actor } from '../actor.ts'
import { NotAllowed, NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import type { TextKind } from '../texts.ts'
import { filesOf } from './texts-rules.ts'

/** What somebody reads of a text; undefined where there is none for them. */
async function readText(db: Db, texts: readonly TextKind[], actor: Actor, subject: string): Promise<string | undefined> {
  const [, kind = '', id = ''] = /^([a-z-]+):(\d{1,15})$/.exec(subject) ?? []
  try {
    return await texts.find((one) => one.kind === kind)?.read(db, actor, Number(id))
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return undefined
    throw error
  }
}

/** A file of a text that this person may read and that shows it; undefined for everybody else. */
export async function findTextFile(db: Db, texts: readonly TextKind[], actor: Actor, key: string) {
  const file = await db
    .selectFrom('textFile')
    .select(['textFile.fileId as id', 'textFile.subject'])
    .where('textFile.key', '=', key)
    .executeTakeFirst()
  const text = file && (await readText(db, texts, actor, file.subject))
  return text !== undefined && filesOf(text).includes(key) ? file : undefined
}
