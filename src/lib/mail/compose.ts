import MailComposer from 'nodemailer/lib/mail-composer'
import { asciiFields, hasWideAuthor } from './ascii-header.ts'
import type { DkimSigner } from './dkim.ts'
import { BadHeader, bracketed, checked, checkedAddress, encodeMailbox, encodePhrase, encodeText, fieldLine } from './encode-header.ts'
import { withFooter } from './footer.ts'
import { breakLongLines } from './long-lines.ts'
import type { Mailbox } from './message.ts'
import { clipped, longestAddress, longestName, longestSubject, oneLine } from './one-line.ts'
import { fieldValue, type RawField, type Repair, readRaw } from './raw.ts'
import { prefixSubject, rewriteFrom, traceFields } from './rewrite.ts'

/** What the mail says of its list. */
export interface ListFacts {
  /** As people call it: `Leganto`. */
  name: string
  /** RFC 2919: `leganto-l.lists.example.org`. */
  id: string
  /** Where posts go; `-request`, `-subscribe`, `-unsubscribe` and `-owner` stand beside it. */
  address: string
  /** The list's page, with its archive. */
  page: string
  /** False for a list that takes no posts: `List-Post: NO`. */
  takesPosts?: boolean
}

/** A post to be composed. All but `raw` and `list` may be left out. */
export interface PostOptions {
  raw: Uint8Array
  list: ListFacts
  /** The post's address in the archive (RFC 5064). */
  archivedAt?: string
  /** `Name via List` in From: only where the author's domain would have the mail refused otherwise. */
  rewriteFrom?: boolean
  /** What the author is called, where their own mail does not say. */
  author?: string
  /** The header is put into ASCII, for who cannot be known to take more; From too is rewritten where its address has no form there. */
  ascii?: boolean
  /** Put before the subject unless it is there already; breaks the author's signature. */
  subjectPrefix?: string
  /** Added below the text; breaks the author's signature. */
  footer?: string
  /** Header fields by name; each replaces those of its name. Values are plain text. */
  set?: Record<string, string>
  /** Domains whose DKIM signatures are ours: older ones are taken off. */
  signingDomains?: string[]
  /** Authentication-Results that claim our name are taken off (RFC 8601 §5). */
  authservId?: string
}

/** What differs from one subscriber to the next. */
export interface Recipient {
  /** The page that unsubscribes this person, by POST (RFC 8058). */
  unsubscribeUrl: string
  /** Replaces the To field, when given. */
  to?: Mailbox
}

/** A post, composed once. All byte arrays are shared between recipients: do not write into them. */
export interface PreparedPost {
  /** The header of all recipients, top first, without the closing empty line. */
  head: Buffer
  body: Buffer
  repairs: Set<Repair>
  /** The message for one subscriber as pieces to send one after another; a signature over them goes before the first. */
  forRecipient(recipient: Recipient): Buffer[]
  /** The same post with whole header lines (an ARC set, a trace) put on top. */
  withTop(lines: Uint8Array): PreparedPost
}

/** Says that a post came through a list already: a mail to the list that carries its own address here is a loop. */
export const LOOP_FIELD = 'X-Rapport-List'

const dropped = new Set([...traceFields, 'precedence', 'list-unsubscribe-post'])

/**
 * Composes a post once for all subscribers of a list. Subject and body are not touched unless asked, and kept fields keep every byte and
 * their order, so that the author's DKIM signature survives; list fields stand below them, where no signature of the author looks.
 * Throws BadHeader where a value that is not the author's could break a header.
 */
export function preparePost(options: PostOptions): PreparedPost {
  const message = breakLongLines(readRaw(options.raw))
  const { fields, body } = options.footer ? withFooter(message, options.footer) : message
  const set = Object.entries(options.set ?? {})
  const replaced = new Set(set.map(([name]) => name.toLowerCase()))

  let kept = fields.filter((field) => !replaced.has(field.name) && keeps(field, options))
  if (options.subjectPrefix) kept = prefixSubject(kept, options.subjectPrefix)
  if (options.rewriteFrom || (options.ascii && hasWideAuthor(kept))) kept = rewriteFrom(kept, options.list, options.author)
  if (options.ascii) kept = asciiFields(kept)
  const own = set.map(([name, value]) => fieldLine(name, encodeText(value))).join('') + listFields(options)
  return assemble([...kept, { name: '', bytes: Buffer.from(own) }], body, message.repairs, personalFields(options.list))
}

/**
 * The same post, signed for each subscriber, `List-Unsubscribe` included (RFC 8058 §4): the body is hashed and the common header read
 * once, the signature made off the event loop. Have some dozens of them made at a time: each takes a thread for a third of a millisecond.
 */
export function signPost(post: PreparedPost, signer: DkimSigner): (recipient: Recipient, at: Date) => Promise<Buffer[]> {
  const bodyHash = signer.hashBody(post.body)
  const signBelow = signer.signBelow(post.head, bodyHash)
  return async (recipient, at) => {
    const parts = post.forRecipient(recipient)
    const signature = recipient.to
      ? await signer.signLater(Buffer.concat(parts.slice(0, -1)), bodyHash, at)
      : await signBelow(Buffer.concat(parts.slice(1, -1)), at)
    return [Buffer.from(signature), ...parts]
  }
}

function keeps(field: RawField, { list, signingDomains = [], authservId }: PostOptions): boolean {
  const { name } = field
  if (name.startsWith('list-') || dropped.has(name)) return false
  if (name === LOOP_FIELD.toLowerCase()) return fieldValue(field).toLowerCase() !== list.address.toLowerCase()
  if (name === 'dkim-signature') return !signingDomains.includes(signingDomain(field))
  if (name === 'authentication-results') return fieldValue(field).split(/[;\s]/, 1)[0]?.toLowerCase() !== authservId?.toLowerCase()
  return true
}

const signingDomain = (signature: RawField): string => /(?:^|;)\s*d\s*=\s*([^;\s]+)/.exec(fieldValue(signature))?.[1]?.toLowerCase() ?? ''

/** What a list says of itself in the header of each mail (RFC 2369, RFC 2919, RFC 5064), as whole lines. */
export function listFields({ list, archivedAt }: Pick<PostOptions, 'list' | 'archivedAt'>): string {
  const page = bracketed(list.page)
  const lines = [
    fieldLine('List-Id', `${encodePhrase(list.name)} <${checked('The list id', list.id)}>`),
    fieldLine('List-Post', list.takesPosts === false ? 'NO' : mailto(list)),
    fieldLine('List-Help', `${mailto(list, '-request', '?subject=help')}, ${page}`),
    fieldLine('List-Subscribe', `${mailto(list, '-subscribe')}, ${page}`),
    fieldLine('List-Owner', mailto(list, '-owner')),
    fieldLine('List-Archive', page),
    archivedAt === undefined ? '' : fieldLine('Archived-At', bracketed(archivedAt)),
    fieldLine('Precedence', 'list'),
    fieldLine(LOOP_FIELD, checkedAddress(list.address)),
  ]
  return lines.join('')
}

function mailto(list: ListFacts, suffix = '', query = ''): string {
  const address = checkedAddress(list.address)
  const at = address.lastIndexOf('@')
  return bracketed(`mailto:${encodeURI(address.slice(0, at) + suffix)}${address.slice(at)}${query}`)
}

/** The fields that differ, and the end of the header. The web address comes first: mail programs POST to it (RFC 8058). */
export function personalFields(list: ListFacts) {
  const tail = `,\r\n ${mailto(list, '-unsubscribe')}\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n`
  return (recipient: Recipient) => Buffer.from(`List-Unsubscribe: ${bracketed(recipient.unsubscribeUrl)}${tail}`, 'latin1')
}

function assemble(fields: RawField[], body: Buffer, repairs: Set<Repair>, personal: (recipient: Recipient) => Buffer): PreparedPost {
  const head = Buffer.concat(fields.map(({ bytes }) => bytes))
  const to = fields.findIndex(({ name }) => name === 'to')
  const before = Buffer.concat(fields.slice(0, Math.max(to, 0)).map(({ bytes }) => bytes))
  const after = Buffer.concat(fields.slice(to + 1).map(({ bytes }) => bytes))
  return {
    head,
    body,
    repairs,
    forRecipient: (recipient) => {
      if (!recipient.to) return [head, personal(recipient), body]
      return [before, Buffer.from(fieldLine('To', encodeMailbox(recipient.to))), after, personal(recipient), body]
    },
    withTop: (lines) => assemble([{ name: '', bytes: Buffer.from(lines) }, ...fields], body, repairs, personal),
  }
}

/** A single mail that Rapport writes itself. */
export interface Letter {
  from: Mailbox
  to: Mailbox
  subject: string
  text: string
  html?: string | undefined
  /** Further fields; a name given here takes the place of the default. */
  headers?: Record<string, string>
  attachments?: { filename: string; type: string; content: Uint8Array; contentId?: string | undefined }[] | undefined
  /** Text for calendar programs (RFC 6047), as an alternative beside the text. */
  calendar?: { method: string; content: string }
  replyTo?: Mailbox
  /** Without angle brackets. */
  messageId: string
  inReplyTo?: string
  references?: string[]
  date: Date
}

const longestFileName = 150

/**
 * Composes one letter: always with a text part, marked as written by a program (RFC 3834 §5), lines ended by CRLF. Names, subject and
 * file names are made one line of a bounded length, whatever is kept of them.
 * Throws BadHeader where an address, a Message-ID or a field's name could break a header.
 */
export async function composeLetter(letter: Letter): Promise<Buffer> {
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }
  for (const [name, value] of Object.entries(letter.headers ?? {})) {
    for (const known of Object.keys(headers)) if (known.toLowerCase() === name.toLowerCase()) delete headers[known]
    headers[checked('The name', name)] = oneLine(value)
  }
  const mail = new MailComposer({
    from: mailbox(letter.from),
    to: mailbox(letter.to),
    ...(letter.replyTo && { replyTo: mailbox(letter.replyTo) }),
    subject: clipped(oneLine(letter.subject), longestSubject),
    text: withLineEnds(letter.text),
    ...(letter.html !== undefined && { html: withLineEnds(letter.html) }),
    ...(letter.calendar && { icalEvent: { method: letter.calendar.method, content: letter.calendar.content } }),
    attachments: (letter.attachments ?? []).map(({ filename, type, content, contentId }) => ({
      filename: clipped(oneLine(filename), longestFileName),
      contentType: type,
      content: Buffer.from(content),
      ...(contentId === undefined ? {} : { cid: checked('The Content-ID', contentId), contentDisposition: 'inline' as const }),
    })),
    headers,
    messageId: id(letter.messageId),
    ...(letter.inReplyTo !== undefined && { inReplyTo: id(letter.inReplyTo) }),
    ...(letter.references && { references: letter.references.map(id) }),
    date: letter.date,
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await mail.compile().build()
  return bytes.subarray(-2).toString() === '\r\n' ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')])
}

// A carriage return alone is no line end to one server and the end of the mail to another.
const withLineEnds = (text: string): string => text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')

function mailbox({ name, address }: Mailbox): Mailbox {
  if (address.length > longestAddress) throw new BadHeader('The address is longer than any mail address.')
  return { name: clipped(oneLine(name), longestName), address: checkedAddress(address) }
}

const id = (messageId: string): string => `<${checked('The Message-ID', messageId)}>`
