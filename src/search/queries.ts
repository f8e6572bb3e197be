import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/connect.ts'
import { audiencesOf } from '../policy.ts'
import { messagePath } from '../ui/paths.ts'
import { configOf, indexConfigOf, markable, type Query, readQuery, type Stretch, snippet, unstemmed } from './rules.ts'

export interface Hit {
  id: number
  kind: string
  subjectId: number
  at: Date
  author: string
  title: Stretch[]
  listId: number | null
  snippet: Stretch[]
}

/** A page's place in newest-first order: the last hit of the page before. */
export interface Cursor {
  at: Date
  id: number
}

interface Reader {
  audiences: string[]
  lists: { id: number; name: string; language: string }[]
}

/** What this person may find: her audience keys, and the lists she may read with their languages. Decided when she asks. */
async function readerOf(db: Db, actor: Actor): Promise<Reader> {
  const lists = await db
    .selectFrom('list')
    .select(['list.id', 'list.name', 'list.language', 'list.archive', 'list.groupId'])
    .select(sql<number[]>`array(select c.community_id::int from list_community c where c.list_id = list.id)`.as('communityIds'))
    .execute()
  const audiences = audiencesOf(actor, lists)
  return { audiences, lists: lists.filter((list) => audiences.includes(`list:${list.id}`)) }
}

/** Lexemes of plain words that must stand in a weighted part of the document: A the title, B the author. */
const weighted = (words: string[], config: string, weight: 'A' | 'B'): RawBuilder<unknown> => {
  const terms = words
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .filter(Boolean)
    .map((word) => `${word}:${weight}`)
  return sql`to_tsquery(${config}::regconfig, ${terms.join(' & ')})`
}

/** The words by the stems of any of these configurations. */
const inAny = (configs: string[], words: string): RawBuilder<unknown> =>
  sql`(${sql.join(
    configs.map((config) => sql`websearch_to_tsquery(${config}::regconfig, ${words})`),
    sql` || `,
  )})`

function vectorQuery(query: Query, configs: string[]): RawBuilder<unknown> | undefined {
  const any = (words: string) => inAny(configs, words)
  const parts: RawBuilder<unknown>[] = []
  if (query.words) parts.push(any(query.words))
  // Unstemmed as well as stemmed: each form that is not wanted must be absent.
  for (const word of query.not) parts.push(sql`(!! ${any(word)})`)
  if (query.subject.length > 0)
    parts.push(
      sql`(${sql.join(
        configs.map((config) => weighted(query.subject, config, 'A')),
        sql` || `,
      )})`,
    )
  if (query.from.length > 0) parts.push(weighted(query.from, unstemmed, 'B'))
  return parts.length > 0 ? sql`(${sql.join(parts, sql` && `)})` : undefined
}

/** With stop words and without: `the list` finds what has no `the`, `to be or not to be` what has all of it. */
const configsOf = (reader: Reader): string[] => [
  ...new Set([...reader.lists.flatMap(({ language }) => [configOf(language), indexConfigOf(language)]), unstemmed]),
]

function conditions(query: Query, reader: Reader): RawBuilder<unknown> {
  const configs = configsOf(reader)
  const vector = vectorQuery(query, configs)
  const named = reader.lists.filter((list) => query.list.some((name) => list.name === name.toLowerCase()))
  const all = [sql`d.audience = any(${reader.audiences}::text[])`]
  if (vector) all.push(sql`d.vector @@ ${vector}`)
  if (query.list.length > 0) all.push(sql`d.list_id = any(${named.map((list) => list.id)}::bigint[])`)
  if (query.kinds.length > 0) all.push(sql`d.kind = any(${query.kinds}::text[])`)
  if (query.before) all.push(sql`d.at < ${query.before}::date`)
  if (query.after) all.push(sql`d.at >= ${query.after}::date`)
  if (query.attachment) all.push(sql`d.attachment`)
  return sql.join(all, sql` and `)
}

const asked = (query: Query): boolean =>
  Boolean(
    query.words ||
      query.not.length ||
      query.subject.length ||
      query.from.length ||
      query.list.length ||
      query.kinds.length ||
      query.before ||
      query.after ||
      query.attachment,
  )

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
  const where = conditions(query, reader)
  const columns = sql`d.id, d.kind, d.subject_id, d.at, d.author, d.title, d.list_id`
  const found =
    order === 'best' ? bestFirst(inAny(configsOf(reader), query.words), where, columns, limit) : newestFirst(where, columns, after, limit)
  const { rows } = await sql<{
    id: number
    kind: string
    subjectId: number
    at: Date
    author: string
    title: string
    listId: number | null
    body: string | null
  }>`
    select hit.*, coalesce(s.body, m.text) as body from (${found}) hit
    join search_document s on s.id = hit.id left join message m on hit.kind = 'message' and m.id = hit.subject_id
    order by hit.place`.execute(db)
  const words = markable(query)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    query,
    hits: page.map(({ body, title, ...row }): Hit => ({ ...row, title: snippet(title, words, 300), snippet: snippet(body ?? '', words) })),
    next: order === 'newest' && rows.length > limit && last ? { at: last.at, id: last.id } : undefined,
  }
}

const newestFirst = (where: RawBuilder<unknown>, columns: RawBuilder<unknown>, after: Cursor | undefined, limit: number) => sql`
  select ${columns}, row_number() over (order by d.at desc, d.id desc) as place from search_document d
  where ${where} ${after ? sql`and (d.at, d.id) < (${after.at}, ${after.id})` : sql``}
  order by d.at desc, d.id desc limit ${limit + 1}`

const bestFirst = (words: RawBuilder<unknown>, where: RawBuilder<unknown>, columns: RawBuilder<unknown>, limit: number) => sql`
  select ${columns}, row_number() over (order by ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1)
    + ts_rank('{0.1, 0.2, 0.4, 1.0}', d.vector, ${words}, 1) desc, d.at desc, d.id desc) as place
  from (select * from search_document d where ${where} order by d.at desc, d.id desc limit ${ranked}) d
  order by place limit ${limit}`

/** The messages that this person finds, newest first, some hundreds at a time: for taking them along. */
export async function* findMessageIds(db: Db, actor: Actor, text: string, limit = 500): AsyncGenerator<number[]> {
  const query = readQuery(text)
  if (!asked(query)) return
  const where = sql`${conditions(query, await readerOf(db, actor))} and d.kind = 'message'`
  let after: Cursor | undefined
  do {
    const found = newestFirst(where, sql`d.id, d.at, d.subject_id`, after, limit)
    const { rows } = await sql<{ id: number; at: Date; subjectId: number }>`select * from (${found}) hit order by place`.execute(db)
    yield rows.slice(0, limit).map((row) => row.subjectId)
    after = rows.length > limit ? rows[limit - 1] : undefined
  } while (after)
}

/** Hits by year, author and list, over the newest thousand; `more` says that there are others. */
export async function countDocuments(db: Db, actor: Actor, text: string) {
  const query = readQuery(text)
  if (!asked(query)) return { total: 0, more: false, years: [], authors: [], lists: [] }
  const reader = await readerOf(db, actor)
  const { rows } = await sql<{ at: Date; author: string; listId: number | null }>`
    select d.at, d.author, d.list_id from search_document d where ${conditions(query, reader)} order by d.at desc, d.id desc limit ${ranked + 1}`.execute(
    db,
  )
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
    years: tally((row) => String(row.at.getUTCFullYear())).sort((a, b) => b.name.localeCompare(a.name)),
    authors: tally((row) => row.author).slice(0, 10),
    lists: tally((row) => (row.listId === null ? undefined : listName.get(row.listId))),
  }
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
  const exchanges = await db
    .selectFrom('correspondenceMail')
    .innerJoin('roleAddress', 'roleAddress.id', 'correspondenceMail.addressId')
    .select(['correspondenceMail.id', 'correspondenceMail.correspondenceId', 'roleAddress.name'])
    .where('correspondenceMail.id', 'in', [0, ...letters])
    .execute()
  for (const row of exchanges) paths.set(`correspondence:${row.id}`, `/correspondence/${row.name}/${row.correspondenceId}#m${row.id}`)
  for (const { kind, subjectId } of hits) {
    const under = { request: '/requests', case: '/cases', story: '/stories' }[kind]
    if (under) paths.set(`${kind}:${subjectId}`, `${under}/${subjectId}`)
  }
  for (const hit of hits) if (hit.kind === 'answer') paths.set(`answer:${hit.subjectId}`, `/answers/${hit.subjectId}`)
  return new Map(
    hits.flatMap((hit) => {
      const path = paths.get(`${hit.kind}:${hit.subjectId}`)
      return path ? [[hit.id, path]] : []
    }),
  )
}
