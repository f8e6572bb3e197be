import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'
import { inEnglish } from '../lib/similar/lexicon.ts'
import { isJoining, stemOf } from '../lib/similar/words.ts'
import { cutWords, foldSpaced, isUnspaced } from './cut-rules.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'
import { findParts, type Vocabulary, vocabularyFor } from './words-queries.ts'

// So many words of a search are looked at, and so many are tried for each: who types more than that means none of them.
const [mostTerms, mostTried] = [8, 12]
// Of letters alone, and as long as the words that are kept of texts.
const forgiven = /^\p{L}{3,32}$/u
// Letters and digits: no list says whether there is such a word.
const numbered = /^(?:\p{L}{1,12}\p{N}{1,6}|\p{N}{1,6}\p{L}{1,12})$/u
const mostParts = 4
// A stem that says something.
const shortestStem = 4
// Words of signs of one script, with what other signs follow; two or fewer of Hiragana mostly join them.
const script =
  /[\p{sc=Katakana}ー]+|\p{sc=Han}+|\p{sc=Hiragana}{3,}|\p{sc=Hangul}+|[[\p{L}\p{N}\p{M}]--[\p{sc=Katakana}\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]]+/gv
// What stands beside an apostrophe: reader's, l'éditeur.
const elided = /(?<=\p{L}{2})['’]\p{L}$|^\p{L}{1,2}['’](?=\p{L}{2})/giu
// So much longer a word is at its end where it is another form of one, and so much of it changes there.
const [longestEnding, shortestEnding] = [3, 2]

/** The sets of words that a group says mean the same, folded; which of them count is seen by what they find. */
async function listSynonyms(db: Db): Promise<string[][]> {
  const { rows } = await sql<{ words: string[] }>`select words from synonym where removed_at is null order by id limit 1000`.execute(db)
  return rows.map(({ words }) => words.map((word) => foldSpaced(cutWords(word))))
}

/** What may stand for one term: the nearest first. */
async function othersOf(vocabulary: Vocabulary, term: string, { last, known }: { last: boolean; known: boolean }): Promise<string[]> {
  const long = term.length >= 5
  const none: string[] = []
  const [beginning, ending, slips, [two]] = await Promise.all([
    last || (long && !known) ? vocabulary.beginning(term) : none,
    long && !known ? vocabulary.ending(term) : none,
    known ? [] : vocabulary.near(term),
    known ? [] : findParts(vocabulary, term),
  ])
  const longer = last ? beginning.filter((word) => word !== term) : none
  const nearest = slips.filter(({ edits }) => edits === slips[0]?.edits).map(({ word }) => word)
  return known ? longer : [...longer, ...nearest, ...(two ? [two.join(' ')] : []), ...beginning, ...ending]
}

/**
 * What else may stand for a word where that finds nothing: for one that there is its other forms, and the two that it is made of; for any other what
 * begins so, or as its stems do, and what is less near.
 */
async function furtherOf(vocabulary: Vocabulary, term: string, known: boolean, languages: readonly string[]): Promise<string[]> {
  const stems = known ? [] : [...new Set(languages.map((language) => stemOf(term, language)))].filter((stem) => stem.length >= shortestStem)
  const [slips, [two], ...longer] = await Promise.all([
    vocabulary.near(term),
    findParts(vocabulary, term),
    ...[term, ...stems].map((start) => vocabulary.beginning(start)),
  ])
  const near = slips.map(({ word }) => word)
  if (!known) return [...near, ...longer.flat()]
  const ended = longer.flat().filter((word) => word !== term && word.length <= term.length + longestEnding)
  return [...ended, ...near.filter((word) => word.startsWith(term.slice(0, -shortestEnding))), ...(two ? [two.join(' ')] : [])]
}

/** The two words that one is made of where they need not stand together; both say something by themselves. */
async function partsApart(vocabulary: Vocabulary, term: string): Promise<string[]> {
  const parts = await findParts(vocabulary, term)
  return parts.find((pair) => pair.every((part) => part.length >= shortestStem)) ?? [term]
}

/** What is written without spaces, where another script begins: 日本語 and テスト. */
function* ofScripts(query: Query): Generator<Query> {
  const runs = query.typed.flatMap((text) => (isUnspaced(text) ? (text.normalize('NFKC').match(script) ?? []) : [text]))
  if (runs.length === query.typed.length) return
  yield { ...query, words: '', whole: [], either: runs.map((run) => [phrased(cutWords(run))]).filter(([run]) => run !== '') }
}

/** Letters and digits of one word as several: D9 is D-9. */
function apart(term: string): string[] {
  const parts = term.match(/\p{L}+|\p{N}+/gu) ?? []
  return parts.length > 1 && parts.length <= mostParts ? [parts.join(' ')] : []
}

/** Two neighbours that are one word. */
async function joinedOf(vocabulary: Vocabulary, terms: readonly string[]): Promise<Map<number, string>> {
  const pairs = terms.slice(1).map((term, at) => `${terms[at]}${term}`)
  const known = await vocabulary.known(pairs.filter((pair) => forgiven.test(pair)))
  return new Map(pairs.flatMap((pair, at): [number, string][] => (known.has(pair) || numbered.test(pair) ? [[at, pair]] : [])))
}

// The languages of the dictionary beside English, and how many of them are tried: those that know most of the words.
const abroad = ['de', 'fr', 'es', 'it', 'nl', 'pt']
const mostAbroad = 2

/** The same in English, by the languages that it may be written in; nothing where a dictionary knows less than half of it. */
function translated(terms: readonly string[]): string[][][] {
  const said = terms.filter((term) => !isJoining(term))
  return abroad
    .map((language) =>
      said.map((term) => [
        term,
        ...inEnglish(term, language)
          .flat()
          .filter((stem) => stem.length > 2),
      ]),
    )
    .map((groups) => ({ groups, known: groups.filter((group) => group.length > 1).length }))
    .filter(({ known }) => known > 0 && known * 2 >= said.length)
    .toSorted((a, b) => b.known - a.known)
    .slice(0, mostAbroad)
    .map(({ groups }) => groups)
}

const phrased = (words: string) => (words.includes(' ') ? `"${words}"` : words)

/**
 * What somebody may have meant whose words found nothing: the group's other words for it, words that begin so, that are written nearly so, as
 * two words, as one, or as part of one, or in English. All but the last stands, or stood, in what they may read.
 * @yields queries to try, the nearest first
 */
export async function* meantBy(db: Db, query: Query, reader: Reader): AsyncGenerator<Query> {
  if (query.typed.some((text) => text.startsWith('"') || /^or$/i.test(text))) return
  if (query.typed.some(isUnspaced)) {
    yield* ofScripts(query)
    return
  }
  const typed = query.typed.map((text) => foldSpaced(cutWords(text.replaceAll(elided, ' ')))).filter(Boolean)
  const terms = typed.flatMap((text) => text.split(' '))
  if (terms.length === 0 || terms.length > mostTerms) return
  const vocabulary = await vocabularyFor(db, reader.audiences)
  const synonyms = await listSynonyms(db)
  const [known, joined] = await Promise.all([vocabulary.known(terms), joinedOf(vocabulary, terms)])
  const others = await Promise.all(
    terms.map(async (term, at) =>
      forgiven.test(term) ? othersOf(vocabulary, term, { last: at === terms.length - 1, known: known.has(term) }) : apart(term),
    ),
  )
  const same = (term: string) => synonyms.flatMap((set) => (set.includes(term) ? set.filter((word) => word !== term) : []))
  const whole = terms.join(' ')
  const each = terms.map((term, at) => [term, ...same(term), ...(others[at] ?? [])])
  const tries: string[][][] = []
  if (same(whole).length > 0) tries.push([same(whole)])
  tries.push(
    terms.map((term) => [term, ...same(term)]),
    each,
  )
  const together = (groups: string[][]) => [...joined].map(([at, word]) => [...groups.slice(0, at), [word], ...groups.slice(at + 2)])
  tries.push(...together(each))
  yield* tries.flatMap((groups) => tried(query, terms, groups))
  const languages = [...new Set(reader.lists.map(({ language }) => language.slice(0, 2).toLowerCase()))]
  const further = await Promise.all(
    terms.map(async (term, at) =>
      forgiven.test(term) ? [term, ...same(term), ...(await furtherOf(vocabulary, term, known.has(term), languages))] : (each[at] ?? []),
    ),
  )
  yield* [further, ...together(further)].flatMap((groups) => tried(query, terms, groups))
  const parts = await Promise.all(terms.map((term) => (known.has(term) ? [term] : partsApart(vocabulary, term))))
  yield* tried(
    query,
    terms,
    parts.flat().map((part) => [part]),
  )
  // What was typed as one is none of several words.
  if (typed.length === terms.length) yield* translated(terms).flatMap((groups) => tried(query, terms, groups))
}

/** The query that looks for one of each of these groups of words; none where they are what was typed. */
function tried(query: Query, terms: readonly string[], groups: string[][]): Query[] {
  if (groups.every((group, at) => group.length === 1 && group[0] === terms[at])) return []
  return [{ ...query, words: '', whole: [], either: groups.map((group) => [...new Set(group)].slice(0, mostTried).map(phrased)) }]
}

/**
 * What a search found instead, in words: for each term what of its others stands in these texts, which the reader sees.
 * @returns undefined where it cannot be said with words of theirs
 */
export function sayMeant(query: Query, typed: readonly string[], texts: readonly string[]): string | undefined {
  // Pairs of signs are no words to say.
  if (query.either.flat().some(isUnspaced)) return undefined
  const folded = texts.map((text) => foldSpaced(` ${cutWords(text)} `))
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
