import { loadActor } from '../../src/groups/queries.ts'
import { writeItem } from '../../src/news/actions.ts'
import { compose, settleRest } from '../../src/news/compose/actions.ts'
import { showImport, takeImport } from '../../src/news/imports/actions.ts'
import { readWxr } from '../../src/news/imports/wxr.ts'
import { beginIssue, chooseItems } from '../../src/news/issues/actions.ts'
import { markReady, publish } from '../../src/news/publishing-actions.ts'
import type { Access } from '../access.ts'
import type { World } from '../world.ts'
import { contributionAgain, programme } from './kept-programme.ts'
import { things } from './things.ts'

const signIn = 303
const slug = '/news/rollover-is-on-its-way'
const issue = '/news/issues/1'
const api = '/api/v1'
/** Those who write for the group of the item and the issue. */
const writers = (status: number, leaders = status) => ({
  ...{ maria: status, modesto: status, lena: status },
  ...{ carla: leaders, ada: leaders },
})
/** The same, and who writes for another group. */
const anyWriters = (status: number) => ({ ...writers(status), bruno: status })
/** Those who lead this group or another. */
const leaders = (status: number) => ({ carla: status, ada: status, bruno: status })
const inside = (status: number, leaders = status) => ({ visitor: signIn, ...writers(status, leaders), others: 404 })

/** A picture of one dot. */
export const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A published item with a picture, and a published issue that holds it. */
export async function fillNews(world: World): Promise<void> {
  const { write, clock, carla, group } = world
  await write(async (tx) => {
    const actor = await loadActor(tx, carla.personId, clock.now, 'web')
    if (!actor) throw new Error('The test world lacks Carla.')
    await writeItem(tx, actor, group.groupId, {
      title: 'Rollover is on its way',
      text: 'The vendor has **promised** it.',
      language: 'en',
      visibility: 'public',
      picture: { name: 'dot.png', type: 'image/png', content: dot },
      pictureAlt: 'A dot',
      links: [{ path: '/requests', title: 'The requests' }],
    })
    await markReady(tx, actor, { slug: 'rollover-is-on-its-way' }, true)
    await publish(tx, actor, { slug: 'rollover-is-on-its-way' })
    const number = await beginIssue(tx, actor, group.groupId, {
      title: 'News in Brief, October 2026',
      fromOn: '2026-07-01',
      toOn: '2026-10-16',
      language: 'en',
      visibility: 'public',
      lead: 'A good quarter, with one thing left undone.',
    })
    await compose(tx, actor, number)
    await settleRest(tx, actor, number, 'taken')
    const item = await tx.selectFrom('newsItem').select('id').executeTakeFirstOrThrow()
    await chooseItems(tx, actor, number, [item.id])
    await publish(tx, actor, { number })
    const bytes = Buffer.from(wxr)
    const imported = await showImport(tx, actor, { groupId: group.groupId, filename: 'old-site.xml', bytes, wxr: readWxr(bytes) })
    await takeImport(tx, actor, imported)
  })
}

/** An export of an old site with one page. */
const wxr = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old site</title><wp:base_site_url>https://old.example</wp:base_site_url>
<item><title>About</title><link>https://old.example/about/</link><content:encoded><![CDATA[<p>Who we are.</p>]]></content:encoded>
<wp:post_id>2</wp:post_id><wp:post_date_gmt>2019-05-12 08:30:00</wp:post_date_gmt><wp:post_name>about</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
</channel></rss>`

export const newsAccess: Access = {
  'GET /news': { path: () => '/news', expect: { others: 200 } },
  'POST /news': { path: () => '/news', form: {}, expect: { ...anyWriters(422), others: 404 } },
  'GET /news/feed.atom': { path: () => '/news/feed.atom', expect: { others: 200 } },
  'GET /news/feed.json': { path: () => '/news/feed.json', expect: { others: 200 } },
  'GET /news/new': { path: () => '/news/new', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  'GET /news/drafts': { path: () => '/news/drafts', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  'GET /news/:slug': { path: () => slug, expect: { others: 200 } },
  'GET /news/:slug/picture': { path: () => `${slug}/picture`, expect: { others: 200 } },
  'GET /news/:slug/edit': { path: () => `${slug}/edit`, expect: inside(200) },
  'POST /news/:slug': { path: () => slug, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /news/:slug/ready': { path: () => `${slug}/ready`, form: { ready: 'on' }, expect: { ...writers(403), others: 404 } },
  'POST /news/:slug/publish': { path: () => `${slug}/publish`, form: {}, expect: { ...writers(403, 409), others: 404 } },
  'POST /news/:slug/unschedule': { path: () => `${slug}/unschedule`, form: {}, expect: { ...writers(403, 409), others: 404 } },
  'POST /news/:slug/mail': { path: () => `${slug}/mail`, form: {}, expect: { ...writers(403, 422), others: 404 } },
  'POST /news/:slug/correct': { path: () => `${slug}/correct`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /news/:slug/withdraw': { path: () => `${slug}/withdraw`, form: {}, expect: { ...writers(422), others: 404 } },
  'GET /news/issues': { path: () => '/news/issues', expect: { others: 200 } },
  'GET /news/issues/new': { path: () => '/news/issues/new', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  'POST /news/issues': { path: () => '/news/issues', form: {}, expect: { ...anyWriters(422), others: 404 } },
  'GET /news/issues/rhythm': { path: () => '/news/issues/rhythm', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  'POST /news/issues/rhythm': {
    path: () => '/news/issues/rhythm',
    form: { unit: 'week', every: '99' },
    expect: { ...leaders(422), others: 404 },
  },
  'GET /news/issues/:number': { path: () => issue, expect: { others: 200 } },
  'POST /news/issues/:number/edit': { path: () => `${issue}/edit`, form: {}, expect: { ...writers(422), others: 404 } },
  'GET /news/issues/:number/compose': { path: () => `${issue}/compose`, expect: inside(200) },
  'POST /news/issues/:number/compose': { path: () => `${issue}/compose`, form: {}, expect: { ...writers(403, 409), others: 404 } },
  'POST /news/issues/:number/rest': { path: () => `${issue}/rest`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /news/issues/:number/lines/:line': {
    path: () => `${issue}/lines/1`,
    form: { state: 'taken' },
    expect: { ...writers(403, 303), others: 404 },
  },
  'POST /news/issues/:number/items': { path: () => `${issue}/items`, form: {}, expect: { ...writers(403, 303), others: 404 } },
  'POST /news/issues/:number/ready': { path: () => `${issue}/ready`, form: { ready: 'on' }, expect: { ...writers(403), others: 404 } },
  'POST /news/issues/:number/publish': { path: () => `${issue}/publish`, form: {}, expect: { ...writers(403, 409), others: 404 } },
  'POST /news/issues/:number/unschedule': { path: () => `${issue}/unschedule`, form: {}, expect: { ...writers(403, 409), others: 404 } },
  'POST /news/issues/:number/mail': { path: () => `${issue}/mail`, form: {}, expect: { ...writers(403, 422), others: 404 } },
  'POST /news/issues/:number/correct': { path: () => `${issue}/correct`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /news/issues/:number/withdraw': { path: () => `${issue}/withdraw`, form: {}, expect: { ...writers(422), others: 404 } },
  'GET /news/outlets': { path: () => '/news/outlets', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  // Those who lead a group keep its editors.
  'POST /news/outlets': { path: () => '/news/outlets', form: {}, expect: { ...leaders(422), others: 404 } },
  'POST /news/outlets/:outlet/close': {
    path: () => `/news/outlets/${things.outlet}/close`,
    form: {},
    renew: ({ db }) => db.updateTable('newsOutlet').set({ closedAt: null }).where('id', '=', things.outlet).execute(),
    expect: { maria: 403, modesto: 403, carla: 303, ada: 303, lena: 403, others: 404 },
  },
  'POST /news/contributions/:contribution/retry': {
    path: () => `/news/contributions/${programme.contribution}/retry`,
    renew: contributionAgain,
    form: {},
    expect: { ...writers(403, 303), others: 404 },
  },
  'POST /news/contributions/:contribution/appeared': {
    path: () => `/news/contributions/${programme.contribution}/appeared`,
    renew: contributionAgain,
    form: {},
    expect: { ...writers(422), others: 404 },
  },
  'POST /news/:slug/contribute': { path: () => `${slug}/contribute`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /news/issues/:number/contribute': { path: () => `${issue}/contribute`, form: {}, expect: { ...writers(422), others: 404 } },
  'GET /news/imports': { path: () => '/news/imports', expect: { visitor: signIn, ...leaders(200), others: 404 } },
  'POST /news/imports': { path: () => '/news/imports', form: {}, expect: { ...leaders(422), others: 404 } },
  'GET /news/imports/:run': { path: () => '/news/imports/1', expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'GET /news/imports/:run/undo': { path: () => '/news/imports/1/undo', expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'POST /news/imports/:run/take': { path: () => '/news/imports/1/take', form: {}, expect: { carla: 409, ada: 409, others: 404 } },
  'POST /news/imports/:run/confirm': { path: () => '/news/imports/1/confirm', form: {}, expect: { carla: 303, ada: 409, others: 404 } },
  'POST /news/imports/:run/undo': { path: () => '/news/imports/1/undo', form: {}, expect: { carla: 409, ada: 409, others: 404 } },
  'GET /roster/contributions': { path: () => '/roster/contributions', expect: { visitor: signIn, ...anyWriters(200), others: 404 } },
  'GET /roster/contributions/:person': {
    path: ({ maria }) => `/roster/contributions/${maria.personId}`,
    expect: { visitor: signIn, ...writers(200), others: 404 },
  },
  'GET /api/v1/news': { path: () => `${api}/news`, expect: { others: 200 } },
  'POST /api/v1/news': { path: () => `${api}/news`, form: {}, expect: { visitor: 401, others: 422 } },
  'GET /api/v1/news/:slug': { path: () => `${api}${slug}`, expect: { others: 200 } },
  'POST /api/v1/news/:slug/state': {
    path: () => `${api}${slug}/state`,
    form: { to: 'ready' },
    expect: { visitor: 401, ...writers(403), others: 404 },
  },
  'GET /api/v1/news-issues': { path: () => `${api}/news-issues`, expect: { others: 200 } },
  'POST /api/v1/news-issues': { path: () => `${api}/news-issues`, form: {}, expect: { visitor: 401, others: 422 } },
  'GET /api/v1/news-issues/:number': { path: () => `${api}/news-issues/1`, expect: { others: 200 } },
  'POST /api/v1/news-issues/:number/lines/:line': {
    path: () => `${api}/news-issues/1/lines/1`,
    form: { state: 'taken' },
    expect: { visitor: 401, ...writers(403, 204), others: 404 },
  },
  'POST /api/v1/news-issues/:number/state': {
    path: () => `${api}/news-issues/1/state`,
    form: { to: 'ready' },
    expect: { visitor: 401, ...writers(403), others: 404 },
  },
  'GET /pages/*': { path: () => '/pages/about', expect: { others: 200 } },
}
