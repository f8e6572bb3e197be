import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { inEnglish } from '../lib/similar/lexicon.ts'
import { isJoining, stemOf } from '../lib/similar/words.ts'
import { cutWords, foldSpaced, isUnspaced } from './cut-rules.ts'
import { fieldsMeant } from './fields-queries.ts'
import { apart, areForms, lessOf, ofScripts, phrased, tried } from './meant-rules.ts'
import type { Reader } from './reader-queries.ts'
import type { Query } from './rules.ts'
import { findParts, type Vocabulary, vocabularyFor } from './words-queries.ts'

// So many words of a search are looked at: who types more than that means none of them.
const mostTerms = 8
// So many words may be meant by one of a phrase, and so many phrases by one.
const [mostSlips, mostMended] = [3, 8]
// Of letters alone, and as long as the words that are kept of texts.
const forgiven = /^\p{L}{3,32}$/u
// Letters and digits, and what is written with a sign before its last three: no list says whether there is such a word.
const numbered = /^(?:\p{L}{1,12}\p{N}{1,6}|\p{N}{1,6}\p{L}{1,12}|[1-9]\d{3,5})$/u
// A stem that says something.
const shortestStem = 4
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

/** Two neighbours that are one word. */
async function joinedOf(vocabulary: Vocabulary, terms: readonly string[]): Promise<Map<number, string>> {
  // 9,870 is 9870.
  const pairs = terms
    .slice(1)
    .map((term, at) => (/^\d/.test(term) && /\d$/.test(terms[at] ?? '') && term.length !== 3 ? '' : `${terms[at]}${term}`))
  const known = await vocabulary.known(pairs.filter((pair) => forgiven.test(pair)))
  return new Map(pairs.flatMap((pair, at): [number, string][] => (known.has(pair) || numbered.test(pair) ? [[at, pair]] : [])))
}

// The languages of the dictionary beside English, and how many of them are tried: those that know most of the words.
const abroad = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'nb']
const mostAbroad = 2

/** The same in English, by the languages that it may be written in; nothing where a dictionary knows less than half of it. */
function translated(terms: readonly string[]): string[][][] {
  const said = terms.filter((term) => !isJoining(term))
  return (
    abroad
      .map((language) =>
        said.map((term) => {
          const parts = inEnglish(term, language).map((stems) => [term, ...stems.filter((stem) => stem.length > 2)])
          return parts.length > 0 ? parts : [[term]]
        }),
      )
      // Of a compound each part must stand there.
      .map((groups) => ({ groups: groups.flat(), known: groups.filter((parts) => parts.some((group) => group.length > 1)).length }))
      .filter(({ known }) => known > 0 && known * 2 >= said.length)
      .toSorted((a, b) => b.known - a.known)
      .slice(0, mostAbroad)
      .map(({ groups }) => groups)
  )
}

// A name and a word of another language are one word in some: both parts are as long at least.
const shortestPart = 4

/** The parts of a word that begins with one that stands somewhere: the rest as it begins, with its slips mended, or in English. */
async function namedParts(vocabulary: Vocabulary, term: string): Promise<string[][] | undefined> {
  const begun = Array.from({ length: Math.max(0, term.length - 2 * shortestPart + 1) }, (_, at) => term.slice(0, at + shortestPart))
  const known = await vocabulary.known(begun)
  const first = begun.findLast((start) => known.has(start))
  if (first === undefined) return undefined
  const rest = term.slice(first.length)
  const english = abroad.flatMap((language) => (inEnglish(rest, language)[0] ?? []).slice(0, mostSlips))
  const [beginning, slips] = await Promise.all([vocabulary.beginning(rest), vocabulary.near(rest)])
  const others = [...beginning.slice(0, mostSlips), ...slips.map(({ word }) => word).slice(0, mostSlips), ...english]
  return others.length > 0 ? [[first], [...new Set(others)]] : undefined
}

/** A search that has phrases, with their slips mended: who types one wants its words as they stand. */
async function* phrasesMeant(vocabulary: Vocabulary, query: Query): AsyncGenerator<Query> {
  const phrases = query.typed.map((text) => foldSpaced(cutWords(text)).split(' ').filter(Boolean))
  const words = phrases.flat()
  if (words.length > mostTerms) return
  const known = await vocabulary.known(words)
  const near = async (word: string) =>
    known.has(word) || !forgiven.test(word) ? [word] : [...(await vocabulary.near(word)).map((slip) => slip.word), word].slice(0, mostSlips)
  const meant = await Promise.all(phrases.map((phrase) => Promise.all(phrase.map(near))))
  const mended = meant.map((choices) =>
    choices.reduce((all, choice) => all.flatMap((before) => choice.map((word) => `${before} ${word}`.trim())).slice(0, mostMended), ['']),
  )
  const [only = []] = mended
  // One phrase of several, or the likeliest of each.
  const asked = mended.length === 1 ? only.map(phrased).join(' or ') : mended.map(([first = '']) => phrased(first)).join(' ')
  if (asked !== phrases.map((phrase) => phrased(phrase.join(' '))).join(' ')) yield { ...query, words: asked, whole: [] }
}

/**
 * What somebody may have meant whose words found nothing: fields with a slip, the group's other words for it, words that begin so, that are
 * written nearly so, as two words, as one, or as part of one, or in English; at last not all of them. All but the last two stand, or stood, in
 * what they may read.
 * @param text the search as typed
 * @yields queries to try, the nearest first
 */
export async function* meantBy(db: Db, text: string, query: Query, reader: Reader): AsyncGenerator<Query> {
  let read: Promise<Vocabulary> | undefined
  const vocabulary = () => (read ??= vocabularyFor(db, reader.audiences))
  const fields = await fieldsMeant(text, query, reader, vocabulary)
  yield* fields
  const [meant = query] = fields
  if (meant.typed.some((text) => /^or$/i.test(text))) return
  if (meant.typed.some((text) => text.startsWith('"'))) yield* phrasesMeant(await vocabulary(), meant)
  else if (meant.typed.some(isUnspaced)) yield* ofScripts(meant)
  else if (meant.typed.length > 0) yield* wordsMeant(db, await vocabulary(), meant, reader)
}

/** The words of a search as what they may stand for. */
async function* wordsMeant(db: Db, vocabulary: Vocabulary, query: Query, reader: Reader): AsyncGenerator<Query> {
  const typed = query.typed.map((text) => foldSpaced(cutWords(text.replaceAll(elided, ' ')))).filter(Boolean)
  const all = typed.flatMap((text) => text.split(' '))
  // Of a sentence what it is about.
  const terms = all.length > mostTerms ? all.filter((term) => !isJoining(term)) : all
  if (terms.length === 0 || terms.length > mostTerms) return
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
  // Who typed another form of a word than stands there means that word before all that means the same.
  const forms = (term: string, at: number) => (known.has(term) ? [] : (others[at] ?? []).filter((word) => areForms(word, term)))
  const together = (groups: string[][], pairs = joined) =>
    [...pairs].map(([at, word]) => [...groups.slice(0, at), [word], ...groups.slice(at + 2)])
  // What was typed as one, with a sign between, is one word before it is two.
  const asOne = new Map([...joined].filter(([at]) => typed.includes(`${terms[at]} ${terms[at + 1]}`)))
  const alike = terms.map((term, at) => [term, ...same(term), ...forms(term, at)])
  const tries = [
    ...together(alike, asOne),
    ...(terms.length > 1 && same(whole).length > 0 ? [[same(whole)]] : []),
    alike,
    // A word that stands somewhere is likelier than slips in its two parts.
    ...together(alike),
    each,
    ...together(each),
  ]
  yield* tries.flatMap((groups) => tried(query, terms, groups))
  const languages = [...new Set(reader.lists.map(({ language }) => language.slice(0, 2).toLowerCase()))]
  const further = await Promise.all(
    terms.map(async (term, at) =>
      forgiven.test(term) ? [term, ...same(term), ...(await furtherOf(vocabulary, term, known.has(term), languages))] : (each[at] ?? []),
    ),
  )
  yield* [further, ...together(further)].flatMap((groups) => tried(query, terms, groups))
  const parts = await Promise.all(terms.map((term) => (known.has(term) ? [term] : partsApart(vocabulary, term))))
  const single = parts.flat().map((part) => [part])
  yield* tried(query, terms, single)
  // What was typed as one is none of several words.
  if (typed.length === all.length) yield* translated(terms).flatMap((groups) => tried(query, terms, groups))
  const named = await Promise.all(
    terms.map(
      async (term, at) => (!known.has(term) && forgiven.test(term) && (await namedParts(vocabulary, term))) || [each[at] ?? [term]],
    ),
  )
  // What says the same in other words comes before what a word may be made of.
  yield* tried(query, terms, named.flat()).map((one) => ({ ...one, least: one.either.length }))
  if (typed.length > 1) yield* lessOf(query, terms, further, known)
}
