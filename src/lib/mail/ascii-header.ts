import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { parseAddresses, parseMessageIds } from './addresses.ts'
import { BadHeader, encodeMailbox, encodePhrase, encodeText, fieldLine, isWide } from './encode-header.ts'
import type { Mailbox } from './message.ts'
import { parseParameters } from './parameters.ts'
import { fieldValue, type RawField, readRaw } from './raw.ts'
import { decodeWords } from './words.ts'

const severalMailboxes = new Set(['to', 'cc', 'resent-to', 'resent-cc', 'x-original-from'])
const mailboxes = new Set(['from', 'sender', 'reply-to', 'resent-from', 'resent-sender', 'mail-followup-to', 'mail-reply-to'])
const ids = new Set(['message-id', 'in-reply-to', 'references', 'resent-message-id'])
const structured = new Set(['content-type', 'content-disposition'])
// What hosts on the way wrote; what stands in them beyond ASCII is somebody's name for themselves.
const traces = new Set(['received', 'return-path', 'authentication-results', 'received-spf', 'delivered-to'])
// Of others, over what is changed here.
const signatures = new Set(['dkim-signature', 'arc-seal', 'arc-message-signature', 'arc-authentication-results'])

/** Has an author here an address that no header in ASCII can name? */
export const hasWideAuthor = (fields: readonly RawField[]): boolean =>
  fields.some((field) => field.name === 'from' && parseAddresses(fieldValue(field)).some(({ address }) => isWide(address)))

/**
 * The fields of a header as every server takes them: those that are in ASCII stay byte for byte, of the others (RFC 6532, or what programs
 * always wrote against the rules) texts and names become encoded words, and domains their names in ASCII. An address whose local part is
 * not in ASCII has no other form (RFC 6857 §3): it stays legible as the name of an empty group, or is left out where it would be answered.
 */
export const asciiFields = (fields: readonly RawField[]): RawField[] =>
  fields.flatMap((field) => {
    if (isAscii(field.bytes)) return [field]
    const value = asciiValue(field)
    return value === undefined || value === '' ? [] : [{ name: field.name, bytes: Buffer.from(lineOf(field, value)) }]
  })

/** A header in ASCII; the same bytes where it is so already. Its end is an empty line. */
export function asciiHead(head: Uint8Array): Uint8Array {
  if (isAscii(head)) return head
  return Buffer.concat([...asciiFields(readRaw(head).fields).map(({ bytes }) => bytes), Buffer.from('\r\n')])
}

const nameOf = ({ bytes }: RawField): string => bytes.toString('latin1', 0, bytes.indexOf(0x3a)).trimEnd()

function lineOf(field: RawField, value: string): string {
  try {
    return fieldLine(nameOf(field), value)
  } catch (error) {
    if (error instanceof BadHeader) return ''
    throw error
  }
}

/** Its value in ASCII; undefined where it has none. */
function asciiValue(field: RawField): string | undefined {
  const { name } = field
  if (signatures.has(name)) return undefined
  if (traces.has(name)) return fieldValue(field).replace(/[^ -~]+/g, '?')
  const value = fieldValue(field)
  if (severalMailboxes.has(name)) return parseAddresses(value).map(asMember).join(', ')
  if (mailboxes.has(name)) return parseAddresses(value).flatMap(asMailbox).join(', ')
  if (ids.has(name)) return parseMessageIds(value).map(asciiId).join(' ')
  return structured.has(name) ? asParameters(value) : encodeText(decodeWords(value))
}

function asMailbox(mailbox: Mailbox): string[] {
  if (isWide(mailbox.address)) return []
  try {
    return [encodeMailbox(mailbox)]
  } catch (error) {
    // What no address is can be named, and not answered.
    if (error instanceof BadHeader) return []
    throw error
  }
}

function asMember(mailbox: Mailbox): string {
  const [fit] = asMailbox(mailbox)
  return fit ?? `${encodePhrase(`${mailbox.name} ${mailbox.address}`.trim())}:;`
}

// The same in each mail that names it, so that answers still hang together.
const asciiId = (id: string): string =>
  /^[ -~]*$/.test(id) ? `<${id}>` : `<${createHash('sha256').update(id).digest('hex').slice(0, 40)}@not-ascii.invalid>`

/** Values beyond ASCII by RFC 2231. */
function asParameters(field: string): string {
  const { value, parameters } = parseParameters(field)
  const said = Object.entries(parameters).flatMap(([name, text]) => {
    if (!/^[\w.-]+$/.test(name)) return []
    if (/^[ -~]*$/.test(text)) return [`${name}="${text.replace(/["\\]/g, '\\$&')}"`]
    const percent = encodeURIComponent(text.toWellFormed()).replace(
      /['()*!~]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    return [`${name}*=utf-8''${percent}`]
  })
  return [value.replace(/[^!-~]+/g, '') || 'application/octet-stream', ...said].join('; ')
}
