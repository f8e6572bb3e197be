import { addressParser } from 'postal-mime'
import type { Mailbox } from './message.ts'
import { clipped, longestAddress, longestName } from './one-line.ts'
import { stripComments } from './parameters.ts'
import { decodeWords, modernWords } from './words.ts'

// Most addresses of real mail are one of these; they need no tokenizer.
const simple =
  /^(?:"?([A-Za-z0-9 .'_-]*?)(?:"\s*|(?<!\s)\s*)<([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+)(?<!\.)>|([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+)(?<!\.))$/

/**
 * Reads an address list (RFC 5322 §3.4): groups become their members, names are decoded and of a length that one reads, addresses stay as
 * written.
 * Never throws; what holds neither name nor address is left out.
 */
export function parseAddresses(field: string): Mailbox[] {
  if (field === '') return []
  const match = field.length < 200 ? simple.exec(field) : null
  if (match) return [{ name: match[1] ?? '', address: match[2] ?? match[3] ?? '' }]
  const items = itemsOf(modernWords(field)).map(({ text, comma }) => ({ mailboxes: readItem(text), comma }))
  return joinNames(items).filter(({ name, address }) => name !== '' || address !== '')
}

const readItem = (item: string): Mailbox[] =>
  addressParser(item, { flatten: true }).map(({ name, address }) => ({
    name: clipped(tidy(decodeWords(name ?? '')), longestName),
    address: addressIn(address ?? ''),
  }))

const asName = (name: string): Mailbox => ({ name, address: '' })

/** `Weber, Anna <anna@uni.example>`: what stands alone before a comma is the beginning of a name that nobody quoted. */
function joinNames(items: { mailboxes: Mailbox[]; comma: boolean }[]): Mailbox[] {
  const joined: Mailbox[] = []
  let names: string[] = []
  for (const { mailboxes, comma } of items) {
    const { name, address } = mailboxes.length === 1 ? (mailboxes[0] as Mailbox) : asName('')
    if (name !== '' && address === '' && comma && names.length < 3) {
      names.push(name)
      continue
    }
    if (name !== '' && address !== '' && names.length > 0) {
      joined.push({ name: clipped([...names, name].join(', '), longestName), address })
    } else for (const mailbox of names.map(asName).concat(mailboxes)) joined.push(mailbox)
    names = []
  }
  return joined.concat(names.map(asName))
}

/** An address as it was written; what is longer than any is none: its beginning would be another one. */
function addressIn(written: string): string {
  if (written.length > 10 * longestAddress) return ''
  const bare = stripComments(tidy(written).replace(/^<+|(?<!>)>+$/g, ''))
  // The hosts it was to take on its way, and blanks within (RFC 5322 §4.4).
  const address = closeUp(bare.replace(/^@[^:\s]*:/, ''))
  return address.length > longestAddress ? '' : address
}

/** Blanks around the dots and the @ go, and the dot of the root with which a domain may end. */
function closeUp(address: string): string {
  if (address.includes('"')) return address
  const near = address.split(/\s+/).reduce((all, word) => (/[.@]$/.test(all) || /^[.@]/.test(word) ? all + word : `${all} ${word}`))
  return near.includes('@') && near.endsWith('.') ? near.slice(0, -1) : near
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
 * The mailboxes of a list, each for itself, and whether a comma ends it. Members of groups become members of the list (RFC 5322 §3.4): done here,
 * since postal-mime reads a group's members a second time without their quotes, and a quoted name could then pose as an address. Where a
 * second address in brackets follows without a comma, another mailbox begins behind the first.
 */
function itemsOf(field: string): { text: string; comma: boolean }[] {
  const items: { text: string; comma: boolean }[] = []
  let [item, afterAddress] = ['', 0]
  const close = (comma: boolean, end = item.length) => {
    if (item.slice(0, end).trim() !== '') items.push({ text: item.slice(0, end), comma })
    item = item.slice(end)
    afterAddress = 0
  }
  for (let at = 0; at < field.length; at++) {
    const char = field.charAt(at)
    if (char === ':') [item, afterAddress] = ['', 0]
    else if (char === ';' || char === ',') close(char === ',')
    else {
      const end = spanEnd(field, at)
      const span = field.slice(at, end + 1)
      if (char === '<' && afterAddress > 0) close(false, afterAddress)
      item += span
      if (char === '<' && span.includes('@')) afterAddress = item.length
      at = end
    }
  }
  close(false)
  return items
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
