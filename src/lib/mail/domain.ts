import { domainToASCII, domainToUnicode } from 'node:url'
import { parse } from 'tldts'
import { inLatin, isMixed, scriptsIn } from './alike.ts'

const mostTyped = 1_000
const longestDomain = 253

/** What a label pretends to be; undefined for an honest one. */
function pretence(label: string, topIsLatin: boolean): string | undefined {
  const used = scriptsIn(label)
  const shown = inLatin(label)
  if (isMixed(used)) return shown
  return topIsLatin && used.length === 1 && used[0] !== 'Latin' && /^[a-z0-9-]+$/.test(shown) ? shown : undefined
}

/**
 * Reads a domain as people type or paste it: `@Uni-X.example`, `https://www.…/path`, with letters of any language.
 * @returns the name in ASCII (UTS #46) without `www.`, or a sentence that says what is wrong with it
 */
export function readDomain(text: string): { domain: string } | { problem: string } {
  // An address of a page may be long, a domain is not.
  const bare = text
    .slice(0, mostTyped)
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/(?<!\.)\.+$/, '')
    .replace(/^www\./i, '')
  const domain = domainToASCII(bare)
  if (!domain || domain.length > longestDomain || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) || /(^|\.)\d+$/.test(domain))
    return { problem: `“${text.slice(0, mostTyped).trim()}” is no domain; one looks like example.org.` }
  const labels = domainToUnicode(domain).split('.')
  const topIsLatin = /^[a-z0-9-]+$/.test(labels.at(-1) ?? '')
  const false_ = labels.map((label) => ({ label, shown: pretence(label, topIsLatin) })).find(({ shown }) => shown !== undefined)
  if (false_) return { problem: `“${false_.label}” is written with letters of another alphabet so that it looks like “${false_.shown}”.` }
  if (findRegistrable(domain) === undefined && !isOwnedSuffix(domain))
    return { problem: `“${domain}” is a suffix under which many register; it belongs to no organisation.` }
  return { domain }
}

/** What stands behind the @, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** The part of a domain that somebody registered, by the public suffix list; undefined for a suffix itself. */
export const findRegistrable = (domain: string): string | undefined =>
  domain.length > mostTyped ? undefined : (parse(domain, { allowPrivateDomains: true }).domain ?? undefined)

/**
 * Whether somebody registered a domain below which others have theirs, and so it is theirs alone: some have put theirs into
 * the private part of the public suffix list (rub.de). An address at it is its owner's; one below it is somebody else's.
 */
const isOwnedSuffix = (domain: string): boolean => parse(domain).domain === domain

/**
 * A domain and what it is part of, longest first, down to what was registered: whoever of these is known may be its owner.
 * @returns in ASCII, as `readDomain` gives those that are kept
 */
export function suffixesOf(said: string): string[] {
  if (said.length > longestDomain) return []
  const domain = domainToASCII(said) || said
  const registrable = findRegistrable(domain)
  if (registrable === undefined) return isOwnedSuffix(domain) ? [domain] : []
  const inner = domain.slice(0, -registrable.length).split('.').filter(Boolean)
  return [...inner.map((_, i) => `${inner.slice(i).join('.')}.${registrable}`), registrable]
}

/** A domain in the letters of its language, for people to read. */
export const showDomain = (domain: string): string => domainToUnicode(domain) || domain

/**
 * An address in lower case as it may be written elsewhere, itself first: with its domain in ASCII, and in the letters of its language. A mail
 * that is in ASCII otherwise has the first, whatever its writer typed here (RFC 6532 §1).
 */
export function spellingsOf(address: string): string[] {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (at < 0 || domain.length > longestDomain || (/^[ -~]*$/.test(domain) && !domain.includes('xn--'))) return [address]
  const others = [domainToASCII(domain), domainToUnicode(domainToASCII(domain))].filter((one) => one !== '')
  return [...new Set([domain, ...others])].map((one) => `${address.slice(0, at)}@${one}`)
}

const withDomain = (address: string, spell: (domain: string) => string): string => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return at < 0 || domain.length > longestDomain ? address : `${address.slice(0, at)}@${spell(domain) || domain}`
}

/**
 * An address whose domain is written as its owner writes it, where it is not ASCII: of the same name there are as many spellings as there are
 * wide letters, dots and signs that are passed over (UTS #46), and what is counted for one of them would be free for the others.
 */
export const oneSpelling = (address: string): string =>
  /^[ -~]*$/.test(address) ? address : withDomain(address, (domain) => domainToUnicode(domainToASCII(domain)))

/** An address as what is counted for it is called: in lower case, its domain in ASCII. */
export const countedAs = (address: string): string => withDomain(address.trim().toLowerCase(), domainToASCII)

/** What is known of each of these addresses, under whichever of its spellings. */
export function bySpelling<T>(asked: readonly string[], known: ReadonlyMap<string, T>): Map<string, T> {
  const found = new Map<string, T>()
  for (const address of asked) {
    const spelt = spellingsOf(address).find((one) => known.has(one))
    if (spelt !== undefined) found.set(address, known.get(spelt) as T)
  }
  return found
}
