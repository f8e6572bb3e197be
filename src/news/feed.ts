import { feedHtml, feedText, jsonFeed, newFeed } from '../lib/ui/feed.ts'
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
  const feed = newFeed(
    {
      id: address[kind],
      title: facts.title,
      description: feedText(facts.description),
      link: `${baseUrl}/news`,
      language: facts.language,
      feedLinks: address,
    },
    entries.map(({ changedAt }) => changedAt),
  )
  for (const { path, title, text, byline, publishedAt, changedAt, picture } of entries) {
    const link = `${baseUrl}${path}`
    feed.addItem({
      id: link,
      link,
      title: kind === 'atom' ? feedHtml(title) : feedText(title),
      content: feedText(String(renderMarkdown(text))).replaceAll(/(href|src)="\/(?!\/)/g, `$1="${baseUrl}/`),
      author: [{ name: feedText(byline || facts.title) }],
      date: changedAt,
      published: publishedAt,
      ...(picture ? { image: `${baseUrl}${picture}` } : {}),
    })
  }
  return kind === 'atom' ? feed.atom1() : jsonFeed(feed)
}
