import type { WebImportOutcome } from '../../lib/db/schema.ts'

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
  draft: 'It is a draft there.',
  pending: 'It waits for review there.',
  private: 'It is private there.',
  future: 'It is scheduled there and was not out yet.',
  trash: 'It is in the bin there.',
  'auto-draft': 'It was begun there and never written.',
  inherit: 'It is a version of something else.',
}

/** What becomes of it: a page, news, or left with the reason. */
export function decideOutcome(found: Found): { outcome: WebImportOutcome; reason: string } {
  const left = (reason: string) => ({ outcome: 'left' as const, reason })
  if (found.type === 'attachment')
    return left(`Files are not fetched from elsewhere${found.attachmentUrl ? `: ${found.attachmentUrl.slice(0, 300)}` : '.'}`)
  if (found.type !== 'post' && found.type !== 'page') return left('WordPress and its plug-ins keep this for themselves.')
  if (found.password !== '') return left('It is behind a password there.')
  if (found.status !== 'publish') return left(statuses[found.status] ?? `It is not published there (${found.status.slice(0, 40)}).`)
  if (found.twice) return { outcome: 'known', reason: 'It stands in the file twice.' }
  if (found.known) return { outcome: 'known', reason: 'It is here already, from an earlier import.' }
  if (found.title === '' && !found.hasText) return { outcome: 'wrong', reason: 'It has neither a title nor a text.' }
  return { outcome: found.type === 'page' ? 'page' : 'news', reason: '' }
}

/** What is told beside a line that is taken. */
export function remarkOf({ pictures, embeds }: { pictures: number; embeds: number }): string {
  const parts = [
    pictures > 0 && (pictures === 1 ? 'one picture stays behind' : `${pictures} pictures stay behind`),
    embeds > 0 && (embeds === 1 ? 'one film or form stays behind' : `${embeds} films or forms stay behind`),
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')}.` : ''
}

/** The path of an address, as old addresses are kept: without its last slash; '' where it has none of its own. */
export function pathOf(link: string): string {
  if (!URL.canParse(link)) return ''
  let path = new URL(link).pathname
  try {
    path = decodeURI(path)
  } catch {
    // Kept as it is: what cannot be decoded is compared as it came.
  }
  return path.replace(/\/+$/, '')
}

/** The name of a page, from its old path: `/about/terms/` is `about/terms`. */
export const pageSlug = (oldPath: string, name: string, id: string): string => {
  const parts = (oldPath || name)
    .split('/')
    .map((part) =>
      part
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, ''),
    )
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
