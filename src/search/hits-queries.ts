import { type RawBuilder, sql } from 'kysely'
import { fitsAny } from '../lib/db/prepared.ts'
import type { Db } from '../lib/db/rows.ts'
import { type Cursor, conditions, configsOf, inIndexes, inVector, period, suitsAny, wordsQuery } from './conditions-queries.ts'
import { type Estimate, estimate, windowOf } from './estimates-queries.ts'
import { readWords } from './parsed-queries.ts'
import { findHolders, type Holders, rememberHolders } from './phrases-queries.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'

/** What is known of a hit before its text is read. */
export interface Found {
  id: number
  kind: string
  subjectId: number
  at: Date
  author: string
  title: string
  listId: number | null
  groupId: number | null
}

export const columns = sql`d.id, d.kind, d.subject_id, d.at, d.author, d.title, d.list_id, d.group_id`

/** A hit with its text, and for a message with what its address is made of. */
export interface Shown extends Found {
  body: string | null
  messageId: string | null
  variant: number | null
  listName: string | null
  /** What its files are called, a line each, and the hashes of those whose words are found. */
  files: string
  hashes: (Buffer | null)[]
}

/** A hit that may stand for others of its thread. */
export type Folded = Shown & { others?: number }

/** What is shown of a hit beside its columns, and the tables where it stands. */
export const shown = {
  columns: sql`concat_ws(E'\n', coalesce(d.body, m.text), d.files) as body, d.files, d.hashes, m.message_id, m.variant, l.name as list_name`,
  joins: sql`left join shared_message m on d.kind = 'message' and m.id = d.subject_id left join shared_list l on l.id = m.list_id`,
}

const newestFirst = sql`order by at desc, id desc`

// So many documents are read one by one, newest first, before an index is asked: that takes 2 ms and finds a page of whatever occurs in
// each hundredth of them.
const readFirst = 2_000

// Beside walking past one document: to be given one by an index of words, to find one there and read it, and to ask it for one month more. Words
// of a phrase go together more often than the planner thinks, and where they stand is read as well.
const costs = { given: 0.25, read: 3, readPhrase: 12, month: 8 }

// So far back a term of every day is looked for document by document, before the index is asked after all: 15 ms.
const farthest = 20_000
// So much of an archive is looked through for a phrase, before who asks for the best of the newest has to wait for all of it: 0.1 and 0.3 s.
const budgets = [100_000, 300_000]
// Hits do not lie evenly: so much farther is looked than the planner thinks.
const spare = 1.5

/** Which hits are meant, how many of them, and what is read of them. */
export interface Listing {
  /** The last hit of the page before. */
  after?: Cursor | undefined
  limit: number
  /** With so many of the newest who asks is content, where others that hold a phrase would have to be sought far. */
  least: number
  /** What is read of each while they are sought, `id` and `at` among it. */
  columns: RawBuilder<unknown>
  /** What is read of those that are taken, which are the rows of `page`: a statement with these columns beside its own. */
  read: (counts: RawBuilder<unknown>) => RawBuilder<unknown>
}

/** Hits as they were read, how many were taken for that, and how many there are. */
interface Looked<Row> {
  found: Row[]
  met: number
  all: number
}

/** The newest hits, so many of them, and whether others that were wanted may be left. */
export interface Listed<Row> {
  found: Row[]
  bounded: boolean
}

/** The newest hits, so many of them, as they are known before their texts are read. */
export const listNewest = async (db: Db, query: Query, reader: Reader, part: { after?: Cursor; limit: number }): Promise<Found[]> =>
  (await listFound(db, query, reader, { ...part, least: part.limit })).found

/** The same; content with fewer where others would have to be sought far. */
export const listFound = (db: Db, query: Query, reader: Reader, part: Pick<Listing, 'after' | 'limit' | 'least'>): Promise<Listed<Found>> =>
  listHits(db, query, reader, { ...part, columns, read: (counts) => sql`select page.*, ${counts} from page ${newestFirst}` })

/**
 * The newest hits, read as who asks wants them read.
 *
 * A term of every day is found by walking back in time, one that hardly occurs by the index of words, and the other way round either takes
 * a hundred times as long. The planner does not see the limit, and has no figures for phrases and for words that go together. So what it
 * knows of the words, and what the newest documents hold where they are read, decides.
 */
export async function listHits<Row>(db: Db, query: Query, reader: Reader, listing: Listing): Promise<Listed<Row>> {
  await readWords(db, query, configsOf(reader))
  const search = { db, query, reader, listing, when: period(query, listing.after) }
  // Only what must be there can be looked up.
  if (!query.words && query.either.length === 0 && query.whole.length === 0 && query.subject.length === 0 && query.from.length === 0) {
    const { columns, limit } = listing
    const where = conditions(query, reader, inVector)
    const hits = sql`select ${columns} from search_document d where ${where} and ${search.when} ${newestFirst} limit ${limit}`
    return { ...(await take<Row>(search, hits)), bounded: false }
  }
  const phrase = phraseOf(query, reader)
  if (phrase) return listPhrase<Row>(search, phrase)
  const planned = await estimate(db, query, reader)
  const found = await lookBack<Row>(search, planned)
  if (found) return { found, bounded: false }
  const looked = await lookUp<Row>(search)
  // Words that go together are in more than the planner thinks.
  planned.candidates = Math.max(planned.candidates, looked.all)
  return { ...looked, bounded: false }
}

/** The newest hits that hold a phrase. Which documents do is remembered; those of the newest months do, where all would take long. */
async function listPhrase<Row>(search: Search, phrase: Phrase): Promise<Listed<Row>> {
  const { db, query, reader, listing } = search
  const known = await rememberHolders(db, phrase.key, phrase.condition)
  const among = async (holders: Holders): Promise<Listed<Row> | undefined> => {
    const looked = await lookAmong<Row>(search, holders)
    const bounded = holders.from !== undefined && looked.met < listing.limit
    return bounded && looked.met < listing.least ? undefined : { found: looked.found, bounded }
  }
  const before = known && (await among(known))
  if (before) return before
  const planned = await estimate(db, query, reader)
  const all = costOfAll(planned, query)
  const near = await walk<Row>(search, readFirst)
  if (near.met >= listing.limit) return { found: near.found, bounded: false }
  // Of a phrase that the newest have, not more is looked through than it is expected in.
  const expected = near.met > 0 ? ((listing.limit * readFirst) / near.met) * spare : Number.POSITIVE_INFINITY
  const windows = budgets
    .filter((budget) => all > 2 * budget)
    .map((budget) => windowOf(planned, {}, undefined, Math.min(expected, (budget * planned.documents) / all)))
    // What is remembered was not enough.
    .filter((window) => window !== undefined && !(known?.from && window.from >= known.from))
  for (const window of [...windows, undefined]) {
    const holders = await findHolders(db, phrase.key, phrase.condition, window)
    const found = holders && (await among(holders))
    if (found) return found
  }
  return { ...(await lookUp<Row>(search)), bounded: false }
}

/** What is looked for, by whom, when, and what is read of it. */
interface Search {
  db: Db
  query: Query
  reader: Reader
  listing: Listing
  when: RawBuilder<unknown>
}

/** What it costs to look up all that there are. */
const costOfAll = ({ given, candidates }: Estimate, query: Query): number =>
  costs.given * given + (query.words.includes('"') ? costs.readPhrase : costs.read) * candidates

// The planner knows nothing of words that go together: what was met so far tells how far to look the next time.
const mostTurns = 3

/** The newest hits where not all have to be read for them; undefined where the index of words is the shorter way. */
async function lookBack<Row>(search: Search, planned: Estimate): Promise<Row[] | undefined> {
  const { query, listing } = search
  const { limit } = listing
  if (costOfAll(planned, query) <= readFirst) return undefined
  // What is likely met among the newest is looked for there.
  if (limit * planned.documents <= readFirst * planned.candidates) {
    const near = await walk<Row>(search, readFirst)
    if (near.met >= limit) return near.found
    planned.candidates = (Math.max(0.5, near.all) / readFirst) * planned.documents
  }
  for (let turn = 0; turn < mostTurns; turn++) {
    const looked = await lookFar<Row>(search, planned)
    if (!looked || looked.enough) return looked?.found
  }
  return undefined
}

/**
 * The newest hits among as many documents as they are expected in, by whichever way is shorter. How many were met is kept for the next time.
 * @returns undefined where that is no shorter than to look up all
 */
async function lookFar<Row>(search: Search, planned: Estimate): Promise<{ found: Row[]; enough: boolean } | undefined> {
  const { query, listing } = search
  const { limit } = listing
  const all = costOfAll(planned, query)
  const expected = (limit * planned.documents) / planned.candidates
  const reach = Math.ceil(expected * spare)
  // So many with files lie among many more.
  const window = query.attachment ? undefined : windowOf(planned, query, listing.after, reach)
  const late = window ? costs.month * window.months + (all / planned.documents) * reach : Number.POSITIVE_INFINITY
  const far = expected <= farthest ? Math.min(farthest, reach) : Number.POSITIVE_INFINITY
  if (Math.min(late, far) > all / 2) return undefined
  const within = window && late < far ? window : undefined
  const looked = within ? await lookUp<Row>(search, within.of, planned.byNames) : await walk<Row>(search, far)
  // Who walks stops at the last one that is wanted, and knows nothing of what lies behind.
  if (within || looked.all < limit) planned.candidates = (Math.max(0.5, looked.all) * planned.documents) / (within?.documents ?? far)
  // With fewer, the next page would be of others: how far is looked for it depends on what was met meanwhile.
  return { found: looked.found, enough: within?.whole === true || looked.met >= limit }
}

/** The hits among so many newest documents, read one by one. */
const walk = <Row>(search: Search, documents: number): Promise<Looked<Row>> => {
  const { query, reader, listing, when } = search
  return take<Row>(
    search,
    sql`select ${listing.columns} from (select * from search_document d where ${when} ${newestFirst} limit ${sql.lit(documents)}) d
      where ${conditions(query, reader, inVector)} ${newestFirst} limit ${sql.lit(listing.limit)}`,
  )
}

/** The words of a search that has a phrase and no names to narrow it. */
interface Phrase {
  /** By what they are remembered. */
  key: string
  /** What they ask of a document. */
  condition: RawBuilder<unknown>
}

function phraseOf(query: Query, reader: Reader): Phrase | undefined {
  if (!query.words.includes('"') || query.subject.length > 0 || query.from.length > 0) return undefined
  const configs = configsOf(reader)
  return {
    key: JSON.stringify([query.words, query.whole, configs]),
    condition: sql`d.vector @@ ${wordsQuery({ ...query, not: [] }, configs)}`,
  }
}

/**
 * The hits among those that hold a phrase, and what came since: of the newest of them first, which may do. What came since and is older than
 * all that is looked through is no hit yet: others that are not looked through stand between.
 */
async function lookAmong<Row>(search: Search, { held, last, from }: Holders): Promise<Looked<Row>> {
  const { limit } = search.listing
  // Read before the words are asked for, or the planner would ask their index as well.
  const among = (some: Holders['held'], since: Date | undefined) => {
    const ids = some.map(({ id }) => id)
    const came = since ? sql`id > ${last} and at >= ${since}` : sql`id > ${last}`
    return lookUp<Row>(search, sql`(select * from search_document where id = any(${ids}::bigint[]) or ${came} offset 0)`)
  }
  const newest = held.slice(0, limit * 2)
  if (newest.length < held.length) {
    const near = await among(newest, newest.at(-1)?.at)
    if (near.met >= limit) return near
  }
  return among(held, from)
}

/** All hits by the indexes of words, then the newest: the planner may not think of walking, since it does not see the limit. */
const lookUp = <Row>(search: Search, of: RawBuilder<unknown> = sql`search_document`, byNames = false): Promise<Looked<Row>> => {
  const { query, reader, listing, when } = search
  return take<Row>(search, sql`select ${listing.columns} from ${of} d where ${conditions(query, reader, inIndexes, byNames)} and ${when}`)
}

/** Reads what is wanted of the newest of these hits, in the same statement: each one more is a way there and back. */
async function take<Row>({ db, query, listing }: Search, hits: RawBuilder<unknown>): Promise<Looked<Row>> {
  const counts = sql`(select count(*)::int from page) as met, (select count(*)::int from hit) as "all"`
  const prepared = sql.raw(suitsAny(query) ? fitsAny : '')
  const { rows } = await sql<Row & { met: number; all: number }>`${prepared}
    with hit as materialized (${hits}), page as materialized (select * from hit ${newestFirst} limit ${sql.lit(listing.limit)})
    ${listing.read(counts)}`.execute(db)
  const found = rows.map(({ met, all, ...row }) => row as unknown as Row)
  return { found, met: rows[0]?.met ?? 0, all: rows[0]?.all ?? 0 }
}
