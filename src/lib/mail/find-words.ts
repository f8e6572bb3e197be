import { createHmac, hkdfSync } from 'node:crypto'

/** A place in a text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** Words to look for: how many, and whether a run of so many is them. */
export interface Needle {
  words: number
  /** @param run words in lower case with one blank between them */
  fits(run: string): boolean
}

interface Word extends Span {
  text: string
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordsOf = (text: string, from = 0): Word[] =>
  [...text.matchAll(word)].map((match) => ({ text: plain(match[0]), start: from + match.index, end: from + match.index + match[0].length }))

/** Words as they are compared: in lower case, one blank between them, whatever stands between them in a text. */
export const normalise = (text: string): string =>
  wordsOf(text)
    .map((one) => one.text)
    .join(' ')

/** Looks for these words; undefined where there is no word in the text. */
export function needleOf(text: string): Needle | undefined {
  const wanted = normalise(text)
  return wanted === '' ? undefined : { words: wanted.split(' ').length, fits: (run) => run === wanted }
}

/** A keyed hash of words, so that they can be looked for again without being kept. */
export function hashWords(secret: string, normalised: string): Buffer {
  return createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'rapport words 1', 32)))
    .update(normalised)
    .digest()
}

/** Looks for words that are known by their hash alone. */
export function hashedNeedle(secret: string, words: number, mac: Uint8Array): Needle {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'rapport words 1', 32))
  const wanted = Buffer.from(mac)
  return { words, fits: (run) => createHmac('sha256', key).update(run).digest().equals(wanted) }
}

/** Runs of words that are one of the needles; what overlaps is one. */
function runs(words: Word[], needles: readonly Needle[]): Span[] {
  const found: Span[] = []
  for (let at = 0; at < words.length; at++) {
    for (const needle of needles) {
      const run = words.slice(at, at + needle.words)
      if (run.length < needle.words || !needle.fits(run.map((one) => one.text).join(' '))) continue
      found.push({ start: (run[0] as Word).start, end: (run.at(-1) as Word).end })
    }
  }
  return join(found)
}

function join(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** Where the words stand in a text, also across line ends and quotation marks of answers. */
export const findWords = (text: string, needles: readonly Needle[]): Span[] => runs(wordsOf(text), needles)

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }
const latin1 =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
for (const [index, name] of latin1.split(' ').entries()) named[name] = String.fromCharCode(0xc0 + index)

function entity(text: string): string | undefined {
  const [, hex, decimal, name] = /^&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+[0-9]*));$/i.exec(text) ?? []
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
  if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  return name === undefined ? undefined : named[name]
}

// A bracket that nothing closes goes on to the end.
const piece = /<[^>]*(?:>|$)|&(?:#x[0-9a-f]+|#[0-9]+|[a-z]+[0-9]*);|[^<&]+|&/gi

/** The words of an HTML text as a reader sees them, with their places in the source: tags part no word, entities are letters. */
function wordsOfHtml(html: string): { seen: Word[]; inTags: Word[][] } {
  let text = ''
  const places: number[] = []
  const inTags: Word[][] = []
  const take = (shown: string, at: number, step: number) => {
    for (let i = 0; i < shown.length; i++) places.push(at + i * step)
    text += shown
  }
  for (const match of html.matchAll(piece)) {
    const [source] = match
    if (source.startsWith('<') && source.length > 1) {
      inTags.push(wordsOf(source, match.index))
      // A tag between letters (`Ja<b>ne</b>`) is nothing to a reader; one that begins a line or cell is a gap.
      if (/^<\/?(?:p|div|br|td|th|tr|li|ul|ol|table|h[1-6]|blockquote|pre|hr)\b/i.test(source)) take(' ', match.index, 0)
      continue
    }
    const letter = source.startsWith('&') ? entity(source) : undefined
    if (letter === undefined) take(source, match.index, 1)
    else take(letter, match.index, 0)
  }
  const endOf = (at: number): number => {
    const from = places[at] as number
    const [source = ''] = /^&[^;\s]{1,31};/.exec(html.slice(from, from + 33)) ?? []
    return from + (source && entity(source) !== undefined ? source.length : 1)
  }
  const seen = wordsOf(text).map((one) => ({ text: one.text, start: places[one.start] as number, end: endOf(one.end - 1) }))
  return { seen, inTags }
}

/** Where the words stand in an HTML source: in what is shown, and in its attributes. */
export function findInHtml(html: string, needles: readonly Needle[]): Span[] {
  const { seen, inTags } = wordsOfHtml(html)
  return join([...runs(seen, needles), ...inTags.flatMap((words) => runs(words, needles))])
}

/** The text with other words at these places. Tags between the words of one place go with them. */
export function replaceSpans(text: string, spans: readonly Span[], by: string): string {
  let at = 0
  let result = ''
  for (const { start, end } of spans) {
    result += text.slice(at, start) + by
    at = end
  }
  return result + text.slice(at)
}

/** What stands where words were taken out. */
export const removedMark = '[removed]'

/** A text without the words, and how often they stood in it. */
export function cutText(text: string, needles: readonly Needle[]): { text: string; found: number } {
  const spans = findWords(text, needles)
  return { text: replaceSpans(text, spans, removedMark), found: spans.length }
}
