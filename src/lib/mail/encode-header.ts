import { domainToASCII } from 'node:url'
import libmime from 'libmime'
import type { Mailbox } from './message.ts'
import { folded } from './one-line.ts'

/** An encoded word is at most 75 characters long (RFC 2047 §2); this leaves room for a field name before the first one. */
const WORD = 60
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** A value for a header that would end its line, or hold what no header may hold. */
export class BadHeader extends Error {
  override name = 'BadHeader'
}

/**
 * Refuses line breaks, NUL and other control characters: with them a value could add header fields of its own. What a person wrote, a
 * name or a subject, is folded instead: it costs nobody the mail.
 */
export function checked(what: string, value: string): string {
  if (control.test(value) || !value.isWellFormed()) throw new BadHeader(`${what} holds a line break or a control character.`)
  return value
}

/** `Name: value` and CRLF, ready to send; long values are folded at their spaces. The value must be encoded already. */
export function fieldLine(name: string, value: string): string {
  if (!/^[!-9;-~]+$/.test(name)) throw new BadHeader(`"${name}" is no name for a header field.`)
  return `${fold(`${name}: ${checked(name, value)}`)}\r\n`
}

/** Folds at spaces so that lines stay within 78 characters where they can (RFC 5322 §2.1.1); never leaves a line of spaces alone. */
function fold(line: string): string {
  if (line.length <= 78) return line
  const [name = '', first = '', ...words] = line.split(' ')
  const lines: string[] = []
  let current = `${name} ${first}`
  for (const word of words) {
    if (word !== '' && current.length + word.length >= 78) {
      lines.push(current)
      current = ''
    }
    current += ` ${word}`
  }
  return [...lines, current].join('\r\n')
}

/** Text of an unstructured field (Subject), as one line: ASCII as it is, other text as RFC 2047 encoded words. */
export function encodeText(said: string): string {
  const text = folded(said)
  return /^[ -~]*$/.test(text) && !text.includes('=?') ? text : words(text)
}

/** A display name, as one line: atoms as they are, other ASCII quoted, other text as encoded words (RFC 5322 §3.2.5, RFC 2047 §5). */
export function encodePhrase(called: string): string {
  const name = folded(called)
  if (/^[ -~]*$/.test(name) && !name.includes('=?')) {
    return /^[\w!#$%&'*+/=?^`{|}~-]+( [\w!#$%&'*+/=?^`{|}~-]+)*$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
  }
  return words(name)
}

/** Mostly Latin text stays legible in Q, other scripts are shorter in B. */
function words(text: string): string {
  const foreign = text.replace(/[ -~]/g, '').length
  return libmime.encodeWord(text, foreign * 2 > text.length ? 'B' : 'Q', WORD)
}

/** An address fit for a header or an envelope: the domain in ASCII, the local part as it is. */
export function checkedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  const ascii = /^[\w.-]+$/.test(domain) ? domain : domainToASCII(domain)
  if (at < 1 || ascii === '' || !/^(?:[^\s<>()[\]\\,;:@"]+|"(?:[^"\\]|\\.)+")$/u.test(checked('The address', local))) {
    throw new BadHeader(`"${address.slice(0, 80)}" is no mail address.`)
  }
  return `${local}@${ascii}`
}

/** Does it stand before the @ in more than ASCII? Only SMTPUTF8 carries such an address (RFC 6531); a domain has a name in ASCII. */
export const isWide = (address: string): boolean => !/^[ -~]*$/.test(address.slice(0, Math.max(0, address.lastIndexOf('@'))))

/** An address with its domain in ASCII, where it has one; nothing else of it is looked at. */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return at < 0 || /^[ -~]*$/.test(domain) ? address : `${address.slice(0, at)}@${domainToASCII(domain) || domain}`
}

/** `Name <address>`, or the address alone. */
export function encodeMailbox({ name, address }: Mailbox): string {
  return name === '' ? checkedAddress(address) : `${encodePhrase(name)} <${checkedAddress(address)}>`
}

/** A web or mailto address between angle brackets (RFC 2369 §2). */
export function bracketed(url: string): string {
  if (!/^(?:https?:\/\/|mailto:)[!-;=?-~]+$/.test(url)) throw new BadHeader(`"${url.slice(0, 80)}" is no web or mailto address.`)
  return `<${url}>`
}
