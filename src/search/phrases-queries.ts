import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import type { Window } from './estimates-queries.ts'

/** The documents that hold a phrase, whoever may see them: all of them up to the one with this number, or those from a day on. */
export interface Holders {
  /** The newest first. */
  held: { id: number; at: Date }[]
  last: number
  from?: Date
}

// The index knows words, not where they stand: each document that has all words of a phrase is read to see whether they go together, and of
// words of every day that are tens of thousands. A document that is written anew has another number, and holds what it holds: so what was found
// once stays found, and now and then what came since is looked through as well.
type Kept = Holders & { until: number }
const kept = new WeakMap<Db, Map<string, Kept>>()
const milliseconds = 60_000
const mostPhrases = 500
const mostHolders = 2_000

const newestFirst = (a: Holders['held'][number], b: Holders['held'][number]) => b.at.getTime() - a.at.getTime() || b.id - a.id

/**
 * The documents that hold a phrase as they were found before; what came since then has a higher number.
 * @param condition on a search document `d`
 */
export async function rememberHolders(db: Db, phrase: string, condition: RawBuilder<unknown>): Promise<Holders | undefined> {
  const known = kept.get(db)?.get(phrase)
  if (!known || known.until > performance.now()) return known
  const within = known.from ? sql`d.at >= ${known.from}` : sql`true`
  const since = await readHolders(db, sql`d.id > ${known.last} and ${within} and (${condition}) is true`)
  if (since.held.length + known.held.length > mostHolders) {
    kept.get(db)?.delete(phrase)
    return undefined
  }
  const held = since.held.length === 0 ? known.held : [...since.held, ...known.held].toSorted(newestFirst)
  const all = { ...known, held, last: since.last }
  // Numbers that are taken and not there yet may be lower than the last: what was looked through is looked through again then.
  if (since.settled) keep(db, phrase, all)
  return all
}

function keep(db: Db, phrase: string, holders: Holders): void {
  const phrases = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, phrases)
  phrases.delete(phrase)
  phrases.set(phrase, { ...holders, until: performance.now() + milliseconds })
  const [oldest] = phrases.keys()
  if (phrases.size > mostPhrases && oldest !== undefined) phrases.delete(oldest)
}

/**
 * The highest number there is, and whether lower ones may still come: who is about to commit has taken his already, and holds this lock from
 * before that on. What commits before the answer is seen by whatever is asked after it. A replica shows nobody's lock: there they may always come.
 */
async function findLast(db: Db): Promise<{ last: number; settled: boolean }> {
  const { rows } = await sql<{ last: number; settled: boolean }>`
    select (select coalesce(max(id), 0)::float8 from search_document) as last,
      not pg_is_in_recovery() and not exists (select from pg_locks where relation = 'search_document'::regclass and mode = 'RowExclusiveLock'
        and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()) as settled`.execute(db)
  return rows[0] ?? { last: 0, settled: false }
}

async function readHolders(
  db: Db,
  condition: RawBuilder<unknown>,
  of: RawBuilder<unknown> = sql`search_document`,
): Promise<Holders & { settled: boolean }> {
  const { last, settled } = await findLast(db)
  const { rows } = await sql<Holders['held'][number]>`
    with holder as materialized (select d.id, d.at from ${of} d where ${condition})
    select id::float8 as id, at from holder limit ${mostHolders + 1}`.execute(db)
  return { held: rows.toSorted(newestFirst), last, settled }
}

/**
 * Finds the documents that hold a phrase, and keeps their numbers; not while somebody writes, who might add to them unseen.
 * @param phrase what it is remembered by: its words, and the languages they are read in
 * @param condition on a search document `d`
 * @param window the newest months, where only those are looked through
 * @returns undefined where there are too many of them; nothing is kept then
 */
export async function findHolders(
  db: Db,
  phrase: string,
  condition: RawBuilder<unknown>,
  window?: Pick<Window, 'of' | 'from'>,
): Promise<Holders | undefined> {
  const { settled, ...read } = await readHolders(db, condition, window?.of)
  if (read.held.length > mostHolders) return undefined
  const holders = window ? { ...read, from: window.from } : read
  if (settled) keep(db, phrase, holders)
  return holders
}
