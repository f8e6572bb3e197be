import { feedHtml, feedText, newFeed } from '../lib/ui/feed.ts'
import { formatDays, type Locale } from '../lib/ui/format.ts'
import { showWords } from './page-words.ts'
import type { listFeedEvents } from './queries.ts'
import { placeOf } from './views.tsx'

type FeedEvent = Awaited<ReturnType<typeof listFeedEvents>>[number]

/** Atom (RFC 4287) of public events, in a reader's language. */
export function eventsFeed(
  events: readonly FeedEvent[],
  { baseUrl, title, locale }: { baseUrl: string; title: string; locale: Locale },
): string {
  const words = showWords(locale)
  const self = `${baseUrl}/events/feed.atom`
  const feed = newFeed(
    {
      id: self,
      title,
      link: `${baseUrl}/events`,
      feedLinks: { atom: self },
    },
    events.map(({ changedAt }) => changedAt),
  )
  for (const event of events) {
    const link = `${baseUrl}/events/${event.slug}`
    const days = formatDays({ locale }, event.firstOn, event.lastOn)
    feed.addItem({
      id: link,
      link,
      title: feedHtml(event.cancelledAt ? words.titleCancelled({ title: event.title }) : event.title),
      author: event.hosts.map(({ name }) => ({ name: feedText(name) })),
      date: event.changedAt,
      published: event.createdAt,
      content: [`${days}, ${placeOf(locale, event)}`, event.summary]
        .filter(Boolean)
        .map((part) => `<p>${feedHtml(part)}</p>`)
        .join('\n'),
    })
  }
  return feed.atom1()
}
