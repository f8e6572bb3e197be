import { Feed, type FeedOptions } from 'feed'

/** A feed to which items are added; it is as new as the newest of these instants. */
export const newFeed = (facts: Omit<FeedOptions, 'updated' | 'generator' | 'copyright'>, changes: readonly Date[]): Feed =>
  new Feed({
    ...facts,
    title: feedText(facts.title),
    updated: new Date(Math.max(0, ...changes.map((at) => at.getTime()))),
    generator: 'Rapport',
    copyright: '',
  })

interface JsonFeed {
  version: string
  author?: object
  items: { author?: object }[]
}

/** A feed as JSON Feed 1.1: the library writes 1.0, which knows one author of each item. */
export function jsonFeed(feed: Feed): string {
  const { author, ...whole } = JSON.parse(feed.json1()) as JsonFeed
  const items = whole.items.map(({ author: _, ...item }, i) => {
    const authors = feed.items[i]?.author?.map(({ name }) => ({ name }))
    return { ...item, ...(authors?.length ? { authors } : {}) }
  })
  return JSON.stringify({ ...whole, version: 'https://jsonfeed.org/version/1.1', ...(author ? { authors: [author] } : {}), items }, null, 2)
}

// XML 1.0 §2.2 has no place for these, not even as references; mail does. What is left over of \p{Cc} is allowed or harmless.
const notXml = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** A text without what XML cannot carry. */
export const feedText = (text: string): string => text.toWellFormed().replaceAll(notXml, '\ufffd')

/** The same for titles and contents, which the library calls HTML. */
export const feedHtml = (text: string): string => feedText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
