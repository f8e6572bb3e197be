import { feedHtml, feedText, newFeed } from '../lib/ui/feed.ts'
import { type listFeedTalks, recordingOf } from './queries.ts'

type FeedTalk = Awaited<ReturnType<typeof listFeedTalks>>[number]

/** Atom (RFC 4287) of the talks that everybody may see; a recording that was taken back is in no later answer. */
export function talksFeed(talks: readonly FeedTalk[], { baseUrl, title }: { baseUrl: string; title: string }): string {
  const self = `${baseUrl}/show-and-tell/feed.atom`
  const feed = newFeed(
    {
      id: self,
      title,
      link: `${baseUrl}/show-and-tell`,
      feedLinks: { atom: self },
    },
    talks.map(({ changedAt }) => changedAt),
  )
  for (const talk of talks) {
    const link = `${baseUrl}/show-and-tell/${talk.slug}`
    const recording = recordingOf(talk)
    const parts = [
      feedHtml(talk.abstract),
      ...(recording ? [`<a href="${feedHtml(recording).replaceAll('"', '%22')}">${feedHtml(recording)}</a>`] : []),
    ]
    feed.addItem({
      id: link,
      link,
      title: feedHtml(talk.title),
      author: talk.speakers.map(({ name }) => ({ name: feedText(name) })),
      date: talk.changedAt,
      published: talk.startsAt ?? talk.proposedAt,
      content: parts.map((part) => `<p>${part}</p>`).join('\n'),
    })
  }
  return feed.atom1()
}
