import { addressParser } from 'postal-mime'
import type { Mailbox } from './message.ts'
import { decodeWords, modernWords } from './words.ts'

// Most addresses of real mail are one of these; they need no tokenizer.
const simple = /^(?:"?([A-Za-z0-9 .'_-]*?)"?\s*<([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+)>|([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+))$/

/**
 * Reads an address list (RFC 5322 §3.4): groups become their members, names are decoded, addresses stay as written.
 * Never throws; what holds neither name nor address is left out.
 */
export function parseAddresses(field: string): Mailbox[] {
  if (field === '') return []
  const match = field.length < 200 ? simple.exec(field) : null
  if (match) return [{ name: match[1] ?? '', address: match[2] ?? match[3] ?? '' }]
  return addressParser(modernWords(field), { flatten: true })
    .map(({ name, address }) => ({ name: tidy(decodeWords(name ?? '')), address: tidy(address ?? '').replace(/^<+|>+$/g, '') }))
    .filter(({ name, address }) => name !== '' || address !== '')
}

/** Line breaks and control characters would let a name pose as another line. */
function tidy(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

const bracketed = /<\s*([^<>]+?)\s*>/g
const bare = /^[^\s<>@"(),;]+@[^\s<>@"(),;]+$/

/** Whether white space may be dropped from an id: folding put it there. */
function cleanId(id: string): string | undefined {
  const clean = id.replace(/\s+/g, '')
  return clean.length > 0 && clean.length <= 996 && !/[\p{Cc}\p{Co}\ufffd]/u.test(clean) ? clean : undefined
}

/** The message ids of a field (RFC 5322 §3.6.4) without angle brackets, each once, in their order. */
export function parseMessageIds(field: string): string[] {
  const ids = new Set<string>()
  for (const [, inner = ''] of field.matchAll(bracketed)) {
    const id = cleanId(inner)
    if (id) ids.add(id)
  }
  if (ids.size === 0) for (const word of field.split(/[\s,]+/)) if (word.length <= 996 && bare.test(word)) ids.add(word)
  return [...ids]
}
