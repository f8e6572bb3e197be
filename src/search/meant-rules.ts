import { isJoining } from '../lib/similar/words.ts'
import { cutWords, foldSpaced, isUnspaced } from './cut-rules.ts'
import type { Query } from './rules.ts'

// So many are tried for each word of a search; fewer where some of the words need not be there.
const [mostTried, mostOfLess] = [12, 4]
const mostParts = 4
// Words of signs of one script, with what other signs follow; two or fewer of Hiragana mostly join them.
const script =
  /[\p{sc=Katakana}ー]+|\p{sc=Han}+|\p{sc=Hiragana}{3,}|\p{sc=Hangul}+|[[\p{L}\p{N}\p{M}]--[\p{sc=Katakana}\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]]+/gv

/** What is written without spaces, where another script begins: 日本語 and テスト. */
export function* ofScripts(query: Query): Generator<Query> {
  const runs = query.typed.flatMap((text) => (isUnspaced(text) ? (text.normalize('NFKC').match(script) ?? []) : [text]))
  if (runs.length === query.typed.length) return
  yield { ...query, words: '', whole: [], either: runs.map((run) => [phrased(cutWords(run))]).filter(([run]) => run !== '') }
}

// A number as long as those that are written with signs between their thousands.
const thousands = /^[1-9]\d{3,8}$/
// What is counted by numbers of one length has zeros before them.
const zeros = /^0{1,6}[1-9]\d{3,8}$/
// A number that says more than the words beside it.
const telling = /^(?=.*\d).{5,}$/

/** One word as several, D9 as D-9, and a number as it is written otherwise: 9870 as 9,870 or 009870. */
export function apart(term: string): string[] {
  if (thousands.test(term)) return [term.replaceAll(/\B(?=(?:\d{3}){1,2}$)/g, ' '), `0${term}`, `00${term}`, `000${term}`]
  if (zeros.test(term)) return [term.replace(/^0+/, '')]
  const parts = term.match(/\p{L}+|\p{N}+/gu) ?? []
  return parts.length > 1 && parts.length <= mostParts ? [parts.join(' ')] : []
}

/** Words as search wants them: several in quotation marks. */
export const phrased = (words: string): string => (words.includes(' ') ? `"${words}"` : words)

/** The query that looks for one of each of these groups of words; none where they are what was typed. */
export function tried(query: Query, terms: readonly string[], groups: string[][]): Query[] {
  if (groups.every((group, at) => group.length === 1 && group[0] === terms[at])) return []
  return [{ ...query, words: '', whole: [], either: groups.map((group) => [...new Set(group)].slice(0, mostTried).map(phrased)) }]
}

// So much of a word changes at its end where it is another form of one that says something by itself.
const [longestEnding, shortestForm] = [3, 4]

/** Whether two words are forms of one, as far as their letters tell. */
export function areForms(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= shortestForm && long.length - short.length <= longestEnding && long.startsWith(short)
}

/**
 * What is left of a search of several words without those that nobody wrote and those that only join: all of it, its long numbers, all but one,
 * all but two. One of the words must stand somewhere as it was typed, or in another form.
 * @param groups what may stand for each of the terms
 */
export function lessOf(query: Query, terms: readonly string[], groups: string[][], known: ReadonlySet<string>): Query[] {
  const all = groups.map((group, at) => ({ term: terms[at] ?? '', group })).filter(({ term }) => term.length > 1 && !isJoining(term))
  const numbers = all.filter(({ term }) => telling.test(term)).map(({ group }) => group.map(phrased))
  const named: Query[] = numbers.length > 0 && numbers.length < terms.length ? [{ ...query, words: '', whole: [], either: numbers }] : []
  const kept = all.filter(({ term, group }) => known.has(term) || (group.length > 1 && !/^\d+$/.test(term)))
  if (!kept.some(({ term, group }) => known.has(term) || group.some((word) => word !== term && areForms(word, term)))) return named
  const either = kept.map(({ term, group }) => {
    const [forms, others] = [group.filter((word) => areForms(word, term)), group.filter((word) => !areForms(word, term))]
    return [...new Set([...forms, ...others])].slice(0, mostOfLess).map(phrased)
  })
  const less: Query = { ...query, words: '', whole: [], either, least: either.length }
  const fewer = [1, 2].map((out) => kept.length - out).filter((least, turn) => least > turn)
  return [...named, ...(kept.length < terms.length ? [less] : []), ...fewer.map((least) => ({ ...less, least }))]
}

/** Was not all of what was typed looked for? */
export const isLess = ({ least }: Query): boolean => least !== undefined

/**
 * What a search found instead, in words: for each term what of its others stands in these texts, which the reader sees.
 * @returns undefined where it cannot be said with words of theirs
 */
export function sayMeant(query: Query, typed: readonly string[], texts: readonly string[]): string | undefined {
  // Pairs of signs are no words to say.
  if (query.either.flat().some(isUnspaced)) return undefined
  if (query.either.length === 0) return query.typed.join(' ')
  const asked = new Set(typed.flatMap((text) => [text, ...cutWords(text).split(' ')]))
  const folded = texts.map((text) => foldSpaced(` ${cutWords(text)} `))
  const shown = query.either.map((group) => {
    const counted = group.map((one) => {
      const bare = one.replaceAll('"', '')
      const count = folded.filter((text) => text.includes(` ${bare} `)).length
      return { bare, count: count > 0 && asked.has(bare) ? Number.MAX_SAFE_INTEGER : count }
    })
    const [most] = counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
    return most?.bare
  })
  const said = shown.filter((one) => one !== undefined)
  return said.length >= Math.max(1, query.least ?? shown.length) ? [...new Set(said)].join(' ') : undefined
}
