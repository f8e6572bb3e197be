import { encode as encodeQp, wrap as wrapQp } from 'nodemailer/lib/qp'
import { defaultLimits } from './limits.ts'
import { MimeReader, type Part } from './mime.ts'
import { LONGEST_LINE, type RawMessage, readRaw } from './raw.ts'
import { decodeTransfer } from './transfer.ts'

const DEEPEST = 10
const encodingField = /^content-transfer-encoding[ \t]*:.*\r\n(?:[ \t].*\r\n)*/im

/**
 * Encodes anew the parts of a mail whose lines are longer than SMTP carries: text as quoted-printable, the rest as base64. The author's
 * signature does not survive that; nor does it survive the servers that break such lines, and others refuse them (RFC 6376 §5.3 warns
 * signers of it). What is signed or encrypted inside the mail is left as it is.
 */
export function breakLongLines(message: RawMessage): RawMessage {
  if (!hasLongLine(message.body)) return message
  const whole = Buffer.concat([...message.fields.map(({ bytes }) => bytes), Buffer.from('\r\n'), message.body])
  const { fields, body } = readRaw(encodeLongParts(whole, 0))
  return { fields, body, repairs: new Set([...message.repairs, 'long-line']) }
}

function hasLongLine(bytes: Buffer): boolean {
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (end - start > LONGEST_LINE + 1) return true
    start = end + 1
  }
  return bytes.length - start > LONGEST_LINE
}

function encodeLongParts(mail: Buffer, depth: number): Buffer {
  const root = new MimeReader(mail, defaultLimits, () => {}).read()
  const pieces: Buffer[] = []
  let at = 0
  for (const part of leavesOf(root)) {
    const content = mail.subarray(part.start, part.end)
    const encoded = hasLongLine(content) ? encodePart(part, content, depth) : undefined
    if (!encoded) continue
    pieces.push(withEncoding(mail.subarray(at, part.start), encoded.encoding), encoded.content)
    at = part.end
  }
  return Buffer.concat([...pieces, mail.subarray(at)])
}

function leavesOf(part: Part): Part[] {
  if (part.type === 'multipart/signed' || part.type === 'multipart/encrypted') return []
  return part.children ? part.children.flatMap(leavesOf) : [part]
}

/** Undefined: it cannot be encoded. A mail inside the mail must not be encoded itself (RFC 2046 §5.2.1), its parts may. */
function encodePart({ type, encoding }: Part, content: Buffer, depth: number): { encoding?: string; content: Buffer } | undefined {
  if (type.startsWith('multipart/')) return undefined
  if (type.startsWith('message/')) return depth < DEEPEST ? { content: encodeLongParts(content, depth + 1) } : undefined
  if (!/^(?:|7bit|8bit|binary|quoted-printable|base64)$/.test(encoding)) return undefined
  const decoded = decodeTransfer(content, encoding)
  if (encoding === 'base64' || !type.startsWith('text/')) {
    return { encoding: 'base64', content: Buffer.from(decoded.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')) }
  }
  return { encoding: 'quoted-printable', content: Buffer.from(wrapQp(encodeQp(decoded))) }
}

/** The bytes up to a part's content, its header naming this encoding. */
function withEncoding(before: Buffer, encoding: string | undefined): Buffer {
  if (!encoding) return before
  const text = before.toString('latin1')
  const headerAt = text.lastIndexOf('\r\n--') < 0 ? 0 : text.indexOf('\r\n', text.lastIndexOf('\r\n--') + 2) + 2
  const header = text.slice(headerAt).replace(encodingField, '').replace(/\r\n$/, '')
  return Buffer.from(`${text.slice(0, headerAt)}${header}Content-Transfer-Encoding: ${encoding}\r\n\r\n`, 'latin1')
}
