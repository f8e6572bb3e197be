import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, instant, made, makes, needs, Paging, pageOf, routes, says, takes } from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { line, lines } from '../lib/ui/texts.ts'
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
const Page = z
  .object({
    slug: z.string(),
    title: z.string(),
    text: z.string(),
    language: z.string(),
    published: z.boolean(),
    version: z.number().int(),
    changedAt: instant(),
  })
  .openapi('SitePage')
const Slug = z.object({ slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) })
const Facts = z.object({ title: line(200).min(1), text: lines(100_000), language: z.enum(locales), published: z.boolean() })

/** The public site: its look, its menu, its own pages. */
export const siteApi = routes()

siteApi.openapi(
  createRoute({
    method: 'get',
    path: '/site',
    operationId: 'getSiteDesign',
    summary: 'Design and menu of the public website',
    ...needs('read', { open: true }),
    responses: says(Look.extend({ menu: Menu }), 'The look; an empty menu is the usual places.'),
  }),
  async (c) => {
    const { name, tagline, accent, accentDark, imprint } = await getLook(c.var.db)
    return c.json({ name, tagline, accent, accentDark, imprint, menu: await listMenu(c.var.db) }, 200)
  },
)

siteApi.openapi(
  createRoute({
    method: 'put',
    path: '/site',
    operationId: 'updateSiteDesign',
    summary: 'Save the design and menu of the public website',
    ...needs('write', 'work'),
    request: { body: takes(Look.extend({ menu: Menu.optional() })) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { menu, ...look } = c.req.valid('json')
    await c.var.write(async (tx) => {
      await setLook(tx, c.var.actor, look)
      if (menu) await setMenu(tx, c.var.actor, writeMenu(menu, siteWords('en').places))
    })
    return c.body(null, 204)
  },
)

siteApi.openapi(
  createRoute({
    method: 'get',
    path: '/site/pages',
    operationId: 'listSitePages',
    summary: 'Extra pages',
    ...needs('read', { open: true }),
    request: { query: Paging },
    responses: says(pageOf(Page.omit({ text: true })), 'By title; drafts for those who keep the site.'),
  }),
  async (c) =>
    c.json(cut(c, c.req.valid('query'), z.array(Page.omit({ text: true })).parse(await listOwnPages(c.var.db, c.var.actor))), 200),
)

siteApi.openapi(
  createRoute({
    method: 'get',
    path: '/site/pages/{slug}',
    operationId: 'getSitePage',
    summary: 'An extra page',
    ...needs('read', { open: true }),
    request: { params: Slug },
    responses: says(Page, 'The page, in Markdown.'),
  }),
  async (c) => c.json(Page.parse(await getOwnPage(c.var.db, c.var.actor, c.req.valid('param').slug)), 200),
)

siteApi.openapi(
  createRoute({
    method: 'post',
    path: '/site/pages',
    operationId: 'createSitePage',
    summary: 'Create an extra page',
    ...needs('write', 'work'),
    request: { body: takes(Facts.extend(Slug.shape)) },
    responses: makes(z.object({ slug: z.string() }), 'Created.'),
  }),
  async (c) => {
    const page = c.req.valid('json')
    await c.var.write((tx) => addOwnPage(tx, c.var.actor, page))
    return made(c, { slug: page.slug }, ({ slug }) => `/site/pages/${slug}`)
  },
)

siteApi.openapi(
  createRoute({
    method: 'put',
    path: '/site/pages/{slug}',
    operationId: 'updateSitePage',
    summary: 'Edit an extra page',
    ...needs('write', 'work'),
    request: { params: Slug, body: takes(Facts.extend({ version: z.number().int().positive() })) },
    responses: does('Changed.'),
  }),
  async (c) => {
    const { version, ...facts } = c.req.valid('json')
    await c.var.write((tx) => changeOwnPage(tx, c.var.actor, c.req.valid('param').slug, version, facts))
    return c.body(null, 204)
  },
)
