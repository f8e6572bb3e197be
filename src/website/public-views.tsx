import type { Site } from '../config.ts'
import type { Named } from '../happening.ts'
import { cardSize } from '../lib/print/card.ts'
import { graphLocale, type Locale, languageName, locales } from '../lib/ui/format.ts'
import type { NavItem } from '../lib/ui/layout.tsx'
import { once } from '../lib/ui/once.ts'
import { useReader } from '../lib/ui/reader.ts'
import { AboutThis, articleProperties, type PublicFacts, structured } from '../lib/ui/structured.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { cardPath } from './feeds/rules.ts'
import { unfolds } from './feeds/unfolding-rules.ts'
import type { Look } from './look/queries.ts'
import { logoPath, type MenuLine, openPlaces, type PlaceName, placeNames, shownLines } from './look/rules.ts'
import { describe } from './own-pages/rules.ts'
import type { siteWords } from './words.ts'

const t = textsOf('website', 'publicViews')
const words = textsOf('website', 'pages')
const glossary = textsOf('website', 'glossary')
const help = textsOf('website', 'help')

type Words = ReturnType<typeof siteWords>

const isBelow = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** The lines of the menu in the reader's language, the one that they are in marked; what is not open to everybody is left out. */
export function menuOf(
  path: string,
  words: Words,
  { menu, relationship, unused, groups }: Pick<Around, 'relationship' | 'unused' | 'groups'> & { menu: readonly MenuLine[] },
): NavItem[] {
  const open = shownLines(menu, unused).filter((line) => relationship || line.path !== '/relationship')
  const names = placeNames(words, groups.length > 1)
  return open.map((line) => ({
    href: line.path,
    label: line.label || names[line.path.slice(1) as PlaceName],
    current: isBelow(path, line.path),
  }))
}

/** The same page in another language. */
function inLanguage(asked: URLSearchParams, language: string): URLSearchParams | string {
  if (asked.size === 0) return `lang=${language}`
  const query = new URLSearchParams(asked)
  query.set('lang', language)
  return query
}

interface Around {
  look: Look
  pages: readonly { slug: string; title: string }[]
  groups: readonly unknown[]
  /** Does a group show its figures with the vendor? */
  relationship: boolean
  /** The parts that the site does without. */
  unused: readonly string[]
}

/** At the end of every public page: all places, ways to follow, languages, who answers for the site. */
export function SiteFooter(props: {
  path: string
  /** What the page is asked besides, which holds in another language too. */
  asked: URLSearchParams
  strange: boolean
  /** What is the same below every page. */
  around: Around
}) {
  const { path, asked, strange, around } = props
  const { locale } = useReader()
  return (
    <>
      {once(around, 'footer', () => (
        <Ways {...around} />
      ))}
      {strange && (
        <nav aria-label={words.languages} class="links">
          {locales.map((one) => (
            <a href={`${path}?${inLanguage(asked, one)}`} lang={one} hreflang={one} aria-current={one === locale ? 'true' : undefined}>
              {languageName(one)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

const Ways = ({ look, pages, relationship, unused, groups }: Around) => (
  <>
    <nav aria-label={words.whole} class="links">
      {openPlaces(relationship, unused).map((place) => (
        <a href={`/${place}`}>{placeNames(words, groups.length > 1)[place]}</a>
      ))}
      {pages.map((page) => (
        <a href={`/pages/${page.slug}`}>{page.title}</a>
      ))}
    </nav>
    <nav aria-label={words.follow} class="links">
      <a href="/feed.atom">{words.feed}</a>
      <a href="/feed.json">{words.jsonFeed}</a>
      <a href="/meetings.ics">{words.calendar}</a>
      {look.imprint && <a href="/imprint">{words.imprint}</a>}
      <a href="/privacy">{words.privacy}</a>
      <a href="/help">{help.title}</a>
      <a href="/help/words">{glossary.title}</a>
    </nav>
  </>
)

/** What a page that says nothing of itself is about: its title, and whose it is. */
const aboutOf = (title: string, name: string, tagline: string): string =>
  [title, ...(title === name ? [] : [name]), tagline].filter(Boolean).join(' · ')

const Property = ({ name, content }: { name: string; content: string }) => <meta property={name} content={content} />

/** What other programs read of a public page: where it stands, what it is about, in which languages, and the card that stands for it. */
export function PublicHead(props: {
  title: string
  description: string | undefined
  /** The one language that it is written in; undefined: it speaks each reader's. */
  language: string | undefined
  /** The reader's; and the one that they asked for by the address, if any. The head stands outside of what has a reader. */
  locale: Locale
  asked: string | undefined
  name: string
  site: Site
  path: string
  look: Look
  named: readonly Named[]
  facts: PublicFacts | undefined
}) {
  const { title, locale, asked, name, site, path, look, named, facts } = props
  const language = props.language ?? locale
  const url = `${site.baseUrl}${path}`
  // Each language of a page that speaks several is an original of its own: what points elsewhere as the original is left out of the alternates.
  const inOne = locales.find((one) => one === asked && props.language === undefined)
  const original = inOne ? `${url}?lang=${inOne}` : url
  const description = props.description ?? describe(facts?.text ?? '') ?? aboutOf(title, name, look.tagline)
  const card = `${site.baseUrl}${cardPath(path === '/' || unfolds(named, path) ? path : '/', language)}`
  const logo = look.logoId === null ? undefined : `${site.baseUrl}${logoPath(look.logoId)}`
  const about = structured(
    { url, title, language, description, card, facts },
    { name, url: `${site.baseUrl}/`, logo, description: look.tagline },
  )
  const article = facts?.kind === 'event' ? undefined : facts
  return (
    <>
      <link rel="canonical" href={original} />
      {props.language === undefined ? (
        locales.map((one) => <link rel="alternate" hreflang={one} href={`${url}?lang=${one}`} />)
      ) : (
        <link rel="alternate" hreflang={language} href={url} />
      )}
      <link rel="alternate" hreflang="x-default" href={url} />
      <link rel="alternate" type="application/atom+xml" href="/feed.atom" title={t.atom({ name })} />
      <link rel="alternate" type="application/feed+json" href="/feed.json" title={t.jsonFeed({ name })} />
      {unfolds(named, path) && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${site.baseUrl}/oembed?${new URLSearchParams({ url })}`}
          title={title}
        />
      )}
      <meta name="description" content={description} />
      <Property name="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={name} />
      <meta property="og:url" content={original} />
      <meta property="og:locale" content={graphLocale(language)} />
      <Property name="og:description" content={description} />
      <Property name="og:image" content={card} />
      <Property name="og:image:type" content="image/png" />
      <Property name="og:image:width" content={String(cardSize.width)} />
      <Property name="og:image:height" content={String(cardSize.height)} />
      <Property name="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
      {article && articleProperties(article).map(([property, content]) => <Property name={property} content={content} />)}
      {about && <AboutThis about={about} />}
    </>
  )
}
