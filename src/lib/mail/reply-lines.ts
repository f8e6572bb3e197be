import { quoteMarks } from './html-text.ts'
import { addressLike, datedOpener, dateLike, fromLabel, headerLabel, opener, phoneLine, quoteTitle, wrote } from './reply-words.ts'

/**
 * What a line is: text, empty, quoted (with a mark), attribution (who wrote what follows), header (of a mail copied into
 * the text, or its title), delimiter (a row of dashes or the like), phone (what a phone adds to each mail).
 */
export type LineKind = 'text' | 'empty' | 'quoted' | 'attribution' | 'header' | 'delimiter' | 'phone'

// Nothing that is looked for is longer, and patterns stay cheap.
const longestLine = 400
const longestHeader = 40

const quoteMark = /^\s*(?:[A-Z]{0,4}>|\|(?=\s|$))/
const delimiter = /^\s*(?:([-_=~#+*—–])\1+|--\s*|[—ᐧ]|-+ next part -+)\s*$/
const fence = /^\s*(?:```|~~~\s*\S)/
const link = /\s*(?:<?(?:https?|mailto):[^\s>]*>?|\[https?:[^\]]*\]|\((?:https?|mailto):[^)]*\))/gi
const attributionEnd = /[:：]["*_]*\s*$/
const genericLabel = /^[\s*_]*\p{L}[\p{L} .'-]{0,24}[*_]*\s?[:：]/u
const genericTitle = /^\s*-{3,}\s*\p{L}[\p{L}' ]{4,40}-{3,}\s*$/u

/** The phone line without its links, brackets and stars. */
function isPhoneLine(line: string): boolean {
  if (line.length > 160) return false
  const plain = line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(link, '')
    .replace(/^[\s<(*_>-]+|[\s>)*_.]+$/g, '')
  return phoneLine.test(plain)
}

function classify(line: string): LineKind {
  if (line.trim() === '') return 'empty'
  if (quoteMark.test(line)) return 'quoted'
  if (line.length > longestLine) return 'text'
  if (delimiter.test(line)) return 'delimiter'
  return isPhoneLine(line) ? 'phone' : 'text'
}

/** `On Monday, Maria wrote:`, or without the verb: when, who, with an address, and a colon. Right above a quote, `Maria wrote:` is enough. */
function isAttribution(text: string, aboveQuote: boolean): boolean {
  if (text.length > longestLine || !attributionEnd.test(text)) return false
  const address = addressLike.test(text)
  if (wrote.test(text)) return aboveQuote || address || dateLike.test(text) || opener.test(text)
  return address && dateLike.test(text)
}

/** Lines by kind; finds what stretches over several lines. */
class Classifier {
  readonly kinds: LineKind[]
  private readonly lines: string[]

  constructor(lines: string[]) {
    this.lines = lines
    this.kinds = lines.map(classify)
    this.code()
    for (let at = 0; at < lines.length; at++) this.header(at)
    for (let at = 0; at < lines.length; at++) if (this.kinds[at] === 'text' || this.kinds[at] === 'phone') this.attribution(at)
  }

  /** Between fences everything is text. */
  private code() {
    let open = -1
    this.lines.forEach((line, at) => {
      if (!fence.test(line) || this.kinds[at] === 'quoted') return
      if (open < 0) open = at
      else {
        this.kinds.fill('text', open, at + 1)
        open = -1
      }
    })
  }

  /** A title, or at least three fields that begin at `at`; a long field may go on in the next line. */
  private header(at: number) {
    const { lines, kinds } = this
    if (kinds[at] === 'header' || kinds[at] === 'quoted' || kinds[at] === 'empty') return
    const line = lines[at] as string
    if (line.length > longestLine) return
    if (this.isTitle(at, line)) {
      kinds[at] = 'header'
      return
    }
    const length = this.fieldsAt(at)
    if (length > 0) kinds.fill('header', at, at + length)
  }

  /** What stands above a copied header, or in its place. */
  private isTitle(at: number, line: string): boolean {
    if (line === quoteMarks.named || quoteTitle.test(line)) return true
    const below = this.after(at)
    if (line === quoteMarks.ruled) return [below, below + 1].every((next) => genericLabel.test(this.lines[next] ?? ''))
    return genericTitle.test(line) && this.fieldsAt(below) > 0
  }

  /** The index of the first line after `at` that is not empty. */
  private after(at: number): number {
    let next = at + 1
    while (this.kinds[next] === 'empty') next++
    return next
  }

  /** How many lines a copied header takes at `start`; 0 where there is none. */
  private fieldsAt(start: number): number {
    const { lines, kinds } = this
    let end = start
    const fields: number[] = []
    for (; end < start + longestHeader && end < lines.length && kinds[end] !== 'empty' && kinds[end] !== 'quoted'; end++) {
      if (genericLabel.test(lines[end] as string)) fields.push(end)
      else if (end - (fields.at(-1) ?? start) > 2) break
    }
    const known = fields.filter((at) => headerLabel.test(lines[at] as string))
    if (known[0] !== start) return this.foreignFields(start, fields)
    if (known.length < 3 || !known.some((at) => fromLabel.test(lines[at] as string))) return this.foreignFields(start, fields)
    // Lines after the last field are text again, unless they complete it.
    return (known.at(-1) as number) - start + 1
  }

  /** A header in a language that is not known here: three fields, an address and a date among them. */
  private foreignFields(start: number, fields: number[]): number {
    const last = fields.at(-1)
    if (fields[0] !== start || last === undefined || fields.length < 3 || last - start + 1 !== fields.length) return 0
    const all = this.lines.slice(start, last + 1).join('\n')
    return addressLike.test(all) && /\b(?:19|20)\d\d\b/.test(all) && /\d[:.]\d\d\b/.test(all) ? last - start + 1 : 0
  }

  /** An attribution whose last line is `at`; it may begin up to three lines above. */
  private attribution(at: number) {
    const { lines, kinds } = this
    if ((lines[at] as string).length > longestLine || !attributionEnd.test(lines[at] as string)) return
    const aboveQuote = this.kinds[this.after(at)] === 'quoted'
    let found = -1
    for (let start = at; start >= 0 && start > at - 4 && (kinds[start] === 'text' || kinds[start] === 'phone'); start--) {
      const first = lines[start] as string
      // Its last lines alone may look like one; the word that it begins with tells.
      const begins = opener.test(first) || (found < 0 && (datedOpener.test(first) || start === 0 || kinds[start - 1] !== 'text'))
      if (begins && isAttribution(lines.slice(start, at + 1).join(' '), aboveQuote)) found = start
    }
    if (found >= 0 && (aboveQuote || leavesNoDoubt(lines.slice(found, at + 1).join(' ')))) kinds.fill('attribution', found, at + 1)
  }
}

/** Unmarked text below is taken for a quotation only where the words say so. */
function leavesNoDoubt(text: string): boolean {
  return wrote.test(text) && (addressLike.test(text) || datedOpener.test(text))
}

/** Says of each line of a mail what it is. Linear in the length of the text. */
export function classifyLines(lines: string[]): LineKind[] {
  return new Classifier(lines).kinds
}

/** `-- `, the one delimiter that is meant for signatures (RFC 3676 §4.3), also where its blank was lost. */
export function isSignatureDelimiter(line: string): boolean {
  return /^--\s?$/.test(line)
}
