import type { WebImportOutcome } from '../../lib/db/schema.ts'
import { foldAddress } from '../../lib/fold.ts'
import { keptOf, together } from '../../lib/ui/kept.ts'

const reasons = keptOf('news', 'leftOut')

/** One thing of an export as it was found, and what becomes of it. */
export interface Entry {
  position: number
  type: string
  title: string
  /** Its address and number there, so that it comes once. */
  origin: string
  oldPath: string
  authorName: string
  at: Date | null
  language: string
  slug: string
  text: string
  outcome: WebImportOutcome
  reason: string
  remark: string
}

/** What decides about one thing of an export. */
export interface Found {
  type: string
  status: string
  title: string
  password: string
  hasText: boolean
  attachmentUrl: string
  known: boolean
  twice: boolean
}

const statuses: Record<string, string> = {
  draft: reasons('draft'),
  pending: reasons('pending'),
  private: reasons('private'),
  future: reasons('future'),
  trash: reasons('trash'),
  'auto-draft': reasons('autoDraft'),
  inherit: reasons('inherit'),
}

/** What becomes of it: a page, news, or left with the reason, kept to be said. */
export function decideOutcome(found: Found): { outcome: WebImportOutcome; reason: string } {
  const left = (reason: string) => ({ outcome: 'left' as const, reason })
  if (found.type === 'attachment')
    return left(found.attachmentUrl ? reasons('file', { link: found.attachmentUrl.slice(0, 300) }) : reasons('files'))
  if (found.type !== 'post' && found.type !== 'page') return left(reasons('internal'))
  if (found.password !== '') return left(reasons('password'))
  if (found.status !== 'publish') return left(statuses[found.status] ?? reasons('notPublished', { status: found.status.slice(0, 40) }))
  if (found.twice) return { outcome: 'known', reason: reasons('twice') }
  if (found.known) return { outcome: 'known', reason: reasons('known') }
  if (found.title === '' && !found.hasText) return { outcome: 'wrong', reason: reasons('empty') }
  return { outcome: found.type === 'page' ? 'page' : 'news', reason: '' }
}

/** What is told beside a line that is taken. */
export const remarkOf = ({ pictures, embeds }: { pictures: number; embeds: number }): string =>
  together([pictures > 0 ? reasons('pictures', { n: pictures }) : '', embeds > 0 ? reasons('embeds', { n: embeds }) : ''])

/** The path of an address, as old addresses are kept: without its last slash; '' where it has none of its own. */
export function pathOf(link: string): string {
  if (!URL.canParse(link)) return ''
  let path = new URL(link).pathname
  try {
    path = decodeURI(path)
  } catch {
    // Kept as it is: what cannot be decoded is compared as it came.
  }
  return path.replace(/(?<!\/)\/+$/, '')
}

/** The name of a page, from its old path: `/about/terms/` is `about/terms`. */
export const pageSlug = (oldPath: string, name: string, id: string): string => {
  const parts = (oldPath || name)
    .split('/')
    .map((part) => foldAddress(part))
    .filter(Boolean)
  return (
    parts
      .slice(-4)
      .join('/')
      .slice(0, 150)
      .replaceAll(/^[-/]+|[-/]+$/g, '') || `page-${id.replaceAll(/\D/g, '') || '0'}`
  )
}

/** Where a page of the site's own stands. */
export const pagePath = (slug: string): string => `/pages/${slug}`
