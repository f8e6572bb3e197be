import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'

/** The documents that hold a phrase, whoever may see them: all of them up to the one with this number. */
export interface Holders {
  ids: number[]
  last: number
}

// The index knows words, not where they stand: each document that has all words of a phrase is read to see whether they go together, and of
// words of every day that are tens of thousands. Who asks for a page asks for its counts next, and for older ones, within a minute.
const kept = new WeakMap<Db, Map<string, Holders & { until: number }>>()
const milliseconds = 60_000
const mostPhrases = 200
const mostHolders = 2_000

/** The documents that hold a phrase as they were found within the last minute; what changed since then has a higher number. */
export function rememberHolders(db: Db, phrase: string): Holders | undefined {
  const known = kept.get(db)?.get(phrase)
  return known && known.until > performance.now() ? known : undefined
}

/**
 * The highest number there is, and whether lower ones may still come: who is about to commit has taken his already, and holds this lock from
 * before that on. What commits before the answer is seen by whatever is asked after it.
 */
async function findLast(db: Db): Promise<{ last: number; settled: boolean }> {
  const { rows } = await sql<{ last: number; settled: boolean }>`
    select (select coalesce(max(id), 0)::float8 from search_document) as last,
      not exists (select from pg_locks where relation = 'search_document'::regclass and mode = 'RowExclusiveLock'
        and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()) as settled`.execute(db)
  return rows[0] ?? { last: 0, settled: false }
}

/**
 * Finds the documents that hold a phrase, and keeps their numbers for a minute; not while somebody writes, who might add to them unseen.
 * @param phrase what it is remembered by: its words, and the languages they are read in
 * @param condition on a search document `d`
 * @returns undefined where there are too many of them; nothing is kept then
 */
export async function findHolders(db: Db, phrase: string, condition: RawBuilder<unknown>): Promise<Holders | undefined> {
  const { last, settled } = await findLast(db)
  const { rows } = await sql<{ id: number }>`
    select d.id::float8 as id from search_document d where ${condition} limit ${mostHolders + 1}`.execute(db)
  if (rows.length > mostHolders) return undefined
  const holders = { ids: rows.map(({ id }) => id), last }
  if (!settled) return holders
  const phrases = kept.get(db) ?? new Map<string, Holders & { until: number }>()
  kept.set(db, phrases)
  phrases.delete(phrase)
  phrases.set(phrase, { ...holders, until: performance.now() + milliseconds })
  const [oldest] = phrases.keys()
  if (phrases.size > mostPhrases && oldest !== undefined) phrases.delete(oldest)
  return holders
}
