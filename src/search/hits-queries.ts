import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { audiencesOf, type ListFacts, maySeeAddresses } from '../policy.ts'
import { cutWords, fold, ofDomain, ofLocal, quoted } from './cut-rules.ts'
import { findHolders, type Holders, rememberHolders } from './phrases-queries.ts'
import { configOf, indexConfigOf, type Query, unstemmed } from './rules.ts'

/** A page's place in newest-first order: the last hit of the page before. */
export interface Cursor {
  at: Date
  id: number
}

/** What somebody may find, and in which languages. */
export interface Reader {
  audiences: string[]
  lists: (ListFacts & { name: string; language: string })[]
  /** Those of the lists whose addresses they see whole. */
  withAddresses: number[]
  groups: { id: number; slug: string; name: string }[]
}

/** What this person may find: their audience keys, and the lists they may read with their languages. Decided when they ask. */
export async function readerOf(db: Db, actor: Actor): Promise<Reader> {
  const [lists, groups] = await Promise.all([
    db
      .selectFrom('list')
      .select(['list.id', 'list.name', 'list.language', 'list.archive', 'list.groupId'])
      .select(sql<number[]>`array(select c.community_id::int from list_community c where c.list_id = list.id)`.as('communityIds'))
      .execute(),
    db.selectFrom('workingGroup').select(['id', 'slug', 'name']).orderBy('id').execute(),
  ])
  const audiences = audiencesOf(actor, lists)
  const readable = lists.filter((list) => audiences.includes(`list:${list.id}`))
  const withAddresses = readable.filter((list) => maySeeAddresses(actor, list)).map(({ id }) => id)
  return { audiences, groups, lists: readable, withAddresses }
}

/** Words that must stand next to each other in a weighted part of the document: A the title, B the author. */
const weighted = (text: string, config: string, weight: 'A' | 'B'): RawBuilder<unknown> => {
  const terms = cutWords(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => `${word}:${weight}`)
  return sql`to_tsquery(${config}::regconfig, ${terms.join(' <-> ')})`
}

/** The words of an author: in the name, in the domain of the address and, for who may see addresses, in what stands before it. */
function authorQuery(from: string[], addresses: boolean): RawBuilder<unknown> {
  const words = from.flatMap((text) => cutWords(text).split(' ')).filter(Boolean)
  const of = (word: string) => {
    const kept = [ofDomain(fold(word)), ...(addresses ? [ofLocal(fold(word))] : [])]
    return sql`(${weighted(word, unstemmed, 'B')} || ${kept.map((one) => `${quoted(one)}:B`).join(' | ')}::tsquery)`
  }
  return words.length === 0 ? sql`''::tsquery` : sql`(${sql.join(words.map(of), sql` && `)})`
}

/** The words by the stems of any of these configurations. */
export const inAny = (configs: string[], words: string): RawBuilder<unknown> => {
  const read = (config: string) => sql`websearch_to_tsquery(${config}::regconfig, ${words})`
  const parts = configs.map((config, place) => {
    const before = configs[place - 1]
    if (before === undefined || config !== `${before}_all`) return configs[place + 1] === `${config}_all` ? undefined : read(config)
    // With stop words and without is the same where there are none; each mail that is read would be asked twice.
    return sql`case when ${read(before)} = ${read(config)} then ${read(config)} else ${read(before)} || ${read(config)} end`
  })
  return sql`(${sql.join(
    parts.filter((part) => part !== undefined),
    sql` || `,
  )})`
}

/** Words that must and must not stand anywhere. */
export function wordsQuery(query: Query, configs: string[]): RawBuilder<unknown> | undefined {
  const parts: RawBuilder<unknown>[] = []
  if (query.words) parts.push(inAny(configs, query.words))
  for (const group of query.either)
    parts.push(
      sql`(${sql.join(
        group.map((word) => inAny(configs, word)),
        sql` || `,
      )})`,
    )
  for (const word of query.whole) parts.push(sql`${quoted(word)}::tsquery`)
  // Unstemmed as well as stemmed: each form that is not wanted must be absent.
  for (const word of query.not) parts.push(sql`(!! ${inAny(configs, word)})`)
  return parts.length > 0 ? sql`(${sql.join(parts, sql` && `)})` : undefined
}

/** Words that must stand in the title. */
const titleQuery = ({ subject }: Query, configs: string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    subject.map(
      (text) =>
        sql`(${sql.join(
          configs.map((config) => weighted(text, config, 'A')),
          sql` || `,
        )})`,
    ),
    sql` && `,
  )})`

/** What must stand in the title or in the author's name and address. `names` is what they are looked up in. */
function namesCondition(query: Query, reader: Reader, configs: string[], names: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (query.subject.length > 0) all.push(sql`${names} @@ ${titleQuery(query, configs)}`)
  if (query.from.length === 0) return all
  const open = sql`${names} @@ ${authorQuery(query.from, false)}`
  const whole = sql`${names} @@ ${authorQuery(query.from, true)}`
  // Where all lists show this reader whole addresses there is one thing to look up.
  if (reader.withAddresses.length === 0) all.push(open)
  else if (reader.withAddresses.length === reader.lists.length) all.push(whole)
  else all.push(sql`(${open} or (${whole} and d.list_id = any(${reader.withAddresses}::bigint[])))`)
  return all
}

/** With stop words and without: `the list` finds what has no `the`, `to be or not to be` what has all of it. */
export const configsOf = (reader: Reader): string[] => [
  ...new Set([...reader.lists.flatMap(({ language }) => [configOf(language), indexConfigOf(language)]), unstemmed]),
]

/** The conditions of a search. `names` is what titles and authors are looked up in. */
function conditions(query: Query, reader: Reader, names: RawBuilder<unknown>): RawBuilder<unknown> {
  const configs = configsOf(reader)
  const all = [sql`d.audience = any(${reader.audiences}::text[])`]
  const words = wordsQuery(query, configs)
  if (words) all.push(sql`d.vector @@ ${words}`)
  all.push(...namesCondition(query, reader, configs, names))
  if (query.list.length > 0) {
    const lists = reader.lists.filter((list) => query.list.some((name) => list.name === name.toLowerCase()))
    all.push(sql`d.list_id = any(${lists.map((list) => list.id)}::bigint[])`)
  }
  if (query.group.length > 0) {
    const groups = reader.groups.filter(({ slug }) => query.group.some((name) => slug === name.toLowerCase())).map(({ id }) => id)
    // A message is of its list, which is its group's.
    const lists = reader.lists.filter(({ groupId }) => groupId !== null && groups.includes(groupId)).map(({ id }) => id)
    all.push(sql`(d.group_id = any(${groups}::bigint[]) or d.list_id = any(${lists}::bigint[]))`)
  }
  if (query.kinds.length > 0) all.push(sql`d.kind = any(${query.kinds}::text[])`)
  if (query.attachment) all.push(sql`d.attachment`)
  return sql.join(all, sql` and `)
}

/** The time that is searched, from a page's place on. */
function period({ before, after }: Query, cursor: Cursor | undefined): RawBuilder<unknown> {
  const all = [sql`true`]
  if (before) all.push(sql`d.at < ${before}::date`)
  if (after) all.push(sql`d.at >= ${after}::date`)
  if (cursor) all.push(sql`(d.at, d.id) < (${cursor.at}, ${cursor.id})`)
  return sql.join(all, sql` and `)
}

export const asked = (query: Query): boolean =>
  Boolean(
    query.words ||
      query.either.length ||
      query.whole.length ||
      query.not.length ||
      query.subject.length ||
      query.from.length ||
      query.list.length ||
      query.group.length ||
      query.kinds.length ||
      query.before ||
      query.after ||
      query.attachment,
  )

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

const columns = sql`d.id, d.kind, d.subject_id, d.at, d.author, d.title, d.list_id, d.group_id`
const newestFirst = sql`order by at desc, id desc`

// So many documents are read one by one, newest first, before an index is asked: that takes 2 ms and finds a page of whatever occurs in
// each hundredth of them.
const readFirst = 2_000

/**
 * How many documents the indexes of words would offer, as the planner sees it: for a phrase those that have its words anywhere, and each
 * is read to see whether it is one.
 */
async function estimate(db: Db, query: Query, reader: Reader): Promise<number> {
  const configs = configsOf(reader)
  const words = wordsQuery({ ...query, not: [] }, configs)
  const all = [...(words ? [sql`d.vector @@ ${words}`] : []), ...namesCondition(query, reader, configs, names)]
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select 1 from search_document d where ${sql.join(all, sql` and `)}`.execute(db)
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}

/** How many documents there are, as far as the planner knows. */
async function countAll(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select greatest(reltuples, 1)::float8 as count from pg_class where oid = 'search_document'::regclass`.execute(db)
  return rows[0]?.count ?? 1
}

/** When the last of so many newest documents is from; the planner is told the value, or it would read all that the words offer. */
async function dayOf(db: Db, when: RawBuilder<unknown>, documents: number): Promise<Date> {
  const { rows } = await sql<{ day: Date | null }>`
    select min(at) as day from (select at from search_document d where ${when} ${newestFirst} limit ${documents}) newest`.execute(db)
  return rows[0]?.day ?? new Date(0)
}

// To take one document from an index costs as much as to walk past three. Words of a phrase go together more often than the planner thinks,
// and where they stand is read as well.
const offered = 3
const offeredForPhrase = 12

// So far back a term of every day is looked for, before the index is asked after all: 15 ms.
const farthest = 20_000

// What came or went since the newest were read moves the place up to which they were.
const overlap = 50

// To find the day of that document costs as much as to walk past so many.
const dated = 3_000

/**
 * The newest hits, so many of them.
 *
 * A term of every day is found by walking back in time, one that hardly occurs by the index of words, and the other way round either takes
 * a hundred times as long. The planner does not see the limit, and has no figures for phrases and for words that go together. So the newest
 * documents are read, and what they hold, with what the planner knows of the words, decides.
 */
export async function listNewest(
  db: Db,
  query: Query,
  reader: Reader,
  { after, limit }: { after?: Cursor; limit: number },
): Promise<Found[]> {
  const when = period(query, after)
  const take = async (rows: RawBuilder<Found>) => (await rows.execute(db)).rows
  // Only what must be there can be looked up.
  if (!query.words && query.either.length === 0 && query.whole.length === 0 && query.subject.length === 0 && query.from.length === 0) {
    const where = conditions(query, reader, sql`d.vector`)
    return take(sql<Found>`select ${columns} from search_document d where ${where} and ${when} ${newestFirst} limit ${limit}`)
  }
  const phrase = phraseOf(query, reader)
  const known = phrase && rememberHolders(db, phrase.key)
  if (known) return take(lookUp(query, reader, when, limit, among(known)))
  const found = await walkBack(db, query, reader, when, limit)
  if (found) return found
  const holders = phrase && (await findHolders(db, phrase.key, phrase.condition))
  return take(lookUp(query, reader, when, limit, holders && among(holders)))
}

/** The newest hits as they are met on the way back in time; undefined where the index of words is the shorter way. */
async function walkBack(db: Db, query: Query, reader: Reader, when: RawBuilder<unknown>, limit: number): Promise<Found[] | undefined> {
  const where = conditions(query, reader, sql`d.vector`)
  const walk = (from: number, to: number) =>
    sql<Found>`
      select ${columns} from (select * from search_document d where ${when} ${newestFirst} limit ${to - from} offset ${from}) d
      where ${where} ${newestFirst} limit ${limit}`.execute(db)
  // What the planner knows is asked meanwhile: most searches need it.
  const [{ rows: near }, candidates, documents] = await Promise.all([walk(0, readFirst), estimate(db, query, reader), countAll(db)])
  if (near.length >= limit) return near
  // A phrase of words of every day that none of the newest has is likely in none; a name of earlier years is not.
  const phrase = query.words.includes('"')
  const expected = near.length > 0 ? (limit * readFirst) / near.length : phrase ? Number.POSITIVE_INFINITY : farthest
  const all = candidates * (phrase ? offeredForPhrase : offered)
  const late = dated + all * Math.min(1, farthest / documents)
  let found: Found[] = []
  if (expected <= farthest && expected < Math.min(all, late)) {
    const { rows: far } = await walk(readFirst - overlap, farthest)
    const known = new Set(near.map(({ id }) => id))
    found = [...near, ...far.filter(({ id }) => !known.has(id))].slice(0, limit)
  } else if (near.length > 0 && late < all / 2) {
    // Where thousands must be read to see which it is, those of late may do.
    const day = await dayOf(db, when, farthest)
    found = (await lookUp(query, reader, sql`${when} and d.at >= ${day}`, limit).execute(db)).rows
  }
  return found.length >= limit ? found : undefined
}

/** The words of a search that has a phrase and no names to narrow it: by what they are remembered, and what they ask of a document. */
function phraseOf(query: Query, reader: Reader) {
  if (!query.words.includes('"') || query.subject.length > 0 || query.from.length > 0) return undefined
  const configs = configsOf(reader)
  return {
    key: JSON.stringify([query.words, query.whole, configs]),
    condition: sql`d.vector @@ ${wordsQuery({ ...query, not: [] }, configs)}`,
  }
}

/** Those that hold a phrase, and what came since; read before the words are asked for, or the planner would ask their index as well. */
const among = ({ ids, last }: Holders) => sql`(select * from search_document where id = any(${ids}::bigint[]) or id > ${last} offset 0)`

// What titles and authors are looked up in.
const names = sql`ts_filter(d.vector, '{a,b}')`

/** All hits by the indexes of words, then the newest: the planner may not think of walking, since it does not see the limit. */
const lookUp = (query: Query, reader: Reader, when: RawBuilder<unknown>, limit: number, documents = sql`search_document`) => sql<Found>`
  with hit as materialized (select ${columns} from ${documents} d where ${conditions(query, reader, names)} and ${when})
  select * from hit ${newestFirst} limit ${limit}`
