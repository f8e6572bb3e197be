import { cutWords, foldSpaced, isUnspaced, wholeOf } from './cut-rules.ts'
import { readKinds } from './kinds-rules.ts'
import { slipOf } from './words-rules.ts'

export type { FoundFile } from './files-rules.ts'

// PostgreSQL refuses a tsvector over 1 MB; the words that people search for stand in the first pages of a text.
const longestBody = 200_000

/** The part of a text that is indexed. */
export const clip = (text: string): string => (text.length > longestBody ? text.slice(0, longestBody) : text)

const languages: Record<string, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  da: 'danish',
  sv: 'swedish',
  nb: 'norwegian',
  no: 'norwegian',
  fi: 'finnish',
}

/** Words as they are written, without accents. */
export const unstemmed = 'rapport_words'

/** The text search configuration of a language; words are not stemmed where there is none. */
export const configOf = (language: string): string => {
  const name = languages[language.slice(0, 2).toLowerCase()]
  return name ? `rapport_${name}` : unstemmed
}

/** The configuration that texts of a language are indexed with: the same stems, and of stop words too. */
export const indexConfigOf = (language: string): string => {
  const config = configOf(language)
  return config === unstemmed ? config : `${config}_all`
}

/** What somebody asked for, taken apart. All parts must hold. */
export interface Query {
  /** Words and phrases, cut as texts are, in the syntax of websearch_to_tsquery. */
  words: string
  /** What must occur as one: identifiers, single signs of scripts without spaces. */
  whole: string[]
  /** Of each of these groups of words and phrases one must occur. */
  either: string[][]
  /** Of so many of these groups one must occur, where not of all. */
  least?: number
  /** Words and phrases as they were typed. */
  typed: string[]
  /** Words and phrases that must not occur. */
  not: string[]
  /** Words that must stand in the subject or in the author's name. */
  subject: string[]
  from: string[]
  list: string[]
  group: string[]
  /** Names of which each is a list or a group. */
  in: string[]
  /** Kinds of things: message, request, … */
  kinds: string[]
  before?: string
  after?: string
  attachment: boolean
  /** What could not be read as asked. */
  hints: Hint[]
}

/** What of a search was read otherwise than it stands there, and why: `as` is the piece as it was typed. */
export interface Hint {
  why: 'date' | 'quote' | 'kind' | 'field'
  as: string
}

const token = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu
const day = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/

/** `2026`, `2026-03` or `2026-03-14` as the first day meant; undefined when it is no day. */
function readDay(value: string): string | undefined {
  const match = day.exec(value)
  // There is no year 0 in PostgreSQL's calendar, nor was there mail in it.
  if (!match || match[1] === '0000') return undefined
  const text = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

/**
 * Reads a search as people type it: words, "phrases", -not, or, from: subject: list: group: before: after: has:attachment is:KIND.
 * What is no such thing degrades to words, with a hint; nothing is refused.
 * @param forgiving slips in the names of fields and kinds are read as what they are near to, and a blank may follow a field
 */
export function readQuery(text: string, forgiving = false): Query {
  const query: Query = {
    words: '',
    whole: [],
    either: [],
    typed: [],
    not: [],
    subject: [],
    from: [],
    list: [],
    group: [],
    in: [],
    kinds: [],
    attachment: false,
    hints: [],
  }
  const cut = text.slice(0, 1_000).replaceAll('\0', ' ')
  const terms: Term[] = []
  for (const piece of (forgiving ? cut.replaceAll(beforeBlank, '$1:') : cut).matchAll(token)) {
    const term = readPiece(query, piece, forgiving)
    if (term) terms.push(term)
  }
  putTerms(query, terms)
  return query
}

/** A piece of a search into the query, or as a term of it. */
function readPiece(query: Query, [whole, minus, rawField, phrase, bare]: RegExpExecArray, forgiving: boolean): Term | undefined {
  const value = phrase ?? bare ?? ''
  const closed = phrase !== undefined && isClosed(query, whole)
  if (!rawField && !minus) return { text: value, closed }
  if (!rawField) query.not.push(...cutTerm(value, closed))
  else if (minus || !readField(query, readName(rawField.toLowerCase(), value, forgiving), value, forgiving))
    return { text: phrase === undefined ? whole : value, closed }
  return undefined
}

interface Term {
  text: string
  /** It stood between quotation marks. */
  closed: boolean
}

/** A term as it is searched: the parts of one word, and the words of a phrase, stand next to each other. */
function cutTerm(text: string, closed: boolean): string[] {
  const words = cutWords(text)
  if (words === '') return []
  return [words.includes(' ') && (closed || !/\s/.test(text)) ? `"${words}"` : words]
}

/** Words and phrases into the query; where one or the other will do, none of them must occur as it was typed. */
function putTerms(query: Query, terms: Term[]): void {
  query.typed = terms.map(({ text, closed }) => (closed ? `"${text}"` : text))
  const either = terms.some(({ text, closed }) => !closed && /^or$/i.test(text))
  query.words = terms
    .flatMap(({ text, closed }) => {
      const whole = either || closed ? undefined : wholeOf(text)
      if (whole === undefined) return cutTerm(text, closed)
      query.whole.push(whole)
      return []
    })
    .join(' ')
}

/** Whether a phrase ends where it should; what was begun as one and never ended is words, and a hint says so. */
function isClosed(query: Query, whole: string): boolean {
  if (whole.endsWith('"')) return true
  query.hints.push({ why: 'quote', as: whole })
  return false
}

const fields = ['from', 'subject', 'list', 'group', 'before', 'after', 'in', 'is', 'has']
// What others call them.
const otherNames: Readonly<Record<string, string>> = { author: 'from', title: 'subject' }
const shortestBeginning = 3
const beforeBlank = /(?<!\S)(from|subject|list|group|before|after|in|is|has):\s+/gi

/** A field as it is called here. */
function readName(field: string, value: string, forgiving: boolean): string {
  const known = otherNames[field] ?? field
  // An address on the web has a scheme.
  if (!forgiving || fields.includes(known) || value.startsWith('/')) return known
  const [begun, ...others] = known.length < shortestBeginning ? [] : fields.filter((name) => name.startsWith(known))
  return (others.length === 0 ? begun : undefined) ?? slipOf(known, fields) ?? known
}

function readField(query: Query, field: string, value: string, forgiving: boolean): boolean {
  switch (field) {
    case 'from':
    case 'subject':
    case 'list':
    case 'group':
      query[field].push(value)
      return true
    case 'in':
    case 'is': {
      const kinds = readKinds(value, forgiving && field === 'is')
      if (kinds.length > 0) query.kinds.push(...kinds)
      else if (field === 'in') query.in.push(value)
      else query.hints.push({ why: 'kind', as: `${field}:${value}` })
      return kinds.length > 0 || field === 'in'
    }
    case 'has':
      if (/^(?:attachment|file)s?$/i.test(value)) {
        query.attachment = true
        return true
      }
      query.hints.push({ why: 'field', as: `${field}:${value}` })
      return false
    case 'before':
    case 'after': {
      const found = readDay(value)
      if (found) query[field] = found
      else query.hints.push({ why: 'date', as: `${field}:${value}` })
      return true
    }
    default:
      // An address on the web or an hour is not meant as one.
      if (/^[^/\d]/.test(value)) query.hints.push({ why: 'field', as: `${field}:${value}` })
      return false
  }
}

/** The words of a query that can be marked in a text: no `or`. */
export const markable = (query: Query): string[] =>
  [...(query.either.length > 0 ? query.either.flat() : query.typed), ...query.subject]
    .flatMap((text) => text.normalize('NFKC').split(/[^\p{L}\p{N}\p{M}]+/u))
    .map(foldSpaced)
    .filter((word) => (word.length > 1 || isUnspaced(word)) && word !== 'or' && word !== 'and')
