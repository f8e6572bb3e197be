import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'

/** The contents by whose words roles' letters are found that are kept as this raw mail. */
export async function listLetterContents(db: Db, rawId: number): Promise<Buffer[]> {
  const { rows } = await sql<{
    sha256: string
  }>`select f->>'sha256' as sha256 from shared_correspondence_mail m, jsonb_array_elements(m.files) f
    where m.raw_id = ${rawId} and f ? 'sha256'`.execute(db)
  return rows.map(({ sha256 }) => Buffer.from(sha256, 'hex'))
}
