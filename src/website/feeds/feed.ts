import type { Happening } from '../../happening.ts'
import { feedHtml, feedText, jsonFeed, newFeed } from '../../lib/ui/feed.ts'

const mostAuthors = 10

/** Where nobody is said to have made it, it is the group's: the feed's own author. */
const authorsOf = ({ authors = [] }: Happening) =>
  authors.length > 0 ? { author: authors.slice(0, mostAuthors).map((name) => ({ name: feedText(name) })) } : {}

/** Atom (RFC 4287) or JSON Feed 1.1 of what happened in sight of everybody. */
export function siteFeed(kind: 'atom' | 'json', happenings: readonly Happening[], { baseUrl, title }: { baseUrl: string; title: string }) {
  const addresses = { atom: `${baseUrl}/feed.atom`, json: `${baseUrl}/feed.json` }
  const feed = newFeed(
    {
      id: `${baseUrl}/`,
      title,
      link: `${baseUrl}/`,
      feedLinks: addresses,
      author: { name: feedText(title), link: `${baseUrl}/` },
    },
    happenings.map(({ at }) => at),
  )
  for (const one of happenings) {
    const link = `${baseUrl}${one.path}`
    feed.addItem({
      id: link,
      link,
      title: kind === 'atom' ? feedHtml(one.title) : feedText(one.title),
      date: one.at,
      published: one.at,
      ...authorsOf(one),
      content: one.summary ? `<p>${feedHtml(one.summary)}</p>` : `<p>${feedHtml(one.title)}</p>`,
    })
  }
  return kind === 'atom' ? feed.atom1() : jsonFeed(feed)
}
