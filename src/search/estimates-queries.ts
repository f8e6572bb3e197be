import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { type Cursor, configsOf, inIndexes, namesCondition, wordsQuery } from './conditions-queries.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'

/** What the planner knows of a search, and what was seen of it since: how many documents have its words and names, which of the two are the rarer, and how many there are. */
export interface Estimate {
  candidates: number
  /** How many the index gives that is asked. */
  given: number
  byNames: boolean
  documents: number
  /** When documents are from, in parts of equal size from the oldest to the newest; none where the planner has not counted them. */
  days: number[]
}

// Who asks for a page asks for its counts next, and for older ones; it decides how is looked, not what is found.
interface Kept {
  lying: { documents: number; days: number[]; until: number }
  searches: Map<string, Estimate>
}
const kept = new WeakMap<Db, Kept>()
const lasts = 60_000
const mostSearches = 500

interface Planned {
  'QUERY PLAN': [{ Plan: { Plans?: { 'Plan Rows': number }[] } }]
}

/** How many documents each of these conditions is met by, as the planner sees it. */
async function plannedRows(db: Db, asked: RawBuilder<unknown>[]): Promise<number[]> {
  const each = asked.map((where) => sql`array(select 1 from search_document d where ${where})`)
  const { rows } = await sql<Planned>`explain (format json) select ${sql.join(each)}`.execute(db)
  return rows[0]?.['QUERY PLAN'][0].Plan.Plans?.map((plan) => plan['Plan Rows']) ?? []
}

/** How many documents there are and when they are from, as far as the planner knows. */
async function readLying(db: Db): Promise<{ documents: number; days: number[] }> {
  const { rows } = await sql<{ documents: number; days: number[] | null }>`
    select greatest(c.reltuples, 1)::float8 as documents,
      (select array(select extract(epoch from day)::float8 * 1000 from unnest(s.histogram_bounds::text::timestamptz[]) day) from pg_stats s
        where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = 'at') as days
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = 'search_document'::regclass`.execute(db)
  return { documents: rows[0]?.documents ?? 1, days: rows[0]?.days ?? [] }
}

/** What is known of a database, no longer than it holds good. */
async function keptOf(db: Db): Promise<Kept> {
  const known = kept.get(db)
  if (known && known.lying.until > performance.now()) return known
  const made = { lying: { ...(await readLying(db)), until: performance.now() + lasts }, searches: new Map<string, Estimate>() }
  kept.set(db, made)
  return made
}

/**
 * How many documents the indexes of words would offer, as the planner sees it: for a phrase those that have its words anywhere, and each
 * is read to see whether it is one.
 */
export async function estimate(db: Db, query: Query, reader: Reader): Promise<Estimate> {
  const configs = configsOf(reader)
  const { typed, hints, ...asked } = query
  const key = JSON.stringify([configs, asked, reader.audiences, reader.withAddresses.length])
  const { lying, searches } = await keptOf(db)
  const before = searches.get(key)
  if (before) return before
  const words = wordsQuery({ ...query, not: [] }, configs)
  const named = namesCondition(query, reader, configs, inIndexes)
  const parts = [...(words ? [sql`d.vector @@ ${words}`] : []), ...(named.length > 0 ? [sql.join(named, sql` and `)] : [])]
  const rows = await plannedRows(db, parts)
  const worded = (words && rows[0]) ?? Number.POSITIVE_INFINITY
  const called = (named.length > 0 ? rows.at(-1) : undefined) ?? Number.POSITIVE_INFINITY
  const { documents, days } = lying
  const given = Math.min(worded, called)
  const both = words !== undefined && named.length > 0
  const candidates = both ? (worded * called) / Math.max(documents, worded, called) : given
  const made = { candidates, given, byNames: both && called * 3 < worded, documents, days }
  if (searches.size >= mostSearches) searches.clear()
  searches.set(key, made)
  return made
}

/** Some months in which documents are looked for. */
export interface Window {
  /** The relation of their documents, in the place of all. */
  of: RawBuilder<unknown>
  months: number
  /** The first moment of them. */
  from: Date
  /** How many documents they hold, about. */
  documents: number
  /** Nothing that is searched lies outside. */
  whole: boolean
}

// An index that is asked for more months than this gains nothing by it.
const mostMonths = 150

/** As the index has it (`search_month`). */
const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth() + 1

/**
 * The months that hold so many of the newest documents of the time that is searched, as the planner knows them.
 * @returns undefined where they are all there are, or too many months
 */
export function windowOf(
  { documents, days }: Estimate,
  query: Pick<Query, 'before' | 'after'>,
  cursor: Cursor | undefined,
  reach: number,
): Window | undefined {
  const [newest] = days.slice(-1)
  if (newest === undefined || days.length < 2) return undefined
  const ends = [query.before && new Date(query.before), cursor?.at].flatMap((end) => (end ? [end.getTime()] : []))
  const end = Math.min(newest, ...ends)
  const after = query.after ? new Date(query.after).getTime() : Number.NEGATIVE_INFINITY
  // Of how many parts the end is the end, less what shall be looked through.
  const passed = days.filter((day) => day < end).length
  const first = days[Math.floor(passed - (reach / documents) * (days.length - 1))] ?? Number.NEGATIVE_INFINITY
  const from = Math.max(first, after)
  if (from === Number.NEGATIVE_INFINITY) return undefined
  const start = monthOf(new Date(from))
  const last = monthOf(new Date(end))
  const months = Array.from({ length: Math.min(mostMonths + 1, Math.max(0, last - start + 1)) }, (_, at) => start + at)
  if (months.length > mostMonths) return undefined
  const within = sql`select * from search_document where search_month(at) && ${months}::integer[]`
  // What is newer than the planner knows, and what is of days to come, where the search goes so far. The day stands in the statement: not told
  // that it is little, a plan for any values would ask the words of all there is.
  const beyond = new Date(Date.UTC(Math.floor(last / 12), last % 12, 1)).toISOString()
  const newer = end < newest ? sql`` : sql` union all select * from search_document where at >= ${sql.lit(beyond)}::timestamptz`
  const of = sql`(${within}${newer})`
  const begin = Date.UTC(Math.floor((start - 1) / 12), (start - 1) % 12, 1)
  const parts = days.filter((day) => day >= begin && day <= end).length
  return {
    of,
    months: months.length,
    documents: (Math.max(1, parts) / days.length) * documents,
    from: new Date(begin),
    whole: after >= first,
  }
}
