import {
  attributionEnd,
  goesOnBelow,
  isAttribution,
  leavesNoDoubt,
  longestLine,
  mayEnd,
  namesFirst,
  namesWriter,
  opensBroken,
  tellsAlone,
  tellsOfOneself,
  tellsWhoOrWhen,
  whenFirst,
} from './reply-attribution.ts'
import { Headers } from './reply-header.ts'
import { isTableRow, type LineKind, lineAfter, unmarked } from './reply-kinds.ts'
import { armourAt, isPhoneLine } from './reply-notices.ts'
import { addressLike, datedOpener, dateLike, opener, wrote } from './reply-words.ts'

/** What a mailer breaks is about as long as a line may be, and little is left over. */
const fullLine = 60
const longestTail = 30
const longestLog = 40
/** What begins in the middle of a sentence, and did not fit into the line above. */
const shortestWrap = 70
const amid = /^[\p{Ll}\p{Lo}(\d]/u
const endsSentence = /[.?!:;…。？！)>]\s*$/
/** As no part of a date does. */
const finishes = (line: string): boolean => /(?:\p{L}{5}\.|[!?！？。])\s*$/u.test(line.slice(-longestTail))
const tail = /^(?:\p{Ll}[^?!.]*|\p{L}+)$/u

// `>`, `AB>`, `|`, and the name of who wrote, indented, as Emacs has it.
const quoteMark = /^\s*(?:\p{Lu}{0,4}>|\|(?=\s|$))|^\s{2,8}\p{Lu}\p{L}{0,20}>(?=\s|$)/u
// Also of several signs, `-=-=-=-`, or with blanks; in a signed text, dashes are escaped.
const delimiter = /^(?:- )?\s*(?:([-_=~#+*—–])\1+|[-_=~#*—–.,:;]{5,}|([-_=~*])(?: \2){3,}|--?|[—ᐧ]|-+ next part -+)\s*$/
const fence = /^\s*(?:```|~~~\s*\S)/
/** Nor does a line that is marked as quoted. */
const mayBeQuoted = /[>|]/

/** Marks of direction and width that no reader sees, and what mailers put for a blank. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const blanks = /[\u00A0\u2007\u2009\u202F\u3000]/g
/** Rows of what looks like a dash. */
const dashes = /[\u2010-\u2015\u2500\u2501\u2550\uFF0D\uFF1D\uFF3F]{3,}/g
/** What stands for a colon in other scripts. */
const colons = /[\u1365\u1366\u17D6\u1804\uFE13\uFE55]/g
/** `Maria Example <maria@example.org> wrote:` and nothing besides. */
const nameAndVerb =
  /^\s*["'\p{Lu}\p{Lo}][^\s<>()]*(?: (?:\p{Lu}|\p{Lo}|\p{Ll}{1,3}(?!\p{L}))[^\s<>()]*){0,4} [<(][^\s<>()@]{1,80}@[^\s<>()@]{1,120}[>)] \p{L}{1,14}(?: \p{L}{1,12})?\s?:\s*$/u
/** An address in brackets that the end of a line cut off, and what a mailer put into the next. */
const openAddress = /[<(][^\s<>()@]{1,80}(?:@| at )[^\s<>()@]{1,120}$/
const restOfAddress = /^> ?\p{L}[^>\n]{1,40}[:：]\s*$/u
const digits = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u0E50-\u0E59\uFF10-\uFF19]/g

/** A line as it is compared: in every script the same digits, blanks and colons. */
function plainly(line: string): string {
  // All that is changed lies above; most lines hold nothing of it.
  if (!/[\u00A0-\uFFFF]/.test(line)) return line
  return line
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(dashes, (run) => '-'.repeat(run.length))
    .replace(colons, ':')
    .replace(digits, (digit) => `${(digit >= '\u0966' && digit <= '\u096F' ? digit.charCodeAt(0) - 6 : digit.charCodeAt(0)) & 15}`)
}

/** `<snip>`, `[...]`: where somebody left a part of a quotation out. */
const leftOut = /^\s*[<[(] ?(?:snip|cut|\.{3}|…)[^\])>]{0,20}[\])>]\s*$/i

function classify(line: string): LineKind {
  if (line.trim() === '') return 'empty'
  if (mayBeQuoted.test(line) && quoteMark.test(line) && !isTableRow(line.trim())) return 'quoted'
  if (leftOut.test(line)) return 'quoted'
  if (line.length > longestLine) return 'text'
  if (delimiter.test(line)) return 'delimiter'
  return isPhoneLine(line) ? 'phone' : 'text'
}

/** Lines by kind; finds what stretches over several lines. */
class Classifier {
  readonly kinds: LineKind[]
  private readonly lines: string[]
  /** Below it, nobody goes on. */
  private lastText = -1
  private lastTab = -1

  constructor(lines: string[]) {
    this.lines = lines.map(plainly)
    this.kinds = this.lines.map(classify)
    this.armour()
    this.code()
    this.prompts()
    for (let at = 1; at < lines.length; at++) this.column(at)
    for (let at = 1; at < lines.length - 1; at++) this.hardWrapped(at)
    for (let at = 1; at < lines.length - 1; at++) this.brokenAddress(at)
    this.tabs()
    const headers = new Headers(this.lines, this.kinds)
    for (let at = 0; at < lines.length; at++) headers.mark(at)
    this.lastText = this.kinds.lastIndexOf('text')
    for (let at = 0; at < lines.length; at++) {
      if (this.kinds[at] === 'text' || this.kinds[at] === 'phone') this.attribution(at)
      else if (this.kinds[at] === 'quoted') this.markedAttribution(at)
    }
    this.wrappedEnd()
    for (let at = 0; at < lines.length; at++) if (leftOut.test(this.lines[at] as string)) this.gap(at)
  }

  private armour() {
    for (let at = 0; at < this.lines.length; at++) {
      const length = armourAt(this.lines, at)
      if (length > 0) this.kinds.fill('armour', at, at + length)
    }
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

  /** Three marks are a prompt of Python where nothing is quoted less deeply. */
  private prompts() {
    const prompt = /^>>> ?(?!>)/
    if (this.lines.some((line, at) => this.kinds[at] === 'quoted' && !prompt.test(line))) return
    this.kinds.forEach((kind, at) => {
      if (kind === 'quoted') this.kinds[at] = 'text'
    })
  }

  /** A part left out belongs to a quotation where one is next to it. */
  private gap(at: number) {
    let above = at - 1
    while (this.kinds[above] === 'empty') above--
    const near = [this.kinds[above], this.kinds[lineAfter(this.kinds, at)]]
    if (!near.includes('quoted') && !near.includes('attribution')) this.kinds[at] = 'text'
  }

  /** A bar right below text is a part of a picture or a table, unless the text introduces it. */
  private column(at: number) {
    const { lines, kinds } = this
    if (kinds[at] !== 'quoted' || kinds[at - 1] !== 'text' || attributionEnd.test(lines[at - 1] as string)) return
    if ((lines[at] as string).trimStart().startsWith('|')) kinds[at] = 'text'
  }

  /** The end of a quoted line that a mailer broke again, without a mark of its own. */
  private hardWrapped(at: number) {
    const { lines, kinds } = this
    const [above, line] = [lines[at - 1] as string, lines[at] as string]
    if (kinds[at] !== 'text' || kinds[at - 1] !== 'quoted' || kinds[at + 1] !== 'quoted' || line.length > longestTail) return
    // Who answers a sentence writes below its end.
    const short = above.length >= fullLine && above.length <= longestLine && tail.test(line) && !endsSentence.test(above)
    if (short || (this.runsOn(at) && !/[?!]/.test(line))) kinds[at] = 'quoted'
  }

  /** Whether a line begins amid a sentence, with a word that had no room in the quoted line above. */
  private runsOn(at: number): boolean {
    const [above, line] = [this.lines[at - 1] ?? '', this.lines[at] ?? '']
    if (this.kinds[at] !== 'text' || this.kinds[at - 1] !== 'quoted' || above.length > longestLine || line.length > above.length)
      return false
    const room = above.length + 1 + (/^\S*/.exec(line)?.[0].length ?? 0)
    return room > shortestWrap && amid.test(line) && !endsSentence.test(above)
  }

  /** The same at the end of a quotation that nothing follows, below what its author wrote: the end of its sentence, too. */
  private wrappedEnd() {
    let at = this.kinds.length - 1
    while (at > 0 && (this.kinds[at] === 'empty' || this.kinds[at] === 'phone')) at--
    if (!this.runsOn(at) || !endsSentence.test(this.lines[at] as string)) return
    if (this.kinds.indexOf('text') < this.kinds.indexOf('quoted')) this.kinds[at] = 'quoted'
  }

  /** Rows that begin alike. */
  private isLog(at: number): boolean {
    return whenFirst.test(this.lines[at] as string) && whenFirst.test(this.lines[at + 1] ?? '')
  }

  /** Its last lines alone may look like an attribution; the word that the whole begins with tells, or whom it names, or when it was. */
  private mayBegin(start: number, at: number, found: boolean): boolean {
    const first = this.lines[start] as string
    if (found && finishes(first)) return false
    if (opener.test(first)) return true
    const whole = start === 0 || this.kinds[start - 1] !== 'text'
    if (start === at) return whole || datedOpener.test(first) || ((namesFirst(first) || tellsAlone(first)) && !this.goesOnFrom(start - 1))
    if (found) return whole && (namesWriter(first) || opensBroken(first) || (datedOpener.test(first) && dateLike.test(first)))
    return (whole && tellsWhoOrWhen(first, start === at - 1)) || datedOpener.test(first)
  }

  private tabs() {
    this.lastTab = this.lines.findLastIndex((line) => line.startsWith('\t'))
    for (let at = 0; at < this.lastTab; at++) this.tabbed(at)
  }

  /** Below who wrote, with an address, lines that begin with a tab, as the mail of Unix quotes (POSIX mailx, `indentprefix`). */
  private tabbed(at: number) {
    const { lines, kinds } = this
    const line = lines[at] as string
    if (kinds[at] !== 'text' || line.length > longestLine || !attributionEnd.test(line) || !wrote.test(line)) return
    if (!nameAndVerb.test(line) && !leavesNoDoubt(line)) return
    const first = lineAfter(kinds, at)
    let end = first
    while (kinds[end] === 'text' && lines[end]?.startsWith('\t')) end = lineAfter(kinds, end)
    // Where more of them follow, they may be the author's.
    if (this.lastTab >= end) return
    for (let below = first; below < end; below++) if (kinds[below] === 'text') kinds[below] = 'quoted'
  }

  /** `On 6 Nov 2026, Maria <maria@example.org` and, in the next line, `> wrote:`, which looks as if it were marked. */
  private brokenAddress(at: number) {
    const { lines, kinds } = this
    const [above, line] = [lines[at - 1] as string, lines[at] as string]
    if (kinds[at] !== 'quoted' || kinds[at - 1] !== 'text' || !restOfAddress.test(line) || !openAddress.test(above)) return
    if (above.length <= longestLine && isAttribution(`${above}${line}`, true)) kinds[at] = 'text'
  }

  /** Whether a sentence of an author may go on below a line. */
  private goesOnFrom(at: number): boolean {
    const line = this.lines[at] as string
    return line.length >= fullLine && !endsSentence.test(line)
  }

  /** An attribution whose last line is `at`; it may begin up to three lines above. */
  private attribution(at: number) {
    const { lines, kinds } = this
    const line = lines[at] as string
    const aboveQuote = kinds[lineAfter(kinds, at)] === 'quoted'
    if (line.length > longestLine || !mayEnd(line, aboveQuote) || this.isLog(at)) return
    // Where the author goes on below, they have brought their own words up.
    if (aboveQuote && at < this.lastText && tellsOfOneself.test(line)) return
    let found = -1
    for (let start = at; start >= 0 && start > at - 4 && (kinds[start] === 'text' || kinds[start] === 'phone'); start--) {
      const begins = this.mayBegin(start, at, found >= 0)
      if (begins && isAttribution(lines.slice(start, at + 1).join(' '), aboveQuote)) found = start
    }
    if (found >= 0 && (aboveQuote || this.quotesBelow(found, at))) kinds.fill('attribution', found, at + 1)
  }

  /** Whether what stands below without a mark is quoted. */
  private quotesBelow(found: number, at: number): boolean {
    const text = this.lines.slice(found, at + 1).join(' ')
    if (this.isBelowPhone(found) && wrote.test(text) && addressLike.test(text)) return true
    return leavesNoDoubt(text) && (addressLike.test(text) || !goesOnBelow(this.lines.slice(at + 1, at + 1 + longestLog)))
  }

  /** Whether the line that a phone adds to the end of what somebody writes stands right above. */
  private isBelowPhone(at: number): boolean {
    let above = at - 1
    while (this.kinds[above] === 'empty') above--
    return this.kinds[above] === 'phone'
  }

  /** An attribution that is marked like what it quotes, and begins it: `> On Monday, Maria wrote:` */
  private markedAttribution(at: number) {
    const { lines, kinds } = this
    let above = at - 1
    while (kinds[above] === 'empty') above--
    if (kinds[above] === 'quoted' || kinds[above] === 'attribution' || kinds[above] === 'header') return
    let text = ''
    for (let end = at; end < at + 3 && kinds[end] === 'quoted'; end++) {
      text += `${unmarked(lines[end] as string)} `
      if (!attributionEnd.test(text)) continue
      const below = lineAfter(this.kinds, end)
      const nested = depth(lines[below] ?? '') > depth(lines[end] as string)
      if (kinds[below] !== 'quoted' || nested || !isAttribution(text, false)) return
      while (kinds[end + 1] === 'quoted' && /^[\s>]*$/.test(lines[end + 1] as string)) end++
      kinds.fill('attribution', at, end + 1)
      return
    }
  }
}

const depth = (line: string): number => (/^[\s>]*/.exec(line)?.[0] ?? '').replace(/\s/g, '').length

/** Says of each line of a mail what it is. Linear in the length of the text. */
export function classifyLines(lines: string[]): LineKind[] {
  return new Classifier(lines).kinds
}

/** `-- `, the one delimiter that is meant for signatures (RFC 3676 §4.3), also where its blank was lost. */
export function isSignatureDelimiter(line: string): boolean {
  return /^(?:- )?--\s?$/.test(line)
}
