import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/** The next content that waits to be read, older than this one: the newest first. */
export const nextText = (db: Db, before = Number.MAX_SAFE_INTEGER) =>
  db
    .selectFrom('fileText')
    .select(['id', 'sha256'])
    .where('state', '=', 'waiting')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many contents wait to be read, and of how many nobody can tell the words. */
export async function countTexts(db: Db): Promise<{ waiting: number; read: number; none: number }> {
  const { rows } = await sql<{
    waiting: number
    read: number
    none: number
  }>`select count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'read')::int as read, count(*) filter (where state = 'none')::int as none from file_text`.execute(db)
  return rows[0] ?? { waiting: 0, read: 0, none: 0 }
}

/** Of these contents those that say something. */
export async function listSaying(db: Db, hashes: readonly Buffer[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const { rows } = await sql<{ sha256: Buffer }>`select sha256 from file_text
    where sha256 = any(${hashes}::bytea[]) and words <> ''`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256.toString('hex')))
}

// Of so much of what files say the places of words are looked for on one page of hits, in bytes.
const mostBytes = 4_000_000

/** What these contents say, by their hashes, as far as all of it together is no more than a page of hits may take. */
export async function readTexts(db: Db, hashes: readonly Buffer[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ sha256: Buffer; words: string }>`
    select t.sha256, t.words from (
      select id, sum(octet_length(words)) over (order by place) as size from file_text
      join unnest(${hashes}::bytea[]) with ordinality h (sha256, place) using (sha256) where words <> ''
    ) f join file_text t using (id) where f.size <= ${mostBytes}`.execute(db)
  return new Map(rows.map(({ sha256, words }) => [sha256.toString('hex'), words]))
}
