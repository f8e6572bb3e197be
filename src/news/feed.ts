import { Feed } from 'feed'
import { renderMarkdown } from '../lib/ui/markdown.ts'

/** What stands in a feed: an item or an issue. */
export interface FeedEntry {
  path: string
  title: string
  /** Markdown. */
  text: string
  byline: string
  publishedAt: Date
  changedAt: Date
  /** Where its picture stands. */
  picture?: string
}

// XML 1.0 §2.2 has no place for these, not even as references.
const notXml = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const clean = (text: string): string => text.toWellFormed().replaceAll(notXml, '\ufffd')
// The library calls titles HTML.
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * News as Atom (RFC 4287) or JSON Feed 1.1, the newest first: what everybody may read.
 * @param entries as the public sees them
 */
export function newsFeed(
  kind: 'atom' | 'json',
  facts: { title: string; description: string; baseUrl: string; language: string },
  entries: readonly FeedEntry[],
): string {
  const { baseUrl } = facts
  const address = { atom: `${baseUrl}/news/feed.atom`, json: `${baseUrl}/news/feed.json` }
  const feed = new Feed({
    id: address[kind],
    title: clean(facts.title),
    description: clean(facts.description),
    link: `${baseUrl}/news`,
    language: facts.language,
    feedLinks: address,
    updated: new Date(Math.max(0, ...entries.map(({ changedAt }) => changedAt.getTime()))),
    generator: 'Rapport',
    copyright: '',
  })
  for (const { path, title, text, byline, publishedAt, changedAt, picture } of entries) {
    const link = `${baseUrl}${path}`
    feed.addItem({
      id: link,
      link,
      title: kind === 'atom' ? escaped(clean(title)) : clean(title),
      content: clean(String(renderMarkdown(text))).replaceAll(/(href|src)="\/(?!\/)/g, `$1="${baseUrl}/`),
      author: byline ? [{ name: clean(byline) }] : [],
      date: changedAt,
      published: publishedAt,
      ...(picture ? { image: `${baseUrl}${picture}` } : {}),
    })
  }
  return kind === 'atom' ? feed.atom1() : feed.json1()
}
