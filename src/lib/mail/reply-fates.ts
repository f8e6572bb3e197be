import { quoteMarks } from './html-text.ts'
import { type LineKind, lineAfter } from './reply-kinds.ts'
import { classifyLines } from './reply-lines.ts'
import { isBrokenSentence, isDisclaimer, isPassage, isPlea, isSentence, mayDisclaim } from './reply-notices.ts'

/** A mail taken apart for display; each line of it stands in exactly one of the three. */
export interface Reply {
  /** What the author says here, with the quotes that the words answer. */
  visible: string
  /** What was said before. */
  quoted: string
  /** Signature, a phone's line, list footer. */
  signature: string
}

export type Fate = keyof Reply

/** The lines of a text, however they end. */
export const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n')

/** The three texts that lines come to, each without the empty lines around it. */
export function replyOf(lines: string[], fates: Fate[]): Reply {
  const collect = (fate: Fate): string => {
    const own = lines.filter((line, at) => fates[at] === fate && line !== quoteMarks.named && line !== quoteMarks.ruled)
    const first = own.findIndex((line) => line.trim() !== '')
    return first < 0 ? '' : own.slice(first).join('\n').trimEnd()
  }
  return { visible: collect('visible'), quoted: collect('quoted'), signature: collect('signature') }
}

/** The footer of a list may be longer than a signature. */
export const longestFooter = 60
/** Lines of a signature below the agreed delimiter. */
export const longestSigned = 20
/** What may stand right above one: the closing and the name. */
const mostAbove = 4
const longestName = 40
/** In lines. */
const longestPlea = 5

/** The lines of one text with their kinds, and what becomes of each. */
export class Fates {
  readonly lines: string[]
  protected readonly kinds: LineKind[]
  /** The lines still open: what was decided lies outside. */
  protected start = 0
  protected end: number
  /** For each line, and the end, the text line above it. */
  protected readonly textBefore: number[] = []
  /** For each line, the kind of the first below it that is neither empty nor a row nor a header. */
  protected readonly kindBelow: (LineKind | undefined)[]
  /** The first row of each kind of dashes. */
  protected readonly rows = new Map<string | undefined, number>()
  private readonly fates: Fate[]
  private readonly armour: boolean[]

  constructor(text: string) {
    this.lines = linesOf(text)
    const kinds = classifyLines(this.lines)
    this.fates = this.lines.map(() => 'visible')
    this.armour = kinds.map((kind) => kind === 'armour')
    this.kinds = kinds.map((kind) => (kind === 'armour' ? 'empty' : kind))
    this.kindBelow = this.kinds.map(() => undefined)
    this.end = this.lines.length
    this.look()
  }

  private look() {
    let above = -1
    this.kinds.forEach((kind, at) => {
      this.textBefore.push(above)
      const char = this.lines[at]?.trim()[0]
      if (kind === 'text') above = at
      else if (kind === 'delimiter' && !this.rows.has(char) && this.lines[at]?.trim() !== '-') this.rows.set(char, at)
    })
    this.textBefore.push(above)
    for (let at = this.kinds.length - 2; at >= 0; at--) {
      const below = this.kinds[at + 1]
      this.kindBelow[at] = below === 'empty' || below === 'header' || below === 'delimiter' ? this.kindBelow[at + 1] : below
    }
  }

  /** What becomes of each line. */
  protected decided(): Fate[] {
    return this.fates.map((fate, at) => {
      if (this.armour[at]) return 'signature'
      // Who wrote what is quoted goes with the quotes, wherever it stands.
      return fate === 'visible' && (this.kinds[at] === 'attribution' || this.kinds[at] === 'header') ? 'quoted' : fate
    })
  }

  protected mark(fate: Fate, from: number, to: number) {
    this.fates.fill(fate, from, to)
  }

  /** Whether a line of one of these kinds stands in a range. */
  protected has(from: number, to: number, ...kinds: LineKind[]): boolean {
    return this.kinds.slice(from, to).some((kind) => kinds.includes(kind))
  }

  /** Whether somebody speaks in whole sentences between two lines. */
  protected hasProse(from: number, to: number): boolean {
    const begins = (at: number) => this.kinds[at - 1] !== 'text' && this.kinds[at] === 'text'
    return this.lines.slice(from + 1, Math.min(to, this.end)).some((line, i) => {
      const at = from + 1 + i
      return (this.kinds[at] === 'text' && isSentence(line.trim())) || (begins(at) && isBrokenSentence(this.paragraph(at)))
    })
  }

  protected paragraphStart(last: number): number {
    let at = last
    while (at > this.start && at > last - longestFooter && this.kinds[at - 1] === 'text') at--
    return at
  }

  /** How many lines there are from `at` to the next empty one. */
  protected paragraphLength(at: number): number {
    let end = at
    while (end < Math.min(at + longestFooter, this.end) && this.kinds[end] === 'text') end++
    return end - at
  }

  /** The same lines, joined. */
  protected paragraph(at: number): string {
    return this.lines.slice(at, at + this.paragraphLength(at)).join(' ')
  }

  protected lastLine(): number {
    let last = this.end - 1
    while (last >= this.start && this.kinds[last] === 'empty') last--
    return last
  }

  protected hasPassage(from: number): boolean {
    return this.lines.slice(from + 1, Math.min(from + longestSigned, this.end)).some((_, i) => this.passageAt(from + 1 + i))
  }

  protected passageAt(at: number): boolean {
    if (this.kinds[at] !== 'text' || this.kinds[at - 1] !== 'empty') return false
    return isPassage(this.paragraph(at))
  }

  /** Dashes without their blank, below which a sentence goes on, and then its author in more paragraphs. */
  protected isPause(at: number): boolean {
    if (this.lines[at] !== '--') return false
    const first = lineAfter(this.kinds, at)
    const end = first + this.paragraphLength(first)
    if (this.kinds[first] !== 'text' || !this.hasProse(end, end + longestFooter)) return false
    const told = this.kinds[at + 1] === 'empty' && isBrokenSentence(this.paragraph(first))
    return told || /^\p{Ll}[\p{L}\p{M}]* \p{Ll}/u.test(this.lines[first] ?? '')
  }

  /** A row between two lines that are marked: a part of what is quoted, and signed by nobody. */
  protected isAmidQuote(at: number): boolean {
    return this.kinds[at - 1] === 'quoted' && this.kinds[at + 1] === 'quoted'
  }

  /** Where a disclaimer begins that stands right below its author's name. */
  protected belowName(from: number, last: number): number {
    let at = from
    while (at < last && at < from + mostAbove && !this.mayBeginNotice(at)) at++
    return isDisclaimer(this.paragraph(at)) ? at : from
  }

  /** Where the last lines of a paragraph ask not to print the mail; -1 where they do not. */
  protected pleaStart(from: number, last: number): number {
    for (let at = last; at >= from && at > last - longestPlea; at--) {
      const amid = at > from && /^\s*\p{Ll}/u.test(this.lines[at] ?? '')
      if (!amid && isPlea(this.lines.slice(at, last + 1).join(' '))) return at
    }
    return -1
  }

  private mayBeginNotice(at: number): boolean {
    const line = (this.lines[at] ?? '').trim()
    return line.length > longestName || mayDisclaim(line) || line === line.toUpperCase() || !/^\P{Ll}/u.test(this.lines[at + 1] ?? '')
  }
}
