import { foldSpaced, isUnspaced } from './cut-rules.ts'
import { clip } from './rules.ts'

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

// Where a paragraph ends without a full stop: a name, a heading, a field of a form.
const unended = /(?<=[\p{L}\p{N})])[^\S\n]*\n[^\S\n]*\n\s*/gu

/**
 * The pieces of a text as one line each, without what it quotes; single spaces, most of what is white, stay as they are. A dot parts paragraphs that
 * would else read as one sentence.
 */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const border = text.indexOf('\n', from + piece)
    const to = border < 0 ? text.length : border
    const line = text
      .slice(from, to)
      .replaceAll(/^>.*$/gm, '')
      .trim()
      .replaceAll(unended, ' · ')
      .replaceAll(/[^\S ]\s*| \s+/g, ' ')
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

/** Where the first searched word stands in a text; undefined where none does. */
export const firstPlace = (text: string, wanted: Wanted): number | undefined => placesOf(text, wanted, 1)[0]?.from

/** A long text from a little before a place on. */
export const fromBefore = (text: string, place: number): string => text.slice(Math.max(0, place - piece))

/**
 * The part of a text around the first searched word, at word borders, with the words marked. About `width` characters.
 * @param near the words around whose first it is, where not any
 */
export function snippet(text: string, wanted: Wanted, width = 240, near = wanted): Stretch[] {
  const { flat, at } = flatten(clip(text), near, width)
  let start = Math.max(0, at - Math.floor(width / 3))
  if (start > 0) start = Math.min(at, flat.indexOf(' ', start) + 1)
  let end = Math.min(flat.length, start + width)
  if (end < flat.length) end = Math.max(flat.lastIndexOf(' ', end), start + 1)
  const part = `${start > 0 ? '… ' : ''}${flat.slice(start, end)}${end < flat.length ? ' …' : ''}`
  return mark(part, wanted)
}
