import { createHash } from 'node:crypto'
import { sortBody } from './body.ts'
import { decodeText } from './charset.ts'
import { textPart } from './footer.ts'
import { htmlToText } from './html-text.ts'
import { defaultLimits } from './limits.ts'
import { MimeReader, type Part } from './mime.ts'
import { readTnef } from './packed-tnef.ts'
import { findUuFiles } from './packed-uuencode.ts'
import { readRaw } from './raw.ts'
import { decodeTextTransfer, decodeTransfer } from './transfer.ts'

/** A file of a mail; its position is that among the attachments of the mail as it is read. */
export interface ShapedFile {
  filename: string
  type: string
  size: number
  position: number
  /** What lies in it, which cannot be taken out of it. */
  holds: Omit<ShapedFile, 'holds'>[]
}

/** What becomes of the files and the HTML of a mail. */
export interface Shape {
  /** What stands in place of a file; undefined: the file stays. */
  replace: (file: ShapedFile) => string | undefined
  /** Mail that is HTML alone: as it is, with a text part beside it, or as text. `text` leaves no HTML at all. */
  html: 'keep' | 'always' | 'text'
}

/** A whole part, header and all, that gives way to another. */
interface Change {
  part: Part
  by: Buffer
}

const longestHtml = 500_000

/**
 * A mail with its files replaced and its HTML made text, as a list wants it. Everything else keeps its bytes.
 * @returns the very same bytes where nothing is to be changed
 */
export function shapeContent(raw: Uint8Array, shape: Shape): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const root = new MimeReader(bytes, defaultLimits, () => {}).read()
  const body = sortBody(root)
  const changes: Change[] = []
  let inside = body.files.length
  for (const [position, part] of body.files.entries()) {
    const content = decodeTransfer(bytes.subarray(part.start, part.end), part.encoding)
    const holds = (readTnef(content)?.files ?? []).map((file) => ({ ...file, size: file.content.length, position: inside++ }))
    const note = shape.replace({ filename: part.filename, type: part.type, size: content.length, position, holds })
    if (note !== undefined) changes.push({ part, by: Buffer.from(textPart(`${note}\r\n`)) })
  }
  if (shape.html !== 'keep') {
    const alone = body.text.length > 0 && body.text.every(({ type }) => type === 'text/html')
    if (alone) for (const part of body.text) changes.push({ part, by: besideText(bytes, part, shape.html) })
    else if (shape.html === 'text') changes.push(...withoutHtml(bytes, root))
  }
  return shapeWritten(changes.length === 0 ? raw : changed(bytes, root, changes), shape, inside)
}

function changed(bytes: Buffer, root: Part, changes: Change[]): Buffer {
  const whole = changes.find(({ part }) => part === root)
  if (whole) return asRoot(bytes, root, whole.by)
  return splice(
    bytes,
    changes.map(({ part, by }) => ({ start: part.from, end: part.end, by })),
  )
}

/** The same for the files that somebody wrote into the text, which stand behind all others; a line takes the place of theirs. */
function shapeWritten(raw: Uint8Array, { replace }: Shape, first: number): Uint8Array {
  let [position, gone] = [first, 0]
  const told = retellText(raw, (text) => {
    const lines = text.split('\n')
    const notes = findUuFiles(text).map(({ filename, content, from, to }) => ({
      ...{ from, to },
      note: replace({ filename, type: 'application/octet-stream', size: content.length, position: position++, holds: [] }),
    }))
    for (const { from, to, note } of notes.toReversed()) {
      if (note === undefined) continue
      lines.splice(from, to - from, ...note.replaceAll('\r\n', '\n').split('\n'))
      gone++
    }
    return lines.join('\n')
  })
  return gone > 0 ? told : raw
}

/**
 * A mail whose plain text is told otherwise, as one that was written in Markdown. Everything else keeps its bytes.
 * @param tell is given the text with its line ends as `\n`, and gives it back so
 */
export function retellText(raw: Uint8Array, tell: (text: string) => string): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const root = new MimeReader(bytes, defaultLimits, () => {}).read()
  const plain = sortBody(root).text.filter(({ type }) => type === 'text/plain')
  const edits = plain.map((part) => {
    const told = tell(decodedOf(bytes, part).replaceAll('\r\n', '\n'))
    return { part, start: part.from, end: part.end, by: Buffer.from(textPart(`${told.trimEnd().replaceAll('\n', '\r\n')}\r\n`)) }
  })
  const whole = edits.find(({ part }) => part === root)
  return whole ? asRoot(bytes, root, whole.by) : splice(bytes, edits)
}

const decodedOf = (bytes: Buffer, part: Part): string =>
  decodeText(decodeTextTransfer(bytes.subarray(part.start, part.end), part.encoding), part.parameters.charset ?? '', () => {})

const textOf = (bytes: Buffer, part: Part): string => htmlToText(decodedOf(bytes, part), longestHtml).replace(/\r?\n/g, '\r\n')

const contentFields = (bytes: Buffer, part: Part): Buffer =>
  Buffer.concat(
    readRaw(bytes.subarray(part.from, part.start))
      .fields.filter(({ name }) => name.startsWith('content-'))
      .map((field) => field.bytes),
  )

/** An HTML part with the same as text before it (RFC 2046 §5.1.4), or that text alone. */
function besideText(bytes: Buffer, part: Part, html: 'always' | 'text'): Buffer {
  const text = textPart(`${textOf(bytes, part)}\r\n`)
  if (html === 'text') return Buffer.from(text)
  const body = bytes.subarray(part.start, part.end)
  // From the content, so that composing again gives the same bytes.
  const boundary = `=_a_${createHash('sha256').update(body).digest('base64url').slice(0, 30)}`
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${text}\r\n--${boundary}\r\n`),
    contentFields(bytes, part),
    Buffer.from('\r\n'),
    body,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}

/** Alternatives give way to the plain text among them. */
function withoutHtml(bytes: Buffer, part: Part): Change[] {
  if (!part.children) return []
  const plain =
    part.type === 'multipart/alternative' ? part.children.find(({ type, children }) => type === 'text/plain' && !children) : undefined
  if (plain)
    return [{ part, by: Buffer.concat([contentFields(bytes, plain), Buffer.from('\r\n'), bytes.subarray(plain.start, plain.end)]) }]
  return part.children.flatMap((child) => withoutHtml(bytes, child))
}

/** The whole body gives way: the header keeps all but what says how the body is written. */
function asRoot(bytes: Buffer, root: Part, by: Buffer): Buffer {
  const { fields } = readRaw(bytes.subarray(root.from, root.start))
  const kept = fields.filter(({ name }) => !name.startsWith('content-') && name !== 'mime-version')
  return Buffer.concat([...kept.map((field) => field.bytes), Buffer.from('MIME-Version: 1.0\r\n'), by])
}

/** A mail with pieces of it replaced. What lies inside one that gave way is gone with it. */
export function splice(bytes: Buffer, edits: { start: number; end: number; by: Buffer }[]): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push(bytes.subarray(at, start), by)
    at = end
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}
