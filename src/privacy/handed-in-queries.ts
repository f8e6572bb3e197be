import { sql } from 'kysely'
import { readRaw } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { listFiles, readFileBytes } from '../files/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { writeMbox } from '../lib/mail/mbox-write.ts'
import type { ExportFile } from './export/queries.ts'
import { fileName } from './handed-in-rules.ts'

/**
 * What they handed in, byte for byte and one file after the other: to requests, documents, talks, sessions and news. Archives of lists, old
 * mailboxes, whole folders and what of them became no document are about others, and their copies themselves are no part of a copy.
 */
export async function* handedIn(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const { rows } = await sql<{ id: number }>`
    select f.id from shared_file f where f.person_id = ${personId}
      and not exists (select from personal_export e where e.file_id = f.id)
      and not exists (select from move_file m where m.file_id = f.id)
      and not exists (select from document_import_source s where s.file_id = f.id)
      and not exists (select from correspondence_import i where i.file_id = f.id)
      and (not exists (select from document_import_file d where d.file_id = f.id)
        or exists (select from document_version v where v.file_id = f.id))
    order by f.id`.execute(db)
  const ids = rows.map((row) => Number(row.id))
  for (const file of await listFiles(db, ids)) yield { name: `files/${fileName(file)}`, content: readFileBytes(db, file.id) }
}

/** Mails one by one: no more than one is held in memory. What was erased is left out. */
async function* mailsAt(db: Db, keys: { rawId: number; date: Date }[]): AsyncGenerator<{ raw: Uint8Array; date: Date }> {
  for (const { rawId, date } of keys) {
    const raw = await readRaw(db, rawId).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
    })
    if (raw) yield { raw, date }
  }
}

/** Mails that stand in no list's archive: what they wrote to role addresses and from them, and what became user cases of theirs. */
export async function* writtenElsewhere(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const offices = await db
    .selectFrom('sharedCorrespondenceMail as correspondenceMail')
    .select(['rawId', 'sentAt as date'])
    .where((e) =>
      e.or([
        e('personId', '=', personId),
        sql<boolean>`direction = 'in' and lower(from_email) in
          (select lower(a.email) from shared_address a where a.person_id = ${personId} and a.verified_at is not null)`,
      ]),
    )
    .orderBy('id')
    .execute()
  if (offices.length > 0) yield { name: 'offices.mbox', content: writeMbox(mailsAt(db, offices)) }
  const cases = await db
    .selectFrom('sharedUserCaseSource as userCaseSource')
    .innerJoin('sharedUserCase as userCase', 'userCase.id', 'userCaseSource.caseId')
    .select(['userCaseSource.rawId', 'userCaseSource.saidAt as date'])
    .where('userCase.authorId', '=', personId)
    .where('userCaseSource.rawId', 'is not', null)
    .orderBy('userCaseSource.id')
    .execute()
  const kept = cases.flatMap(({ rawId, date }) => (rawId === null ? [] : [{ rawId, date }]))
  if (kept.length > 0) yield { name: 'cases.mbox', content: writeMbox(mailsAt(db, kept)) }
}
