import { hash } from 'node:crypto'
import { parseAddresses, parseMessageIds } from './addresses.ts'
import { type Body, sortBody } from './body.ts'
import { decodeText, guessHeader, namesCharset } from './charset.ts'
import { parseDate } from './date.ts'
import type { Note } from './header.ts'
import { htmlToText } from './html-text.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { Attachment, HeaderField, Mailbox, ParsedMessage } from './message.ts'
import { fieldValue, MimeReader, mediaType, type Part } from './mime.ts'
import { clipped, folded, longestSubject } from './one-line.ts'
import { isContainer, openPacked } from './packed.ts'
import { decodeTextTransfer, decodeTransfer } from './transfer.ts'
import { decodeWords } from './words.ts'

/**
 * Reads a mail as far as it goes. Never rejects: what is wrong with it, or lies beyond `limits`, is named in `defects`.
 * The contents of attachments may be views of `raw`; who keeps them keeps it.
 */
export const parseMessage = async (raw: Uint8Array, limits: Partial<Limits> = {}): Promise<ParsedMessage> => readMessage(raw, limits)

/**
 * The same at once, for callers that parse many small mails one after another.
 * @param charset of header lines that are no ASCII, where the mail names none: for old archives
 */
export function readMessage(raw: Uint8Array, limits: Partial<Limits> = {}, charset = ''): ParsedMessage {
  const bounds = { ...defaultLimits, ...limits }
  const defects = new Set<string>()
  const note: Note = (defect) => {
    if (defects.size < 100) defects.add(defect)
  }
  const bytes = normalise(raw, bounds, note)
  const root = readTree(bytes, bounds, note, charset)
  const body = sortBody(root)
  const read = new TextReader(bytes, bounds, note)
  const html = body.html.some((part) => part.type === 'text/html') ? read.html(body.html) : null
  const attachments = body.files.map((part) => toAttachment(bytes, part))
  const { files, emptied, ...shown } = opened(read.text(body), html, attachments, bounds)
  return {
    ...readEnvelope(root.fields, note),
    ...shown,
    attachments: [
      // What a container holds stands beside it: it says itself whether anything is left in it.
      ...attachments.map((one, place) => (isContainer(one) ? { ...one, inline: emptied.includes(place) } : one)),
      ...files,
    ],
    headers: root.fields,
    defects: [...defects],
  }
}

/** The parts of a mail. Header lines that are no ASCII are in the charset of its text (RFC 2047 was not everybody's), else in the one given, else guessed. */
function readTree(bytes: Buffer, bounds: Limits, note: Note, charset: string): Part {
  const reader = new MimeReader(bytes, bounds, note)
  const root = reader.read()
  if (!reader.foreign) return root
  const named = [root, ...childrenOf(root)].map(({ parameters }) => parameters.charset ?? '').find(namesCharset)
  const known = named ?? (namesCharset(charset) ? charset : guessHeader(bytes.subarray(root.from, root.start)))
  return new MimeReader(bytes, bounds, note, known).read()
}

/** The first parts of a mail, as deep as its text stands. */
const childrenOf = (part: Part): Part[] =>
  (part.children ?? []).slice(0, 10).flatMap((child) => [child, ...(child.children ?? []).slice(0, 10)])

/** The bytes to read: bounded, and with line feeds where a mail only has carriage returns. */
function normalise(raw: Uint8Array, limits: Limits, note: Note): Buffer {
  let bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (bytes.length > limits.bytes) {
    note('The message is too large; only its beginning was read.')
    bytes = bytes.subarray(0, limits.bytes)
  }
  if (!bytes.includes(0x0a) && bytes.includes(0x0d)) {
    note('Lines end in a carriage return alone.')
    bytes = Buffer.from(bytes)
    for (let at = bytes.indexOf(0x0d); at >= 0; at = bytes.indexOf(0x0d, at + 1)) bytes[at] = 0x0a
  }
  return bytes
}

type Envelope = Pick<
  ParsedMessage,
  'messageId' | 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'subject' | 'date' | 'inReplyTo' | 'references'
>

function readEnvelope(fields: HeaderField[], note: Note): Envelope {
  const from = firstMailbox(fieldValue(fields, 'from'))
  if (!from?.address) note('The mail does not say who it is from.')
  return {
    messageId: readMessageId(fieldValue(fields, 'message-id'), note),
    from,
    sender: firstMailbox(fieldValue(fields, 'sender')),
    replyTo: mailboxes(fields, 'reply-to'),
    to: mailboxes(fields, 'to'),
    cc: mailboxes(fields, 'cc'),
    // A subject is one line, however it was folded, and stands in lists.
    subject: clipped(
      decodeWords(fieldValue(fields, 'subject'))
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
      longestSubject,
    ),
    date: readDate(fieldValue(fields, 'date'), note),
    inReplyTo: parseMessageIds(fieldValue(fields, 'in-reply-to'))[0] ?? null,
    references: parseMessageIds(fieldValue(fields, 'references')),
  }
}

/** The first with an address: a name may have a comma that nobody quoted. */
function firstMailbox(field: string): Mailbox | null {
  const all = parseAddresses(field)
  return all.find(({ address }) => address !== '') ?? all[0] ?? null
}

/** All mailboxes of a field; some mailers write it several times, against RFC 5322 §3.6. */
function mailboxes(fields: HeaderField[], name: string): Mailbox[] {
  return fields.filter((field) => field.name === name).flatMap((field) => parseAddresses(field.value))
}

function readMessageId(field: string, note: Note): string | null {
  const id = parseMessageIds(field)[0]
  if (id === undefined) note(field === '' ? 'There is no Message-ID.' : 'The Message-ID is malformed.')
  return id ?? null
}

function readDate(field: string, note: Note): Date | null {
  const date = parseDate(field)
  if (!date) note(field === '' ? 'There is no date.' : 'The date cannot be read.')
  return date
}

/** Decodes the shown parts of one message, within what is left of its bytes of text. */
class TextReader {
  private readonly bytes: Buffer
  private readonly limits: Limits
  private readonly note: Note
  private readonly known = new Map<Part, string>()
  private left: number

  constructor(bytes: Buffer, limits: Limits, note: Note) {
    this.bytes = bytes
    this.limits = limits
    this.note = note
    this.left = limits.textBytes
  }

  /** The parts as one text; from the HTML where the mail has an empty text beside it. */
  text({ text, html }: Body): string {
    const joined = this.join(text)
    return joined.trim() === '' && html.length > 0 ? this.join(html) : joined
  }

  private join(parts: Part[]): string {
    return joinLines(parts.map((part) => (part.type === 'text/html' ? this.htmlText(this.part(part)) : this.part(part))))
  }

  /** The parts as one HTML; plain ones among them are escaped, so that nothing of the mail is left out. */
  html(parts: Part[]): string {
    return parts.map((part) => (part.type === 'text/html' ? this.part(part) : escapePlain(this.part(part)))).join('\n')
  }

  private htmlText(html: string): string {
    if (html.length > this.limits.htmlBytes) this.note('The HTML is too long; only its beginning was made into text.')
    return htmlToText(html, this.limits.htmlBytes)
  }

  private part(part: Part): string {
    const known = this.known.get(part)
    if (known !== undefined) return known
    let content = decodeTextTransfer(this.bytes.subarray(part.start, part.end), part.encoding)
    if (content.length > this.left) {
      this.note('The text is too long; only its beginning was read.')
      content = content.subarray(0, this.left)
    }
    this.left -= content.length
    const decoded = cleanText(decodeText(content, part.parameters.charset ?? '', this.note))
    const text = /^text\/(?:enriched|richtext)$/.test(part.type) ? withoutMarks(decoded) : decoded
    this.known.set(part, text)
    return text
  }
}

/** Enriched text (RFC 1896) without its commands and what they are given, as a colour; a `<` of the text is written twice. */
const withoutMarks = (text: string): string =>
  text.replace(/<<|<param>[^<]{0,200}<\/param>|<\/?[a-z0-9-]{1,60}>/gi, (mark) => (mark === '<<' ? '<' : ''))

/** Lines end in \n, and there is no NUL: PostgreSQL takes none. */
function cleanText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.includes('\0') ? lines.replaceAll('\0', '') : lines
}

function joinLines(texts: string[]): string {
  return texts.reduce((all, text) => (all === '' || all.endsWith('\n') || text === '' ? all + text : `${all}\n${text}`), '')
}

const escapePlain = (text: string): string => `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`

function toAttachment(bytes: Buffer, part: Part): Attachment {
  const contentId = fieldValue(part.fields, 'content-id').replace(/^<|>$/g, '').trim()
  return {
    ...describe(part.filename, decodeTransfer(bytes.subarray(part.start, part.end), part.encoding)),
    type: part.type,
    contentId: contentId || null,
    inline: part.disposition === 'inline' || (part.disposition === '' && contentId !== ''),
  }
}

const describe = (filename: string, content: Uint8Array): Pick<Attachment, 'filename' | 'size' | 'sha256' | 'content'> => ({
  filename: cleanFilename(filename),
  size: content.length,
  sha256: hash('sha256', content, 'hex'),
  content,
})

/** What is shown of a mail once that is opened which is packed in its files and its text. */
function opened(text: string, html: string | null, attachments: Attachment[], { parts, textBytes }: Limits) {
  const { files, emptied, ...shown } = openPacked(
    text,
    html,
    attachments.map(({ content }) => content),
  )
  const room = Math.max(0, parts - attachments.length)
  return {
    ...shown,
    emptied: files.length > room ? [] : emptied,
    text: cleanText(shown.text).slice(0, textBytes),
    html: shown.html === null ? null : cleanText(shown.html),
    files: files.slice(0, room).map(
      ({ filename, content, type, contentId, within }): Attachment => ({
        ...describe(filename, content),
        type: mediaType.test(type) ? type : 'application/octet-stream',
        contentId: contentId || null,
        inline: contentId !== '',
        ...(within === undefined ? {} : { within }),
      }),
    ),
  }
}

/** A name as the sender wrote it, a path perhaps, without control characters and what turns the letters of its ending round. */
function cleanFilename(name: string): string {
  const ending = folded(name.replace(/\p{Cc}+/gu, ''))
    .trim()
    .slice(-255)
  // A character that was cut in two can stand in no header.
  return ending.isWellFormed() ? ending : ending.slice(1)
}
