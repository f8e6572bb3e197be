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

// XML 1.0 §2.2 has no place for these, not even as references; mail does. What is left over of \p{Cc} is allowed or harmless.
const notXml = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** A text without what XML cannot carry. */
export const feedText = (text: string): string => text.toWellFormed().replaceAll(notXml, '\ufffd')

/** The same for titles and contents, which the library calls HTML. */
export const feedHtml = (text: string): string => feedText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
