import { isWebAddress } from '../../web-address.ts'
import { readingLimits } from '../limits.ts'

/** An entry of a vendor's portal, or a note in a feed, as it says itself. */
export interface PortalEntry {
  /** What the portal calls it: its number, key or address; never ''. */
  number: string
  title: string
  body: string
  link: string
  /** As the portal writes it; '' where it names none. */
  status: string
  /** What it says beside the status. */
  reason: string
  votes: number | null
  /** YYYY-MM-DD, when the portal changed it last; '' where it does not say. */
  changedOn: string
}

/** A file or an answer that is no portal's; the message is a sentence for who brought it. */
export class PortalError extends Error {
  override name = 'PortalError'
}

const limits = readingLimits.portal

/** Text in one line, without tags and control signs. */
export const lineOf = (text: unknown, most = 300): string => plainOf(text).replaceAll(/\s+/g, ' ').trim().slice(0, most)

/** Text in lines, without tags. */
export const linesOf = (text: unknown, most: number = limits.characters): string =>
  plainOf(text)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?(?:\n ?)+/g, '\n\n')
    .trim()
    .slice(0, most)

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }

function plainOf(text: unknown): string {
  if (typeof text !== 'string' && typeof text !== 'number') return ''
  return (
    String(text)
      .slice(0, limits.characters * 4)
      .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,200}>/gi, '\n')
      .replaceAll(/<[a-z/!][^<>]{0,2000}>/gi, ' ')
      .replaceAll(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what cannot be kept is what is looked for
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ')
  )
}

/** An address of the web, or ''. */
export function linkOf(text: unknown): string {
  const link = lineOf(text, 500)
  return isWebAddress(link) ? link : ''
}

/** The day of a date in whatever form portals write it; '' where it is none of this age. */
export function dayOf(text: unknown): string {
  const typed = lineOf(text, 60)
  if (typed === '') return ''
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(typed)?.[1]
  const at = new Date(iso ?? typed)
  const year = at.getUTCFullYear()
  return year >= 1990 && year < 2200 ? at.toISOString().slice(0, 10) : ''
}

/** A count of votes. */
export function countOf(text: unknown): number | null {
  const typed = lineOf(text, 12)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null
}

/** An entry of what was found, where it can be told from others and has a title. */
export function entryOf(found: {
  number: unknown
  title: unknown
  body?: unknown
  link?: unknown
  status?: unknown
  reason?: unknown
  votes?: unknown
  changed?: unknown
}): PortalEntry | undefined {
  const link = linkOf(found.link)
  const number = lineOf(found.number, 200) || link
  const title = lineOf(found.title)
  if (number === '' || title === '') return undefined
  return {
    ...{ number, title, link, body: linesOf(found.body), status: lineOf(found.status, 100), reason: linesOf(found.reason, 2_000) },
    ...{ votes: countOf(found.votes), changedOn: dayOf(found.changed) },
  }
}
