import { feedHtml, feedText, newFeed } from '../lib/ui/feed.ts'
import { formatDays } from '../lib/ui/format.ts'
import type { listFeedEvents } from './queries.ts'

type FeedEvent = Awaited<ReturnType<typeof listFeedEvents>>[number]

/** Atom (RFC 4287) of public events. */
export function eventsFeed(events: readonly FeedEvent[], { baseUrl, title }: { baseUrl: string; title: string }): string {
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
    const days = formatDays({ locale: 'en' }, event.firstOn, event.lastOn)
    const place = [event.place, event.online ? 'online' : ''].filter(Boolean).join(', ')
    feed.addItem({
      id: link,
      link,
      title: feedHtml(event.cancelledAt ? `${event.title} (cancelled)` : event.title),
      author: event.hosts.map(({ name }) => ({ name: feedText(name) })),
      date: event.changedAt,
      published: event.createdAt,
      content: [`${days}, ${place}`, event.summary]
        .filter(Boolean)
        .map((part) => `<p>${feedHtml(part)}</p>`)
        .join('\n'),
    })
  }
  return feed.atom1()
}
