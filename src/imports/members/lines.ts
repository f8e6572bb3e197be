import { parseAddresses } from '../../lib/mail/addresses.ts'
import { isAddress } from '../../lib/mail/is-address.ts'
import { decodeWords } from '../../lib/mail/words.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import type { Delivery } from '../rules.ts'
import { Gathering, type MembersFile } from './gathering.ts'

const reasons = keptOf('imports', 'reasons')

/** Of a name and an address, in characters. */
export const longestLine = 1_000

/** The lines of a text, as they are numbered in an editor. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)

// A name in quotation marks may have what stands between cells.
const cell = /(?:[^,;\t"]|"[^"]*"?)+/g

/**
 * `"Nils, jr." <nils@example.org>`, `nils@example.org (Nils)`, `nils@example.org Nils`, `nils@example.org,Nils`, `Nils;nils@example.org`,
 * `nils@example.org`: the address and the name.
 */
export function readAddressLine(line: string): { email: string; name: string } {
  const open = line.endsWith('>') ? line.lastIndexOf('<') : -1
  if (open >= 0) return { email: line.slice(open + 1, -1).trim(), name: unquoted(line.slice(0, open).trim()) }
  const cells = (line.match(cell) ?? []).map((one) => unquoted(one.trim()))
  const [email = '', ...others] = cells.filter((one) => one.includes('@'))
  if (others.length === 0 && /^[^\s@]+@[^\s@]+$/.test(email)) return { email, name: cells.find((one) => one !== '' && one !== email) ?? '' }
  return wordsOf(line)
}

/** An address, and behind it a name in brackets, or, as Sympa and LISTSERV write it, without. */
function wordsOf(line: string): { email: string; name: string } {
  const at = line.search(/\s/)
  if (at < 0) return { email: line, name: '' }
  const [email, rest] = [line.slice(0, at), line.slice(at).trim()]
  return email.includes('@') && !rest.includes('@')
    ? { email, name: unquoted(rest.replace(/^\((.*)\)$/, '$1')) }
    : { email: line, name: '' }
}

/** The people of a line: one, or, as the address field of a mail program has them, several with a comma or semicolon between. */
function peopleIn(line: string): { email: string; name: string }[] {
  const parts = line.includes(';') ? line.split(';').filter((part) => part.trim() !== '') : [line]
  const people = parts.length > 1 && parts.every((part) => part.includes('@')) ? parts : [line]
  return people.flatMap((part) => {
    const one = readAddressLine(part.trim())
    if (isAddress(one.email) && !one.name.includes('@')) return [one]
    const several = parseAddresses(part)
    return several.length > 1 && several.every(({ address }) => isAddress(address))
      ? several.map(({ name, address }) => ({ email: address, name }))
      : [one]
  })
}

const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"')

/** Reads an address a line, with or without a name: what `list_members`, `mailman members` and Sympa's `review` print. */
export function fromLines(text: string, delivery: Delivery): MembersFile {
  const gathering = new Gathering('lines')
  for (const [i, raw] of linesOf(text).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.length > longestLine) gathering.add(i + 1, reasons('lineLong'))
    else for (const { email, name } of peopleIn(line)) gathering.add(i + 1, { email, name: decodeWords(name), delivery, states: [] })
  }
  return gathering
}
