import { cutWords, foldSpaced, isUnspaced, wholeOf } from './cut-rules.ts'

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
  /** Words and phrases as they were typed. */
  typed: string[]
  /** Words and phrases that must not occur. */
  not: string[]
  /** Words that must stand in the subject or in the author's name. */
  subject: string[]
  from: string[]
  list: string[]
  group: string[]
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
 */
export function readQuery(text: string): Query {
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
    kinds: [],
    attachment: false,
    hints: [],
  }
  const terms: Term[] = []
  for (const [whole, minus, rawField, phrase, bare] of text.slice(0, 1_000).replaceAll('\0', ' ').matchAll(token)) {
    const value = phrase ?? bare ?? ''
    const field = rawField?.toLowerCase()
    const closed = phrase !== undefined && isClosed(query, whole)
    if (minus && !field) query.not.push(...cutTerm(value, closed))
    else if (!field) terms.push({ text: value, closed })
    else if (minus || !readField(query, field, value)) terms.push({ text: phrase === undefined ? whole : value, closed })
  }
  putTerms(query, terms)
  return query
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

function readField(query: Query, field: string, value: string): boolean {
  switch (field) {
    case 'from':
    case 'subject':
    case 'list':
    case 'group':
      query[field].push(value)
      return true
    case 'is':
      if (readKinds(value).every((kind) => kindsFound.includes(kind))) {
        query.kinds.push(...readKinds(value))
        return true
      }
      query.hints.push({ why: 'kind', as: `${field}:${value}` })
      return false
    case 'has':
      query.attachment ||= value.toLowerCase() === 'attachment'
      if (value.toLowerCase() === 'attachment') return true
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

/** Kinds of things that can be found: what `is:` knows. */
export const kindsFound: readonly string[] = [
  'message',
  'request',
  'case',
  'story',
  'brief',
  'answer',
  'commitment',
  'cycle',
  'wish',
  'ballot',
  'meeting',
  'minutes',
  'minutes-inside',
  'decision',
  'document',
  'talk',
  'event',
  'clause',
  'report',
  'news',
  'news-issue',
  'page',
  'person',
  'organisation',
  'correspondence',
]

const otherWords: Readonly<Record<string, string>> = {
  people: 'person',
  stories: 'story',
  wishes: 'wish',
  'user-case': 'case',
  mail: 'message',
  letter: 'correspondence',
  charter: 'clause',
  issue: 'news-issue',
  package: 'brief',
  promise: 'commitment',
  submission: 'wish',
  newsletter: 'news-issue',
  mailbox: 'correspondence',
}

// What the pages call a kind, where its name here is another.
const asShown: Readonly<Record<string, string>> = {
  case: 'user-case',
  brief: 'package',
  commitment: 'promise',
  wish: 'submission',
  'news-issue': 'newsletter',
  correspondence: 'mailbox',
}

/** The kinds as people are told to type them: in the words of the pages. */
export const kindsToType: readonly string[] = kindsFound.filter((kind) => kind !== 'minutes-inside').map((kind) => asShown[kind] ?? kind)

/** A kind as people type it: `is:people`, `is:messages`. */
function readKind(value: string): string {
  const word = value.toLowerCase()
  const known = kindsFound
  const one = word.replace(/s$/, '')
  return otherWords[word] ?? otherWords[one] ?? (known.includes(word) || !known.includes(one) ? word : one)
}

/** Who asks for minutes means what of them stays in the group, too. */
const readKinds = (value: string): string[] => {
  const kind = readKind(value)
  return kind === 'minutes' ? ['minutes', 'minutes-inside'] : [kind]
}

/** The words of a query that can be marked in a text: no `or`. */
export const markable = (query: Query): string[] =>
  [...(query.either.length > 0 ? query.either.flat() : query.typed), ...query.subject]
    .flatMap((text) => text.normalize('NFKC').split(/[^\p{L}\p{N}\p{M}]+/u))
    .map(foldSpaced)
    .filter((word) => (word.length > 1 || isUnspaced(word)) && word !== 'or' && word !== 'and')

/** A stretch of text, marked or not. */
export interface Stretch {
  text: string
  mark: boolean
}

/** Whether a word as it stands in a text is one that was searched for; of what is written without spaces, the parts that were. */
export interface Wanted {
  (word: string): boolean
  within?: RegExp
  /** Those words of a text that may be or hold one, by their first letter: others are passed over. */
  likely: RegExp
}

/**
 * Says of the words of one text whether a search finds them.
 * @param forms the words of the search and their stems, folded
 * @param formsOf the forms under which a word of the text is found
 */
export function wantedWords(forms: string[], formsOf: (word: string) => string[]): Wanted {
  const asked = new Set(forms)
  // Stemming is dear, and a text repeats its words. What begins otherwise has another stem.
  const beginnings = new Set(forms.map((form) => form[0]))
  const known = new Map<string, boolean>()
  const parts = [...asked].filter(isUnspaced).toSorted((a, b) => b.length - a.length)
  const isWanted = (word: string) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const folded = foldSpaced(word)
    const answer = beginnings.has(folded[0]) && formsOf(folded).some((form) => asked.has(form))
    known.set(word, answer)
    return answer
  }
  // Most words begin otherwise, and a plain letter shows it at once; any other may be one with an accent. What is written without spaces begins
  // with whatever stands before it: a number, a name.
  const plain = [...beginnings].filter((letter) => /[a-z0-9]/.test(letter ?? '')).map((letter) => `${letter}${letter?.toUpperCase()}`)
  const begins = parts.length > 0 ? '[\\p{L}\\p{N}\\p{M}]' : `(?:[${plain.join('')}]|[^\\x00-\\x7f])`
  // That a word begins there is asked of few places only.
  const likely = new RegExp(`${begins}(?<=[\\p{L}\\p{N}\\p{M}])(?<![\\p{L}\\p{N}\\p{M}].)[\\p{L}\\p{N}\\p{M}]*`, 'gu')
  const wanted: Wanted = Object.assign(isWanted, { likely })
  // Letters and digits alone: nothing in them means more to a pattern.
  if (parts.length > 0) wanted.within = new RegExp(parts.join('|'), 'giu')
  return wanted
}

interface Place {
  from: number
  to: number
}

/** Where what was searched for stands in a text: all places, or the first so many. */
function placesOf(text: string, wanted: Wanted, most = Number.POSITIVE_INFINITY): Place[] {
  const places: Place[] = []
  const { likely } = wanted
  likely.lastIndex = 0
  for (let found = likely.exec(text); found && places.length < most; found = likely.exec(text)) {
    const { 0: word, index } = found
    if (wanted(word)) places.push({ from: index, to: index + word.length })
    else if (wanted.within && isUnspaced(word))
      for (const part of word.matchAll(wanted.within)) places.push({ from: index + part.index, to: index + part.index + part[0].length })
  }
  return places
}

/** A text cut into marked and unmarked stretches. */
export function mark(text: string, wanted: Wanted): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { from, to } of placesOf(text, wanted)) {
    if (from > at) stretches.push({ text: text.slice(at, from), mark: false })
    stretches.push({ text: text.slice(from, to), mark: true })
    at = to
  }
  if (at < text.length) stretches.push({ text: text.slice(at), mark: false })
  return stretches
}

// So much of a text is made one line at a time: what is searched mostly stands near its beginning.
const piece = 2_000

/** The pieces of a text as one line each, without what it quotes; single spaces, most of what is white, stay as they are. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const border = text.indexOf('\n', from + piece)
    const to = border < 0 ? text.length : border
    const line = text
      .slice(from, to)
      .replaceAll(/^>.*$/gm, '')
      .replaceAll(/[^\S ]\s*| \s+/g, ' ')
      .trim()
    if (line) yield line
    from = to + 1
  }
}

/** A text as one line as far as it is looked at, and where the first searched word stands in it; 0 where there is none. */
function flatten(text: string, wanted: Wanted, width: number): { flat: string; at: number } {
  let flat = ''
  let at: number | undefined
  for (const line of linesOf(text)) {
    const begins = flat === '' ? 0 : flat.length + 1
    flat = begins === 0 ? line : `${flat} ${line}`
    const [first] = at === undefined ? placesOf(line, wanted, 1) : []
    if (first) at = begins + first.from
    if (at !== undefined && flat.length > at + width) break
  }
  return { flat, at: at ?? 0 }
}

/** The part of a text around the first searched word, at word borders, with the words marked. About `width` characters. */
export function snippet(text: string, wanted: Wanted, width = 240): Stretch[] {
  const { flat, at } = flatten(text.slice(0, longestBody), wanted, width)
  let start = Math.max(0, at - Math.floor(width / 3))
  if (start > 0) start = Math.min(at, flat.indexOf(' ', start) + 1)
  let end = Math.min(flat.length, start + width)
  if (end < flat.length) end = Math.max(flat.lastIndexOf(' ', end), start + 1)
  const part = `${start > 0 ? '… ' : ''}${flat.slice(start, end)}${end < flat.length ? ' …' : ''}`
  return mark(part, wanted)
}
