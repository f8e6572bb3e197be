import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'
import { cutWords, fold, isUnspaced } from './cut-rules.ts'
import type { Reader } from './hits-queries.ts'
import type { Query } from './rules.ts'
import { findParts, type Vocabulary, vocabularyFor } from './words-queries.ts'

// So many words of a search are looked at, and so many are tried for each: who types more than that means none of them.
const [mostTerms, mostTried] = [8, 12]
// Of letters alone, and as long as the words that are kept of texts.
const forgiven = /^\p{L}{3,32}$/u

/** The sets of words that a group says mean the same, folded; which of them count is seen by what they find. */
async function listSynonyms(db: Db): Promise<string[][]> {
  const { rows } = await sql<{ words: string[] }>`select words from synonym where removed_at is null order by id limit 1000`.execute(db)
  return rows.map(({ words }) => words.map((word) => fold(cutWords(word))))
}

/** What may stand for one term: the nearest first. */
async function othersOf(vocabulary: Vocabulary, term: string, { last, known }: { last: boolean; known: boolean }): Promise<string[]> {
  const longer = last ? (await vocabulary.beginning(term)).filter((word) => word !== term) : []
  if (known) return longer
  const parts = await findParts(vocabulary, term)
  const [two] = parts
  const split = two ? [two.join(' ')] : []
  const ends = term.length >= 5 ? [...(await vocabulary.beginning(term)), ...(await vocabulary.ending(term))] : []
  return [...longer, ...(await vocabulary.near(term)), ...split, ...ends]
}

/** Two neighbours that are one word. */
async function joinedOf(vocabulary: Vocabulary, terms: readonly string[]): Promise<Map<number, string>> {
  const pairs = terms.slice(1).map((term, at) => (forgiven.test(`${terms[at]}${term}`) ? `${terms[at]}${term}` : ''))
  const known = await vocabulary.known(pairs)
  return new Map(pairs.flatMap((pair, at): [number, string][] => (known.has(pair) ? [[at, pair]] : [])))
}

const phrased = (words: string) => (words.includes(' ') ? `"${words}"` : words)

/**
 * What somebody may have meant whose words found nothing: the group's other words for it, words that begin so, that are written nearly so, as
 * two words, as one, or as part of one. All of it stands, or stood, in what they may read.
 * @returns queries to try, the nearest first
 */
export async function meantBy(db: Db, query: Query, reader: Reader): Promise<Query[]> {
  const plain = query.typed.filter((text) => !text.startsWith('"') && !isUnspaced(text))
  if (plain.length === 0 || plain.length < query.typed.length || plain.some((text) => /^or$/i.test(text))) return []
  const typed = plain.map((text) => fold(cutWords(text))).filter(Boolean)
  const terms = typed.flatMap((text) => text.split(' '))
  if (terms.length === 0 || terms.length > mostTerms) return []
  const [vocabulary, synonyms] = await Promise.all([vocabularyFor(db, reader.audiences), listSynonyms(db)])
  const [known, joined] = await Promise.all([vocabulary.known(terms), joinedOf(vocabulary, terms)])
  const others = await Promise.all(
    terms.map(async (term, at) =>
      forgiven.test(term) ? othersOf(vocabulary, term, { last: at === terms.length - 1, known: known.has(term) }) : [],
    ),
  )
  const same = (term: string) => synonyms.flatMap((set) => (set.includes(term) ? set.filter((word) => word !== term) : []))
  const whole = terms.join(' ')
  const tries: string[][][] = []
  if (same(whole).length > 0) tries.push([same(whole)])
  tries.push(terms.map((term) => [term, ...same(term)]))
  tries.push(terms.map((term, at) => [term, ...same(term), ...(others[at] ?? [])]))
  for (const [at, word] of joined)
    tries.push([...terms.slice(0, at).map((term) => [term]), [word], ...terms.slice(at + 2).map((term) => [term])])
  return tries
    .filter((groups) => groups.some((group, at) => group.length > 1 || group[0] !== terms[at]))
    .map((groups) => ({
      ...query,
      words: '',
      whole: [],
      either: groups.map((group) => [...new Set(group)].slice(0, mostTried).map(phrased)),
    }))
}

/**
 * What a search found instead, in words: for each term what of its others stands in these texts, which the reader sees.
 * @returns undefined where it cannot be said with words of theirs
 */
export function sayMeant(query: Query, typed: readonly string[], texts: readonly string[]): string | undefined {
  const folded = texts.map((text) => fold(` ${cutWords(text)} `))
  const shown = query.either.map((group, at) => {
    const counted = group.map((one) => {
      const bare = one.replaceAll('"', '')
      return { bare, count: bare === typed[at] ? Number.MAX_SAFE_INTEGER : folded.filter((text) => text.includes(` ${bare} `)).length }
    })
    const [most] = counted
      .filter(({ bare, count }) => (bare === typed[at] ? folded.some((text) => text.includes(` ${bare} `)) : count > 0))
      .toSorted((a, b) => b.count - a.count)
    return most?.bare
  })
  const said = shown.filter((one) => one !== undefined)
  return said.length === shown.length ? said.join(' ') : undefined
}
