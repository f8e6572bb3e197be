import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { shared } from '../lib/db/shared.ts'
import { Meanings, meantBy } from '../lib/similar/meaning.ts'
import { isJoining } from '../lib/similar/words.ts'
import { conditions, inVector, period } from './conditions-queries.ts'
import { cutWords, foldSpaced } from './cut-rules.ts'
import { columns, type Shown, shown } from './hits-queries.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'

// So many of the newest documents are held by a process that was asked, in 7 MB; twice as many before the oldest go.
const held = 100_000
const atOnce = 5_000
// How near something must be to be said to speak of the same, from -1 to 1: the nearest of all, where the question is of what was learnt from a
// little less; and the others beside it.
const [believed, ofField, beside] = [0.6, 0.08, 0.75]
// What has the very words says it rather, by so much if it has them all; other forms of a word differ at its end.
const [ofWords, longestEnding, longestRead] = [0.2, 2, 3_000]
// A few of them say it; so many are looked at, since some may be none that who asks may see.
const [mostLooked, mostShown] = [60, 10]

/** What documents speak of, by their numbers, and who may see each as far as was known when it was read. */
interface Kept {
  meanings: Meanings
  ids: number[]
  audiences: string[]
}

interface Row {
  id: number
  audience: string
  meaning: Buffer
}

const readRows = async (db: Db, where: RawBuilder<unknown>): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select m.id::float8 as id, d.audience, m.meaning from search_meaning m join search_document d on d.id = m.id
    where ${where} limit ${atOnce}`.execute(db)
  return rows
}

function put(kept: Kept, rows: readonly Row[]): void {
  for (const { id, audience, meaning } of rows) {
    kept.meanings.put(meaning)
    kept.ids.push(id)
    kept.audiences.push(audience)
  }
}

const none = (): Kept => ({ meanings: new Meanings(), ids: [], audiences: [] })

/** The newest documents, in the order of their numbers. */
async function readNewest(db: Db): Promise<Kept> {
  const all: Row[] = []
  for (let rows = await readRows(db, sql`true order by m.id desc`); rows.length > 0; ) {
    all.push(...rows)
    if (rows.length < atOnce || all.length >= held) break
    rows = await readRows(db, sql`m.id < ${rows.at(-1)?.id} order by m.id desc`)
  }
  const kept = none()
  put(kept, all.toReversed())
  return kept
}

/** What is there, with what came since it was read. */
function keeper(db: Db): () => Promise<Kept> {
  let kept: Kept | undefined
  return shared(async () => {
    if (!kept || kept.ids.length > 2 * held) kept = await readNewest(db)
    for (;;) {
      const rows = await readRows(db, sql`m.id > ${kept.ids.at(-1) ?? 0} order by m.id`)
      put(kept, rows)
      if (rows.length < atOnce) return kept
    }
  })
}

const keepers = new WeakMap<Db, () => Promise<Kept>>()

function readKept(db: Db): Promise<Kept> {
  const read = keepers.get(db) ?? keeper(db)
  keepers.set(db, read)
  return read()
}

/** The numbers of what says most nearly what is asked for, of what these readers see, with how near each is. */
async function listNear(db: Db, text: string, audiences: readonly string[]): Promise<Map<number, number>> {
  const meant = meantBy(text)
  if (!meant) return new Map()
  const { meanings, ids, audiences: seen } = await readKept(db)
  const near = meanings.near(meant)
  const own = new Set(audiences)
  const found: [number, number][] = []
  for (const [at, one] of near.entries()) if (one > believed * beside && own.has(seen[at] as string)) found.push([ids[at] as number, one])
  found.sort(([, a], [, b]) => b - a)
  const [, best = 0] = found[0] ?? []
  if (best + ofField * meant.field < believed) return new Map()
  return new Map(found.filter(([, one]) => one >= best * beside).slice(0, mostLooked))
}

/**
 * What says the same as the words of a search, in others or in another language, the nearest first: few, and none where nothing is surely near.
 * Phrases are meant as they stand.
 */
export async function findMeaning(db: Db, query: Query, reader: Reader): Promise<Shown[]> {
  if (query.typed.length === 0 || query.typed.some((text) => text.startsWith('"') || /^or$/i.test(text))) return []
  const near = await listNear(db, query.typed.join(' '), reader.audiences)
  if (near.size === 0) return []
  const others = { ...query, words: '', whole: [], either: [] }
  const { rows } = await sql<Shown>`
    select ${columns}, ${shown.columns} from search_document d ${shown.joins}
    where d.id = any(${[...near.keys()]}::bigint[]) and ${conditions(others, reader, inVector)} and ${period(query, undefined)}`.execute(db)
  const words = query.typed.flatMap((text) => foldSpaced(cutWords(text)).split(' ')).filter((word) => word.length > 3 && !isJoining(word))
  const scored = rows.map((hit) => ({ hit, score: (near.get(hit.id) ?? 0) + ofWords * shareIn(`${hit.title} ${hit.body ?? ''}`, words) }))
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ hit }) => hit)
}

/** How many of some words stand in a text, or others that begin so: a part of 1. */
function shareIn(text: string, words: readonly string[]): number {
  if (words.length === 0) return 0
  const folded = ` ${foldSpaced(cutWords(text.slice(0, longestRead)))}`
  return words.filter((word) => folded.includes(` ${word.slice(0, Math.max(4, word.length - longestEnding))}`)).length / words.length
}
