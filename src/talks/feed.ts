import { Feed } from 'feed'
import { type listFeedTalks, recordingOf } from './queries.ts'

type FeedTalk = Awaited<ReturnType<typeof listFeedTalks>>[number]

// XML 1.0 §2.2 has no place for these, not even as references.
const clean = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
// The library calls titles and contents HTML.
const escaped = (text: string): string => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Atom (RFC 4287) of the talks that everybody may see; a recording that was taken back is in no later answer. */
export function talksFeed(talks: readonly FeedTalk[], { baseUrl, title }: { baseUrl: string; title: string }): string {
  const self = `${baseUrl}/show-and-tell/feed.atom`
  const feed = new Feed({
    id: self,
    title,
    link: `${baseUrl}/show-and-tell`,
    feedLinks: { atom: self },
    updated: new Date(Math.max(0, ...talks.map(({ changedAt }) => changedAt.getTime()))),
    generator: 'Rapport',
    copyright: '',
  })
  for (const talk of talks) {
    const link = `${baseUrl}/show-and-tell/${talk.slug}`
    const recording = recordingOf(talk)
    const parts = [
      escaped(talk.abstract),
      ...(recording ? [`<a href="${escaped(recording).replaceAll('"', '%22')}">${escaped(recording)}</a>`] : []),
    ]
    feed.addItem({
      id: link,
      link,
      title: escaped(talk.title),
      author: talk.speakers.map(({ name }) => ({ name: clean(name) })),
      date: talk.changedAt,
      published: talk.startsAt ?? talk.proposedAt,
      content: parts.map((part) => `<p>${part}</p>`).join('\n'),
    })
  }
  return feed.atom1()
}
