import { parseAddresses } from './addresses.ts'
import { encodeMailbox, encodeText, fieldLine } from './encode-header.ts'
import type { Mailbox } from './message.ts'
import { oneLine } from './one-line.ts'
import { fieldValue, type RawField } from './raw.ts'
import { decodeWords } from './words.ts'

/**
 * Trace of the way here, and receipts, which would come back thousandfold or tell the sender where the mail went. Bcc was never meant for
 * others.
 */
export const traceFields: readonly string[] = [
  ...['return-path', 'delivered-to', 'x-original-to', 'envelope-to', 'errors-to', 'bcc', 'resent-bcc'],
  ...['return-receipt-to', 'disposition-notification-to', 'x-confirm-reading-to'],
]

/** The prefix stands before the subject's own bytes; a subject that has it already, perhaps after `Re:`, stays. */
export function prefixSubject(fields: RawField[], prefix: string): RawField[] {
  const at = fields.findIndex(({ name }) => name === 'subject')
  const subject = fields[at]
  if (!subject) return [...fields, { name: 'subject', bytes: Buffer.from(fieldLine('Subject', encodeText(prefix.trim()))) }]
  if (decodeWords(fieldValue(subject)).includes(prefix.trim())) return fields
  const value = subject.bytes.toString('latin1').slice(subject.bytes.indexOf(0x3a) + 1)
  // White space between two encoded words is not shown (RFC 2047 §6.2), so it goes into the first one.
  const wordFollows = /^\s*=\?/.test(value) && encodeText(prefix) !== prefix
  const start = encodeText(wordFollows ? `${prefix.trim()} ` : prefix.trim())
  return fields.with(at, { name: 'subject', bytes: Buffer.from(`Subject: ${start}${/^[ \t\r]/.test(value) ? '' : ' '}${value}`, 'latin1') })
}

/**
 * `Name via List <list@…>`, the author in Reply-To unless the author chose one, and the From as it was kept aside.
 * @param known what the author is called, where their mail does not say
 */
export function rewriteFrom(fields: RawField[], list: Mailbox, known = ''): RawField[] {
  const from = fields.find(({ name }) => name === 'from')
  const author = from && parseAddresses(fieldValue(from)).find(({ address }) => address.includes('@'))
  const called = nameOf(author, known)
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

/** What to call an author: the name, as the mail or we know it, or what stands before the @ of the address; an address as a name looks like a forgery. */
function nameOf(author: Mailbox | undefined, known: string): string {
  if (!author) return ''
  const local = author.address.split('@', 1)[0] ?? ''
  const name = author.name.replace(/\p{Cc}+/gu, ' ').trim()
  const own = name === '' || name.includes('@') ? oneLine(known) : name
  return (own === '' || own.includes('@') ? local : own).slice(0, 200).toWellFormed()
}
