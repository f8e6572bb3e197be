import { type Budget, lineAt, type Note, readHeader } from './header.ts'
import type { Limits } from './limits.ts'
import type { HeaderField } from './message.ts'
import { parseParameters } from './parameters.ts'

/** One node of the MIME tree (RFC 2046): its header and where its body lies in the raw bytes. */
export interface Part {
  fields: HeaderField[]
  /** Lower-case media type. */
  type: string
  parameters: Record<string, string>
  /** Lower-case token of Content-Disposition; '' when missing. */
  disposition: string
  filename: string
  /** Lower-case Content-Transfer-Encoding; '' when missing. */
  encoding: string
  /** Where its header begins. */
  from: number
  start: number
  end: number
  /** The mail ends within it, or its multipart has no parts: what it was to be is not known. */
  damaged?: boolean
  /** Parts of a multipart that was read; undefined for a leaf. */
  children?: Part[]
}

interface Open {
  part: Part & { children: Part[] }
  delimiter: string
}

/** The first value of a field, or ''. */
export const fieldValue = (fields: HeaderField[], name: string): string => fields.find((field) => field.name === name)?.value ?? ''

const dash = 0x2d
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
/** What a media type looks like (RFC 2045 §5.1). */
export const mediaType = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/

/** Reads the MIME tree of a message in one pass over its bytes, without recursion; bounded by `limits`, never throws. */
export class MimeReader {
  private readonly raw: Buffer
  private readonly limits: Limits
  private readonly note: Note
  private readonly budget: Budget
  private readonly stack: Open[] = []
  private parts = 0
  private candidates = 1_000_000

  /** @param charset of header lines that are no ASCII, where it is known */
  constructor(raw: Buffer, limits: Limits, note: Note, charset = '') {
    this.raw = raw
    this.limits = limits
    this.note = note
    this.budget = { headerBytes: limits.headerBytes, charset }
  }

  /** Was there a header line that is no ASCII? */
  get foreign(): boolean {
    return this.budget.foreign === true
  }

  /** The root part, with its children. */
  read(): Part {
    const start = this.raw.subarray(0, 3).equals(byteOrderMark) ? 3 : 0
    const root = this.open(start, 'text/plain')
    let current: Part | undefined = root
    let position = root.start
    while (this.stack.length > 0) {
      const line = this.nextDelimiter(position)
      if (!line) break
      // What follows a closing delimiter is nobody's until the next one.
      if (current && current.children === undefined) this.end(current, line.start)
      this.closeTo(line.level, line.start)
      position = line.next
      if (line.closes) current = this.close(line.start)
      else {
        current = this.openChild(position, (this.stack[line.level] as Open).part)
        if (!current) return root
        position = current.start
      }
    }
    if (this.stack.length > 0 && current?.children === undefined && current && current.end > current.start) current.damaged = true
    this.closeTo(-1, this.raw.length)
    return root
  }

  /** Ends a part before the line break at `at`, which belongs to the delimiter (RFC 2046 §5.1.1). */
  private end(part: Part, at: number) {
    const { raw } = this
    let end = at
    if (at < raw.length && raw[at - 1] === 0x0a) end = raw[at - 2] === 0x0d ? at - 2 : at - 1
    part.end = Math.max(part.start, end)
  }

  /** Ends the innermost multipart. One without parts is a text with a wrong type. */
  private close(at: number): undefined {
    const part: Part | undefined = this.stack.pop()?.part
    if (!part) return
    this.end(part, at)
    if (part.children?.length === 0) {
      this.note('A multipart has no parts; it was read as text.')
      part.type = 'text/plain'
      part.damaged = true
      part.children = undefined
    }
  }

  /** Closes the multiparts inside `level`, which a sender forgot to end. */
  private closeTo(level: number, at: number) {
    while (this.stack.length > level + 1) {
      this.note('A multipart does not end with its delimiter.')
      this.close(at)
    }
  }

  /** Opens the next part of a multipart; undefined where the limits are reached. */
  private openChild(start: number, parent: Open['part']): Part | undefined {
    if (this.parts >= this.limits.parts || this.budget.headerBytes < 0) {
      this.note('The message has too many parts; the rest was not read.')
      return undefined
    }
    const part = this.open(start, parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain')
    parent.children.push(part)
    return part
  }

  /** Reads a header at `start` and puts a multipart on the stack. */
  private open(start: number, fallback: string): Part {
    const { raw } = this
    this.parts++
    const { fields, body } = readHeader(raw, start, this.budget, this.note, (from, to) => this.match(from, to) !== undefined)
    // Of two, the last was added by whoever changed the part last.
    const contentType = parseParameters(fields.findLast(({ name }) => name === 'content-type')?.value ?? '')
    const disposition = parseParameters(fieldValue(fields, 'content-disposition'))
    const part: Part = {
      fields,
      type: this.mediaType(contentType.value, fallback),
      parameters: contentType.parameters,
      disposition: disposition.value,
      filename: disposition.parameters.filename ?? contentType.parameters.name ?? '',
      encoding: (/[\w-]+/.exec(parseParameters(fieldValue(fields, 'content-transfer-encoding')).value) ?? [''])[0],
      from: start,
      start: body,
      end: raw.length,
    }
    const boundary = contentType.parameters.boundary
    if (!part.type.startsWith('multipart/')) return part
    if (!boundary) {
      this.note('A multipart names no boundary; it was read as text.')
      part.type = 'text/plain'
    } else if (this.stack.length >= this.limits.depth) this.note('Parts are nested too deeply; the innermost were not taken apart.')
    else {
      const children: Part[] = []
      const multipart = Object.assign(part, { children })
      // As latin1, since that is how lines are compared; a boundary does not end in white space (RFC 2046 §5.1.1).
      this.stack.push({ part: multipart, delimiter: Buffer.from(boundary.trimEnd(), 'utf8').toString('latin1') })
    }
    return part
  }

  private mediaType(value: string, fallback: string): string {
    if (value === '') return fallback
    if (mediaType.test(value)) return value
    if (value !== 'text') this.note(`The media type "${value.slice(0, 60)}" is not one; the part was read as text.`)
    return 'text/plain'
  }

  /** The next line that is a delimiter of an open multipart. */
  private nextDelimiter(from: number) {
    const { raw } = this
    // At the very start of a body the delimiter has no line break before it.
    let candidate = raw[from] === dash && raw[from + 1] === dash ? from : this.nextCandidate(from)
    while (candidate >= 0) {
      const line = lineAt(raw, candidate)
      const match = this.match(candidate, line.end)
      if (match) return { ...match, start: candidate, next: line.next }
      candidate = this.nextCandidate(candidate)
    }
    return undefined
  }

  /** The next line that starts with two dashes. A mail may waste a reader's time with so many of them only. */
  private nextCandidate(from: number): number {
    if (this.candidates-- > 0) return this.raw.indexOf('\n--', from, 'latin1') + 1 || -1
    this.note('Too many lines look like delimiters; the parts after them were not told apart.')
    return -1
  }

  /** Which open multipart a line delimits, the innermost first. */
  private match(start: number, end: number): { level: number; closes: boolean } | undefined {
    const { raw, stack } = this
    if (raw[start + 1] !== dash) return undefined
    while (end > start && (raw[end - 1] === 0x20 || raw[end - 1] === 0x09 || raw[end - 1] === 0x0d)) end--
    let text: string | undefined
    for (let level = stack.length - 1; level >= 0; level--) {
      const { delimiter } = stack[level] as Open
      const extra = end - start - 2 - delimiter.length
      if (extra !== 0 && extra !== 2) continue
      text ??= raw.toString('latin1', start + 2, end)
      if (extra === 0 && text === delimiter) return { level, closes: false }
      if (extra === 2 && text === `${delimiter}--`) return { level, closes: true }
    }
    return undefined
  }
}
