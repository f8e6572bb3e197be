import { hash } from 'node:crypto'
import { parseAddresses } from './addresses.ts'
import { decodeText } from './charset.ts'
import { splice } from './content.ts'
import { encodeMailbox, encodeText } from './encode-header.ts'
import { findInHtml, findWords, type Needle, removedMark, replaceSpans } from './find-words.ts'
import { defaultLimits } from './limits.ts'
import { MimeReader, type Part } from './mime.ts'
import { readTnef } from './packed-tnef.ts'
import { findUuFiles, withoutUuFiles } from './packed-uuencode.ts'
import { parseParameters } from './parameters.ts'
import { decodeTextTransfer, decodeTransfer } from './transfer.ts'
import { decodeWords } from './words.ts'

/** What is taken out of a mail. */
export interface Cut {
  needles: readonly Needle[]
  /** Contents of attachments, as SHA-256 in hex. */
  attachments?: ReadonlySet<string>
  /** What a person is called from now on, in From and other fields of mailboxes. */
  called?: string
}

export interface CutMail {
  raw: Buffer
  /** How many places were cut. */
  found: number
}

type Edit = Parameters<typeof splice>[1][number]

// What threads hang together by is a number, not a text.
const identifiers = new Set(['message-id', 'in-reply-to', 'references', 'dkim-signature', 'arc-seal', 'arc-message-signature'])
const mailboxes = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'sender', 'resent-from', 'resent-to', 'resent-cc', 'resent-sender'])
// An address or a parameter takes no brackets.
const bareMark = 'removed'
const deepest = 5

/**
 * A mail without certain words and attachments: in its header, in every part of text whatever its encoding, in the names of files, and in
 * mails that are attached. All else stays byte for byte. What an attachment of another type says is not read.
 * @returns undefined where there is nothing to cut
 */
export function cutMail(raw: Uint8Array, cut: Cut, depth = 0): CutMail | undefined {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const root = new MimeReader(bytes, defaultLimits, () => {}).read()
  const edits: Edit[] = []
  const found = cutPart(bytes, root, cut, edits, depth)
  return found === 0 ? undefined : { raw: splice(bytes, edits), found }
}

function cutPart(bytes: Buffer, part: Part, cut: Cut, edits: Edit[], depth: number): number {
  const header = readHeader(bytes, part)
  const body = part.children ? undefined : cutBody(bytes, part, cut, depth)
  const fields = header.fields.map((field) => cutField(field, cut))
  const inHeader = fields.reduce((sum, field) => sum + field.found, 0)
  if (inHeader > 0 || body) {
    const kept = fields.filter((field) => !body?.type || !/^content-(?!id\b)/.test(field.name))
    const lines = [...kept.map((field) => field.line), ...(body?.type ? contentFields(body.type) : [])]
    edits.push({ start: header.start, end: header.end, by: Buffer.from(lines.map((line) => line + header.eol).join(''), 'latin1') })
  }
  if (body) edits.push({ start: part.start, end: part.end, by: body.bytes })
  const inner = (part.children ?? []).reduce((sum, child) => sum + cutPart(bytes, child, cut, edits, depth), 0)
  return inHeader + (body?.found ?? 0) + inner
}

interface Field {
  name: string
  /** One character a byte, with its folds, without its line end. */
  line: string
}

/** The header of a part as it stands; its end is before the empty line. */
function readHeader(bytes: Buffer, part: Part): { start: number; end: number; eol: string; fields: Field[] } {
  const text = bytes.toString('latin1', part.from, part.start)
  const eol = text.includes('\r\n') || !text.includes('\n') ? '\r\n' : '\n'
  const gap = /(?:^|\n)(\r?\n)$/.exec(text)
  const block = gap ? text.slice(0, text.length - (gap[1] ?? '').length) : text
  const fields: Field[] = []
  for (const line of block.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last) last.line += eol + line
    else if (line !== '') fields.push({ name: /^[!-9;-~]+/.exec(line)?.[0].toLowerCase() ?? '', line })
  }
  return { start: part.from, end: part.from + block.length, eol, fields }
}

function cutField({ name, line }: Field, { needles, called }: Cut): Field & { found: number } {
  if (identifiers.has(name)) return { name, line, found: 0 }
  const colon = line.indexOf(':')
  const value = decodeText(Buffer.from(line.slice(colon + 1), 'latin1'), '')
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim()
  const label = line.slice(0, colon)
  const made = (encoded: string, found: number) => ({ name, line: fold(`${label}: ${encoded}`), found })
  if (mailboxes.has(name)) {
    const { found, text } = cutMailboxes(value, needles, called)
    return found > 0 ? made(text, found) : { name, line, found }
  }
  if (name === 'content-type' || name === 'content-disposition') {
    const { found, text } = cutParameters(value, needles)
    return found > 0 ? made(text, found) : { name, line, found }
  }
  const decoded = decodeWords(value)
  const spans = findWords(decoded, needles)
  if (spans.length === 0) return { name, line, found: 0 }
  const text = replaceSpans(decoded, spans, name === 'subject' ? removedMark : bareMark).replaceAll(/\p{Cc}+/gu, ' ')
  return made(encodeText(text), spans.length)
}

/** Folded at spaces (RFC 5322 §2.2.3), so that no line grows beyond what SMTP carries. */
const fold = (line: string): string =>
  line.replace(/(.{60,}?) (?=\S)|.+/g, (rest, words?: string) => (words === undefined ? rest : `${words}\r\n `))

function cutMailboxes(value: string, needles: readonly Needle[], called = bareMark): { found: number; text: string } {
  let found = 0
  const cutOne = (text: string, by: string): string => {
    const spans = findWords(text, needles)
    found += spans.length
    return replaceSpans(text, spans, by)
  }
  const boxes = parseAddresses(value).map(({ name, address }) => ({ name: cutOne(name, called), address: cutOne(address, bareMark) }))
  const shown = boxes.map(({ name, address }) => {
    const whole = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)
    return encodeMailbox({ name: name.replaceAll(/\p{Cc}+/gu, ' '), address: whole ? address : 'removed@removed.invalid' })
  })
  return { found, text: shown.join(', ') }
}

function cutParameters(value: string, needles: readonly Needle[]): { found: number; text: string } {
  const { value: main, parameters } = parseParameters(value)
  let found = 0
  const parts = Object.entries(parameters).map(([key, text]) => {
    const spans = key === 'boundary' ? [] : findWords(text, needles)
    found += spans.length
    const cut = replaceSpans(text, spans, bareMark)
    return /^[ -~]*$/.test(cut) ? `${key}="${cut.replace(/["\\]/g, '\\$&')}"` : `${key}*=utf-8''${encodeURIComponent(cut)}`
  })
  return { found, text: [main, ...parts].join('; ') }
}

interface CutBody {
  bytes: Buffer
  found: number
  /** How the new body is to be read; undefined: as the old one. */
  type?: { type: string; encoding: string; parameters?: string }
}

const contentFields = ({ type, encoding, parameters = '' }: NonNullable<CutBody['type']>): string[] => [
  `Content-Type: ${type}${parameters}`,
  `Content-Transfer-Encoding: ${encoding}`,
]

function cutBody(bytes: Buffer, part: Part, cut: Cut, depth: number): CutBody | undefined {
  const content = decodeTransfer(bytes.subarray(part.start, part.end), part.encoding)
  if (isCut(content, cut) || isPackedAround(content, cut))
    return {
      bytes: Buffer.from('[An attachment was removed.]\r\n'),
      found: 1,
      type: { type: 'text/plain', encoding: '7bit', parameters: '; charset=utf-8' },
    }
  if (part.type === 'message/rfc822' && depth < deepest) {
    const inner = cutMail(content, cut, depth + 1)
    return inner && { bytes: encodeInner(inner.raw, part.encoding), found: inner.found }
  }
  if (!part.type.startsWith('text/')) return undefined
  const decoded = decodeText(decodeTextTransfer(bytes.subarray(part.start, part.end), part.encoding), part.parameters.charset ?? '')
  const { text, found } = withoutCutFiles(decoded, cut)
  const spans = part.type === 'text/html' ? findInHtml(text, cut.needles) : findWords(text, cut.needles)
  if (spans.length + found === 0) return undefined
  const flowed = part.parameters.format ? `; format=${part.parameters.format}` : ''
  return { ...encodeBody(replaceSpans(text, spans, removedMark), part.type, flowed), found: spans.length + found }
}

const isCut = (content: Uint8Array, { attachments }: Cut): boolean => attachments?.has(hash('sha256', content, 'hex')) ?? false

/** Whether this holds a file that is to go, or says a word that is, in a form of which nothing can be taken out. */
function isPackedAround(content: Buffer, cut: Cut): boolean {
  const tnef = readTnef(content)
  if (!tnef) return false
  const says = [tnef.text, tnef.subject, ...tnef.files.map(({ filename }) => filename)]
  const found = says.some((text) => findWords(text, cut.needles).length > 0) || findInHtml(tnef.html, cut.needles).length > 0
  // A mail that lies in it says words as well.
  return found || tnef.files.some(({ filename, content }) => isCut(content, cut) || (filename.endsWith('.eml') && cutMail(content, cut)))
}

/** A text without the files in it that are to go. */
function withoutCutFiles(text: string, cut: Cut): { text: string; found: number } {
  if (!cut.attachments?.size) return { text, found: 0 }
  const lines = text.replaceAll('\r\n', '\n')
  const files = findUuFiles(lines).filter(({ content }) => isCut(content, cut))
  return files.length === 0 ? { text, found: 0 } : { text: withoutUuFiles(lines, files), found: files.length }
}

const inBase64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n'))

const encodeInner = (raw: Buffer, encoding: string): Buffer => (encoding === 'base64' ? inBase64(raw) : raw)

/** ASCII as it is, where its lines are short enough; anything else in base64, which every server carries. */
function encodeBody(text: string, type: string, more: string): Omit<CutBody, 'found'> {
  const bytes = Buffer.from(text, 'utf8')
  const bare = /^[\t\n\r -~]*$/.test(text) && !/[^\n]{998}/.test(text)
  return { bytes: bare ? bytes : inBase64(bytes), type: { type, encoding: bare ? '7bit' : 'base64', parameters: `; charset=utf-8${more}` } }
}
