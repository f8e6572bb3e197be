import { raw } from 'hono/html'

/** What other programs read of a public thing, beside its title: search engines, and whoever shows a link to it. */
export interface PublicFacts {
  kind: 'news' | 'article' | 'event'
  /** What it is called, where the title of its page says more. */
  title?: string
  /** The beginning of it, in Markdown or plain. */
  text: string
  /** The language that it is written in, where it is known. */
  language?: string
  publishedAt?: Date | undefined
  changedAt?: Date | undefined
  /** Who wrote it. */
  authors?: readonly string[]
  /** The groups whose it is. */
  hosts?: readonly string[]
  /** The path of its picture. */
  picture?: string
  /** Of an event: an instant, or a day. */
  from?: Date | string
  to?: Date | string
  place?: string
  online?: boolean
  cancelled?: boolean
}

/** A page as other programs are told of it. */
export interface PageFacts {
  url: string
  title: string
  language: string
  description: string
  /** The address of its card. */
  card: string
  facts: PublicFacts | undefined
}

/** Whose site it is. */
export interface Publisher {
  name: string
  url: string
  logo: string | undefined
  description: string
}

type Named = PageFacts & { facts: PublicFacts }

/** Facts about a page in the words of schema.org. It is data: nothing runs, so the policy of the pages has nothing to allow. */
export const AboutThis = ({ about }: { about: object }) => (
  <script type="application/ld+json">
    {raw(JSON.stringify({ '@context': 'https://schema.org', ...about }).replaceAll('<', String.raw`\u003c`))}
  </script>
)

const organisation = ({ name, url, logo, description }: Publisher) => ({
  '@type': 'Organization',
  name,
  url,
  logo,
  description: description || undefined,
})
const organisations = (names: readonly string[]) => names.map((name) => ({ '@type': 'Organization', name }))
const instantOf = (at: Date | string | undefined) => (at instanceof Date ? at.toISOString() : at)

const common = ({ url, description, card, language, facts }: Named) => ({
  url,
  description,
  image: facts.picture ? new URL(facts.picture, url).href : card,
  inLanguage: facts.language ?? language,
})

function event(page: Named, publisher: Publisher) {
  const { from, to, place, online, cancelled, hosts = [] } = page.facts
  const there = place ? [{ '@type': 'Place', name: place, address: place }] : []
  const here = online || !place ? [{ '@type': 'VirtualLocation', url: page.url }] : []
  const mode = there.length === 0 ? 'Online' : here.length === 0 ? 'Offline' : 'Mixed'
  return {
    '@type': 'Event',
    name: page.title,
    ...common(page),
    startDate: instantOf(from),
    endDate: instantOf(to),
    eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [...there, ...here],
    organizer: hosts.length > 0 ? organisations(hosts) : organisation(publisher),
  }
}

// As many characters as search engines read of a headline.
const longestHeadline = 110

function article(page: Named, publisher: Publisher) {
  const { kind, publishedAt, changedAt, authors = [], hosts = [] } = page.facts
  const makers = [...authors.map((name) => ({ '@type': 'Person', name })), ...organisations(hosts)]
  return {
    '@type': kind === 'news' ? 'NewsArticle' : 'Article',
    headline: (page.facts.title ?? page.title).slice(0, longestHeadline).toWellFormed(),
    mainEntityOfPage: page.url,
    ...common(page),
    datePublished: instantOf(publishedAt),
    dateModified: instantOf(changedAt),
    author: makers.length > 0 ? makers : organisation(publisher),
    publisher: organisation(publisher),
  }
}

/** What schema.org calls the thing on a page; undefined where it has no name for it. The first page is the group itself. */
export function structured({ facts, ...page }: PageFacts, publisher: Publisher): object | undefined {
  if (page.url === publisher.url) return organisation({ ...publisher, description: page.description })
  if (facts === undefined) return undefined
  return facts.kind === 'event' ? event({ ...page, facts }, publisher) : article({ ...page, facts }, publisher)
}

/** The properties of the Open Graph for what is an article. */
export function articleProperties({ publishedAt, changedAt, authors = [] }: PublicFacts): [name: string, content: string][] {
  const times: [string, Date | undefined][] = [
    ['article:published_time', publishedAt],
    ['article:modified_time', changedAt],
  ]
  return [
    ...times.flatMap(([name, at]): [string, string][] => (at ? [[name, at.toISOString()]] : [])),
    ...authors.map((name): [string, string] => ['article:author', name]),
  ]
}
