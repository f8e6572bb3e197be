import type { Access } from '../access.ts'
import type { World } from '../world.ts'
import { keptSite, lookAgain, ownPageAgain } from './kept-site.ts'

const keepers = (status: number) => ({ ada: status, stella: status })
const draft = (world: World) => ownPageAgain(world, false)

/** Addresses of the public site and of those who keep it. */
export const siteAccess: Access = {
  'GET /site/look': { path: () => '/site/look', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/look': { path: () => '/site/look', form: { accent: 'yellow' }, expect: { ...keepers(422), others: 404 } },
  'GET /site/menu': { path: () => '/site/menu', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/menu': { path: () => '/site/menu', form: { menu: 'charter' }, expect: { ...keepers(422), others: 404 } },
  'POST /site/parts': { path: () => '/site/parts', form: { used: 'nothing' }, expect: { ...keepers(422), others: 404 } },
  'GET /site/logo/:file': { path: () => `/site/logo/${keptSite.logo}`, renew: lookAgain, expect: { others: 200 } },
  'GET /site/:sheet{[\\w-]{12}\\.css}': { path: () => '/site/abcdefghijkl.css', expect: { others: 200 } },
  'GET /pages/:slug{.+}': { path: () => '/pages/joining', renew: (world) => ownPageAgain(world, true), expect: { others: 200 } },
  'GET /site/pages': { path: () => '/site/pages', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'GET /site/pages/new': { path: () => '/site/pages/new', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/pages': { path: () => '/site/pages', form: { title: 'T' }, expect: { ...keepers(422), others: 404 } },
  'GET /site/pages/:slug{.+}': { path: () => '/site/pages/joining', renew: draft, expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/pages/:slug{.+}': {
    path: () => '/site/pages/joining',
    form: { title: 'T' },
    renew: draft,
    expect: { ...keepers(422), others: 404 },
  },
  'GET /site/embed': { path: () => '/site/embed', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'GET /site/figures': { path: () => '/site/figures', expect: { visitor: 303, ...keepers(200), carla: 200, bruno: 200, others: 404 } },
  // Hers to decide for her own group alone: neither another group's coordinator nor an administrator does.
  'POST /site/figures': { path: () => '/site/figures', form: { group: 'lectio' }, expect: { carla: 303, others: 404 } },
  'GET /embed/:block': { path: () => '/embed/roster', expect: { others: 200 } },
  'GET /feed.atom': { path: () => '/feed.atom', expect: { others: 200 } },
  'GET /feed.json': { path: () => '/feed.json', expect: { others: 200 } },
  'GET /sitemap.xml': { path: () => '/sitemap.xml', expect: { others: 200 } },
  'GET /robots.txt': { path: () => '/robots.txt', expect: { others: 200 } },
  'GET /manifest.webmanifest': { path: () => '/manifest.webmanifest', alike: true, expect: { others: 200 } },
  'GET /site/icons/:size': { path: () => '/site/icons/180', alike: true, expect: { others: 200 } },
  'GET /card.png': { path: () => '/card.png?of=/meetings', expect: { others: 200 } },
  'GET /oembed': { path: () => '/oembed?url=https://elsewhere.example/', expect: { others: 404 } },
  'GET /api/v1/site': { path: () => '/api/v1/site', expect: { others: 200 } },
  'PUT /api/v1/site': {
    path: () => '/api/v1/site',
    form: { name: '', tagline: '', accent: '#ffff00', accentDark: '', imprint: '' },
    expect: { visitor: 401, ...keepers(422), others: 404 },
  },
  'GET /api/v1/site/pages': { path: () => '/api/v1/site/pages', expect: { others: 200 } },
  'POST /api/v1/site/pages': { path: () => '/api/v1/site/pages', form: { title: 'T' }, expect: { visitor: 401, others: 422 } },
  'GET /api/v1/site/pages/:slug': {
    path: () => '/api/v1/site/pages/joining',
    renew: draft,
    expect: { visitor: 401, ...keepers(200), others: 404 },
  },
  'PUT /api/v1/site/pages/:slug': {
    path: () => '/api/v1/site/pages/joining',
    renew: draft,
    form: { title: 'T', text: '', language: 'en', published: true, version: 1 } as never,
    expect: { visitor: 401, ...keepers(204), others: 404 },
  },
  'GET /help': { path: () => '/help?q=vote', expect: { others: 200 } },
  'GET /help/:topic': { path: () => '/help/today', expect: { others: 200 } },
  'GET /help/words': { path: () => '/help/words', expect: { others: 200 } },
  'GET /imprint': { path: () => '/imprint', renew: lookAgain, expect: { others: 200 } },
}
