import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { stemOf } from '../similar/words.ts'
import { messagePath } from '../ui/paths.ts'
import { asked, type Cursor, configsOf, type Found, inAny, listNewest, type Reader, readerOf } from './hits/queries.ts'
import { markable, type Query, readQuery, type Stretch, snippet, type Wanted, wantedWords } from './rules.ts'

export interface Hit extends Omit<Found, 'title'> {
  title: Stretch[]
  snippet: Stretch[]
}

// Ranking reads every hit; the newest thousand hold what people look for, and take 6 ms instead of 400.
const ranked = 1_000

/**
 * Finds what this person may see.
 * @param text the search as typed
 * @param order `newest` with a cursor, or `best` among the newest thousand
 * @returns the hits with marked snippets, the query as read with its hints, and the cursor of the next page
 */
export async function findDocuments(
  db: Db,
  actor: Actor,
  text: string,
  { order = 'newest' as 'newest' | 'best', after = undefined as Cursor | undefined, limit = 20 } = {},
) {
  const query = readQuery(text)
  if (!asked(query)) return { query, hits: [] as Hit[], next: undefined }
  const reader = await readerOf(db, actor)
  const found =
    order === 'best'
      ? await rank(db, query, reader, await listNewest(db, query, reader, { limit: ranked }), limit)
      : await listNewest(db, query, reader, { after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const bodies = await readBodies(db, page)
  const wanted = wantedBy(query, reader)
  return {
    query,
    hits: page.map((hit): Hit => {
      const words = wanted(hit.listId)
      return { ...hit, title: snippet(hit.title, words, 300), snippet: snippet(bodies.get(hit.id) ?? '', words) }
    }),
    next: order === 'newest' && found.length > limit && last ? { at: last.at, id: last.id } : undefined,
  }
}

/** The best of some hits. */
async function rank(db: Db, query: Query, reader: Reader, found: Found[], limit: number): Promise<Found[]> {
  const words = inAny(configsOf(reader), query.words)
  const { rows } = await sql<{ id: number }>`
    select d.id from search_document d where d.id = any(${found.map((hit) => hit.id)}::bigint[])
    order by ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1) + ts_rank('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1) desc,
      d.at desc, d.id desc limit ${limit}`.execute(db)
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

/** The messages that this person finds, newest first, some hundreds at a time: for taking them along. */
export async function* findMessageIds(db: Db, actor: Actor, text: string, limit = 500): AsyncGenerator<number[]> {
  const query = readQuery(text)
  if (!asked(query)) return
  const reader = await readerOf(db, actor)
  const kinds = query.kinds.length > 0 ? query.kinds.filter((kind) => kind === 'message') : ['message']
  if (kinds.length === 0) return
  let after: Cursor | undefined
  do {
    const found = await listNewest(db, { ...query, kinds }, reader, { after, limit: limit + 1 })
    yield found.slice(0, limit).map((hit) => hit.subjectId)
    after = found.length > limit ? found[limit - 1] : undefined
  } while (after)
}

/** Hits by year, author and list, over the newest thousand; `more` says that there are others. */
export async function countDocuments(db: Db, actor: Actor, text: string) {
  const query = readQuery(text)
  if (!asked(query)) return { total: 0, more: false, kinds: [], years: [], authors: [], lists: [] }
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
  return {
    total: counted.length,
    more: rows.length > ranked,
    kinds: tally((row) => row.kind),
    years: tally((row) => String(row.at.getUTCFullYear())).sort((a, b) => b.name.localeCompare(a.name)),
    authors: tally((row) => row.author).slice(0, 10),
    lists: tally((row) => (row.listId === null ? undefined : listName.get(row.listId))),
  }
}

/** Things whose page is their folder and their number. */
const places: Record<string, string> = {
  request: '/requests',
  case: '/cases',
  story: '/stories',
  answer: '/answers',
  brief: '/briefs',
  commitment: '/commitments',
  cycle: '/cycles',
  ballot: '/ballots',
  decision: '/decisions',
  person: '/people',
  organisation: '/organisations',
}

const subjectsOf = (hits: Hit[], kind: string): number[] => [0, ...hits.filter((hit) => hit.kind === kind).map((hit) => hit.subjectId)]

/** Minutes stand on the page of their meeting, clauses in the version of their charter. */
async function placeMeetingsAndClauses(db: Db, hits: Hit[], paths: Map<string, string>): Promise<void> {
  const kinds = ['meeting', 'minutes', 'minutes-inside']
  const ids = kinds.flatMap((kind) => subjectsOf(hits, kind))
  for (const { id, slug } of await db.selectFrom('meeting').select(['id', 'slug']).where('id', 'in', ids).execute())
    for (const kind of kinds) paths.set(`${kind}:${id}`, `/meetings/${slug}`)
  const clauses = await db
    .selectFrom('charterClause')
    .innerJoin('charterVersion', 'charterVersion.id', 'charterClause.versionId')
    .innerJoin('workingGroup', 'workingGroup.id', 'charterVersion.groupId')
    .select(['charterClause.id', 'charterClause.number as clause', 'charterVersion.number', 'workingGroup.slug'])
    .where('charterClause.id', 'in', subjectsOf(hits, 'clause'))
    .execute()
  for (const { id, clause, number, slug } of clauses) paths.set(`clause:${id}`, `/groups/${slug}/charter/${number}#${clause}`)
}

/** Where each hit stands. */
export async function listPlaces(db: Db, hits: Hit[]): Promise<Map<number, string>> {
  const ids = hits.filter((hit) => hit.kind === 'message').map((hit) => hit.subjectId)
  const rows = await db
    .selectFrom('message')
    .innerJoin('list', 'list.id', 'message.listId')
    .select(['message.id', 'message.messageId', 'message.variant', 'list.name'])
    .where('message.id', 'in', [0, ...ids])
    .execute()
  const paths = new Map(rows.map((row) => [`message:${row.id}`, messagePath(row.name, row.messageId, row.variant)]))
  const letters = hits.filter((hit) => hit.kind === 'correspondence').map((hit) => hit.subjectId)
  const exchanges =
    letters.length === 0
      ? []
      : await db
          .selectFrom('correspondenceMail')
          .innerJoin('roleAddress', 'roleAddress.id', 'correspondenceMail.addressId')
          .select(['correspondenceMail.id', 'correspondenceMail.correspondenceId', 'roleAddress.name'])
          .where('correspondenceMail.id', 'in', letters)
          .execute()
  for (const row of exchanges) paths.set(`correspondence:${row.id}`, `/correspondence/${row.name}/${row.correspondenceId}#m${row.id}`)
  const talks = hits.filter((hit) => hit.kind === 'talk').map((hit) => hit.subjectId)
  for (const { id, slug } of await db
    .selectFrom('talk')
    .select(['id', 'slug'])
    .where('id', 'in', [0, ...talks])
    .execute())
    paths.set(`talk:${id}`, `/show-and-tell/${slug}`)
  const events = hits.filter((hit) => hit.kind === 'event').map((hit) => hit.subjectId)
  for (const { id, slug } of await db
    .selectFrom('event')
    .select(['id', 'slug'])
    .where('id', 'in', [0, ...events])
    .execute())
    paths.set(`event:${id}`, `/events/${slug}`)
  const papers = await db
    .selectFrom('document')
    .select(['id', 'slug'])
    .where('id', 'in', [0, ...hits.filter((hit) => hit.kind === 'document').map((hit) => hit.subjectId)])
    .execute()
  for (const row of papers) paths.set(`document:${row.id}`, `/documents/${row.slug}`)
  const reports = hits.filter((hit) => hit.kind === 'report').map((hit) => hit.subjectId)
  for (const { id, slug } of await db
    .selectFrom('report')
    .select(['id', 'slug'])
    .where('id', 'in', [0, ...reports])
    .execute())
    paths.set(`report:${id}`, `/reports/${slug}`)
  for (const { kind, subjectId } of hits) {
    const under = places[kind]
    if (under) paths.set(`${kind}:${subjectId}`, `${under}/${subjectId}`)
  }
  await placeMeetingsAndClauses(db, hits, paths)
  for (const [key, path] of await listNewsPlaces(db, hits)) paths.set(key, path)
  return new Map(
    hits.flatMap((hit) => {
      const path = paths.get(`${hit.kind}:${hit.subjectId}`)
      return path ? [[hit.id, path]] : []
    }),
  )
}

/** Where hits of the news stand: items by their names, issues by their numbers. */
async function listNewsPlaces(db: Db, hits: Hit[]): Promise<[key: string, path: string][]> {
  const idsOf = (kind: string) => [0, ...hits.filter((hit) => hit.kind === kind).map((hit) => hit.subjectId)]
  const [items, issues, pages] = await Promise.all([
    db.selectFrom('newsItem').select(['id', 'slug']).where('id', 'in', idsOf('news')).execute(),
    db.selectFrom('newsIssue').select(['id', 'number']).where('id', 'in', idsOf('news-issue')).execute(),
    db.selectFrom('sitePage').select(['id', 'slug']).where('id', 'in', idsOf('page')).execute(),
  ])
  return [
    ...items.map(({ id, slug }): [string, string] => [`news:${id}`, `/news/${slug}`]),
    ...issues.map(({ id, number }): [string, string] => [`news-issue:${id}`, `/news/issues/${number}`]),
    ...pages.map(({ id, slug }): [string, string] => [`page:${id}`, `/pages/${slug}`]),
  ]
}
