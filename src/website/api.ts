import { z } from '@hono/zod-openapi'
import { does, instant, lists, makes, named, needs, routes, says } from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { setLook, setMenu } from './look/actions.ts'
import { getLook, listMenu } from './look/queries.ts'
import { writeMenu } from './look/rules.ts'
import { addOwnPage, changeOwnPage } from './own-pages/actions.ts'
import { getOwnPage, listOwnPages } from './own-pages/queries.ts'
import { siteWords } from './words.ts'

const Look = z
  .object({ name: line(120), tagline: line(200), accent: line(7), accentDark: line(7), imprint: lines(20_000) })
  .openapi('SiteLook', { description: 'Empty values use the defaults of Rapport. Colours like `#1b5e4b`.' })
const Menu = z.array(z.object({ label: line(40), path: line(500).min(1) })).max(12)
const Page = named('SitePage', {
  slug: z.string(),
  title: z.string(),
  text: z.string(),
  language: z.string(),
  published: z.boolean(),
  version: z.int(),
  changedAt: instant(),
})
const Slug = { slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) }
const Facts = z.object({ title: line(200).min(1), text: lines(100_000), language: z.enum(locales), published: z.boolean() })

/** The public site: its look, its menu, its own pages. */
export const siteApi = routes()

siteApi.operation('getSiteDesign', 'GET /site', {
  summary: 'Design and menu of the public website',
  may: needs('read', { open: true }),
  answers: says(Look.extend({ menu: Menu }), 'The look; an empty menu is the usual places.'),
  run: async ({ db }) => ({ ...(await getLook(db)), menu: await listMenu(db) }),
})

siteApi.operation('updateSiteDesign', 'PUT /site', {
  summary: 'Save the design and menu of the public website',
  may: needs('write', 'work'),
  body: Look.extend({ menu: Menu.optional() }),
  answers: does('Done.'),
  run: ({ write, actor, body: { menu, ...look } }) =>
    write(async (tx) => {
      await setLook(tx, actor, look)
      if (menu) await setMenu(tx, actor, writeMenu(menu, siteWords('en').places))
    }),
})

siteApi.operation('listSitePages', 'GET /site/pages', {
  summary: 'Extra pages',
  may: needs('read', { open: true }),
  answers: lists(Page.omit({ text: true }), 'By title; drafts for those who keep the site.'),
  run: ({ db, actor }) => listOwnPages(db, actor),
})

siteApi.operation('getSitePage', 'GET /site/pages/{slug}', {
  summary: 'An extra page',
  may: needs('read', { open: true }),
  params: Slug,
  answers: says(Page, 'The page, in Markdown.'),
  run: ({ db, actor, params }) => getOwnPage(db, actor, params.slug),
})

siteApi.operation('createSitePage', 'POST /site/pages', {
  summary: 'Create an extra page',
  may: needs('write', 'work'),
  body: Facts.extend(Slug),
  answers: makes(z.object({ slug: z.string() }), 'Created.', '/site/pages/{slug}'),
  run: async ({ write, actor, body: page }) => {
    await write((tx) => addOwnPage(tx, actor, page))
    return { slug: page.slug }
  },
})

siteApi.operation('updateSitePage', 'PUT /site/pages/{slug}', {
  summary: 'Edit an extra page',
  may: needs('write', 'work'),
  params: Slug,
  body: Facts.extend({ version: z.int().positive() }),
  answers: does('Changed.'),
  run: ({ write, actor, params, body: { version, ...facts } }) => write((tx) => changeOwnPage(tx, actor, params.slug, version, facts)),
})
