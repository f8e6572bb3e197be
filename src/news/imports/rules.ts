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
  draft: 'Draft in WordPress.',
  pending: 'Waiting for review in WordPress.',
  private: 'Private in WordPress.',
  future: 'Scheduled in WordPress, not published yet.',
  trash: 'In the WordPress bin.',
  'auto-draft': 'Empty draft in WordPress.',
  inherit: 'Version of another entry.',
}

/** What becomes of it: a page, news, or left with the reason. */
export function decideOutcome(found: Found): { outcome: WebImportOutcome; reason: string } {
  const left = (reason: string) => ({ outcome: 'left' as const, reason })
  if (found.type === 'attachment')
    return left(`Files are not imported${found.attachmentUrl ? `: ${found.attachmentUrl.slice(0, 300)}` : '.'}`)
  if (found.type !== 'post' && found.type !== 'page') return left('Internal entry of WordPress or a plug-in.')
  if (found.password !== '') return left('Has a password in WordPress.')
  if (found.status !== 'publish') return left(statuses[found.status] ?? `Not published in WordPress (${found.status.slice(0, 40)}).`)
  if (found.twice) return { outcome: 'known', reason: 'Twice in the file.' }
  if (found.known) return { outcome: 'known', reason: 'Already here from an earlier import.' }
  if (found.title === '' && !found.hasText) return { outcome: 'wrong', reason: 'No title and no text.' }
  return { outcome: found.type === 'page' ? 'page' : 'news', reason: '' }
}

/** What is told beside a line that is taken. */
export function remarkOf({ pictures, embeds }: { pictures: number; embeds: number }): string {
  const parts = [
    pictures > 0 && (pictures === 1 ? '1 picture is not imported' : `${pictures} pictures are not imported`),
    embeds > 0 && (embeds === 1 ? '1 film or form is not imported' : `${embeds} films or forms are not imported`),
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
