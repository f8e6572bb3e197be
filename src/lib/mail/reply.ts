import { htmlToText } from './html-text.ts'
import { defaultLimits } from './limits.ts'
import { contactStart } from './reply-contact.ts'
import { type Fate, Fates, longestFooter, longestSigned, type Reply, replyOf } from './reply-fates.ts'
import { isSignatureDelimiter } from './reply-lines.ts'
import { isDisclaimer, isFooter, listFooter, mayDisclaim } from './reply-notices.ts'

export type { Reply } from './reply-fates.ts'

/** Without it, a signature is short, and no prose; below rows of other signs than dashes, even more so. */
const longestSignature = 12
const shortestSignature = 3
const longestSignatureLine = 120
/** In paragraphs. */
const longestDisclaimer = 4
/** Where pipermail took a part away. */
const scrubbed = /^-+ next part -+\s*$/

const hunk = /^(?:@@ -\d|diff --git |\+\+\+ )/
const gitVersion = /^\d{1,2}\.\d{1,3}[\w.+-]{0,40}(?: \([\w .-]{1,40}\))?\s*$/

/** As languages for machines have it. */
const comment = /^--\s?[^\s-]/
const longRule = /^\s*([-_=*])\1{9,}\s*$/
/** A first name alone is how people close. */
const nameLine = /^-{1,2}\s?\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){1,3}\s*$/u
const bareName = /^\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){1,3}\s*$/u

/** Decides the fate of each line of one text. */
class Trimmer extends Fates {
  private firstText = 0
  private signed = false
  /** Where a patch begins. */
  private readonly patched = this.lines.findIndex((line) => hunk.test(line))

  trim(): Fate[] {
    this.cutTop()
    this.cutBottom()
    for (let at = this.start; at < this.end; at++)
      if (isSignatureDelimiter(this.lines[at] ?? '')) {
        if (this.isPause(at) || this.isAmidQuote(at)) this.kinds[at] = 'text'
        else this.trimWithin(at)
      }
    while (this.trimSignature() || this.trimQuotes());
    this.trimAbove()
    return this.decided()
  }

  /** A mail that begins with a copied header is forwarded as a whole: its text is what there is to read. */
  private cutTop() {
    let at = 0
    while (this.kinds[at] === 'empty' || this.kinds[at] === 'header' || this.kinds[at] === 'delimiter') at++
    if (this.has(0, at, 'header')) this.start = at
    this.mark('quoted', 0, this.start)
    const first = this.kinds.findIndex((kind, i) => i >= this.start && (kind === 'text' || kind === 'phone'))
    this.firstText = first < 0 ? this.lines.length : first
  }

  /** From a copied header, or an attribution with unmarked text below, all is quoted, if something was said above. */
  private cutBottom() {
    for (let at = this.start; at < this.end; at++) {
      if (at <= this.firstText || !this.startsQuotation(at)) continue
      let from = at
      while (from > this.start && (this.kinds[from - 1] === 'empty' || this.kinds[from - 1] === 'delimiter')) from--
      this.mark('quoted', from, this.end)
      this.end = from
      return
    }
  }

  /** Marked lines show by themselves where the quotation ends, and who answers there wants to be read. */
  private startsQuotation(at: number): boolean {
    if (this.kinds[at] === 'attribution') return this.kinds[at + 1] !== 'attribution' && this.kindBelow[at] !== 'quoted'
    return this.kinds[at] === 'header' && this.kindBelow[at] !== 'quoted'
  }

  /** A signature below which the author goes on: below a quotation that follows it, or in a passage of their own. */
  private trimWithin(at: number) {
    let to = at + 1
    while (to < this.end && to <= at + longestSigned && this.has(to, to + 1, 'text', 'phone', 'empty') && !this.passageAt(to)) to++
    if (
      this.kinds[at] !== 'delimiter' ||
      this.kinds[at + 1] === 'empty' ||
      to === this.end ||
      to > at + longestSigned ||
      this.hasProse(at, to)
    )
      return
    if (!this.has(to, to + 1, 'text', 'quoted', 'attribution') || (this.textBefore[this.end] as number) < to) return
    // Below a patch, git writes its version under the same row that people sign with.
    if (this.patched >= 0 && this.patched < at && gitVersion.test(this.lines[at + 1] ?? '')) {
      this.kinds[at] = 'text'
      return
    }
    while (this.kinds[to - 1] === 'empty') to--
    this.mark('signature', at, to)
    this.kinds.fill('empty', at, to)
  }

  /** Takes one signature from the end; whether there was one. */
  private trimSignature(): boolean {
    const from = this.signatureStart()
    if (from < 0) return false
    this.mark('signature', from, this.end)
    this.end = from
    return true
  }

  private signatureStart(): number {
    const last = this.lastLine()
    if (last < this.start) return -1
    const delimited = this.delimiterAbove(last)
    if (delimited >= 0) return delimited
    if (this.kinds[last] === 'phone') return this.withName(last)
    const notice = this.noticeStart(last)
    if (notice > this.firstText) return notice
    const contact = this.contactAbove(last)
    if (contact > this.firstText) return contact
    // The last of several is an item of a list.
    const signs = nameLine.test(this.lines[last] ?? '') && !/^\s*-/.test(this.lines[last - 1] ?? '')
    return signs && this.firstText < last ? last : -1
  }

  /** Where the job, phone and address of whoever closes the mail begin, without a row above; -1 where there are none. */
  private contactAbove(last: number): number {
    let from = last + 1
    while (from > this.start && from > last - longestFooter && this.has(from - 1, from, 'text', 'empty')) from--
    const found = contactStart(
      this.lines.slice(from, last + 1).map((line) => line.slice(0, 200).trim()),
      this.end < this.lines.length,
    )
    return found < 0 ? -1 : from + found
  }

  /** Where what no author wrote begins, without a row above: a footer, or a disclaimer of some paragraphs. -1 where there is none. */
  private noticeStart(last: number): number {
    let from = this.paragraphStart(last)
    // What is announced is the author's.
    if (this.lines[this.textBefore[from] as number]?.trimEnd().endsWith(':')) return -1
    if (isFooter(this.lines.slice(from, last + 1))) return from
    const plea = this.pleaStart(from, last)
    if (plea >= 0) return plea
    for (let text = '', count = 0; count < longestDisclaimer && (from > this.firstText || count === 0); count++) {
      const paragraph = this.paragraph(from)
      text = `${paragraph} ${text}`
      if (!mayDisclaim(paragraph)) return -1
      if (isDisclaimer(text)) return count > 0 ? from : this.belowName(from, last)
      const above = this.textBefore[from] as number
      if (this.has(above + 1, from, 'quoted', 'attribution', 'header', 'delimiter')) return -1
      from = this.paragraphStart(above)
    }
    return -1
  }

  /** The row above a signature that ends with the last line; rows with nothing between them count as one. -1 where there is none. */
  private delimiterAbove(last: number): number {
    let found = -1
    for (let at = last, bottom = last; at >= this.start && at > last - longestFooter && this.kinds[at] !== 'quoted'; at--) {
      if (this.kinds[at] !== 'delimiter') continue
      const below = this.lines.slice(at + 1, bottom + 1).filter((line) => line.trim() !== '')
      const row = this.lines[at] ?? ''
      if (!this.closes(at, below, found >= 0)) {
        // A row within a signature.
        if (found >= 0 || isSignatureDelimiter(row)) break
        continue
      }
      if (bottom === last && this.has(at + 1, bottom + 1, 'delimiter') && (!isSignatureDelimiter(row) || this.hasProse(at, last))) break
      found = at
      bottom = at - 1
    }
    return found
  }

  /** Whether a row and what stands below it close the mail. A person signs once; below, or above, a list may add a footer. */
  private closes(at: number, below: string[], closed: boolean): boolean {
    if (below.length === 0) return !this.underlines(at) || this.frames(at)
    const footer = below.some((line) => listFooter.test(line))
    if (closed || (this.signed && !footer) || !this.isSignature(at, below, footer)) return false
    this.signed ||= !footer
    return true
  }

  /** Whether the same row stands above the footer of a list, or a short signature, that this one ends. */
  private frames(at: number): boolean {
    const above = this.lines.slice(Math.max(this.start, at - longestSigned), at)
    const first = above.lastIndexOf(this.lines[at] as string)
    if (first < 0 || above.slice(first).some((line) => listFooter.test(line))) return first >= 0
    const from = at - above.length + first
    return this.kinds[from - 1] === 'empty' && at - from - 1 <= shortestSignature && !this.hasProse(from, at)
  }

  /** A row of dashes right below a line underlines it. */
  private underlines(at: number): boolean {
    const row = this.lines[at] ?? ''
    return at > this.start && this.kinds[at - 1] === 'text' && !isSignatureDelimiter(row) && !scrubbed.test(row)
  }

  /** Whether lines below a row read like a signature or a footer. */
  private isSignature(at: number, below: string[], footer: boolean): boolean {
    const row = this.lines[at] ?? ''
    if (isSignatureDelimiter(row)) return footer || this.isSigned(at, below)
    if (footer && /^(?:-|[-_]{10,})\s*$/.test(row)) return below.length <= longestSigned
    if (this.underlines(at) || row.trim() === '-' || this.hasPassage(at)) return false
    if (footer) return below.length <= longestSigned
    const most = /^\s*[-_—–ᐧ─━═]/.test(row) ? longestSignature : shortestSignature
    if (below.length > most || below.some((line) => line.length > longestSignatureLine)) return false
    return !this.hasProse(at, at + longestSigned) && !this.isSection(at)
  }

  /** Below the agreed delimiter. Without its blank it may be a row like others, or begin a comment. */
  private isSigned(at: number, below: string[]): boolean {
    if (below.length > longestSigned || below.some((line) => comment.test(line))) return false
    return !(this.isSection(at) && this.hasProse(at, this.end))
  }

  /** Rows of the same kind further up divide a text into sections. */
  private isSection(at: number): boolean {
    const first = this.rows.get(this.lines[at]?.trim()[0])
    return first !== undefined && first < (this.textBefore[at] as number)
  }

  /** The line of a phone, with the full name that stands right above it. One that links to its maker was added below what its author closed. */
  private withName(at: number): number {
    const above = at - 1
    if (this.lines[at]?.includes('://')) return at
    const isName = this.kinds[above] === 'text' && bareName.test(this.lines[above] ?? '') && this.kinds[above - 1] === 'empty'
    return isName && this.firstText < above - 1 ? above : at
  }

  /** Takes quotes that nothing follows from the end; whether there were some. */
  private trimQuotes(): boolean {
    let from = this.lastLine() + 1
    if (this.kinds[from - 1] !== 'quoted' && this.kinds[from - 1] !== 'attribution') return false
    while (from > this.start && this.has(from - 1, from, 'quoted', 'attribution', 'header', 'empty')) from--
    // A rule above what is quoted belongs to it.
    if (from > this.start && longRule.test(this.lines[from - 1] ?? '')) from--
    this.mark('quoted', from, this.end)
    this.end = from
    return true
  }

  /** An answer below everything that it answers needs no quotes; one between quotes does, and so does a quote without an author. */
  private trimAbove() {
    let at = this.start
    while (at < this.end && this.has(at, at + 1, 'quoted', 'attribution', 'empty')) at++
    if (!this.has(0, at, 'attribution', 'header') || !this.has(this.start, at, 'quoted')) return
    if (!this.has(at, this.end, 'quoted', 'attribution')) this.mark('quoted', this.start, at)
  }
}

/** What becomes of each line of a text. */
export const fatesOf = (text: string): Fate[] => new Trimmer(text).trim()

function trimText(text: string): Reply {
  const trimmer = new Trimmer(text)
  return replyOf(trimmer.lines, trimmer.trim())
}

/** HTML that leaves so much less of a mail than its text saw a quotation that the text did not. */
const clearlyLess = 0.6

/**
 * Divides a mail into what its author says, what is quoted, and the signature. The text is taken where it shows what is
 * quoted; else the HTML, whose structure shows it where the words do not. No line is lost.
 */
export function trimReply(text: string, html: string | null = null): Reply {
  const fromText = trimText(text)
  if (!html || html.length > defaultLimits.htmlBytes) return fromText
  const fromHtml = trimText(htmlToText(html, defaultLimits.htmlBytes, true))
  if (text.trim() === '') return fromHtml
  if (fromHtml.visible === '' || fromHtml.quoted === '') return fromText
  const better = fromText.quoted === '' || fromHtml.visible.length < fromText.visible.length * clearlyLess
  return better ? fromHtml : fromText
}
