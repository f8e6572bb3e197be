import { addressParser, decodeWords } from 'postal-mime'
import { bracketed, checked, checkedAddress, encodeMailbox, encodePhrase, encodeText, fieldLine } from './encode-header.ts'
import { withFooter } from './footer.ts'
import type { Mailbox } from './message.ts'
import { fieldValue, type RawField, type Repair, readRaw } from './raw.ts'

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

// Trace of the way here and requests that would come back thousandfold; Bcc was never meant for others.
const dropped = new Set([
  'return-path',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'bcc',
  'resent-bcc',
  'precedence',
  'errors-to',
  'return-receipt-to',
  'disposition-notification-to',
  'x-confirm-reading-to',
  'list-unsubscribe-post',
])

/**
 * Composes a post once for all subscribers of a list. Subject and body are not touched unless asked, and kept fields keep every byte and
 * their order, so that the author's DKIM signature survives; list fields stand below them, where no signature of the author looks.
 * Throws BadHeader where a value that is not the author's could break a header.
 */
export function preparePost(options: PostOptions): PreparedPost {
  const message = readRaw(options.raw)
  const { fields, body } = options.footer ? withFooter(message, options.footer) : message
  const set = Object.entries(options.set ?? {})
  const replaced = new Set(set.map(([name]) => name.toLowerCase()))

  let kept = fields.filter((field) => !replaced.has(field.name) && keeps(field, options))
  if (options.subjectPrefix) kept = prefixSubject(kept, options.subjectPrefix)
  if (options.rewriteFrom) kept = rewriteFrom(kept, options.list)
  const own = set.map(([name, value]) => fieldLine(name, encodeText(value))).join('') + listFields(options)
  return assemble([...kept, { name: '', bytes: Buffer.from(own) }], body, message.repairs, personalFields(options.list))
}

function keeps(field: RawField, { list, signingDomains = [], authservId }: PostOptions): boolean {
  const { name } = field
  if (name.startsWith('list-') || dropped.has(name)) return false
  if (name === LOOP_FIELD.toLowerCase()) return fieldValue(field).toLowerCase() !== list.address.toLowerCase()
  if (name === 'dkim-signature') return !signingDomains.includes(signingDomain(field))
  if (name === 'authentication-results') return fieldValue(field).split(/[;\s]/, 1)[0]?.toLowerCase() !== authservId?.toLowerCase()
  return true
}

function signingDomain(signature: RawField): string {
  return /(?:^|;)\s*d\s*=\s*([^;\s]+)/.exec(fieldValue(signature))?.[1]?.toLowerCase() ?? ''
}

/** The prefix stands before the subject's own bytes; a subject that has it already, perhaps after `Re:`, stays. */
function prefixSubject(fields: RawField[], prefix: string): RawField[] {
  const at = fields.findIndex(({ name }) => name === 'subject')
  const subject = fields[at]
  if (!subject) return [...fields, { name: 'subject', bytes: Buffer.from(fieldLine('Subject', encodeText(prefix.trim()))) }]
  if (decodeWords(fieldValue(subject)).includes(prefix.trim())) return fields
  const value = subject.bytes.subarray(subject.bytes.indexOf(0x3a) + 1)
  // White space between two encoded words is not shown (RFC 2047 §6.2), so it goes into the first one.
  const wordFollows = /^\s*=\?/.test(value.toString('latin1')) && encodeText(prefix) !== prefix
  const start = Buffer.from(`Subject: ${encodeText(wordFollows ? `${prefix.trim()} ` : prefix.trim())}`)
  return fields.with(at, {
    name: 'subject',
    bytes: Buffer.concat([start, /^[ \t]/.test(value.toString('latin1')) ? value : Buffer.concat([Buffer.from(' '), value])]),
  })
}

/** `Name via List <list@…>`, the author in Reply-To unless the author chose one, and the From as it was kept aside. */
function rewriteFrom(fields: RawField[], list: ListFacts): RawField[] {
  const from = fields.find(({ name }) => name === 'from')
  const author = from && addressParser(fieldValue(from), { flatten: true }).find(({ address }) => address?.includes('@'))
  const called = nameOf(author)
  const name = called === '' ? list.name : `${called} via ${list.name}`
  const line = { name: 'from', bytes: Buffer.from(fieldLine('From', encodeMailbox({ name, address: list.address }))) }

  const others = fields.filter((field) => field.name !== 'x-original-from' && (field === from || field.name !== 'from'))
  const rewritten = from ? others.map((field) => (field === from ? line : field)) : [...others, line]
  if (!from) return rewritten
  const value = from.bytes.subarray(from.bytes.indexOf(0x3a))
  const copy = (as: string): RawField => ({ name: as.toLowerCase(), bytes: Buffer.concat([Buffer.from(as), value]) })
  if (author && !fields.some((field) => field.name === 'reply-to')) rewritten.push(copy('Reply-To'))
  return [...rewritten, copy('X-Original-From')]
}

/** What to call an author: the name, or what stands before the @ of the address; an address as a name looks like a forgery. */
function nameOf(author: { name?: string; address?: string } | undefined): string {
  if (!author) return ''
  const local = author.address?.split('@', 1)[0] ?? ''
  const name = decodeWords(author.name ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()
  return (name === '' || name.includes('@') ? local : name).slice(0, 200)
}

function listFields({ list, archivedAt }: PostOptions): string {
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
function personalFields(list: ListFacts) {
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
