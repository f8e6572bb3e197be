import { feedHtml, feedText, newFeed } from '../lib/ui/feed.ts'
import type { Locale } from '../lib/ui/format.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { messagePath } from '../lib/ui/paths.ts'
import { anyone, ReaderContext } from '../lib/ui/reader.ts'
import { MailText } from '../lib/ui/text.tsx'
import type { listNewestMessages } from './core/queries.ts'

type FeedMessage = Awaited<ReturnType<typeof listNewestMessages>>[number]

// What a feed reader shows of a message; the rest is a click away.
const longestEntry = 20_000

/**
 * Atom (RFC 4287) of messages, newest first, without addresses: feeds are read by programs that keep and pass on.
 * @param facts.self the feed's own address; `page` what it is about
 */
export function atomFeed(
  facts: { title: string; self: string; page: string; baseUrl: string; list: string; locale: Locale },
  messages: FeedMessage[],
): string {
  const days = messages.map(({ receivedAt, changedAt }) => changedAt ?? receivedAt)
  const feed = newFeed({ id: facts.self, title: facts.title, link: facts.page, feedLinks: { atom: facts.self } }, days)
  for (const message of messages) {
    const link = `${facts.baseUrl}${messagePath(facts.list, message.messageId, message.variant)}`
    const text = feedText(message.text.slice(0, longestEntry))
    feed.addItem({
      id: link,
      link,
      title: feedHtml(hideAddresses(message.subject)),
      author: [{ name: feedText(hideAddresses(message.fromName)) }],
      date: message.changedAt ?? message.receivedAt,
      published: message.sentAt,
      content: String(
        <ReaderContext.Provider value={{ ...anyone, locale: facts.locale }}>
          <MailText text={text} addresses="hidden" />
        </ReaderContext.Provider>,
      ),
    })
  }
  return feed.atom1()
}
