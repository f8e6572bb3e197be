import { isAscii } from 'node:buffer'
import { decodeHeader } from './charset.ts'
import type { HeaderField } from './message.ts'

/** Notes a defect in plain words; the same words are kept once. */
export type Note = (defect: string) => void

/** What is left of the header bytes that a message may have. */
export interface Budget {
  headerBytes: number
  /** Of header lines that are no ASCII and do not say what they are. */
  charset?: string
  /** Such a line was met. */
  foreign?: boolean
}

const lf = 10
const cr = 13
const esc = 0x1b
const fieldName = /^([!-9;-~]+)[ \t]*:/
const mboxLine = /^>?From /

/** The end of the line at `start`, without its line break, and the start of the next one. */
export function lineAt(raw: Buffer, start: number): { end: number; next: number } {
  const at = raw.indexOf(lf, start)
  if (at < 0) return { end: raw.length, next: raw.length }
  return { end: at > start && raw[at - 1] === cr ? at - 1 : at, next: at + 1 }
}

/** 8-bit header text is UTF-8 (RFC 6532) or, against the rules, in the charset of the body. */
function headerText(raw: Buffer, start: number, end: number, budget: Budget): string {
  const bytes = raw.subarray(start, end)
  if (isAscii(bytes) && !bytes.includes(esc)) return bytes.toString('latin1')
  budget.foreign = true
  return decodeHeader(bytes, budget.charset ?? '')
}

/** Whether the line at `start` could be a field. */
const startsField = (raw: Buffer, start: number): boolean => fieldName.test(raw.toString('latin1', start, lineAt(raw, start).end))

/** Past the empty line that ends an overlong header. */
function skipHeader(raw: Buffer, start: number): number {
  const unix = raw.indexOf('\n\n', start)
  const dos = raw.indexOf('\n\r\n', start)
  return Math.min(unix < 0 ? raw.length : unix + 2, dos < 0 ? raw.length : dos + 3)
}

/** Collects lines into fields: a folded line continues the field above it (RFC 5322 §2.2.3). */
class Fields {
  readonly all: HeaderField[] = []
  private pieces: string[] = []

  /** Takes one line; false where it can be part of no header. */
  add(line: string): boolean {
    if (this.pieces.length > 0 && /^[ \t]/.test(line)) {
      this.pieces.push(line)
      return true
    }
    // The very first one continues nothing, however it is indented.
    const start = this.pieces.length === 0 ? line.trimStart() : line
    if (fieldName.test(start)) {
      this.close()
      this.pieces = [start]
      return true
    }
    return mboxLine.test(line) || line.trim() === ''
  }

  close(): HeaderField[] {
    const field = this.pieces.join('')
    this.pieces = []
    const match = fieldName.exec(field)
    if (match) this.all.push({ name: (match[1] as string).toLowerCase(), value: cleanValue(field.slice(match[0].length)) })
    return this.all
  }
}

/**
 * Reads a header block that begins at `start`. Answers with its fields, unfolded, and the place where the body begins.
 * `isDelimiter` says whether a line ends the part that the header belongs to.
 */
export function readHeader(
  raw: Buffer,
  start: number,
  budget: Budget,
  note: Note,
  isDelimiter: (start: number, end: number) => boolean,
): { fields: HeaderField[]; body: number } {
  const fields = new Fields()
  let position = start
  while (position < raw.length) {
    const line = lineAt(raw, position)
    if (line.end === position) {
      position = line.next
      break
    }
    if (raw[position] === 0x2d && isDelimiter(position, line.end)) break
    budget.headerBytes -= line.next - position
    if (budget.headerBytes < 0) {
      note('The header is too long; the rest of it was not read.')
      position = skipHeader(raw, position)
      break
    }
    if (!fields.add(headerText(raw, position, line.end, budget))) {
      if (!startsField(raw, line.next)) {
        // The empty line is missing (RFC 5322 §2.1), or the mail has no header at all.
        note('The header does not end with an empty line.')
        break
      }
      note('A line of the header is no field; it was passed over.')
    }
    position = line.next
  }
  return { fields: fields.close(), body: position }
}

/** NUL and stray CR are no part of a value (RFC 5322 §2.2). */
function cleanValue(value: string): string {
  return value
    .replaceAll('\0', '')
    .replace(/[\r\n]+/g, ' ')
    .trim()
}
