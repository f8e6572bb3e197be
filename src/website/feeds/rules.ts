import { utcDay } from '../../time.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A map of public addresses for search engines (sitemaps.org). */
export const sitemapOf = (baseUrl: string, pages: readonly { path: string; at?: Date }[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(({ path, at }) => `<url><loc>${escaped(baseUrl + path)}</loc>${at ? `<lastmod>${utcDay(at)}</lastmod>` : ''}</url>`),
    '</urlset>\n',
  ].join('\n')

// One's own pages, those of who looks after the site, and what asks without end. A path closes all that begins with it: /me is not /meetings.
const closed = ['/sign-in', '/api/', '/search', '/me$', '/me/', '/today', '/approvals', '/admin', '/site/', '/history/', '/uploads/']

/** What programs that walk through sites may ask: all that is public; drafts, forms and sign-in lead nowhere. */
export const robotsOf = (baseUrl: string): string =>
  ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n')

/** Blocks that other sites may show. */
export const blocks = ['roster', 'next-meeting', 'latest-news'] as const
export type BlockName = (typeof blocks)[number]

/** How high a block stands on another site. */
export const heights: Record<BlockName, number> = { roster: 420, 'next-meeting': 180, 'latest-news': 360 }

/** The frame that other sites put where a block shall stand. */
export const frameOf = (baseUrl: string, block: BlockName, title: string, width = 600, height = heights[block]): string =>
  `<iframe src="${escaped(`${baseUrl}/embed/${block}`)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`

/** A link with a line of facts, as another site shows a thing of ours. */
export const linkOf = (url: string, title: string, site: string): string =>
  `<blockquote class="rapport"><p><a href="${escaped(url)}">${escaped(title)}</a></p><p>${escaped(site)}</p></blockquote>`

/** Where the card of a page is, which other sites show beside a link to it. */
export const cardPath = (path: string, language: string): string => `/card.png?${new URLSearchParams({ of: path, lang: language })}`

/**
 * The path that an address of this site has; undefined for an address of another.
 */
export function pathWithin(baseUrl: string, address: string): string | undefined {
  try {
    const [url, own] = [new URL(address), new URL(baseUrl)]
    return url.origin === own.origin && url.username === '' ? url.pathname : undefined
  } catch {
    return undefined
  }
}
