import { listShowing } from '../../advocacy/queries.ts'
import { NotFound } from '../../errors.ts'
import { listGroups } from '../../groups/queries.ts'
import { NotDrawn } from '../../lib/print/card-drawing.ts'
import { cardOf } from '../../lib/print/cards.ts'
import { standingGroups } from '../../lib/site-name.ts'
import { type Locale, locales } from '../../lib/ui/format.ts'
import { EmbedPage } from '../../lib/ui/layout.tsx'
import { type C, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findSiteName } from '../../outbox/queries.ts'
import { mayKeepSite } from '../../policy.ts'
import { readHome } from '../home-queries.ts'
import { getLook, styleOf } from '../look/queries.ts'
import type { PlaceName } from '../look/rules.ts'
import { siteWords } from '../words.ts'
import { siteFeed } from './feed.ts'
import { listHappenings, listPublicAddresses } from './queries.ts'
import { type BlockName, blocks, frameOf, heights, linkOf, pathWithin, robotsOf, sitemapOf } from './rules.ts'
import { findPublicTitle } from './unfolding-queries.ts'
import { Block, EmbedHelpPage } from './views.tsx'

const t = textsOf('website', 'feeds')

// Who shows it elsewhere may be anybody: nothing on it is for some people only, and no cookie is asked for or set.
const policyElsewhere =
  "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"

async function sendFeed(c: C, kind: 'atom' | 'json') {
  const { db, actor, site, gathered } = c.var
  const body = siteFeed(kind, await listHappenings(db, gathered.happenings, actor.at), {
    baseUrl: site.baseUrl,
    title: await findSiteName(db),
  })
  return c.body(body, 200, {
    'content-type': kind === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8',
  })
}

const isBlock = (name: string): name is BlockName => (blocks as readonly string[]).includes(name)

/** Which block stands for a place of the site. */
const blockAt: Record<string, BlockName | undefined> = {
  '/': 'latest-news',
  '/roster': 'roster',
  '/meetings': 'next-meeting',
  '/embed/roster': 'roster',
  '/embed/next-meeting': 'next-meeting',
  '/embed/latest-news': 'latest-news',
}

/** What everybody calls the place or the thing at an address; undefined where there is none for everybody. */
async function titleAt(c: C, path: string, locale: string): Promise<string | undefined> {
  const { db, actor, gathered } = c.var
  if (path === '/relationship' && (await listShowing(db)).length === 0) return undefined
  const place = siteWords(locale as Locale).places[path.slice(1) as PlaceName]
  return place ?? findPublicTitle(db, gathered.named, path, actor.at)
}

/** The card of a page: what everybody calls it, or the site alone, and nothing of what is not for everybody. */
async function sendCard(c: C): Promise<Response> {
  const { db } = c.var
  const path = c.req.query('of') ?? '/'
  // The same for everybody: its language stands in its address.
  const language = locales.find((one) => one === c.req.query('lang')) ?? 'en'
  const [look, name] = await Promise.all([getLook(db), findSiteName(db)])
  const title = path === '/' ? look.tagline || name : await titleAt(c, path, language)
  if (!title) return c.body(null, 404)
  try {
    const bytes = await cardOf({ title, name, accent: look.accent, language })
    return c.body(bytes, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' })
  } catch (error) {
    if (!(error instanceof NotDrawn)) throw error
    return c.body(null, 503, { 'retry-after': '10' })
  }
}

/** As many pixels as we would have, or as the other site leaves us (oEmbed 2.2). */
const within = (ours: number, most: string | undefined): number => (/^[1-9]\d{0,4}$/.test(most ?? '') ? Math.min(ours, Number(most)) : ours)

async function oembed(c: C): Promise<Response> {
  const { actor, site } = c.var
  if ((c.req.query('format') ?? 'json') !== 'json') return c.json({ error: t.useTheFormatJson }, 501)
  const path = pathWithin(site.baseUrl, c.req.query('url') ?? '')
  const block = path === undefined ? undefined : blockAt[path]
  const title = path === undefined ? undefined : block ? siteWords(actor.locale).blocks[block] : await titleAt(c, path, actor.locale)
  if (path === undefined || !title) return c.json({ error: t.nothingPublicHasThisAddress }, 404)
  const width = within(600, c.req.query('maxwidth'))
  const height = within(block ? heights[block] : 120, c.req.query('maxheight'))
  const name = await findSiteName(c.var.db)
  return c.json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: name,
    provider_url: `${site.baseUrl}/`,
    cache_age: 3_600,
    html: block ? frameOf(site.baseUrl, block, title, width, height) : linkOf(`${site.baseUrl}${path}`, title, name),
    width,
    height,
  })
}

async function embed(c: C): Promise<Response> {
  const { db, actor, site, gathered } = c.var
  const block = c.req.param('block') ?? ''
  if (!isBlock(block)) throw new NotFound(refusals.thereIsNoSuchPage)
  const slug = c.req.query('group')
  const [home, happenings, look, name] = await Promise.all([
    readHome(db, actor, slug),
    listHappenings(db, gathered.happenings, actor.at),
    getLook(db),
    findSiteName(db),
  ])
  // Where several groups stand and none is named, the people of each.
  const others = block === 'roster' && slug === undefined ? standingGroups(await listGroups(db)) : []
  const homes = others.length > 1 ? await Promise.all(others.map((one) => readHome(db, actor, one.slug))) : [home]
  const locale = actor.locale
  const sheet = styleOf(look)?.path
  c.header('content-security-policy', policyElsewhere)
  return c.html(
    <EmbedPage
      title={siteWords(locale).blocks[block]}
      reader={{ locale, zone: actor.zone, zoneUnknown: !actor.zoneKnown, now: actor.at }}
      brand={{ name, href: `${site.baseUrl}/` }}
      {...(sheet ? { sheet } : {})}
    >
      <Block block={block} homes={homes} happenings={happenings} baseUrl={site.baseUrl} />
    </EmbedPage>,
  )
}

/** What other sites and programs take from here: feeds, blocks, links that unfold, a map. */
export const feedPages = pages()
  .get('/feed.atom', (c) => sendFeed(c, 'atom'))
  .get('/feed.json', (c) => sendFeed(c, 'json'))
  .get('/sitemap.xml', async (c) =>
    c.body(sitemapOf(c.var.site.baseUrl, await listPublicAddresses(c.var.db, c.var.gathered.happenings, c.var.actor.at)), 200, {
      'content-type': 'application/xml; charset=utf-8',
    }),
  )
  .get('/robots.txt', (c) => c.text(robotsOf(c.var.site.baseUrl)))
  .get('/oembed', (c) => oembed(c))
  .get('/card.png', (c) => sendCard(c))
  .get('/embed/:block', (c) => embed(c))
  .get('/site/embed', async (c) => {
    if (!mayKeepSite(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return c.var.page(t.widgetsAndFeeds, <EmbedHelpPage baseUrl={c.var.site.baseUrl} />)
  })
