import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { shared } from '../lib/db/shared.ts'
import { type Asked, askedFor, Meanings } from '../lib/similar/meaning.ts'
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
// A few of them say it, of so many whose texts are read; more are near, since some may be none that who asks may see.
const [mostNear, mostRead, mostShown] = [500, 60, 10]

/** What documents speak of, by their numbers. */
interface Kept {
  meanings: Meanings
  ids: number[]
}

interface Row {
  id: number
  meaning: Buffer
}

/**
 * The next of them, as far as the job has read the words: behind that are documents that were written anew, with what they spoke of before, and
 * between them those that it comes to later.
 */
const readRows = async (db: Db, where: RawBuilder<unknown>, order: 'asc' | 'desc'): Promise<Row[]> =>
  (
    await sql<Row>`select id::float8 as id, meaning from search_meaning
      where id <= (select last from search_reach) and ${where} order by id ${sql.raw(order)} limit ${atOnce}`.execute(db)
  ).rows

function put(kept: Kept, rows: readonly Row[]): void {
  for (const { id, meaning } of rows) {
    kept.meanings.put(meaning)
    kept.ids.push(id)
  }
}

/** The newest documents, in the order of their numbers. */
async function readNewest(db: Db): Promise<Kept> {
  const all: Row[] = []
  for (let rows = await readRows(db, sql`true`, 'desc'); rows.length > 0; ) {
    all.push(...rows)
    if (rows.length < atOnce || all.length >= held) break
    rows = await readRows(db, sql`id < ${rows.at(-1)?.id}`, 'desc')
  }
  const kept: Kept = { meanings: new Meanings(), ids: [] }
  put(kept, all.toReversed())
  return kept
}

/** What is there, with what came since it was read. */
function keeper(db: Db): () => Promise<Kept> {
  let kept: Kept | undefined
  return shared(async () => {
    if (!kept || kept.ids.length > 2 * held) kept = await readNewest(db)
    for (;;) {
      const rows = await readRows(db, sql`id > ${kept.ids.at(-1) ?? 0}`, 'asc')
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

interface Near {
  id: number
  near: number
}

/** The numbers of what says most nearly what is asked for, with how near each is; who may see it is not asked here. */
async function listNear(db: Db, meant: Asked): Promise<Near[]> {
  const { meanings, ids } = await readKept(db)
  const found: Near[] = []
  for (const [at, near] of meanings.near(meant).entries()) if (near > believed * beside) found.push({ id: ids[at] as number, near })
  return found.toSorted((a, b) => b.near - a.near).slice(0, mostNear)
}

/**
 * What says the same as the words of a search, in others or in another language, the nearest first: few, and none where nothing that who asks
 * may see is surely near. Phrases are meant as they stand.
 */
export async function findMeaning(db: Db, query: Query, reader: Reader): Promise<Shown[]> {
  if (query.typed.some((text) => text.startsWith('"') || /^or$/i.test(text))) return []
  const meant = askedFor(query.typed.join(' '))
  const near = meant ? await listNear(db, meant) : []
  if (!meant || near.length === 0) return []
  const ids = near.map(({ id }) => id)
  const others = { ...query, words: '', whole: [], either: [] }
  const { rows: seen } = await sql<{ id: number }>`
    select d.id::float8 as id from search_document d
    where d.id = any(${ids}::bigint[]) and ${conditions(others, reader, inVector)} and ${period(query, undefined)}`.execute(db)
  const visible = new Set(seen.map(({ id }) => id))
  const [nearest, ...further] = near.filter(({ id }) => visible.has(id))
  if (!nearest || nearest.near + ofField * meant.field < believed) return []
  const close = [nearest, ...further.filter((one) => one.near >= nearest.near * beside)].slice(0, mostRead)
  return readShown(db, query, new Map(close.map((one) => [one.id, one.near])))
}

/** Documents as they are shown, those first that are nearest and have the very words. */
async function readShown(db: Db, { typed }: Query, near: ReadonlyMap<number, number>): Promise<Shown[]> {
  const words = typed.flatMap((text) => foldSpaced(cutWords(text)).split(' ')).filter((word) => word.length > 3 && !isJoining(word))
  const { rows } = await sql<Shown>`
    select ${columns}, ${shown.columns} from search_document d ${shown.joins} where d.id = any(${[...near.keys()]}::bigint[])`.execute(db)
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
