import { quoteMarks } from './html-text.ts'
import { attributionEnd, isAttribution, leavesNoDoubt, longestLine, looseEnd, quotesInLine, whenFirst } from './reply-attribution.ts'
import { armourAt, isPhoneLine, isReplyLine } from './reply-notices.ts'
import { addressLike, datedOpener, dateLike, fromLabel, headerLabel, opener, quoteTitle, wrote } from './reply-words.ts'

/**
 * What a line is: text, empty, quoted (with a mark), attribution (who wrote what follows), header (of a mail copied into
 * the text, or its title), delimiter (a row of dashes or the like), phone (what a phone adds to each mail), armour (of a
 * signed text).
 */
export type LineKind = 'text' | 'empty' | 'quoted' | 'attribution' | 'header' | 'delimiter' | 'phone' | 'armour'

const longestHeader = 40
/** What a mailer breaks is about as long as a line may be, and little is left over. */
const fullLine = 60
const longestTail = 30
const tail = /^(?:\p{Ll}[^?!.]*|\p{L}+)$/u

// `>`, `AB>`, `|`, and the name of who wrote, indented, as Emacs has it.
const quoteMark = /^\s*(?:\p{Lu}{0,4}>|\|(?=\s|$))|^\s{2,8}\p{Lu}\p{L}{0,20}>(?=\s|$)/u
// Also of several signs, `-=-=-=-`, or with blanks; in a signed text, dashes are escaped.
const delimiter = /^(?:- )?\s*(?:([-_=~#+*—–])\1+|[-_=~#*—–.,:;]{5,}|([-_=~*])(?: \2){3,}|--?\s*|[—ᐧ]|-+ next part -+)\s*$/
const fence = /^\s*(?:```|~~~\s*\S)/
/** A sender is no time of day; nor does a mailer begin a label with a small letter. */
const fromSomebody = /^[\s*_]*[^\s*_\p{Ll}][^:：]*[:：][\s*_]*[^\s\d*_]/u
const genericLabel = /^[\s*_]*\p{L}[\p{L}\p{M} .'-]{0,30}[*_]*\s?[:：]/u
/** `>>> Maria <maria@example.org> 11/6/2009 10:00 AM >>>` */
const groupWise = /^>>> .{2,120}\d.{0,20} >>>\s*$/
/** `>>> Maria <maria@example.org> schrieb am 06.11.2009 um 10:00 in Nachricht`, and the message's id below. */
const groupWiseWrote = /^>>> (?=.{0,120}@).{2,160}\d{1,2}[:.]\d\d/
const genericTitle = /^\s*-{3,}\s*\p{L}(?:[\p{L}' ]|-(?=\p{L})){4,40}-{3,}\s*$/u
/** `---- On Mon, 6 Nov 2009 10:00:00 +0100 Maria <maria@example.org> wrote ----`, in any language; or `-----Maria wrote: -----`. */
const dashedTitle = /^\s*-{3,}\s?["'\p{L}][^\n]{8,200}[^\s-]\s?-{3,}\s*$/u
/** `Maria Example ---11/06/2009 10:00:00 AM---Shall we?`, as Notes has it. */
const notesTitle = /^\s*\p{L}[^\n]{1,60} ?---\s?\d{1,4}[./-]\d{1,2}[./-]\d{2,4} [^\n]{4,20}---/u
/** `"Example, Maria" <maria@example.org>` and, below it, nothing but when. */
const nameAndAddress = /^\s*["'\p{L}][^<>@]{0,80}<[^\s<>@]{1,80}@[^\s<>@]{1,120}>\s*$/u
const onlyWhen = /^\s*(?:\p{L}{2,12}\.?,? )?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?\s*$/iu

/** Nothing that begins a copied header, or is its title, lacks all of these: most lines do. */
const mayBegin = /[:：<\ue000]|[-_=]{2}|^>>>/
/** Nor does a line that is marked as quoted. */
const mayBeQuoted = /[>|]/

/** Marks of direction and width that no reader sees, and what mailers put for a blank. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const blanks = /[\u00A0\u2007\u2009\u202F\u3000]/g
/** Rows of what looks like a dash. */
const dashes = /[\u2010-\u2015]{3,}/g
const digits = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u0E50-\u0E59\uFF10-\uFF19]/g

/** A line as it is compared: in every script the same digits and blanks. */
function plainly(line: string): string {
  // All that is changed lies above; most lines hold nothing of it.
  if (!/[\u00A0-\uFFFF]/.test(line)) return line
  return line
    .replace(unseen, '')
    .replace(blanks, ' ')
    .replace(dashes, (run) => '-'.repeat(run.length))
    .replace(digits, (digit) => `${(digit >= '\u0966' && digit <= '\u096F' ? digit.charCodeAt(0) - 6 : digit.charCodeAt(0)) & 15}`)
}

/** `| a | b |` */
const isTableRow = (line: string): boolean => line.startsWith('|') && line.endsWith('|') && /[^\s|]/.test(line)

function classify(line: string): LineKind {
  if (line.trim() === '') return 'empty'
  if (mayBeQuoted.test(line) && quoteMark.test(line) && !isTableRow(line.trim())) return 'quoted'
  if (line.length > longestLine) return 'text'
  if (delimiter.test(line)) return 'delimiter'
  return isPhoneLine(line) ? 'phone' : 'text'
}

/** Lines by kind; finds what stretches over several lines. */
class Classifier {
  readonly kinds: LineKind[]
  private readonly lines: string[]

  constructor(lines: string[]) {
    this.lines = lines.map(plainly)
    this.kinds = this.lines.map(classify)
    this.armour()
    this.code()
    this.prompts()
    for (let at = 1; at < lines.length - 1; at++) this.hardWrapped(at)
    for (let at = 0; at < lines.length; at++) this.header(at)
    for (let at = 0; at < lines.length; at++) {
      if (this.kinds[at] === 'text' || this.kinds[at] === 'phone') this.attribution(at)
      else if (this.kinds[at] === 'quoted') this.markedAttribution(at)
    }
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

  /** The end of a quoted line that a mailer broke again, without a mark of its own. */
  private hardWrapped(at: number) {
    const { lines, kinds } = this
    const [above, line] = [lines[at - 1] as string, lines[at] as string]
    const between = kinds[at] === 'text' && kinds[at - 1] === 'quoted' && kinds[at + 1] === 'quoted'
    if (between && above.length >= fullLine && above.length <= longestLine && line.length <= longestTail && tail.test(line))
      kinds[at] = 'quoted'
  }

  /** A title, or at least three fields that begin at `at`; a long field may go on in the next line. */
  private header(at: number) {
    const { lines, kinds } = this
    if (kinds[at] === 'header' || kinds[at] === 'empty' || kinds[at] === 'armour') return
    const line = lines[at] as string
    if (!mayBegin.test(line) && !isReplyLine(line)) return
    if (line.length > longestLine || (kinds[at] === 'quoted' && !groupWise.test(line) && !this.isGroupWise(at))) return
    if (this.isTitle(at, line)) {
      // Below what is marked as quoted, an answer may stand.
      kinds[at] = kinds[this.after(at)] === 'quoted' ? 'attribution' : 'header'
      return
    }
    const length = this.fieldsAt(at)
    if (length > 0) kinds.fill('header', at, at + length)
  }

  /** Among quotes it would be one of them. */
  private isGroupWise(at: number): boolean {
    return this.kinds[at - 1] !== 'quoted' && groupWiseWrote.test(this.lines[at] as string)
  }

  /** What stands above a copied header, or in its place. */
  private isTitle(at: number, line: string): boolean {
    if (
      line === quoteMarks.named ||
      quoteTitle.test(line) ||
      isReplyLine(line) ||
      groupWise.test(line) ||
      this.isGroupWise(at) ||
      notesTitle.test(line) ||
      quotesInLine(line)
    )
      return true
    if (dashedTitle.test(line) && addressLike.test(line) && (dateLike.test(line) || wrote.test(line))) return true
    if (nameAndAddress.test(line) && onlyWhen.test(this.lines[at + 1] ?? '')) return true
    const below = this.after(at)
    if (line === quoteMarks.ruled) return [below, below + 1].every((next) => genericLabel.test(this.lines[next] ?? ''))
    if (!genericTitle.test(line) && !(dashedTitle.test(line) && wrote.test(line))) return false
    return this.fieldsAt(below) > 0 || [below, below + 1].every((next) => this.isQuotedField(next)) || this.isFieldRow(below)
  }

  /** A copied header may be laid out as a table: `| From | Maria <maria@example.org> |` */
  private isFieldRow(at: number): boolean {
    const row = this.lines[at] ?? ''
    return isTableRow(row.trim()) && addressLike.test(row)
  }

  private isQuotedField(at: number): boolean {
    return this.kinds[at] === 'quoted' && genericLabel.test(unmarked(this.lines[at] as string))
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
    if (!genericLabel.test(lines[start] ?? '')) return 0
    let end = start
    const fields: number[] = []
    for (; end < start + longestHeader && end < lines.length && kinds[end] !== 'empty' && kinds[end] !== 'quoted'; end++) {
      if (genericLabel.test(lines[end] as string)) fields.push(end)
      else if (end - (fields.at(-1) ?? start) > 2) break
    }
    const known = fields.filter((at) => headerLabel.test(lines[at] as string))
    if (known[0] !== start) return this.foreignFields(start, fields)
    const from = known.find((at) => fromLabel.test(lines[at] as string))
    if (known.length < 3 || from === undefined) return this.foreignFields(start, fields)
    // A list of things to do may begin with such words as well; it names nobody's address, and no day with its year.
    const named = known.map((at) => lines[at] as string).join('\n')
    if ((!addressLike.test(named) && !dateLike.test(named)) || !fromSomebody.test(lines[from] as string)) return 0
    // Lines after the last field are text again, unless they complete it.
    return (known.at(-1) as number) - start + 1
  }

  /** A header in a language that is not known here: three fields, an address in the first, a date; or, without an address, a date in the second. */
  private foreignFields(start: number, fields: number[]): number {
    const last = fields.at(-1)
    if (genericLabel.test(this.lines[start - 1] ?? '') && this.kinds[start - 1] === 'text') return 0
    if (fields[0] !== start || last === undefined || fields.length < 3 || last - start + 1 !== fields.length) return 0
    const [first, second] = this.lines.slice(start, start + 2) as [string, string]
    const when = (text: string) => /\b(?:19|2[05])\d\d(?!\d)/.test(text) && /\d[:.]\d\d\b/.test(text)
    // An event is announced in such fields as well, but not from a sender.
    const sender = /[<([]\S+@/.test(first) && when(this.lines.slice(start, last + 1).join('\n'))
    return sender || (fields.length > 3 && fromLabel.test(first) && fromSomebody.test(first) && when(second)) ? last - start + 1 : 0
  }

  /** Rows that begin alike. */
  private isLog(at: number): boolean {
    return whenFirst.test(this.lines[at] as string) && whenFirst.test(this.lines[at + 1] ?? '')
  }

  /** An attribution whose last line is `at`; it may begin up to three lines above. */
  private attribution(at: number) {
    const { lines, kinds } = this
    const line = lines[at] as string
    if (line.length > longestLine || !looseEnd.test(line) || this.isLog(at)) return
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
      if (kinds[this.after(end)] === 'quoted' && isAttribution(text, false)) kinds.fill('attribution', at, end + 1)
      return
    }
  }
}

/** A quoted line without its first mark, or the marks of whom `>>>>> "OO" == Otto Other writes:` quotes. */
const unmarked = (line: string): string => line.replace(/^\s*>+\s?/, '')

/** Says of each line of a mail what it is. Linear in the length of the text. */
export function classifyLines(lines: string[]): LineKind[] {
  return new Classifier(lines).kinds
}

/** `-- `, the one delimiter that is meant for signatures (RFC 3676 §4.3), also where its blank was lost. */
export function isSignatureDelimiter(line: string): boolean {
  return /^(?:- )?--\s?$/.test(line)
}
