import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { asked, type Cursor, configsOf, wordsQuery } from './conditions-queries.ts'
import { foldSpaced } from './cut-rules.ts'
import { sayFields } from './fields-queries.ts'
import { columns, type Folded, type Found, listFound, listHits, listNewest, type Shown, shown } from './hits-queries.ts'
import { ownRecords } from './kinds-rules.ts'
import { beside, findMeant } from './meant-queries.ts'
import { sayMeant } from './meant-rules.ts'
import { findNamed } from './named-queries.ts'
import { type Reader, readerOf } from './reader-queries.ts'
import { type Query, readQuery } from './rules.ts'
import { type Hit, showHits } from './showing-queries.ts'

export { countTexts, nextText } from './files-queries.ts'

export type { Hit } from './showing-queries.ts'

// Ranking reads every hit; the newest hold what people look for. So many are taken, and so many do of a phrase whose others would have to be sought far.
const ranked = { limit: 300, least: 21 }
const counted = 1_000

export interface Asking {
  order?: 'newest' | 'best'
  after?: Cursor | undefined
  /** Of the best, how many were shown before. */
  from?: number
  limit?: number
  /** Only what was typed: nothing is found instead. */
  exact?: boolean
  /** Of a thread the best message stands for the others. */
  fold?: boolean
  /** What stands for the groups and lists of the site, where it was read for this request. */
  around?: string | undefined
}

/**
 * Finds what this person may see.
 * @param text the search as typed
 * @param order `newest` with a cursor, or `best` among the newest three hundred
 * @returns the hits with marked snippets, the query as read with its hints, what was found instead of what found nothing, and where the next
 *   page begins
 */
export async function findDocuments(db: Db, actor: Actor, text: string, asking: Asking = {}) {
  const { order = 'newest', after, from = 0, limit = 20, exact = false, fold = false, around } = asking
  const typed = readQuery(text)
  if (!asked(typed)) return { query: typed, hits: [] as Hit[], alike: [] as Hit[], instead: undefined }
  const reader = await readerOf(db, actor, around)
  const first = !after && from === 0
  // What says the same is the nearest, not the newest, and has one page.
  const alone = first && order === 'best'
  const seek = (query: Query, part: Pick<Asking, 'after'> & { from: number; limit: number } = { after, from, limit }) =>
    list(db, query, reader, { order, fold, ...part })
  const [named, listed] = await Promise.all([findNamed(db, text, reader), seek(typed)])
  // What is named outright stands before all others, and nowhere else; what of it the first page has no room for stands among them.
  const outright = named.slice(0, limit)
  const others = listed.filter(({ id }) => outright.every((one) => one.id !== id))
  // What was meant has further pages too; behind the last page of what was typed is nothing.
  const isLater = async () => !first && (await seek(typed, { from: 0, limit: 1 })).length > 0
  const finds = exact || named.length + listed.length > 0 || (await isLater())
  const { query, found, alike, same } = finds
    ? await beside(db, typed, reader, first ? [...outright, ...others] : others, { alone: alone && !exact })
    : await findMeant(db, text, typed, reader, { alone, seek })
  const page = found.slice(0, limit)
  // What says the same has no further page, and would stand before it in no order.
  const ends = same || Math.max(found.length, listed.length) <= limit
  const last = ends ? undefined : (page.findLast((hit) => !outright.includes(hit)) ?? placeOf(listed, first ? 0 : limit))
  return {
    query: { ...typed, hints: query.hints },
    hits: await showHits(db, query, reader, page),
    /** Where few have the words: what says the same in others. */
    alike: await showHits(db, query, reader, alike),
    ...furtherFrom(last, { order, from, among: query === typed ? listed : found }),
    instead: sayInstead(query, typed, { page, same }),
  }
}

interface Further {
  next?: Cursor
  from?: number
}

/** Where the next page begins. */
const furtherFrom = (last: Cursor | undefined, { order, from, among }: { order: string; from: number; among: Folded[] }): Further =>
  last === undefined
    ? {}
    : order === 'newest'
      ? { next: { at: last.at, id: last.id } }
      : { from: from + 1 + among.findIndex(({ id }) => id === last.id) }

/** The place behind so many hits; before all of them, of which none was shown yet. */
function placeOf(hits: Found[], behind: number): Cursor | undefined {
  if (behind > 0) return hits[behind - 1]
  return hits[0] && { at: new Date(hits[0].at.getTime() + 1), id: 1 }
}

interface Instead {
  /** As one types it; undefined where it cannot be said with words that the reader sees. */
  words: string | undefined
  /** What says the same in other words stands first. */
  same?: boolean
}

/** What was found instead of what was typed. */
function sayInstead(query: Query, typed: Query, { page, same }: { page: Shown[]; same: boolean | undefined }): Instead | undefined {
  if (query === typed) return undefined
  if (same) return { words: undefined, same }
  const words = sayMeant(query, typed.typed.map(foldSpaced), page.map(textOf))
  return { words: words === undefined ? undefined : [...sayFields(query, typed), words].filter(Boolean).join(' ') }
}

/** What a reader sees of a hit. */
const textOf = ({ title, author, body }: Shown) => hideAddresses([title, author, body ?? ''].join('\n'))

/** The hits of a page, and one more where there are others. */
async function list(
  db: Db,
  query: Query,
  reader: Reader,
  { order, after, from, limit, fold }: Required<Omit<Asking, 'after' | 'exact' | 'around'>> & Pick<Asking, 'after'>,
): Promise<Folded[]> {
  if (order === 'best') return listBest(db, query, reader, { from, limit: limit + 1, fold })
  const { found } = await listHits<Shown>(db, query, reader, {
    ...{ after, limit: limit + 1, least: limit + 1 },
    columns: sql`${columns}, d.body, d.files, d.hashes`,
    read: (counts) => sql`select ${columns}, ${shown.columns}, ${counts} from page d ${shown.joins} order by d.at desc, d.id desc`,
  })
  return found
}

// A record of the group counts so much more by a word of what it is called than mail about it.
const called = 2

/** How long a subject may be that these words say nearly all of, with `Re:` and small words: whoever types it looks for that mail. */
const wholeSubject = ({ typed }: Query): number => Math.round(typed.join(' ').length * 1.25) + 4

/** Is it called so, and looked for by that? The title of a decision is a number, and its sentence is what it is called. */
const isCalled = (query: Query, words: RawBuilder<unknown>) => sql`
  case when d.kind = 'message' then char_length(d.title) <= ${wholeSubject(query)} and ts_filter(d.vector, '{a}') @@ ${words}
  else d.kind = any(${sql.lit(`{${ownRecords.join()}}`)}::text[]) and (d.kind = 'decision' or ts_filter(d.vector, '{a}') @@ ${words}) end`

/** How well a document answers: by its own words, as if it had no files; where those do not say it, by those of its files, for less. */
function scoreOf(query: Query, words: RawBuilder<unknown>): RawBuilder<unknown> {
  const weights = sql`case when d.kind = 'decision' then '{1.0, 0.02, 0.4, 1.0}'::real[] else '{0.1, 0.02, 0.4, 1.0}'::real[] end`
  const own = sql`case when d.hashes = '{}' then d.vector else ts_filter(d.vector, '{a,b,d}') end`
  return sql`(select case when d.hashes = '{}' or o.score > 0 then o.score else ts_rank(${weights}, d.vector, ${words}, 1) end
      * case when ${isCalled(query, words)} then ${sql.lit(called)} else 1 end
    from (select ts_rank_cd(${weights}, v.own, ${words}, 1) + ts_rank(${weights}, v.own, ${words}, 1) as score from (select ${own} as own offset 0) v offset 0) o)`
}

/** How much of it stands in what is written itself, below the title. */
const scoreBelow = (words: RawBuilder<unknown>) => sql`ts_rank('{1, 0, 0, 0}', d.vector, ${words}, 1)`

/**
 * The best of the newest hits, of each thread one message with how many others of it there are: the one that speaks of it most. All of a thread have
 * its subject, and where they say no more than that, the shortest word of thanks would be the best; so it is who began it then.
 */
async function listBest(
  db: Db,
  query: Query,
  reader: Reader,
  { from, limit, fold }: { from: number; limit: number; fold: boolean },
): Promise<Folded[]> {
  // As it will be read: the words are known by then.
  const read = (counts: RawBuilder<unknown>) => {
    const words = wordsQuery({ ...query, not: [] }, configsOf(reader))
    const score = words ? scoreOf(query, words) : sql`0`
    return sql`, scored as (
      select d.id, d.at, ${score} as score, ${fold ? sql`coalesce(m.thread_id, -d.id)` : sql`d.id`} as stands
      from page join search_document d on d.id = page.id left join shared_message m on d.kind = 'message' and m.id = d.subject_id
    ), folded as (
      select id, at, score, stands, count(*) over (partition by stands) - 1 as others,
        row_number() over (partition by stands order by score desc, at desc, id desc) as place from scored
    ), ranked as (
      select id, stands, others, count(*) over () as n, row_number() over (order by score desc, at desc, id desc) as rank from folded where place = 1
    ), best as (
      -- Behind the last one that one is read all the same: with it comes how many were met.
      select * from ranked where rank > least(${from}::int, n - 1) order by rank limit ${limit}
    ), chosen as (
      select distinct on (best.rank) d.id, best.others, best.rank
      from best join scored s on s.stands = best.stands join search_document d on d.id = s.id
      order by best.rank, ${words ? sql`case when best.others > 0 then ${scoreBelow(words)} end desc, s.at, s.id` : sql`s.at desc, s.id desc`}
    )
    select ${columns}, ${shown.columns}, chosen.others::int as others, chosen.rank::int as rank, ${counts}
    from chosen join search_document d on d.id = chosen.id ${shown.joins} order by chosen.rank`
  }
  const { found } = await listHits<Shown & { others: number; rank: number }>(db, query, reader, {
    ...ranked,
    columns: sql`d.id, d.at`,
    read,
  })
  return found.filter(({ rank }) => rank > from).map(({ others, rank, ...hit }) => (others > 0 ? { ...hit, others } : hit))
}

/** The messages that this person finds and may have as they came, newest first, some hundreds at a time: for taking them along. */
export async function* findMessageIds(db: Db, actor: Actor, text: string, limit = 500): AsyncGenerator<number[]> {
  const query = readQuery(text)
  if (!asked(query)) return
  const reader = await readerOf(db, actor)
  const kinds = query.kinds.length > 0 ? query.kinds.filter((kind) => kind === 'message') : ['message']
  if (kinds.length === 0) return
  const whole = new Set(reader.withAddresses)
  let after: Cursor | undefined
  do {
    const found = await listNewest(db, { ...query, kinds }, reader, { after, limit: limit + 1 })
    yield found.slice(0, limit).flatMap((hit) => (hit.listId !== null && whole.has(hit.listId) ? [hit.subjectId] : []))
    after = found.length > limit ? found[limit - 1] : undefined
  } while (after)
}

/** Hits by year, author and list, over the newest thousand, or those of the newest months of a phrase; `more` says that there may be others. */
export async function countDocuments(db: Db, actor: Actor, text: string, around?: string) {
  const query = readQuery(text)
  if (!asked(query)) return { total: 0, more: false, kinds: [], years: [], authors: [], lists: [], groups: [] }
  const reader = await readerOf(db, actor, around)
  const { found: rows, bounded } = await listFound(db, query, reader, { limit: counted + 1, least: ranked.least })
  const newest = rows.slice(0, counted)
  const tally = (pick: (row: (typeof rows)[number]) => string | undefined) => {
    const counts = new Map<string, number>()
    for (const row of newest) {
      const key = pick(row)
      if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
  }
  const listName = new Map(reader.lists.map((list) => [list.id, list.name]))
  const groupOfList = new Map(reader.lists.map((list) => [list.id, list.groupId]))
  const groupSlug = new Map(reader.groups.map((group) => [group.id, group.slug]))
  const groupOf = ({ groupId, listId }: Found) => groupId ?? (listId === null ? null : (groupOfList.get(listId) ?? null))
  return {
    total: newest.length,
    more: bounded || rows.length > counted,
    kinds: tally((row) => row.kind),
    years: tally((row) => String(row.at.getUTCFullYear())).sort((a, b) => b.name.localeCompare(a.name)),
    authors: tally((row) => hideAddresses(row.author)).slice(0, 10),
    lists: tally((row) => (row.listId === null ? undefined : listName.get(row.listId))),
    groups: tally((row) => groupSlug.get(groupOf(row) ?? 0)).map((group) => ({
      ...group,
      title: reader.groups.find(({ slug }) => slug === group.name)?.name ?? group.name,
    })),
  }
}
