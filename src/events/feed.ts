import { Feed } from 'feed'
import { formatDays } from '../lib/ui/format.ts'
import type { listFeedEvents } from './queries.ts'

type FeedEvent = Awaited<ReturnType<typeof listFeedEvents>>[number]

// XML 1.0 §2.2 has no place for these, not even as references; the library calls titles and contents HTML.
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')

/** Atom (RFC 4287) of public events. */
export function eventsFeed(events: readonly FeedEvent[], { baseUrl, title }: { baseUrl: string; title: string }): string {
  const self = `${baseUrl}/events/feed.atom`
  const feed = new Feed({
    id: self,
    title,
    link: `${baseUrl}/events`,
    feedLinks: { atom: self },
    updated: new Date(Math.max(0, ...events.map(({ changedAt }) => changedAt.getTime()))),
    generator: 'Rapport',
    copyright: '',
  })
  for (const event of events) {
    const link = `${baseUrl}/events/${event.slug}`
    const days = formatDays({ locale: 'en' }, event.firstOn, event.lastOn)
    const place = [event.place, event.online ? 'online' : ''].filter(Boolean).join(', ')
    feed.addItem({
      id: link,
      link,
      title: escaped(event.cancelledAt ? `${event.title} (cancelled)` : event.title),
      author: event.hosts.map(({ name }) => ({ name: escaped(name) })),
      date: event.changedAt,
      published: event.createdAt,
      content: [`${days}, ${place}`, event.summary]
        .filter(Boolean)
        .map((part) => `<p>${escaped(part)}</p>`)
        .join('\n'),
    })
  }
  return feed.atom1()
}
