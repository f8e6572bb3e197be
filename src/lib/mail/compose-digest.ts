import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { composeLetter, type ListFacts, listFields } from './compose.ts'
import { checkedAddress, encodeMailbox, encodeText, fieldLine } from './encode-header.ts'
import { textPart } from './footer.ts'
import { breakLongLines } from './long-lines.ts'
import { readRaw } from './raw.ts'

/** One post of a digest. */
export interface DigestPost {
  /** As it was sent to those who receive each mail. */
  raw: Uint8Array
  /** It stands in a digest as its text: there are no bytes of it, or too many. */
  light?: boolean
  from: { name: string; address: string }
  subject: string
  at: Date
  messageId: string
  /** Its address in the archive. */
  link: string
  text: string
  /** How large each is, is said in the reader's language. */
  files: { filename: string; type: string; size: string; link: string }[]
}

/** What stands around the posts. */
export interface DigestFrame {
  list: ListFacts
  subject: string
  /** What stands first: what this is, and how to get less of it. */
  masthead: string
  /** The heading of the contents. */
  contents: string
  /** Said where a file is left out of a digest: its name and size follow. */
  fileLeftOut: string
  /** The last line. */
  end: string
  messageId: string
  date: Date
}

const kept = /^(?:from|sender|reply-to|to|cc|subject|date|message-id|in-reply-to|references|mime-version|content-.*|x-original-from)$/
const contentsWidth = 76

function contentsOf({ contents }: DigestFrame, posts: DigestPost[]): string {
  const lines = posts.map(({ subject, from }, at) => `  ${String(at + 1).padStart(2)}. ${subject} (${from.name || from.address})`)
  return `${contents}\n\n${lines.map((line) => (line.length > contentsWidth ? `${line.slice(0, contentsWidth - 1)}…` : line)).join('\n')}`
}

/** A post as a part of a digest: whole, without the marks of its way; one that is too large as its text, with links to its files. */
async function partOf(post: DigestPost, frame: DigestFrame, mostBytes: number): Promise<Buffer> {
  if (post.light || post.raw.length > mostBytes) return lightPart(post, frame)
  const { fields, body } = breakLongLines(readRaw(post.raw))
  return Buffer.concat([...fields.filter(({ name }) => kept.test(name)).map(({ bytes }) => bytes), Buffer.from('\r\n'), body])
}

// Whoever wrote a post may have claimed an address that is none; the digest of all others does not wait for it.
function soundAddress(address: string, instead: string): string {
  try {
    return checkedAddress(address)
  } catch {
    return instead
  }
}

const lightPart = (post: DigestPost, frame: DigestFrame): Promise<Buffer> =>
  composeLetter({
    from: { name: post.from.name, address: soundAddress(post.from.address, frame.list.address) },
    to: frame.list,
    subject: post.subject,
    text: plainBody(post, frame),
    headers: { 'Auto-Submitted': 'no' },
    messageId: post.messageId,
    date: post.at,
  })

function plainBody({ text, files }: DigestPost, { fileLeftOut }: DigestFrame): string {
  const notes = files.map(({ filename, type, size, link }) => `${fileLeftOut} ${filename || type} (${size})\n${link}`)
  return [text.trimEnd(), ...notes].join('\n\n')
}

/**
 * A digest that keeps each post whole (RFC 2046 §5.1.5): a text that says what is inside, the posts as a multipart/digest, a last line.
 * @param mostBytes a larger post is in it as its text, with links to its files
 */
export async function composeMimeDigest(frame: DigestFrame, posts: DigestPost[], mostBytes: number): Promise<Buffer> {
  const parts = await Promise.all(posts.map((post) => partOf(post, frame, mostBytes)))
  // From the content, so that composing again gives the same bytes, and that no part can hold it.
  const hash = createHash('sha256').update(frame.messageId)
  for (const part of parts) hash.update(part)
  const seed = hash.digest('base64url').slice(0, 30)
  const [outer, inner] = [`=_o_${seed}`, `=_d_${seed}`]
  const eight = parts.some((part) => !isAscii(part))
  const encoding = eight ? 'Content-Transfer-Encoding: 8bit\r\n' : ''
  const text = (said: string) => `--${outer}\r\n${textPart(`${said}\n`.replaceAll('\n', '\r\n'))}\r\n`
  const head =
    fieldLine('From', encodeMailbox(frame.list)) +
    fieldLine('To', encodeMailbox(frame.list)) +
    fieldLine('Subject', encodeText(frame.subject)) +
    `Date: ${day(frame.date)}\r\nMessage-ID: <${frame.messageId}>\r\n` +
    `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${outer}"\r\n${encoding}Auto-Submitted: auto-generated\r\n` +
    listFields({ list: frame.list })
  return Buffer.concat([
    Buffer.from(`${head}\r\n${text(`${frame.masthead}\n\n${contentsOf(frame, posts)}`)}`),
    Buffer.from(`--${outer}\r\nContent-Type: multipart/digest; boundary="${inner}"\r\n${encoding}\r\n`),
    ...parts.flatMap((part) => [
      Buffer.from(`--${inner}\r\nContent-Type: message/rfc822\r\n${encoding}\r\n`),
      part,
      Buffer.from(part.subarray(-2).toString() === '\r\n' ? '' : '\r\n'),
    ]),
    Buffer.from(`\r\n--${inner}--\r\n\r\n${text(frame.end)}--${outer}--\r\n`),
  ])
}

const preambleRule = '-'.repeat(70)
const messageRule = '-'.repeat(30)

/** A line of a post that would end it for a reader of digests is set off by a blank (RFC 1153). */
const guarded = (text: string): string => text.replace(/^-{30}/gm, ' $&')

const day = (at: Date): string => at.toUTCString().replace('GMT', '+0000')

/** A digest of plain text (RFC 1153): preamble with the contents, posts below rules of thirty hyphens, a closing line. */
export function composePlainDigest(frame: DigestFrame, posts: DigestPost[]): Promise<Buffer> {
  const messages = posts.map((post) => {
    const { from, subject, at, messageId } = post
    const author = from.name ? `${from.name} <${from.address}>` : from.address
    const header = `Date: ${day(at)}\nFrom: ${author}\nSubject: ${subject}\nMessage-ID: <${messageId}>`
    return `${header}\n\n${guarded(plainBody(post, frame))}\n\n${messageRule}\n\n`
  })
  const text = `${guarded(`${frame.masthead}\n\n${contentsOf(frame, posts)}`)}\n\n${preambleRule}\n\n${messages.join('')}${frame.end}\n${'*'.repeat(frame.end.length)}\n`
  return composeOwn(frame, text)
}

/** A mail of a list's own in plain text, with the header that its posts have. */
export async function composeOwn(
  { list, subject, messageId, date }: Pick<DigestFrame, 'list' | 'subject' | 'messageId' | 'date'>,
  text: string,
): Promise<Buffer> {
  const bytes = await composeLetter({ from: list, to: list, subject, text, messageId, date })
  const end = bytes.indexOf('\r\n\r\n') + 2
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(listFields({ list })), bytes.subarray(end)])
}
