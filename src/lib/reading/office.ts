import sax from 'sax'
import { entriesOf } from '../unzip.ts'

// No entities but XML's own: one that is declared could stand for a thousand others.
const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true, position: false }

// So much is read before it is asked whether more is wanted.
const piece = 64 * 1024

/** What stands where in the XML of an office file: elements by their names. */
interface Reading {
  /** Whose letters are its words; undefined: all. */
  text?: string
  /** At whose end a line ends. */
  lines: ReadonlySet<string>
  /** What stands for a blank. */
  blanks: ReadonlySet<string>
  /** In which nothing is read: what was deleted and is only kept. */
  skipped?: string
}

/**
 * The words of a piece of XML, as far as so many are wanted.
 * @throws Error where it is no XML
 */
function wordsIn(xml: Buffer, { text, lines, blanks, skipped }: Reading, most: number): string {
  const parser = sax.parser(true, options)
  const said: string[] = []
  let [size, reading, skipping] = [0, 0, 0]
  const say = (words: string) => {
    size += words.length
    said.push(words)
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name }) => {
    if (name === text) reading++
    if (name === skipped) skipping++
    if (blanks.has(name) && skipping === 0) say(' ')
  }
  parser.onclosetag = (name) => {
    if (name === text) reading--
    if (name === skipped) skipping--
    if (lines.has(name) && skipping === 0) say('\n')
  }
  parser.ontext = (words) => {
    if (skipping === 0 && (text === undefined || reading > 0)) say(words)
  }
  const decoder = new TextDecoder()
  for (let at = 0; at < xml.length && size < most; at += piece) parser.write(decoder.decode(xml.subarray(at, at + piece), { stream: true }))
  return said.join('')
}

const slideText: Reading = { text: 'a:t', lines: new Set(['a:p']), blanks: new Set(['a:br', 'a:tab']) }
const openText: Reading = {
  lines: new Set(['text:p', 'text:h', 'table:table-row']),
  blanks: new Set(['text:s', 'text:tab', 'text:line-break', 'table:table-cell']),
  skipped: 'text:tracked-changes',
}

const numberIn = (name: string): number => Number(/\d{1,6}(?=\.xml$)/.exec(name)?.[0] ?? 0)

/** The words of slides (PPTX) in their order, with what their speaker noted. */
export function wordsOfSlides(bytes: Uint8Array, most: number, unpacked: number): string {
  const parts = [...entriesOf(bytes, /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d{1,6}\.xml$/, unpacked)]
  const ordered = parts.toSorted((a, b) => numberIn(a.name) - numberIn(b.name) || (a.name < b.name ? 1 : -1))
  return wordsTogether(ordered, slideText, most)
}

/** The words of a text, a table or slides of OpenDocument (ODT, ODS, ODP). */
export const wordsOfOpenDocument = (bytes: Uint8Array, most: number, unpacked: number): string =>
  wordsTogether([...entriesOf(bytes, /^content\.xml$/, unpacked)].slice(0, 1), openText, most)

function wordsTogether(parts: { content: Buffer }[], how: Reading, most: number): string {
  const words: string[] = []
  let size = 0
  for (const { content } of parts) {
    if (size >= most) break
    const said = tidy(wordsIn(content, how, most - size))
    size += said.length
    if (said) words.push(said)
  }
  return words.join('\n\n')
}

const tidy = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
