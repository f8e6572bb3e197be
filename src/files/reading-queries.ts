import { sql } from 'kysely'
import { findAttachment } from '../archive/queries.ts'
import { type Db, findRow, orNoId, orNoText } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import type { FoundFile } from '../search/rules.ts'
import { filesOf } from './texts-rules.ts'

/**
 * Files as search is told of them: everybody may have them who may see what they hang on. What waits for the virus scanner has no name yet, and is
 * found by nothing.
 */
export async function filesFound(db: Db, ids: readonly number[]): Promise<FoundFile[]> {
  const rows = await db
    .selectFrom('file')
    .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
    .select(['file.name', 'fileContent.sha256', 'fileContent.scan'])
    .where('file.id', 'in', orNoId(ids))
    .where('fileContent.erasedAt', 'is', null)
    .orderBy('file.id')
    .execute()
  return rows.flatMap(({ name, sha256, scan }) =>
    sha256 === null || scan === 'infected' ? [] : [scan === 'waiting' ? { name: '', sha256, held: true } : { name, sha256 }],
  )
}

/**
 * The same for the files that a text shows.
 * @param subjects whose they are: what somebody reads of others shows them to nobody
 */
export async function textFilesFound(db: Db, text: string, subjects: readonly string[]): Promise<FoundFile[]> {
  const keys = filesOf(text)
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('textFile')
    .select('fileId')
    .where('key', 'in', keys)
    .where('subject', 'in', orNoText(subjects))
    .execute()
  return filesFound(db, pluck(rows, 'fileId'))
}

/** Where a content lies that is to be read: here, in a mail, or held; undefined where it is gone. */
export async function findContent(db: Db, sha256: Buffer) {
  const content = await findRow(db.selectFrom('fileContent'), { sha256, erasedAt: null }, ['id', 'type', 'size', 'scan'])
  if (content) return { ...content, held: content.scan === 'waiting', stopped: content.scan === 'infected' }
  return (await findAttachment(db, sha256)) ?? findInLetter(db, sha256.toString('hex'))
}

/** Where a content hangs on a role's letter. */
async function findInLetter(db: Db, sha256: string) {
  const { rows } = await sql<{ rawId: number; position: number; size: number }>`
    select m.raw_id, (f->>'position')::int as position, r.size from shared_correspondence_mail m join shared_raw_mail r on r.id = m.raw_id,
      jsonb_array_elements(m.files) f
    where m.files @> ${JSON.stringify([{ sha256 }])}::jsonb and f->>'sha256' = ${sha256} and r.erased_at is null
    order by m.id desc limit 1`.execute(db)
  return rows[0]
}
