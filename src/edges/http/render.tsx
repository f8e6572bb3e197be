import type { Context } from 'hono'
import { visitor } from '../../actor.ts'
import { listShowing } from '../../advocacy/relationship/queries.ts'
import { findHomeZone, listGroups } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/connect.ts'
import { shared } from '../../lib/db/shared.ts'
import { chromeWords } from '../../lib/ui/chrome-words.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { BarePage, Page, PublicPage, type PublicPageProps } from '../../lib/ui/layout.tsx'
import type { Reader } from '../../lib/ui/reader.ts'
import type { Env, PageContent } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { readPlaces } from '../../list/queries.ts'
import { settingPlaces } from '../../people/settings-views.tsx'
import { isHerself } from '../../policy.ts'
import { findPublicFacts } from '../../website/feeds/unfolding-queries.ts'
import { getLook, type Look, listMenu, styleOf } from '../../website/look/queries.ts'
import { logoPath, type MenuLine } from '../../website/look/rules.ts'
import { listOwnPages } from '../../website/own-pages/queries.ts'
import { readSurroundingsVersion } from '../../website/page-versions-queries.ts'
import { menuOf, PublicHead, SiteFooter } from '../../website/public-views.tsx'
import { siteWords } from '../../website/words.ts'
import { chromeOf } from './chrome.ts'
import { helpFor, hintFor } from './help-places.ts'
import { rememberLanguage } from './language.ts'
import { sectionsOf } from './places.ts'

const t = textsOf('edges', 'http')
const glossary = textsOf('website', 'glossary')
const help = textsOf('website', 'help')

/** What stands around every page, whoever reads it; each reader is shown what they may know of. */
interface Chrome {
  groups: Awaited<ReturnType<typeof listGroups>>
  lists: Awaited<ReturnType<typeof readPlaces>>
  look: Look
  menu: MenuLine[]
  pages: Awaited<ReturnType<typeof listOwnPages>>
  /** Does a group show its figures with the vendor? */
  relationship: boolean
  /** The zone that times are shown in to whoever's is not known. */
  home: string
}

async function readChrome(db: Db, now: Date): Promise<Chrome> {
  const [groups, lists, look, menu, pages, showing, home] = await Promise.all([
    listGroups(db),
    readPlaces(db),
    getLook(db),
    listMenu(db),
    listOwnPages(db, visitor(now)),
    listShowing(db),
    findHomeZone(db),
  ])
  return { groups, lists, look, menu, pages, relationship: showing.length > 0, home }
}

/**
 * The groups and lists of the site and its look, as they stand when it is asked: whether anything of them changed is read once for all
 * who ask at a time, and they themselves only where it did.
 */
export function chromeReader(db: Db, now: () => Date): () => Promise<Chrome> {
  let kept: { version: string; chrome: Chrome } | undefined
  return shared(async () => {
    // Read before them, so that what changes meanwhile is read again the next time.
    const version = await readSurroundingsVersion(db)
    if (kept?.version !== version) kept = { version, chrome: await readChrome(db, now()) }
    return kept.chrome
  })
}

/** @param home the zone of the site, for those of whom nothing is known */
function readerOf(c: Context<Env>, home: string): Reader {
  const { personId, locale, zone, zoneKnown, theme, singleKeys, at } = c.var.actor
  const where = { zone: personId === null ? home : zone, zoneUnknown: !zoneKnown }
  return {
    ...{ locale: locale as Locale, ...where, now: at, theme: theme === 'system' ? undefined : theme, keys: singleKeys },
    help: helpFor(c.req.path, locale),
  }
}

/** Who is looking, and as whom; the way back is always there. */
const Acting = ({ name }: { name: string }) => (
  <form method="post" action="/acting/end" class="row">
    <span>{t.viewSiteRecordChangesBoth({ b: <b>{name}</b> })}</span>
    <button type="submit" class="button">
      {t.stop}
    </button>
  </form>
)

function brandOf({ groups: [group], look }: Chrome) {
  return {
    name: look.name || group?.name || 'Rapport',
    sub: group?.communities.join(', '),
    href: '/',
    ...(look.logoId === null ? {} : { logo: logoPath(look.logoId) }),
  }
}

/** A page for everybody, with the menu and the footer of the site. */
async function renderPublic(
  c: Context<Env>,
  content: PageContent,
  common: Omit<PublicPageProps, 'items'>,
  { look, menu, pages, relationship }: Chrome,
) {
  const { actor, site, gathered } = c.var
  const { path } = c.req
  const strange = actor.personId === null
  const words = siteWords(actor.locale)
  const items = [...menuOf(menu, path, words, relationship), ...(strange ? [] : [{ href: '/today', label: words.today }])]
  const signInHref = strange ? `/sign-in?${new URLSearchParams({ next: path })}` : undefined
  if (strange) rememberLanguage(c)
  const query = Object.keys(c.req.query()).filter((name) => name !== 'lang')
  const told = query.length === 0 && (content.status ?? 200) === 200
  const facts = told ? await findPublicFacts(c.var.db, gathered.named, path, actor.at) : undefined
  const head = (
    <>
      {told && (
        <PublicHead
          title={content.title}
          description={content.description}
          language={content.language}
          name={common.brand.name}
          {...{ site, path, look, facts }}
          named={gathered.named}
        />
      )}
      {content.head}
    </>
  )
  return c.html(
    <PublicPage
      {...common}
      head={head}
      items={items}
      signInHref={signInHref}
      search={{ action: '/search', value: content.search }}
      footer={<SiteFooter path={path} strange={strange} look={look} pages={pages} relationship={relationship} />}
    >
      {content.children}
    </PublicPage>,
    content.status ?? 200,
  )
}

/** The pages that this person is shown in the menu, what they set about themselves, and what helps, for those who look for one by its name. */
export async function shownPlaces(c: Context<Env>, readChrome: () => Promise<Chrome>): Promise<{ href: string; label: string }[]> {
  const { menu, lists, groups, relationship, pages } = await readChrome()
  const { actor } = c.var
  const own = [
    ...pages.map(({ slug, title }) => ({ href: `/pages/${slug}`, label: title })),
    { href: '/help', label: help.title },
    { href: '/help/words', label: glossary.title },
  ]
  if (actor.personId === null) return [...menuOf(menu, c.req.path, siteWords(actor.locale), relationship), ...own]
  const sections = await sectionsOf(c, lists, groups[0])
  const settings = [{ href: '/me', label: chromeWords(actor.locale).settings }, ...settingPlaces()]
  return [...sections.flatMap(({ items }) => items), ...settings, ...own]
}

/** What is said to somebody who is at a place for the first time; whoever acts as them is not asked to hide it. */
function hintOf(c: Context<Env>, kind: PageContent['kind'], status: number) {
  const { actor } = c.var
  const hint = kind === 'work' && status === 200 && isHerself(actor) ? hintFor(c.req.path, actor.hiddenHints ?? []) : undefined
  return hint && { ...hint, at: c.req.path }
}

/** A page in the layout that fits: the rail for who is signed in, the public header for everybody else. */
export async function renderPage(
  c: Context<Env>,
  coming: PageContent | Promise<PageContent>,
  readChrome: () => Promise<Chrome>,
): Promise<Response> {
  const [chrome, content] = await Promise.all([readChrome(), coming])
  const { title, children, kind = 'work', status = 200, head, search, action } = content
  const { actor } = c.var
  const reader = { ...readerOf(c, chrome.home), hint: hintOf(c, kind, status) }
  const { flash, headers } = chromeOf(c)
  for (const [name, value] of headers) c.header(name, value, { append: true })
  const banner = actor.behind === undefined ? undefined : <Acting name={actor.name} />
  const sheet = styleOf(chrome.look)?.path
  const common = { title, reader, brand: brandOf(chrome), head, flash, banner, ...(sheet ? { sheet } : {}) }
  if (kind === 'bare') return c.html(<BarePage {...common}>{children}</BarePage>, status)
  if (kind === 'public' || actor.personId === null) return renderPublic(c, content, common, chrome)
  return c.html(
    <Page
      {...common}
      sections={await sectionsOf(c, chrome.lists, chrome.groups[0])}
      person={{ name: actor.name, settingsHref: '/me', signOutAction: '/sign-out' }}
      search={{ action: '/search', value: search }}
      action={action}
    >
      {children}
    </Page>,
    status,
  )
}
