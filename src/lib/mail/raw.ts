/** One header field as it stands: every byte of it, folds and closing CRLF included. */
export interface RawField {
  /** Lower case. */
  name: string
  bytes: Buffer
}

/** What had to be mended before the mail could travel by SMTP. */
export type Repair = 'line-ends' | 'nul' | 'stray-line' | 'long-header' | 'long-line'

/** A mail cut into fields and body; every line of both ends with CRLF. */
export interface RawMessage {
  fields: RawField[]
  body: Buffer
  repairs: Set<Repair>
}

/** The longest line SMTP carries, CRLF not counted (RFC 5322 §2.1.1, RFC 5321 §4.5.3.1.6). */
export const LONGEST_LINE = 998

const cr = 0x0d
const lf = 0x0a

const field = /^([!-9;-~]+)[ \t]*:/
const mboxLine = /^>?From /

/**
 * Cuts a mail as received into header fields and body, byte-exact where it obeys RFC 5322. What SMTP cannot carry is mended:
 * bare LF and CR CR LF become CRLF, a bare CR becomes a line end in the body and a space in the header (where a line end would make
 * a field of what no reader took for one), NUL is left out, header lines over 998 bytes are folded at their spaces.
 * The header ends at the first empty line, or before the first line that is no field, where mail servers would end it; mbox
 * separators are dropped.
 */
export function readRaw(raw: Uint8Array): RawMessage {
  const repairs = new Set<Repair>()
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const { headerEnd, bodyAt } = findBody(bytes)
  const { fields, rest } = cutFields(mendHeader(bytes.toString('latin1', 0, headerEnd), repairs), repairs)
  // Without its first field a mail has no header to end.
  const body = rest === '' ? bytes.subarray(bodyAt) : Buffer.concat([Buffer.from(rest, 'latin1'), bytes.subarray(headerEnd)])
  return { fields, body: mendBody(body, repairs), repairs }
}

/** Where the header ends, at the first empty line, and the body begins. */
function findBody(bytes: Buffer): { headerEnd: number; bodyAt: number } {
  const afterBlank = (from: number): number => {
    let at = from
    while (bytes[at] === cr) at++
    return bytes[at] === lf ? at + 1 : -1
  }
  const first = afterBlank(0)
  if (first >= 0) return { headerEnd: 0, bodyAt: first }
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    const bodyAt = afterBlank(at + 1)
    if (bodyAt >= 0) return { headerEnd: at + 1, bodyAt }
  }
  return { headerEnd: bytes.length, bodyAt: bytes.length }
}

/** The field's value unfolded, as UTF-8 or, where it is none, as Latin-1. */
export function fieldValue({ bytes }: RawField): string {
  const value = bytes.subarray(bytes.indexOf(0x3a) + 1)
  const text = value.toString('utf8')
  return (text.includes('\ufffd') ? value.toString('latin1') : text).replace(/\r\n(?=[ \t])/g, '').trim()
}

function mendHeader(header: string, repairs: Set<Repair>): string {
  let mended = header
  if (mended.includes('\0')) {
    repairs.add('nul')
    mended = mended.replaceAll('\0', '')
  }
  if (/\r(?!\n)|(?<!\r)\n/.test(mended)) {
    repairs.add('line-ends')
    mended = mended.replace(/\r+\n?|\n/g, (run) => (run.endsWith('\n') ? '\r\n' : ' '))
  }
  return mended
}

/** Read as bytes, and given as it lies where nothing is to be mended: as text, a large mail would be there twice more. */
function mendBody(body: Buffer, repairs: Set<Repair>): Buffer {
  if (body.includes(0)) repairs.add('nul')
  let size = 0
  const isMended = walkLines(body, () => size++)
  if (isMended) repairs.add('line-ends')
  if (size === body.length && !repairs.has('nul') && !isMended) return endsLine(body) ? body : Buffer.concat([body, lineEnd])
  const mended = Buffer.allocUnsafe(size)
  let at = 0
  walkLines(body, (byte) => {
    mended[at++] = byte
  })
  return endsLine(mended) ? mended : Buffer.concat([mended, lineEnd])
}

const lineEnd = Buffer.from('\r\n')
const endsLine = (bytes: Buffer): boolean => bytes.length === 0 || (bytes.at(-2) === cr && bytes.at(-1) === lf)

/**
 * Puts each byte of a body as SMTP carries it: no NUL, every line ended by CRLF, a bare CR as a line end.
 * @returns whether a line ended otherwise
 */
function walkLines(body: Buffer, put: (byte: number) => void): boolean {
  let isMended = false
  let returns = 0
  const endLines = (times: number): void => {
    for (let i = 0; i < times; i++) {
      put(cr)
      put(lf)
    }
    returns = 0
  }
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number
    if (byte === 0) continue
    if (byte === cr) returns++
    else if (byte === lf) {
      isMended ||= returns !== 1
      endLines(1)
    } else {
      if (returns > 0) {
        isMended = true
        endLines(returns)
      }
      put(byte)
    }
  }
  isMended ||= returns > 0
  endLines(returns)
  return isMended
}

/** The fields, and the text from the first line on that can be part of no header. */
function cutFields(header: string, repairs: Set<Repair>): { fields: RawField[]; rest: string } {
  const fields: RawField[] = []
  let open: { name: string; text: string } | undefined
  const close = () => {
    if (open) fields.push({ name: open.name, bytes: Buffer.from(foldLong(open.text, repairs), 'latin1') })
    open = undefined
  }
  let at = 0
  while (at < header.length) {
    const end = header.indexOf('\r\n', at)
    const next = end < 0 ? header.length : end + 2
    const line = header.slice(at, end < 0 ? next : end)
    const [, name] = field.exec(line) ?? []
    if (open && /^[ \t]/.test(line)) open.text += `${line}\r\n`
    else if (name !== undefined) {
      close()
      open = { name: name.toLowerCase(), text: `${line}\r\n` }
    } else if (mboxLine.test(line)) repairs.add('stray-line')
    else break
    at = next
  }
  close()
  if (at < header.length) repairs.add('stray-line')
  return { fields, rest: header.slice(at) }
}

function foldLong(text: string, repairs: Set<Repair>): string {
  if (text.length <= LONGEST_LINE + 2) return text
  const lines = text.slice(0, -2).split('\r\n')
  if (lines.every((line) => line.length <= LONGEST_LINE)) return text
  repairs.add('long-header')
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}

/** A line too long for SMTP is broken before its spaces, which relaxed DKIM canonicalisation does not see; without any it stays. */
function foldLine(long: string): string {
  if (long.length <= LONGEST_LINE) return long
  const line = long.replace(/[ \t]+/g, ' ').trimEnd()
  const pieces: string[] = []
  let start = 0
  while (line.length - start > LONGEST_LINE) {
    const near = line.lastIndexOf(' ', start + LONGEST_LINE)
    const at = near > start ? near : line.indexOf(' ', start + 1)
    if (at < 0) break
    pieces.push(line.slice(start, at))
    start = at
  }
  pieces.push(line.slice(start))
  return pieces.join('\r\n')
}
