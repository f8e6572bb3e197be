import { quoteMarks } from './html-text.ts'
import { attributionEnd, isAttribution, longestLine, quotesInLine } from './reply-attribution.ts'
import { isTableRow, type LineKind, lineAfter, unmarked } from './reply-kinds.ts'
import { isReplyLine } from './reply-notices.ts'
import { addressLike, dateLike, fromLabel, headerLabel, namesForward, quoteTitle, tellsOfForward, wrote } from './reply-words.ts'

const longestHeader = 40
/** Fields behind those that are known. */
const mostUnknown = 4
const fewestFields = 4
const tellsWhen = (text: string) => /\b(?:19|2[05])\d\d(?!\d)/.test(text) && /\d[:.]\d\d\b/.test(text)
/** The date of a mail as it was sent (RFC 5322 §3.3), in a field of its own. */
const machineDate = /[:：]\s(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}(?: \([A-Z]{1,5}\))?\s*$/
const nameBesideAddress = /[:：]\s[^\n<>@]{1,80}<[^\s<>@]{1,80}@[^\s<>@]{1,120}>\s*$/

/** A sender is no time of day, and no day; nor does a mailer begin a label with a small letter. */
const fromSomebody = /^[\s*_]*[^\s*_\p{Ll}][^:：]*[:：](?![\s*_]*\d[\d:.]*(?:\s|[,–-]|$)[^@]*$)/u
const namesThing = /[:：][\s*_]*\p{Ll}[\p{Ll}\p{M}'’-]*(?: \p{Ll}[\p{Ll}\p{M}'’-]*){1,8}\s*$/u
const timed = /\d[:.]\d\d(?!\d)/
/** A day with its year, as every header has it. */
const fullDay = /(?<!\d)(?:19|20|25)\d\d(?!\d)|\d[./-]\s?\d{1,2}[./-]\s?\d{2}/
/** `hi maria,` */
const salutation = /^[^\n]{0,30}[,!]\s*$/
/** Of a part of a sentence. */
const fewestWords = 4
const genericLabel = /^[\s*_]*\p{L}[\p{L}\p{M} ./()'-]{0,30}[*_]*\s?[:：]/u
/** `>>> Maria <maria@example.org> 11/6/2009 10:00 AM >>>` */
const groupWise = /^>>> .{2,120}\d.{0,20} >>>\s*$/
/** `>>> Maria <maria@example.org> schrieb am 06.11.2009 um 10:00 in Nachricht`, and the message's id below. */
const groupWiseWrote = /^>>> (?=.{0,120}@).{2,160}\d{1,2}[:.]\d\d/
const genericTitle = /^\s*-{3,}\s*\p{L}(?:[\p{L}\p{M}'./ ]|-(?=\p{L})|(?<= )-{3}(?= )){4,50}-{3,}\s*$/u
const longTitle = /^\s*-{5,} *\p{L}[^\n]{2,120}-{5,}\s*$/u
/** `----- Message transmis ----- De: Maria <maria@example.org>À: Otto…`: a mailer lost the ends of the lines. */
const titleInLine = /^\s*-{3,} ?\p{L}[\p{L}\p{M}' ]{4,40}-{3,} ?(?=\p{L})/u
/** `---- On Mon, 6 Nov 2009 10:00:00 +0100 Maria <maria@example.org> wrote ----`, in any language; or `-----Maria wrote: -----`. */
const dashedTitle = /^\s*-{3,}\s?["'\p{L}][^\n]{8,200}[^\s-]\s?-{3,}\s*$/u
/** `Maria Example ---11/06/2009 10:00:00 AM---Shall we?`, as Notes has it. */
const notesTitle = /^\s*\p{L}[^\n]{1,60} ?---\s?\d{1,4}[./-]\d{1,2}[./-]\d{2,4} [^\n]{4,20}---/u
/** `"Example, Maria" <maria@example.org>` and, below it, nothing but when. */
const nameAndAddress = /^\s*["'\p{L}][^<>@]{0,80}<[^\s<>@]{1,80}@[^\s<>@]{1,120}>\s*$/u
const onlyWhen = /^\s*(?:\p{L}{2,12}\.?,? )?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?\s*$/iu

const namedBetweenDashes = (line: string): boolean => dashedTitle.test(line) && (wrote.test(line) || addressLike.test(line))
/** `-----Maria wrote: -----` */
const wroteBetweenDashes = (line: string): boolean => namedBetweenDashes(line) && attributionEnd.test(line.slice(0, line.lastIndexOf(' -')))
/** What is a title where the fields of a header stand below. */
const mayBeTitle = (line: string): boolean => genericTitle.test(line) || tellsOfForward(line) || namedBetweenDashes(line)

/** Nothing that begins a copied header, or is its title, lacks all of these: most lines do. */
const mayBegin = /[:：<\ue000]|[-_=]{2}|^>>>/

/** Of each line no more than a header's may have: what was typed without a break is looked through once. */
const beginnings = (lines: string[]): string => lines.map((line) => line.slice(0, longestLine)).join('\n')

/** Whether a title stands in one line with the fields below it, of which the first names a sender and an address. */
function isTitleInLine(line: string): boolean {
  const title = titleInLine.exec(line.slice(0, longestLine))?.[0]
  const fields = title === undefined ? '' : line.slice(title.length, longestLine)
  return fromLabel.test(fields) && addressLike.test(fields)
}

/** Finds the headers of mails that were copied into a text, and the titles above them or in their place. */
export class Headers {
  private readonly lines: string[]
  private readonly kinds: LineKind[]
  private readonly repeated = new Set<string | undefined>()

  constructor(lines: string[], kinds: LineKind[]) {
    this.lines = lines
    this.kinds = kinds
  }

  /** A title, or at least three fields that begin at `at`; a long field may go on in the next line. */
  mark(at: number) {
    const { lines, kinds } = this
    if (kinds[at] === 'header' || kinds[at] === 'empty' || kinds[at] === 'armour') return
    const line = lines[at] as string
    if (!mayBegin.test(line) && !isReplyLine(line)) return
    if ((line.length > longestLine && !isTitleInLine(line)) || (kinds[at] === 'quoted' && !groupWise.test(line) && !this.isGroupWise(at)))
      return
    if (this.isTitle(at, line)) {
      // Below what is marked as quoted, an answer may stand.
      kinds[at] = kinds[lineAfter(kinds, at)] === 'quoted' ? 'attribution' : 'header'
      return
    }
    const length = this.fieldsAt(at, this.titled(at) ? 2 : 3)
    if (length > 0) kinds.fill('header', at, at + length)
  }

  /** Whether a title stands above. */
  private titled(at: number): boolean {
    let above = at - 1
    while (this.kinds[above] === 'empty') above--
    return this.kinds[above] === 'header' && genericTitle.test(this.lines[above] as string)
  }

  /** `-----Original Message-----` amid a sentence, of which it tells. */
  private isTold(at: number, line: string): boolean {
    const { lines, kinds } = this
    const below = lineAfter(kinds, at)
    const next = lines[below] ?? ''
    if (/[\p{L}’] ?-{2,20}["'”»]?[,.;)]?\s{1,3}\p{Ll}{2,20} \p{Ll}/u.test(line)) return true
    let above = at - 1
    while (kinds[above] === 'empty') above--
    if (kinds[below] !== 'text' || !/^\p{Ll}/u.test(next) || genericLabel.test(next) || isAttribution(next, true)) return false
    if (kinds[above] !== 'text' || salutation.test(next)) return false
    const words = (lines[above] as string).slice(-longestLine).trim().split(/\s+/)
    const last = words.at(-1) as string
    return /^[\p{L}\p{M}]+[,:]?$/u.test(last) && words.length >= (/^\p{Ll}/u.test(last) ? fewestWords : fewestWords + 2)
  }

  /** Among quotes it would be one of them. */
  private isGroupWise(at: number): boolean {
    return this.kinds[at - 1] !== 'quoted' && groupWiseWrote.test(this.lines[at] as string)
  }

  /** What stands above a copied header, or in its place. */
  private isTitle(at: number, line: string): boolean {
    if (
      line === quoteMarks.named ||
      (quoteTitle.test(line) && !this.isTold(at, line)) ||
      isReplyLine(line) ||
      groupWise.test(line) ||
      this.isGroupWise(at) ||
      notesTitle.test(line) ||
      namesForward(line) ||
      quotesInLine(line) ||
      isTitleInLine(line)
    )
      return true
    if (dashedTitle.test(line) && addressLike.test(line) && (dateLike.test(line) || wrote.test(line))) return true
    if (nameAndAddress.test(line) && onlyWhen.test(this.lines[at + 1] ?? '')) return true
    const below = lineAfter(this.kinds, at)
    if (line === quoteMarks.ruled) return [below, below + 1].every((next) => genericLabel.test(this.lines[next] ?? ''))
    return (mayBeTitle(line) && this.isHeaderAt(below)) || (this.kinds[below] === 'quoted' && wroteBetweenDashes(line))
  }

  private isHeaderAt(at: number): boolean {
    return this.fieldsAt(at, 2) > 0 || [at, at + 1].every((field) => this.isQuotedField(field)) || this.isFieldRow(at)
  }

  /** A copied header may be laid out as a table: `| From | Maria <maria@example.org> |` */
  private isFieldRow(at: number): boolean {
    const row = (this.lines[at] ?? '').slice(0, longestLine)
    return isTableRow(row.trim()) && addressLike.test(row)
  }

  private isQuotedField(at: number): boolean {
    return this.kinds[at] === 'quoted' && genericLabel.test(unmarked(this.lines[at] as string))
  }

  /** How many lines a copied header takes at `start`; 0 where there is none. */
  private fieldsAt(start: number, least = 3): number {
    const { lines, kinds } = this
    if (!genericLabel.test(lines[start] ?? '')) return 0
    let end = start
    const fields: number[] = []
    for (; end < start + longestHeader && end < lines.length && kinds[end] !== 'empty' && kinds[end] !== 'quoted'; end++) {
      if (genericLabel.test(lines[end] as string)) fields.push(end)
      else if (end - (fields.at(-1) ?? start) > 2) break
    }
    const known = fields.filter((at) => headerLabel.test(lines[at] as string))
    const from = known.find((at) => fromLabel.test(lines[at] as string))
    if (from === undefined || known.length < this.enoughFields(start, known, least)) return this.foreignFields(start, fields, least)
    if (!this.namesSender(start, from, known.at(-1) as number)) return 0
    // Lines after the last field are text again, unless they complete it.
    return this.fieldsEnd(known.at(-1) as number) - start + 1
  }

  /** The last of the fields, whatever they are called, that follow one to the next empty line; the field itself where text follows. */
  private fieldsEnd(last: number): number {
    let at = last
    while (this.kinds[at + 1] === 'text' && at - last < mostUnknown && genericLabel.test(this.lines[at + 1] as string)) at++
    return this.kinds[at + 1] === 'empty' ? at : last
  }

  /** A list of things to do may begin with such words as well; it names nobody's address, and no day with its year. */
  private namesSender(start: number, from: number, last: number): boolean {
    const named = beginnings(this.lines.slice(start, last + 1))
    if (!fromSomebody.test((this.lines[from] as string).slice(0, longestLine).trimEnd()) || this.isTalkedOf(start, named)) return false
    if (addressLike.test(named)) return true
    // What has no name is no sender: `From: the shop page`.
    return fullDay.test(named) && !namesThing.test((this.lines[from] as string).slice(0, longestLine)) && !this.isTable(start, from, last)
  }

  /** Whether a line introduces a header that says of no day: somebody tells of it. */
  private isTalkedOf(at: number, fields: string): boolean {
    if (/\d/.test(fields.replace(/[^\s@]{0,80}@\S*/g, ' '))) return false
    let above = at - 1
    while (this.kinds[above] === 'empty') above--
    if (this.kinds[above] !== 'text') return false
    const line = (this.lines[above] as string).slice(-longestLine).trim()
    return attributionEnd.test(line) || (/\p{L}$/u.test(line) && (line.match(/ \p{Ll}/gu)?.length ?? 0) >= fewestWords)
  }

  /** Whether nothing follows, or the same fields at once, now or before: rows of a table, each over some lines. */
  private isTable(start: number, from: number, last: number): boolean {
    const labelOf = (at: number) => genericLabel.exec(this.lines[at] ?? '')?.[0]
    const first = labelOf(start)
    const below = lineAfter(this.kinds, last)
    if (below >= this.lines.length) return true
    // A person has two names, and a mail a time; an answer may hold no more than what it answers.
    const fully =
      / \S/.test((this.lines[from] as string).replace(genericLabel, '').trim()) && timed.test(beginnings(this.lines.slice(start, last + 1)))
    if (first === labelOf(below) && !fully) this.repeated.add(first)
    return this.repeated.has(first)
  }

  /** What begins with another field is a header where it has nearly all; and two are enough for the author of a quote. */
  private enoughFields(start: number, known: number[], least: number): number {
    if (known[0] !== start) return 4
    return this.kinds[lineAfter(this.kinds, known.at(-1) as number)] === 'quoted' ? 2 : least
  }

  /** A header in a language that is not known here: three fields, an address in the first, a date; or, without an address, a date in the second. */
  private foreignFields(start: number, fields: number[], least: number): number {
    const last = fields.at(-1)
    if (genericLabel.test(this.lines[start - 1] ?? '') && this.kinds[start - 1] === 'text') return 0
    if (fields[0] !== start || last === undefined || fields.length < least || last - start + 1 !== fields.length) return 0
    const [first, second] = this.lines.slice(start, start + 2).map((line) => line.slice(0, longestLine)) as [string, string]
    // An event is announced in such fields as well, but not from a sender.
    const sender = /(?<!\S)[^\s<([]*[<([]\S+@/.test(first) && tellsWhen(beginnings(this.lines.slice(start, last + 1)))
    const named = fields.length > 3 && fromLabel.test(first) && fromSomebody.test(first) && tellsWhen(second)
    return sender || named || this.namesBoth(start, last) ? last - start + 1 : 0
  }

  /** Whether of four fields, in whatever order, one says when, and two, who wrote to whom: below a title, or as a machine says when. */
  private namesBoth(start: number, last: number): boolean {
    const fields = this.lines.slice(start, last + 1).map((line) => line.slice(0, longestLine))
    if (fields.length < fewestFields || this.kinds[last + 1] !== 'empty') return false
    let above = start - 1
    while (this.kinds[above] === 'empty') above--
    // People draw fewer dashes.
    const titled = longTitle.test((this.lines[above] ?? '').slice(0, longestLine))
    const when = fields.find((field) => !addressLike.test(field) && (titled ? tellsWhen(field) : machineDate.test(field)))
    return (
      when !== undefined &&
      fields.filter((field) => addressLike.test(field)).length > 1 &&
      fields.some((field) => nameBesideAddress.test(field))
    )
  }
}
