import { Feed } from 'feed'
import type { Happening } from './rules.ts'

// XML 1.0 §2.2 has no place for these, not even as references.
const clean = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
// The library calls titles and contents HTML.
const escaped = (text: string): string => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Atom (RFC 4287) or JSON Feed 1.1 of what happened in sight of everybody. */
export function siteFeed(
  kind: 'atom' | 'json',
  happenings: readonly Happening[],
  { baseUrl, title }: { baseUrl: string; title: string },
): string {
  const addresses = { atom: `${baseUrl}/feed.atom`, json: `${baseUrl}/feed.json` }
  const feed = new Feed({
    id: `${baseUrl}/`,
    title: clean(title),
    link: `${baseUrl}/`,
    feedLinks: addresses,
    updated: new Date(Math.max(0, ...happenings.map(({ at }) => at.getTime()))),
    generator: 'Rapport',
    copyright: '',
  })
  for (const one of happenings) {
    const link = `${baseUrl}${one.path}`
    feed.addItem({
      id: link,
      link,
      title: escaped(one.title),
      date: one.at,
      published: one.at,
      content: one.summary ? `<p>${escaped(one.summary)}</p>` : `<p>${escaped(one.title)}</p>`,
    })
  }
  return kind === 'atom' ? feed.atom1() : feed.json1()
}
