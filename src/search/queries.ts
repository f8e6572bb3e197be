import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { stemOf } from '../lib/similar/words.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { fold as foldWord } from './cut-rules.ts'
import { meantBy, sayMeant } from './forgiving-queries.ts'
import { asked, type Cursor, configsOf, type Found, listNewest, type Reader, readerOf, wordsQuery } from './hits-queries.ts'
import { findNamed } from './named-queries.ts'
import { listPlaces } from './places-queries.ts'
import { markable, type Query, readQuery, type Stretch, snippet, type Wanted, wantedWords } from './rules.ts'

export interface Hit extends Omit<Found, 'title'> {
  title: Stretch[]
  snippet: Stretch[]
  /** Where it stands. */
  path?: string
  /** How many others of its thread are found. */
  others?: number
}

// What people wrote in mail is shown as the archive shows it, without the addresses in it.
const ofMail = new Set(['message', 'case', 'story'])

// Ranking reads every hit; the newest thousand hold what people look for, and take 6 ms instead of 400.
const ranked = 1_000

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
}

/**
 * Finds what this person may see.
 * @param text the search as typed
 * @param order `newest` with a cursor, or `best` among the newest thousand
 * @returns the hits with marked snippets, the query as read with its hints, what was found instead of what found nothing, and where the next
 *   page begins
 */
export async function findDocuments(db: Db, actor: Actor, text: string, asking: Asking = {}) {
  const { order = 'newest', after, from = 0, limit = 20, exact = false, fold = false } = asking
  const typed = readQuery(text)
  if (!asked(typed)) return { query: typed, hits: [] as Hit[], next: undefined, from: undefined, instead: undefined }
  const reader = await readerOf(db, actor)
  const first = !after && from === 0
  const [named, listed] = await Promise.all([
    first ? findNamed(db, text, reader) : [],
    list(db, typed, reader, { order, after, from, limit, fold }),
  ])
  const direct = [...named, ...listed.filter(({ id }) => named.every((one) => one.id !== id))]
  const seek = (meant: Query) => list(db, meant, reader, { order, after, from, limit, fold })
  const { query, found } = direct.length > 0 || !first || exact ? { query: typed, found: direct } : await findMeant(db, typed, reader, seek)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const [bodies, places] = await Promise.all([readBodies(db, page), listPlaces(db, page)])
  const wanted = wantedBy(query, reader)
  const hits = page.map((hit): Hit => {
    const words = wanted(hit.listId)
    const path = places.get(hit.id)
    const [title, body] = [hit.title, bodies.get(hit.id) ?? ''].map(ofMail.has(hit.kind) ? (text) => hideAddresses(text) : (text) => text)
    return {
      ...hit,
      path,
      author: hideAddresses(hit.author),
      title: snippet(title ?? '', words, 300),
      snippet: snippet(body ?? '', words),
    }
  })
  const more = found.length > limit
  return {
    query: typed,
    hits,
    next: order === 'newest' && more && last ? { at: last.at, id: last.id } : undefined,
    from: order === 'best' && more ? from + limit : undefined,
    instead:
      query === typed
        ? undefined
        : {
            words: sayMeant(
              query,
              typed.typed.map(foldWord),
              page.map((hit) => textOf(hit, bodies)),
            ),
          },
  }
}

/** What is found by the first of the queries that may have been meant and finds something. */
async function findMeant(db: Db, typed: Query, reader: Reader, seek: (query: Query) => Promise<Folded[]>) {
  for (const query of await meantBy(db, typed, reader)) {
    const found = await seek(query)
    if (found.length > 0) return { query, found }
  }
  return { query: typed, found: [] }
}

/** What a reader sees of a hit. */
const textOf = ({ id, title, author }: Found, bodies: Map<number, string | null>) =>
  hideAddresses([title, author, bodies.get(id) ?? ''].join('\n'))

/** The hits of a page, and one more where there are others. */
async function list(
  db: Db,
  query: Query,
  reader: Reader,
  { order, after, from, limit, fold }: Required<Omit<Asking, 'after' | 'exact'>> & Pick<Asking, 'after'>,
): Promise<Folded[]> {
  if (order === 'newest') {
    const found = await listNewest(db, query, reader, { after, limit: limit + 1 })
    return found
  }
  const words = wordsQuery({ ...query, not: [] }, configsOf(reader))
  const best = await rank(db, words, await listNewest(db, query, reader, { limit: ranked }))
  return (fold ? await foldThreads(db, best) : best).slice(from, from + limit + 1)
}

/** A hit that may stand for others of its thread. */
type Folded = Found & { others?: number }

/** The best message of each thread, with how many others of it there are. */
async function foldThreads(db: Db, found: Found[]): Promise<Folded[]> {
  const ids = found.flatMap(({ kind, subjectId }) => (kind === 'message' ? [subjectId] : []))
  if (ids.length === 0) return found
  const { rows } = await sql<{ id: number; thread: number }>`
    select id, thread_id as thread from message where id = any(${ids}::bigint[])`.execute(db)
  const threadOf = new Map(rows.map(({ id, thread }) => [id, thread]))
  const standing = new Map<number, Folded>()
  return found.flatMap((hit): Folded[] => {
    const thread = hit.kind === 'message' ? threadOf.get(hit.subjectId) : undefined
    if (thread === undefined) return [hit]
    const before = standing.get(thread)
    if (before) before.others = (before.others ?? 0) + 1
    const stands = { ...hit }
    if (!before) standing.set(thread, stands)
    return before ? [] : [stands]
  })
}

/** Some hits, the best first. */
async function rank(db: Db, words: ReturnType<typeof wordsQuery>, found: Found[]): Promise<Found[]> {
  if (!words) return found
  const { rows } = await sql<{ id: number }>`
    select d.id from search_document d where d.id = any(${found.map((hit) => hit.id)}::bigint[])
    order by ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1) + ts_rank('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1) desc,
      d.at desc, d.id desc`.execute(db)
  const byId = new Map(found.map((hit) => [hit.id, hit]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

/** The texts of hits. */
async function readBodies(db: Db, hits: Found[]): Promise<Map<number, string | null>> {
  if (hits.length === 0) return new Map()
  const { rows } = await sql<{ id: number; body: string | null }>`
    select d.id, coalesce(d.body, m.text) as body from search_document d
    left join message m on d.kind = 'message' and m.id = d.subject_id
    where d.id = any(${hits.map((hit) => hit.id)}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.body]))
}

/** By the list of a hit: which words of its text the search finds, by the stems of its language and of those that the reader's lists have. */
function wantedBy(query: Query, reader: Reader): (listId: number | null) => Wanted {
  const languageOf = new Map(reader.lists.map((list) => [list.id, list.language.slice(0, 2).toLowerCase()]))
  const languages = [...new Set(languageOf.values())]
  const forms = markable(query).flatMap((word) => [word, ...languages.map((language) => stemOf(word, language))])
  const known = new Map<string, Wanted>()
  return (listId) => {
    const language = (listId === null ? undefined : languageOf.get(listId)) ?? ''
    const before = known.get(language)
    if (before) return before
    // As it stands and by its stem, as it is indexed.
    const wanted = wantedWords(forms, (word) => [word, stemOf(word, language)])
    known.set(language, wanted)
    return wanted
  }
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

/** Hits by year, author and list, over the newest thousand; `more` says that there are others. */
export async function countDocuments(db: Db, actor: Actor, text: string) {
  const query = readQuery(text)
  if (!asked(query)) return { total: 0, more: false, kinds: [], years: [], authors: [], lists: [], groups: [] }
  const reader = await readerOf(db, actor)
  const rows = await listNewest(db, query, reader, { limit: ranked + 1 })
  const counted = rows.slice(0, ranked)
  const tally = (pick: (row: (typeof rows)[number]) => string | undefined) => {
    const counts = new Map<string, number>()
    for (const row of counted) {
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
    total: counted.length,
    more: rows.length > ranked,
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
