import { fold } from '../lib/fold.ts'

// How texts and questions are cut into the words that are looked up: both alike, or nothing would be found.

// PostgreSQL refuses a tsvector over 1 MB; what is written without spaces takes the most of it.
const longestCut = 250_000
const mostWhole = 2_000
const longestWhole = 60

// Everything else parts words: `/ . _ @ : -` too, which PostgreSQL's own parser keeps inside hosts, paths, files and addresses.
const between = /[^\p{L}\p{N}\p{M}]+/gu
// Scripts that put no spaces between words.
const unspaced =
  /[[\p{L}\p{N}]&&[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]+/gv
const someUnspaced = new RegExp(unspaced.source, 'v')
// Marks of those scripts would end a word for PostgreSQL's parser.
const marks = /[\p{M}&&[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]/gv
// From where a word begins: a long one without such a sign is looked through once.
const identifier = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+/gu
const oneIdentifier = new RegExp(`^_*(?:${identifier.source})_*$`, 'u')

/** Whether some of a word is written in a script without spaces. */
export const isUnspaced = (word: string): boolean => someUnspaced.test(word)

// Vowels and other signs that Arabic and Hebrew are written with or without, the line that stretches a word, and letters that stand for each
// other at the end of a word or by the keyboard.
const pointed = /[\p{sc=Arabic}\p{sc=Hebrew}]/u
const points = /[[\p{scx=Arabic}\p{scx=Hebrew}]&&\p{M}]|ـ/gv
const alike: Readonly<Record<string, string>> = { ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ٱ: 'ا' }

/** Arabic and Hebrew as they are looked up: letters alone, of those that stand for each other one. */
const unpointed = (text: string): string =>
  pointed.test(text)
    ? text
        .normalize('NFD')
        .replaceAll(points, '')
        .replaceAll(/[ةىیکٱ]/g, (letter) => alike[letter] ?? letter)
        .normalize('NFC')
    : text

const clean = (text: string): string => {
  const composed = unpointed(text.normalize('NFKC'))
  return isUnspaced(composed) ? composed.replaceAll(marks, '') : composed
}

/** Each two neighbours of what is written without spaces. */
function pairsOf(run: string): string {
  const signs = [...run]
  return signs.length === 1
    ? ` ${run} `
    : ` ${signs
        .slice(1)
        .map((sign, at) => `${signs[at]}${sign}`)
        .join(' ')} `
}

/** A text as its words, a space between each two; what is written without spaces as pairs of its signs. */
export function cutWords(text: string, longest = longestCut): string {
  const cleaned = clean(text)
  const apart = isUnspaced(cleaned) ? cleaned.replaceAll(unspaced, pairsOf) : cleaned
  return apart.replaceAll(between, ' ').slice(0, longest).trim()
}

// Letters of their own, whatever their marks.
const whole = /([йїў])/i

/** Lower case, without accents; in scripts without spaces a mark makes another sign. */
export const foldSpaced = (text: string): string =>
  isUnspaced(text)
    ? text.toLowerCase()
    : unpointed(text)
        .split(whole)
        .map((part) => (whole.test(part) ? part.toLowerCase() : fold(part)))
        .join('')

/** What of a word that was typed is looked up whole: an identifier, or one sign of a script without spaces. */
export function wholeOf(word: string): string | undefined {
  const cleaned = clean(word)
  if (oneIdentifier.test(cleaned)) return foldSpaced(cleaned.replaceAll(/^_+|_+$/g, '')).slice(0, longestWhole)
  const [run] = cleaned.match(unspaced) ?? []
  return run === cleaned && [...run].length === 1 ? run : undefined
}

/** The words of an address: those of its domain, which everybody sees, and those before the sign, which not everybody does. */
export function partsOfAddress(email: string): { local: string[]; domain: string[] } {
  const at = email.lastIndexOf('@')
  const words = (part: string) => cutWords(part).split(' ').filter(Boolean).map(foldSpaced)
  return { local: words(email.slice(0, Math.max(at, 0))), domain: words(email.slice(at + 1)) }
}

/** A word of an author's address as it stands in the index; no text holds such a word. */
export const ofDomain = (word: string): string => `@${word}`

/** The word under which the local part of an address is found. */
export const ofLocal = (word: string): string => `<${word}`

/** Words for the index that no parser makes of a text, as a tsvector is written: identifiers whole, single signs, the author's address. */
export function wordsBeside(text: string, email = ''): string {
  const cleaned = clean(text)
  const whole = new Set<string>()
  for (const [found] of cleaned.includes('_') ? cleaned.matchAll(identifier) : []) {
    whole.add(foldSpaced(found).slice(0, longestWhole))
    if (whole.size >= mostWhole) break
  }
  const signs = new Set(isUnspaced(cleaned) ? [...cleaned.slice(0, longestCut)].filter(isUnspaced) : [])
  const { local, domain } = partsOfAddress(email)
  const author = [...domain.map(ofDomain), ...local.map(ofLocal)]
  return [...[...whole.union(signs)].map(quoted), ...author.map((word) => `${quoted(word)}:1B`)].join(' ')
}

/** A word as PostgreSQL reads it in a tsvector or a tsquery, whatever it holds. */
export const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
