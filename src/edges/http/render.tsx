import { visitor } from '../../actor.ts'
import { listShowing } from '../../advocacy/relationship/queries.ts'
import { findHomeZone, listGroups } from '../../groups/queries.ts'
import { readMemberWord } from '../../groups/user-groups/queries.ts'
import { keptByVersion } from '../../lib/db/kept-by-version.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { Shown } from '../../lib/db/shown.ts'
import { nameOfSite, standingGroups, userGroupsOf } from '../../lib/site-name.ts'
import { BeyondList, ListEnds } from '../../lib/ui/beyond.tsx'
import { chromeWords } from '../../lib/ui/chrome-words.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { BarePage, type Brand, Page, PublicPage, type PublicPageProps } from '../../lib/ui/layout.tsx'
import type { MemberWord } from '../../lib/ui/member-word.ts'
import type { Child } from '../../lib/ui/message.ts'
import { Titled } from '../../lib/ui/parts.tsx'
import type { Reader } from '../../lib/ui/reader.ts'
import { signedInAs } from '../../lib/ui/signed-in-as.ts'
import type { PageFacts } from '../../lib/ui/variables.ts'
import type { C } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { readPlaces } from '../../list/queries.ts'
import { settingPlaces } from '../../people/settings-views.tsx'
import { isHerself } from '../../policy.ts'
import { listDecided } from '../../today/decisions-queries.ts'
import { JustDecided } from '../../today/views.tsx'
import { findPublicFacts } from '../../website/feeds/unfolding-queries.ts'
import { getLook, type Look, listMenu, listUnused, styleOf } from '../../website/look/queries.ts'
import { logoPath, type MenuLine, openLines } from '../../website/look/rules.ts'
import { listOwnPages } from '../../website/own-pages/queries.ts'
import { menuOf, PublicHead, SiteFooter } from '../../website/public-views.tsx'
import { siteWords } from '../../website/words.ts'
import { chromeOf } from './chrome.ts'
import { helpFor, hintFor } from './help-places.ts'
import { rememberLanguage } from './language.ts'
import { sectionsOf } from './places.ts'
import { written } from './written.ts'

const t = textsOf('edges', 'http')
const glossary = textsOf('website', 'glossary')
const help = textsOf('website', 'help')

/** What stands around every page, whoever reads it; each reader is shown what they may know of. */
export interface Chrome {
  groups: Awaited<ReturnType<typeof listGroups>>
  lists: Awaited<ReturnType<typeof readPlaces>>
  look: Look
  menu: MenuLine[]
  pages: Awaited<ReturnType<typeof listOwnPages>>
  /** Does a group show its figures with the vendor? */
  relationship: boolean
  /** The parts that the site does without. */
  unused: string[]
  /** The zone that times are shown in to whoever's is not known. */
  home: string
  /** What a member is called here. */
  word: MemberWord
  /** What stands at the top of every page. */
  brand: Brand
}

async function readChrome(db: Db, now: Date): Promise<Chrome> {
  const [groups, lists, look, menu, pages, showing, unused, home, word] = await Promise.all([
    listGroups(db),
    readPlaces(db),
    getLook(db),
    listMenu(db),
    listOwnPages(db, visitor(now)),
    listShowing(db),
    listUnused(db),
    findHomeZone(db),
    readMemberWord(db),
  ])
  return {
    groups,
    lists,
    look,
    menu: openLines(menu, pages),
    pages,
    relationship: showing.length > 0,
    unused,
    home,
    word,
    brand: brandOf(groups, look),
  }
}

/**
 * The groups and lists of the site and its look, as they stand when it is asked: they are read only where anything of them changed.
 */
export function chromeReader(now: () => Date): (db: Db, shown: Shown) => Promise<Chrome> {
  const read = keptByVersion((db) => readChrome(db, now()))
  return (db, { around }) => read(db, around)
}

function readerOf(c: C, { home, groups, unused }: Pick<Chrome, 'home' | 'groups' | 'unused'>): Reader {
  const { personId, locale, zone, zoneKnown, theme, singleKeys, at } = c.var.actor
  const where = { zone: personId === null ? home : zone, zoneUnknown: !zoneKnown }
  return {
    ...{ locale: locale as Locale, ...where, now: at, theme: theme === 'system' ? undefined : theme, keys: singleKeys },
    as: signedInAs(c.var.actor),
    help: helpFor(c.req.path, locale),
    alone: groups.length === 1 ? groups[0]?.name : undefined,
    unused,
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

function brandOf(groups: Chrome['groups'], look: Look): Brand {
  const name = nameOfSite(look.name, groups)
  const communities = userGroupsOf(standingGroups(groups))
  return {
    name,
    // Many of them are listed on the first page; one after which the site is called is not said twice.
    sub: communities.length > 3 || communities.join(' · ') === name ? undefined : communities.join(', '),
    href: '/',
    ...(look.logoId === null ? {} : { logo: logoPath(look.logoId) }),
  }
}

/** Where somebody is, to come back to. */
function pathOf(c: C): string {
  const { pathname, search } = new URL(c.req.raw.url)
  return c.req.method === 'GET' ? pathname + search : '/today'
}

/** A page for everybody, with the menu and the footer of the site. */
async function renderPublic(
  c: C,
  content: PageFacts & Required<Pick<PageFacts, 'status'>> & { title: string; children: Child },
  common: Omit<PublicPageProps, 'items'>,
  chrome: Chrome,
) {
  const { look } = chrome
  const { actor, site, gathered } = c.var
  const { path } = c.req
  const strange = actor.personId === null
  const words = siteWords(actor.locale)
  const items = [...menuOf(path, words, chrome), ...(strange ? [] : [{ href: '/today', label: words.today }])]
  // The front page is for visitors: who signs in there comes to what waits for them.
  const signInHref = strange ? `/sign-in?${new URLSearchParams({ next: path === '/' ? '/today' : path })}` : undefined
  if (strange) rememberLanguage(c)
  const query = Object.keys(c.req.query()).filter((name) => name !== 'lang')
  const told = query.length === 0 && content.status === 200
  const facts = told ? await findPublicFacts(c.var.db, gathered.named, path, actor.at) : undefined
  const head = (
    <>
      {told && (
        <PublicHead
          title={content.title}
          description={content.description}
          language={content.language}
          locale={actor.locale}
          asked={c.req.query('lang')}
          name={common.brand.name}
          {...{ site, path, look, facts }}
          named={gathered.named}
        />
      )}
      {content.head}
    </>
  )
  return written(
    c,
    <PublicPage
      {...common}
      head={head}
      items={items}
      signInHref={signInHref}
      search={{ action: '/search', value: content.search }}
      footer={<SiteFooter path={path} asked={new URL(c.req.raw.url).searchParams} strange={strange} around={chrome} />}
    >
      {content.children}
    </PublicPage>,
    content.status,
  )
}

/** The pages that this person is shown in the menu, what they set about themselves, and what helps, for those who look for one by its name. */
export async function shownPlaces(c: C, readChrome: () => Promise<Chrome>): Promise<{ href: string; label: string; does?: string }[]> {
  const chrome = await readChrome()
  const { actor } = c.var
  const own = [
    ...chrome.pages.map(({ slug, title }) => ({ href: `/pages/${slug}`, label: title })),
    { href: '/help', label: help.title },
    { href: '/help/words', label: glossary.title },
  ]
  if (actor.personId === null) return [...menuOf(c.req.path, siteWords(actor.locale), chrome), ...own]
  const sections = await sectionsOf(c, chrome)
  const settings = [{ href: '/me', label: chromeWords(actor.locale).settings }, ...settingPlaces()]
  // Among all places the first page is called as its part of the menu.
  const named = sections.flatMap(({ title, items }) => items.map(({ href, label }) => ({ href, label: href === '/today' ? title : label })))
  return [...named, ...settings, ...own]
}

/** What is said to somebody who is at a place for the first time; whoever acts as them is not asked to hide it. */
function hintOf(c: C, kind: PageFacts['kind'], status: number) {
  const { actor } = c.var
  const hint = kind === 'work' && status === 200 && isHerself(actor) ? hintFor(c.req.path, actor.hiddenHints ?? []) : undefined
  return hint && { ...hint, at: c.req.path }
}

/** A page in the layout that fits; where a list on it ends before what was asked for, it says only that, and leads back. */
export async function renderPage(
  c: C,
  readChrome: () => Promise<Chrome>,
  title: string,
  coming: Child | Promise<Child>,
  facts: PageFacts = {},
): Promise<Response> {
  const [chrome, children] = await Promise.all([readChrome(), coming])
  try {
    return await renderWithin(c, chrome, title, children, facts)
  } catch (error) {
    if (!(error instanceof BeyondList)) throw error
    const ends = (
      <Titled title={title}>
        <ListEnds {...error} />
      </Titled>
    )
    return renderWithin(c, chrome, title, ends, { ...facts, status: 404 })
  }
}

/** What the window is called: that something was refused is heard first, and of a list that goes on which of its pages this is. */
function titleOf(c: C, title: string, status: number): string {
  const words = chromeWords(c.var.actor.locale)
  const number = Number(c.req.query('page'))
  const paged = Number.isInteger(number) && number > 1 ? words.titlePage({ title, number }) : title
  return c.var.refused || status === 422 ? words.titleRefused({ title: paged }) : paged
}

/** The rail for who is signed in, the public header for everybody else. */
async function renderWithin(c: C, chrome: Chrome, title: string, children: Child, facts: PageFacts): Promise<Response> {
  const { kind = 'work', status = c.var.refused ? 422 : 200, head, search, action } = facts
  const { actor } = c.var
  const reader = { ...readerOf(c, chrome), hint: hintOf(c, kind, status), refused: c.var.refused }
  const { flash, headers } = chromeOf(c)
  for (const [name, value] of headers) c.header(name, value, { append: true })
  const banner = actor.behind === undefined ? undefined : <Acting name={actor.name} />
  const sheet = styleOf(chrome.look)?.path
  const common = { title: titleOf(c, title, status), reader, brand: chrome.brand, head, flash, banner, ...(sheet ? { sheet } : {}) }
  if (kind === 'bare') return written(c, <BarePage {...common}>{children}</BarePage>, status)
  if (kind === 'public' || actor.personId === null) return renderPublic(c, { ...facts, title, status, children }, common, chrome)
  // Today has them in their place. What a form decides comes after the actor was read.
  const mayBe = actor.decided !== false || c.req.method !== 'GET'
  const decided = mayBe && isHerself(actor) && c.req.path !== '/today' ? await listDecided(c.var.db, actor.personId) : []
  return written(
    c,
    <Page
      {...common}
      decided={<JustDecided decided={decided} next={pathOf(c)} />}
      sections={await sectionsOf(c, { ...chrome, group: facts.group })}
      person={{ name: actor.name, settingsHref: '/me', signOutAction: '/sign-out' }}
      search={{ action: '/search', value: search }}
      action={action}
    >
      {children}
    </Page>,
    status,
  )
}
