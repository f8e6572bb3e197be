import { findAddresses, tidy, toLines } from './text.ts'

/** One recipient of a delivery status notification (RFC 3464 §2.3), as reported. */
export interface StatusGroup {
  address: string | null
  outcome: 'failed' | 'delayed' | 'delivered'
  status: string | null
  diagnostic: string
}

type Fields = Map<string, string>

const recipientFields = ['original-recipient', 'final-recipient', 'x-actual-recipient']
const single = new Set([...recipientFields, 'action', 'status', 'diagnostic-code', 'remote-mta', 'last-attempt-date', 'will-retry-until'])

const hasRecipient = (fields: Fields) => recipientFields.some((name) => fields.has(name))
const isComplete = (fields: Fields) => hasRecipient(fields) && (fields.has('action') || fields.has('status'))

/**
 * One group of fields per recipient. Servers forget the blank line between groups, or put several inside one: a group
 * ends at a blank line when it is complete, or where a field comes again.
 */
function cutGroups(lines: string[]): Fields[] {
  const groups: Fields[] = []
  let fields: Fields = new Map()
  const close = () => {
    if (hasRecipient(fields)) groups.push(fields)
    fields = new Map()
  }
  for (const line of lines) {
    const field = /^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:(.*)$/.exec(line)
    const name = field?.[1]?.toLowerCase()
    if (name ? fields.has(name) && single.has(name) : isComplete(fields)) close()
    if (name) fields.set(name, field?.[2]?.trim() ?? '')
  }
  close()
  return groups
}

/** A letter as an address of type utf-8 has it (RFC 6533 §3); what no header may hold stays as it is written. */
function letterOf(written: string, hex: string): string {
  const code = Number.parseInt(hex, 16)
  return code < 0xa0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? written : String.fromCodePoint(code)
}

/** `rfc822; <@route:user@example.org>` (RFC 3464 §2.1.2) as an address; null for what is none, for instance a spool file. */
function readRecipient(value: string | undefined): string | null {
  if (!value) return null
  const text = value.replace(/^\s*[\w-]+\s*;/, '').trim()
  const plain = text.replace(/^<|>$/g, '').replace(/^@[^:]*:/, '')
  // xtext (RFC 3461 §4): only the two characters that addresses of lists really need escaped.
  const decoded = plain
    .replace(/\+2B/gi, '+')
    .replace(/\+3D/gi, '=')
    .replace(/\\x\{([0-9a-f]{2,6})\}/gi, letterOf)
  if (/^(?:[^\s@"<>]+|"[^"\\]{1,64}")@[^\s@<>]+$/.test(decoded)) return decoded
  return findAddresses(decoded)[0]?.address ?? null
}

function readOutcome(action: string | undefined, status: string | null): StatusGroup['outcome'] {
  const word = action?.toLowerCase() ?? ''
  if (word.startsWith('delay')) return 'delayed'
  if (/^(?:deliver|relay|expand|success)/.test(word)) return 'delivered'
  if (word) return 'failed'
  if (status?.startsWith('4')) return 'delayed'
  return status?.startsWith('2') ? 'delivered' : 'failed'
}

function readGroup(fields: Fields): StatusGroup {
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null
  return {
    address: readRecipient(fields.get('original-recipient')) ?? readRecipient(fields.get('final-recipient')),
    outcome: readOutcome(fields.get('action'), status),
    status,
    diagnostic: tidy((fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;/, '')),
  }
}

/**
 * The recipients of a delivery status notification, from the content of its message/delivery-status part or from any
 * text in which such fields stand. Nothing found gives an empty list. Source: RFC 3464 §2, read leniently.
 */
export function readDeliveryStatus(text: string): StatusGroup[] {
  return cutGroups(toLines(text.replace(/\r?\n[ \t]+(?=\S)/g, ' '))).map(readGroup)
}
