import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { readSubject } from '../lib/mail/subject.ts'
import { meaningOf } from '../lib/similar/meaning.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { keysOf, nearest, partsOf, vocabularyOf } from './words-rules.ts'

/** A document as its words are read. */
export interface Readable {
  id: number
  audience: string
  words: Set<string>
  /** What it speaks of; undefined of an answer in a thread, which speaks of what the first message does, and of people. */
  meaning: Uint8Array | undefined
}

/** As much of a text as is read, up to the end of a word: half an address would not be known as one, and not be hidden. */
const cutAt = (text: string, most: number): string =>
  text.length < most ? text : text.slice(0, Math.max(0, text.lastIndexOf(' '), text.lastIndexOf('\n')))

const readTexts = (ids: ReturnType<typeof sql>, longest: number) => sql<{
  id: number
  audience: string
  kind: string
  title: string
  text: string
}>`
  select d.id::float8 as id, d.audience, d.kind, d.title, left(concat_ws(E'\n', d.title, d.author, d.files, coalesce(d.body, m.text),
      (select string_agg(left(t.words, ${longest}), E'\n') from file_text t where t.sha256 = any(d.hashes))), ${longest}) as text
  from (${ids}) d left join shared_message m on d.kind = 'message' and m.id = d.subject_id order by d.id`

// Names are found by how they are written.
const named = new Set(['person', 'organisation'])

const meaningIn = ({ kind, title, text }: { kind: string; title: string; text: string }): Uint8Array | undefined =>
  named.has(kind) || (kind === 'message' && readSubject(title).isReply) ? undefined : meaningOf(title, text.slice(title.length))

/** The next documents after this one, with their words as readers see them: nothing of what is hidden of an address. */
export async function listReadable(db: Db, after: number, limit: number): Promise<Readable[]> {
  const longest = 100_000
  const { rows } = await readTexts(sql`select * from search_document where id > ${after} order by id limit ${limit}`, longest).execute(db)
  return rows.map((row) => ({
    ...{ id: row.id, audience: row.audience, meaning: meaningIn(row) },
    words: vocabularyOf(hideAddresses(cutAt(row.text, longest))),
  }))
}

/** Up to which document the words are read. */
export async function findReach(db: Db): Promise<{ last: number; turn: number }> {
  const { rows } = await sql<{ last: number; turn: number }>`select last::float8 as last, turn from search_reach`.execute(db)
  return rows[0] ?? { last: 0, turn: 0 }
}

// What the job has not read yet is read on the spot, as long as it is little.
const mostFresh = 300
// Of each, the beginning: whoever searches for what is not there waits for it.
const longestFresh = 5_000
const mostWords = 200
// So many letters of a word with two slips are right.
const certain = 4

// A document that is written anew has another number: the words of one number stay what they are. Who may see it is asked each time.
const kept = new WeakMap<Db, Map<number, Set<string>>>()

/** The words of what the job has not read yet and these audiences may read. */
async function freshWords(db: Db, audiences: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: number; seen: boolean }>`
    select id::float8 as id, audience = any(${audiences}::text[]) as seen from search_document
    where id > coalesce((select last from search_reach), 0) order by search_document.id limit ${mostFresh}`.execute(db)
  const before = kept.get(db) ?? new Map<number, Set<string>>()
  const known = new Map(rows.flatMap(({ id }) => (before.has(id) ? [[id, before.get(id) ?? new Set<string>()] as const] : [])))
  const unread = rows.flatMap(({ id, seen }) => (seen && !known.has(id) ? [id] : []))
  if (unread.length > 0) {
    // They follow each other: by the two ends they are found without reading all.
    const [first, end] = [unread[0], unread.at(-1)]
    const ids = sql`select * from search_document where id between ${first} and ${end} and id = any(${unread}::bigint[])`
    const read = await readTexts(ids, longestFresh).execute(db)
    for (const { id, text } of read.rows) known.set(id, vocabularyOf(hideAddresses(cutAt(text, longestFresh))))
  }
  kept.set(db, known)
  return new Set(rows.flatMap(({ id, seen }) => (seen ? [...(known.get(id) ?? [])] : [])))
}

/** The words that stand in what some audiences may read. */
export interface Vocabulary {
  /** Those of these words that there are. */
  known(words: string[]): Promise<Set<string>>
  beginning(start: string): Promise<string[]>
  ending(end: string): Promise<string[]>
  /** Those that a word may be a slip of, the nearest first. */
  near(word: string): Promise<{ word: string; edits: number }[]>
}

/** Reads words by conditions, those that are asked for at a time by one statement: each of its own would take a connection. */
function wordReader(db: Db, audiences: string[]): (where: ReturnType<typeof sql>) => Promise<string[]> {
  let asked: ReturnType<typeof sql>[] = []
  let reading: Promise<string[][]> | undefined
  const run = async () => {
    // Whoever asks in the same turn has asked by now.
    await Promise.resolve()
    const parts = asked.map(
      (where, n) =>
        sql`(select ${sql.lit(n)} as n, word from search_word where audience = any(${audiences}::text[]) and ${where} limit ${mostWords})`,
    )
    ;[asked, reading] = [[], undefined]
    const { rows } = await sql<{ n: number; word: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
    return parts.map((_, n) => rows.flatMap((row) => (row.n === n ? [row.word] : [])))
  }
  return async (where) => {
    const place = asked.push(where) - 1
    reading ??= run()
    return (await reading)[place] ?? []
  }
}

/** The vocabulary of a reader: each word stands in something of theirs, or stood there until lately. */
export async function vocabularyFor(db: Db, audiences: string[]): Promise<Vocabulary> {
  const fresh = await freshWords(db, audiences)
  const read = wordReader(db, audiences)
  const also = (words: string[], fits: (word: string) => boolean) => [...new Set([...words, ...[...fresh].filter(fits)])]
  // In this collation what begins alike stands together.
  const from = (column: ReturnType<typeof sql>, start: string) => sql`${column} >= ${start} and ${column} < ${`${start}\u{10ffff}`}`
  return {
    known: async (words) => new Set(also(await read(sql`word = any(${words}::text[])`), (word) => words.includes(word))),
    beginning: async (start) =>
      also(await read(from(sql`word`, start)), (word) => word.startsWith(start)).toSorted((a, b) => a.length - b.length),
    ending: async (end) =>
      also(await read(from(sql`reverse(word) collate "C"`, [...end].toReversed().join(''))), (word) => word.endsWith(end)),
    near: async (word) => {
      // Two letters that are left out share no key; the beginning does.
      const long = word.length >= certain + 2
      const alike = sql`${from(sql`word`, word.slice(0, certain))} and char_length(word) between ${word.length - 2} and ${word.length + 2}`
      const found = await Promise.all([read(sql`keys && ${keysOf(word)}::integer[]`), long ? read(alike) : []])
      return nearest(
        word,
        also(found.flat(), () => true),
      )
    },
  }
}

/** The two words that one is made of, where both are known; the longest beginning first. */
export async function findParts(vocabulary: Vocabulary, word: string): Promise<[string, string][]> {
  const parts = partsOf(word)
  if (parts.length === 0) return []
  const known = await vocabulary.known([...new Set(parts.flat())])
  return parts.filter((pair) => pair.every((part) => known.has(part))).toSorted(([a], [b]) => b.length - a.length)
}
