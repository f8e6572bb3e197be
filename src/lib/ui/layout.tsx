import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { assetPath } from './assets.ts'
import { chromeWords } from './chrome-words.ts'
import { directionOf } from './format.ts'
import { KeysDialog } from './keys.tsx'
import { memberWordNow } from './member-word.ts'
import { once } from './once.ts'
import { type Reader, ReaderContext } from './reader.ts'

export interface Brand {
  name: string
  /** A second, smaller line: the user group. */
  sub?: string
  /** The address of its logo. */
  logo?: string
  href: string
}

export interface NavItem {
  href: string
  label: string
  /** What waits there, in a word or a number: `7`, `1 open`. */
  count?: string | number
  current?: boolean
}

/** A part of the work, with its places. */
export interface NavSection {
  title: string
  items: NavItem[]
}

export interface Flash {
  kind?: 'good' | 'wait' | 'late'
  text: Child
}

interface Common {
  /** Of the document; the brand follows it. */
  title: string
  reader: Reader
  brand: Brand
  /** Said once, after something was done. */
  flash?: Flash
  /** What was decided a moment ago, while it can be taken back. */
  decided?: Child
  /** Above everything: acting as another person, demo mode. */
  banner?: Child
  /** More for the head: feeds, canonical address, robots. */
  head?: Child
  /** The stylesheet with the site's own colours, after that of Rapport. */
  sheet?: string
  children?: Child
}

export interface PageProps extends Common {
  sections: NavSection[]
  person: { name: string; role?: string; settingsHref?: string; signOutAction?: string }
  search: { action: string; value?: string }
  /** The one thing that can be begun from anywhere. */
  action?: { href: string; label: string }
}

export interface PublicPageProps extends Common {
  items: NavItem[]
  /** Absent for who is signed in already. */
  signInHref?: string
  /** Where the words of the search box go, and those that were sent. */
  search?: { action: string; value?: string | undefined }
  footer?: Child
}

// Evaluation is refused by the policy and again in rapport.js; htmx brings no style of its own and leaves history alone.
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: false, extensions: 'rapport' })

function Document({
  title,
  reader,
  brand,
  head,
  sheet,
  children,
  scripts,
  class: className,
}: Common & { scripts: string[]; class?: string }) {
  const keys = reader.keys === false ? 'off' : undefined
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={reader.locale} dir={directionOf(reader.locale)} data-theme={reader.theme} data-keys={keys}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === brand.name ? title : `${title} · ${brand.name}`}</title>
          <meta name="color-scheme" content={reader.theme ?? 'light dark'} />
          {once(brand, `files ${sheet} ${scripts}`, () => (
            <Files sheet={sheet} scripts={scripts} />
          ))}
          {head}
        </head>
        <body class={className}>
          <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
        </body>
      </html>
    </>
  )
}

/** What a page needs besides itself. */
const Files = ({ sheet, scripts }: { sheet: string | undefined; scripts: string[] }) => (
  <>
    <link rel="icon" href={assetPath('mark.svg')} type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/site/icons/180" />
    <link rel="manifest" href="/manifest.webmanifest" />
    {['source-sans-3-latin-wght-normal.woff2', 'source-serif-4-latin-wght-normal.woff2'].map((font) => (
      <link rel="preload" href={assetPath(font)} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
    <link rel="stylesheet" href={assetPath('fonts.css')} />
    <link rel="stylesheet" href={assetPath('rapport.css')} />
    {sheet && <link rel="stylesheet" href={sheet} />}
    {scripts.includes('htmx.js') && <meta name="htmx-config" content={htmxConfig} />}
    {scripts.map((script) =>
      script === 'htmx.js' ? <script src={assetPath(script)} defer /> : <script type="module" src={assetPath(script)} />,
    )}
  </>
)

const BrandLink = ({ brand }: { brand: Brand }) => (
  <a class="brand" href={brand.href}>
    {brand.logo && <img class="logo" src={brand.logo} alt="" />}
    <span>
      {brand.name}
      {brand.sub && <small>{brand.sub}</small>}
    </span>
  </a>
)

/** What stands first on a page: the way past its places, and what is said on all of them. */
const Start = ({ words, banner }: { words: ReturnType<typeof chromeWords>; banner?: Child }) => (
  <>
    <a class="skip" href="#main">
      {words.skip}
    </a>
    {banner && (
      <section class="banner" aria-label={words.notice}>
        {banner}
      </section>
    )}
  </>
)

const Said = ({ flash }: { flash: Flash | undefined }) =>
  flash ? (
    <div class={`note flash ${flash.kind ?? 'good'}`} role="status" data-done="">
      {flash.text}
    </div>
  ) : null

const Item = ({ item, part }: { item: NavItem; part?: boolean }) => (
  <li>
    <a class="item" href={item.href} aria-current={item.current ? (part ? 'true' : 'page') : undefined}>
      <span>{item.label}</span>
      {item.count !== undefined && item.count !== '' && <span class="count">{item.count}</span>}
    </a>
  </li>
)

/** A part of the work as the rail shows it: its first place, and how much waits at all of them. */
function partOf({ title, items }: NavSection): NavItem[] {
  const [first] = items
  if (!first) return []
  const waiting = items.reduce((sum, { count }) => sum + (typeof count === 'number' ? count : 0), 0)
  return [{ href: first.href, label: title, count: waiting || undefined, current: items.some(({ current }) => current) }]
}

/** The places of the part of the work that this page belongs to; one alone is the page itself. */
const Places = ({ section }: { section: NavSection | undefined }) =>
  section && section.items.length > 1 ? (
    <nav class="places" aria-label={section.title}>
      <ul class="links">
        {section.items.map((item) => (
          <Item item={item} />
        ))}
      </ul>
    </nav>
  ) : null

function Rail({ brand, sections, person, reader }: PageProps) {
  const words = chromeWords(reader.locale)
  return (
    <header class="rail">
      <BrandLink brand={brand} />
      <details class="menu">
        <summary>{words.menu}</summary>
        <nav aria-label={words.menu}>
          <ul class="links">
            {sections.flatMap(partOf).map((item) => (
              <Item item={item} part />
            ))}
          </ul>
        </nav>
      </details>
      <div class="foot meta">
        <p>
          {words.signedInAs} <b>{person.name}</b>
          {person.role && `, ${person.role}`}
        </p>
        <div class="row">
          {person.settingsHref && <a href={person.settingsHref}>{words.settings}</a>}
          <a href="/help">{words.help}</a>
          {person.signOutAction && (
            <form method="post" action={person.signOutAction}>
              <button type="submit" class="link">
                {words.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}

const SearchBox = (props: { action: string; value?: string | undefined; reader: Reader }) =>
  props.value ? <SearchForm {...props} /> : once(memberWordNow(), `search ${props.action}`, () => <SearchForm {...props} />)

function SearchForm({ action, value, reader }: { action: string; value?: string | undefined; reader: Reader }) {
  const words = chromeWords(reader.locale)
  return (
    <search class="search">
      <form action={action} method="get">
        <label class="away" for="site-search">
          {words.search}
        </label>
        <complete-search from="/search/complete" label={words.search}>
          <input id="site-search" name="q" type="search" value={value} placeholder={words.searchHint} enterkeyhint="search" />
        </complete-search>
        <span aria-hidden="true">
          <kbd hidden>/</kbd>
        </span>
        {/* For who has no key to send it with: a voice, a switch. With keys it is one stop more for nothing. */}
        <button type="submit" class="away" tabindex={-1}>
          {words.search}
        </button>
      </form>
    </search>
  )
}

/** A page for who is signed in: the rail with the group's places, the search box, one action, and the page itself. */
export function Page(props: PageProps) {
  const { reader, sections, search, action, flash, decided, banner, children } = props
  const words = chromeWords(reader.locale)
  return (
    <Document {...props} scripts={['htmx.js', 'rapport.js', 'relative-time.js', 'combobox.js']}>
      <Start {...{ words, banner }} />
      <div class="page">
        <Rail {...props} />
        <main class="main">
          <div class="top">
            <SearchBox {...search} reader={reader} />
            {action && (
              <a class="button" href={action.href}>
                {action.label}
              </a>
            )}
          </div>
          <Places section={sections.find(({ items }) => items.some(({ current }) => current))} />
          <div class="content" id="main" tabindex={-1}>
            <Said flash={flash} />
            {decided}
            {children}
          </div>
        </main>
      </div>
      <KeysDialog reader={reader} today />
    </Document>
  )
}

const Ways = ({ brand, items }: { brand: Brand; items: NavItem[] }) =>
  once(brand, `ways ${items.map(({ href, current }) => `${href} ${current}`)}`, () => (
    <>
      {items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </a>
      ))}
    </>
  ))

/** A page for everybody: a line of places above, the page in full width, a footer. */
export function PublicPage(props: PublicPageProps) {
  const { reader, brand, items, signInHref, footer, flash, banner, search, children } = props
  const words = chromeWords(reader.locale)
  return (
    <Document {...props} scripts={['rapport.js', 'relative-time.js', ...(search ? ['combobox.js'] : [])]} class="public">
      <Start {...{ words, banner }} />
      <header class="site">
        <BrandLink brand={brand} />
        {search && <SearchBox {...search} reader={reader} />}
        <details class="menu">
          <summary>{words.menu}</summary>
          <nav aria-label={words.siteNavigation}>
            <Ways brand={brand} items={items} />
            {signInHref && (
              <a class="button" href={signInHref}>
                {words.signIn}
              </a>
            )}
          </nav>
        </details>
      </header>
      <main class="wide" id="main" tabindex={-1}>
        <Said flash={flash} />
        {children}
      </main>
      {footer && <footer class="site">{footer}</footer>}
      <KeysDialog reader={reader} today={signInHref === undefined} />
    </Document>
  )
}

/** A block for other sites: no way on but its own links, which open in the whole window. */
export const EmbedPage = (props: Common) => (
  <Document {...props} head={<base target="_top" />} scripts={['embed.js']} class="embed">
    <main>
      {/* For who hears the frame as a page of its own. */}
      <h1 class="away">{props.title}</h1>
      {props.children}
    </main>
  </Document>
)

/** A page with one thing on it: sign-in, a confirmation from a mail, an error. */
export function BarePage(props: Common) {
  const { reader, brand, flash, banner, children } = props
  const words = chromeWords(reader.locale)
  return (
    <Document {...props} scripts={['rapport.js']} class="bare">
      <Start {...{ words, banner }} />
      <header class="site">
        <BrandLink brand={brand} />
      </header>
      <main class="narrow" id="main" tabindex={-1}>
        <Said flash={flash} />
        {children}
      </main>
    </Document>
  )
}
