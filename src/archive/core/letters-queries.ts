import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'

/** The contents by whose words roles' letters are found that are kept as this raw mail. */
export async function listLetterContents(db: Db, rawId: number): Promise<Buffer[]> {
  const { rows } = await sql<{ sha256: Buffer }>`
    select decode(jsonb_path_query(m.files, '$[*].sha256 ? (@ like_regex "^[0-9a-f]{64}$")') #>> '{}', 'hex') as sha256
    from shared_correspondence_mail m where m.raw_id = ${rawId}`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
