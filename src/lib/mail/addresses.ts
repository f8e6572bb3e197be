import { addressParser } from 'postal-mime'
import type { Mailbox } from './message.ts'
import { clipped, longestAddress, longestName } from './one-line.ts'
import { decodeWords, modernWords } from './words.ts'

// Most addresses of real mail are one of these; they need no tokenizer.
const simple = /^(?:"?([A-Za-z0-9 .'_-]*?)(?:"\s*|(?<!\s)\s*)<([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+)>|([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+))$/

/**
 * Reads an address list (RFC 5322 §3.4): groups become their members, names are decoded and of a length that one reads, addresses stay as
 * written.
 * Never throws; what holds neither name nor address is left out.
 */
export function parseAddresses(field: string): Mailbox[] {
  if (field === '') return []
  const match = field.length < 200 ? simple.exec(field) : null
  if (match) return [{ name: match[1] ?? '', address: match[2] ?? match[3] ?? '' }]
  return addressParser(ungroup(modernWords(field)), { flatten: true })
    .map(({ name, address }) => ({ name: clipped(tidy(decodeWords(name ?? '')), longestName), address: addressIn(address ?? '') }))
    .filter(({ name, address }) => name !== '' || address !== '')
}

/** An address as it was written; what is longer than any is none: its beginning would be another one. */
function addressIn(written: string): string {
  const bare = tidy(written).replace(/^<+|(?<!>)>+$/g, '')
  // The hosts it was to take on its way, and blanks within (RFC 5322 §4.4).
  const address = bare.replace(/^@[^:\s]*:/, '').replace(/^([^\s"@]+)\s*@\s*([^\s"@]+)$/, '$1@$2')
  return address.length > longestAddress ? '' : address
}

const closers: Record<string, string> = { '"': '"', '<': '>', '(': ')', '[': ']' }

/** The last character of the quoted or bracketed text that begins at `at`; `at` itself where none does. */
function spanEnd(field: string, at: number): number {
  const closer = closers[field.charAt(at)]
  if (closer === undefined) return at
  let end = at + 1
  while (end < field.length && field[end] !== closer) end += closer === '"' && field[end] === '\\' ? 2 : 1
  return end
}

/**
 * Members of groups become members of the list (RFC 5322 §3.4). Done here, since postal-mime reads a group's members a
 * second time without their quotes, and a quoted name could then pose as an address.
 */
function ungroup(field: string): string {
  if (!field.includes(':')) return field
  let list = ''
  let item = ''
  for (let at = 0; at < field.length; at++) {
    const char = field.charAt(at)
    if (char === ':') item = ''
    else if (char === ';' || char === ',') {
      list += `${item},`
      item = ''
    } else {
      const end = spanEnd(field, at)
      item += field.slice(at, end + 1)
      at = end
    }
  }
  return list + item
}

/** Line breaks and control characters would let a name pose as another line. */
const tidy = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

// Blanks at its ends go with those within: looked for here, they would be tried in all ways.
const bracketed = /<([^<>]+)>/g
const bare = /^[^\s<>@"(),;]+@[^\s<>@"(),;]+$/

/** Whether white space may be dropped from an id: folding put it there. */
function cleanId(id: string): string | undefined {
  const clean = id.replace(/\s+/g, '')
  return clean.length > 0 && clean.length <= 996 && !/[\p{Cc}\p{Co}\ufffd]/u.test(clean) ? clean : undefined
}

/** The message ids of a field (RFC 5322 §3.6.4) without angle brackets, each once, in their order. Some programs fold long ones as encoded words. */
export function parseMessageIds(written: string): string[] {
  const field = decodeWords(written)
  const ids = new Set<string>()
  for (const [, inner = ''] of field.matchAll(bracketed)) {
    const id = cleanId(inner)
    if (id) ids.add(id)
  }
  if (ids.size === 0) for (const word of field.split(/[\s,]+/)) if (word.length <= 996 && bare.test(word)) ids.add(word)
  return [...ids]
}
