import type { Db } from '../lib/db/rows.ts'
import { meantBy } from './forgiving-queries.ts'
import type { Folded } from './hits-queries.ts'
import { findMeaning } from './meaning-queries.ts'
import { isLess } from './meant-rules.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'

// Whoever searches for what is not there waits for each of them.
const mostSought = 14
// Where fewer have the words, what says the same in others stands below them; so many of it. Who types one word that few have, a name or a number,
// wants that one.
const [fewHits, fewWords, mostSame] = [5, 2, 6]
// So many words are a sentence: what says the same is meant before what has all of them.
const sentenceOf = 5

/** What a search finds. */
interface Meant {
  /** What was looked for: as it was typed, or what was meant by it. */
  query: Query
  found: Folded[]
  /** What says the same in other words, to be told apart. */
  alike: Folded[]
  /** What says the same stands first among what was found. */
  same?: boolean
}

const without = (hits: Folded[], others: Folded[]) => hits.filter(({ id }) => others.every((one) => one.id !== id))

/**
 * What has the words of a search, with what says the same in others.
 * @param alone whether the best are asked for, on one page
 */
export async function beside(db: Db, typed: Query, reader: Reader, direct: Folded[], { alone }: { alone: boolean }): Promise<Meant> {
  const isSentence = typed.typed.length >= sentenceOf
  const isFew = direct.length < fewHits && typed.typed.length >= fewWords
  if (!alone || !(isSentence || isFew)) return { query: typed, found: direct, alike: [] }
  const saying = await findMeaning(db, typed, reader)
  const first = isSentence ? saying.slice(0, mostSame) : []
  return {
    query: typed,
    found: [...first, ...without(direct, first)],
    alike: isSentence ? [] : without(saying, direct).slice(0, mostSame),
  }
}

/**
 * What is found by the first of the queries that may have been meant and finds something; before words are left out, what says the same in others.
 * @param alone whether the best are asked for, on one page
 */
export async function findMeant(
  db: Db,
  text: string,
  typed: Query,
  reader: Reader,
  { alone, seek }: { alone: boolean; seek: (query: Query) => Promise<Folded[]> },
): Promise<Meant> {
  const sought = new Set<string>()
  let read: Promise<Folded[]> | undefined
  const same = async () => (read ??= alone ? findMeaning(db, typed, reader) : Promise.resolve([]))
  for await (const query of meantBy(db, text, typed, reader)) {
    const key = JSON.stringify(query)
    if (sought.has(key)) continue
    if (sought.add(key).size > mostSought) break
    const found = await seek(query)
    if (found.length === 0) continue
    const saying = isLess(query) ? (await same()).slice(0, mostSame) : []
    if (saying.length === 0) return { query, found, alike: [] }
    return { query, found: [...saying, ...without(found, saying)], alike: [], same: true }
  }
  const found = await same()
  return found.length > 0 ? { query: { ...typed }, found, alike: [], same: true } : { query: typed, found, alike: [] }
}
