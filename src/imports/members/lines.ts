import { keptOf } from '../../lib/ui/kept.ts'
import type { Delivery } from '../rules.ts'
import { Gathering, type MembersFile } from './gathering.ts'

const reasons = keptOf('imports', 'reasons')

/** Of a name and an address, in characters. */
export const longestLine = 1_000

/** The lines of a text, as they are numbered in an editor. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)

/** `"Nils, jr." <nils@example.org>`, `nils@example.org (Nils)`, `nils@example.org Nils`, `nils@example.org`: the address and the name. */
export function readAddressLine(line: string): { email: string; name: string } {
  const open = line.endsWith('>') ? line.lastIndexOf('<') : -1
  if (open >= 0) return { email: line.slice(open + 1, -1).trim(), name: unquoted(line.slice(0, open).trim()) }
  const at = line.search(/\s/)
  if (at < 0) return { email: line, name: '' }
  const [email, rest] = [line.slice(0, at), line.slice(at).trim()]
  // A name in brackets, or, as Sympa and LISTSERV write it, behind the address.
  return email.includes('@') && !rest.includes('@')
    ? { email, name: unquoted(rest.replace(/^\((.*)\)$/, '$1')) }
    : { email: line, name: '' }
}

const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"')

/** Reads an address a line, with or without a name: what `list_members`, `mailman members` and Sympa's `review` print. */
export function fromLines(text: string, delivery: Delivery): MembersFile {
  const gathering = new Gathering('lines')
  for (const [i, raw] of linesOf(text).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.length > longestLine) gathering.add(i + 1, reasons('lineLong'))
    else gathering.add(i + 1, { ...readAddressLine(line), delivery, states: [] })
  }
  return gathering
}
