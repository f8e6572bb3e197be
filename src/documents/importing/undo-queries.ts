import { sql } from 'kysely'
import { findPointedAt } from '../../lib/db/references.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { UndoPlan } from '../../lib/undo.ts'

const t = textsOf('documents', 'importing')

/** The documents of an import that stand as it left them, and those that somebody has worked on since. */
export async function readImported(db: Db, importId: number): Promise<{ going: number[]; staying: number[] }> {
  const mine = sql`select document_id from document_import_file where import_id = ${importId} and document_id is not null`
  const built = await findPointedAt(db, 'document', mine, ['document_import_file.document_id', 'document_version.document_id'])
  const { rows } = await sql<{ id: number; touched: boolean }>`
    select d.id, (select count(*) from document_version v where v.document_id = d.id) > 1
      or (d.title, d.category, d.dated_on, d.visibility) is distinct from (f.title, f.category, f.dated_on, i.visibility)
      or d.state <> 'live' or d.owner_role <> 'coordinator' or d.review_months is not null or d.review_on is not null
      or d.keep_months is not null
      or exists (select from correspondence c where c.about = 'document:' || d.id) as touched
    from document d join document_import_file f on f.document_id = d.id join document_import i on i.id = f.import_id
    where f.import_id = ${importId} order by d.id`.execute(db)
  const stays = (row: (typeof rows)[number]) => row.touched || built.has(row.id)
  return { going: rows.filter((row) => !stays(row)).map(({ id }) => id), staying: rows.filter(stays).map(({ id }) => id) }
}

/** What taking a folder back would do now. */
export async function planDocumentsUndo(db: Db, importId: number): Promise<UndoPlan> {
  const { going, staying } = await readImported(db, importId)
  return { goes: [{ what: t.documents, count: going.length }], stays: [{ what: t.documents, count: staying.length, why: t.stays }] }
}
