import type { SenderKind } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'bans').errors

/** Whom a ban or a rule for writers is about: one address, a domain with all below it, or what a pattern finds in an address. */
export interface Aim {
  kind: SenderKind
  value: string
}

/** Whether an address (in lower case) is meant. */
export function isMeant({ kind, value }: Aim, email: string, matches: (pattern: string, text: string) => boolean): boolean {
  if (email === '') return false
  if (kind === 'address') return email === value
  if (kind === 'pattern') return matches(value, email)
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return domain === value || domain.endsWith(`.${value}`)
}

/** Does a ban still hold on this day? Its last day is part of it. */
export const holdsOn = (ban: { until: string | null }, day: string): boolean => ban.until === null || ban.until >= day

/**
 * Why this cannot be what a ban is about, in a sentence; undefined means it can.
 * @param whyNotPattern why a text is no pattern
 */
export function whyNotAim({ kind, value }: Aim, whyNotPattern: (pattern: string) => string | undefined): string | undefined {
  if (kind === 'pattern') return whyNotPattern(value)
  if (kind === 'address') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(value) ? undefined : t.address
  return /^[^\s@<>"]+\.[^\s@<>".]+$/.test(value) ? undefined : t.domain
}

// What is tried against a pattern that would shut out everybody.
const anybody = ['somebody@example.org', 'a.b@c.example', 'x@y.example.com']

/** Does a pattern mean everybody? Such a ban would close the list by mistake. */
export const meansEverybody = ({ kind, value }: Aim, matches: (pattern: string, text: string) => boolean): boolean =>
  kind === 'pattern' && anybody.every((email) => matches(value, email))
