import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { addDecision } from '../src/groups/decisions-actions.ts'
import { fillNews } from './access/news.ts'
import { openBallots } from './ballots.ts'
import { adoptTemplate } from './charter.ts'
import { mail } from './mail.ts'
import { openMeetings } from './meetings-world.ts'
import { fillReports } from './report-world.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
let open: number
let inner: number
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[open = 0, inner = 0] = await world.askFor(
    { title: 'Bulk edit of loans', visibility: 'public' },
    { title: 'A secret embargo', visibility: 'group' },
  )
  await fillNews(world)
  await fillReports(world)
  const carla = await world.as(world.carla)
  for (const [title, visibility] of [
    ['Rollover in a weekend', 'public'],
    ['What went wrong inside', 'group'],
  ] as const)
    await carla.post('/stories', { kind: 'success', title, text: 'We began on Friday.', visibility })
  const actor = await world.actorOf(world.carla)
  await world.write((tx) =>
    addDecision(tx, actor, {
      groupId: world.group.groupId,
      communityId: null,
      text: 'The group meets every two months.',
      decidedOn: '2026-10-02',
      source: 'test:rhythm',
      sourcePath: '',
    }),
  )
})
afterAll(() => world.end())

const get = async (path: string) => (await world.app.request(`http://rapport.test${path}`)).text()
const readable = async (path: string) => (await world.app.request(`http://rapport.test${path}`)).status === 200
const unfold = (path: string) => world.app.request(`http://rapport.test/oembed?url=${encodeURIComponent(`http://rapport.test${path}`)}`)
const unfolds = async (path: string) => (await unfold(path)).status

test('the feeds, the map and links that unfold know whatever is public and has an address, and nothing else', async () => {
  const feed = (JSON.parse(await get('/feed.json')) as { items: { url: string; title: string }[] }).items
  const told = new Map(feed.map(({ url, title }) => [new URL(url).pathname, title]))
  expect(told.get(`/requests/${open}`)).toBe('Bulk edit of loans')
  expect(told.get('/news/issues/1')).toBe('News in Brief, October 2026')
  expect(told.get('/reports/lectio-2025')).toBe('Annual report 2025')
  expect([...told.values()]).toContain('Rollover in a weekend')
  const map = await get('/sitemap.xml')
  for (const kind of ['requests', 'stories', 'news/issues', 'reports']) expect(map).toContain(`<loc>http://rapport.test/${kind}/`)
  // What they tell of can be read by everybody, at its address, and unfolds there; the head of its page says so.
  for (const path of told.keys()) expect([path, await readable(path), await unfolds(path)]).toEqual([path, true, 200])
  expect(await get(`/requests/${open}`)).toContain('application/json+oembed')

  for (const path of [`/requests/${inner}`, '/reports/lectio-2026', '/stories/999999'])
    expect([path, await unfolds(path)]).toEqual([path, 404])
  const all = `${await get('/feed.atom')}${await get('/feed.json')}${map}`
  for (const hidden of ['A secret embargo', 'What went wrong inside', 'lectio-2026', `/requests/${inner}<`])
    expect(all).not.toContain(hidden)
})

const feeds = ['/feed.atom', '/feed.json', '/news/feed.atom', '/news/feed.json', '/events/feed.atom', '/show-and-tell/feed.atom']
test.each([...feeds, '/ballots.ics'])('%s is kept by nobody for readers of another language', async (path) => {
  const answer = await world.app.request(`http://rapport.test${path}`, { headers: { 'accept-language': 'de' } })
  expect(answer.status).toBe(200)
  expect([answer.headers.get('cache-control'), answer.headers.get('vary')]).not.toEqual([
    expect.not.stringContaining('private'),
    expect.not.stringContaining('accept-language'),
  ])
})

test('the feed for programs is JSON Feed 1.1, with titles as they are', async () => {
  await world.askFor({ title: 'Loans & renewals', visibility: 'public' })
  const feed = JSON.parse(await get('/feed.json')) as { version: string; authors: { name: string }[]; items: { title: string }[] }
  expect([feed.version, feed.authors.length]).toEqual(['https://jsonfeed.org/version/1.1', 1])
  expect(feed.items.map(({ title }) => title)).toContain('Loans & renewals')
  const news = JSON.parse(await get('/news/feed.json')) as { version: string; author?: object; items: { author?: object }[] }
  expect([news.version, news.author, news.items.flatMap(({ author }) => author ?? [])]).toEqual([
    'https://jsonfeed.org/version/1.1',
    undefined,
    [],
  ])
})

test('the site’s own words in a feed are in the language that is asked for', async () => {
  const titleOf = async (path: string) => (JSON.parse(await get(path)) as { title: string }).title
  expect([await titleOf('/news/feed.json'), await titleOf('/news/feed.json?lang=de')]).toEqual([
    expect.stringMatching(/: News$/),
    expect.stringMatching(/: Meldungen$/),
  ])
  expect(await get('/events/feed.atom?lang=fr')).toContain('<title>Événements</title>')
})

test('an entry of the feeds says who made it, and of a feed all have an author', async () => {
  const feed = JSON.parse(await get('/feed.json')) as { items: { url: string; authors?: { name: string }[] }[] }
  const news = feed.items.filter(({ url }) => /\/news\/[a-z]/.test(url) && !url.includes('/issues/'))
  expect(news.length).toBeGreaterThan(0)
  expect(news.filter(({ authors }) => !authors?.[0]?.name)).toEqual([])
  for (const path of ['/feed.atom', '/news/feed.atom', '/events/feed.atom', '/show-and-tell/feed.atom']) {
    const [head = '', ...entries] = (await get(path)).split('<entry>')
    // RFC 4287 §4.1.1: the feed has an author, unless each of its entries has one.
    expect([path, head.includes('<author>') || entries.every((entry) => entry.includes('<author>'))]).toEqual([path, true])
  }
})

test('a page tells other programs what it is about, and has a card', async () => {
  const meta = (page: string, name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page)?.[1]
  const data = (page: string) =>
    [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, one = '']) => JSON.parse(one) as Record<string, unknown>,
    )
  const request = await get(`/requests/${open}`)
  expect(meta(request, 'description')).toBe('The need behind “Bulk edit of loans”.')
  expect(meta(request, 'og:type')).toBe('article')
  expect(meta(request, 'article:published_time')).toMatch(/^2026-/)
  expect(data(request)).toMatchObject([
    { '@context': 'https://schema.org', '@type': 'Article', headline: 'Bulk edit of loans', url: `http://rapport.test/requests/${open}` },
  ])
  const card = new URL((meta(request, 'og:image') ?? '').replaceAll('&amp;', '&'))
  const drawn = await world.app.request(card)
  expect([drawn.status, drawn.headers.get('content-type'), drawn.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'public, max-age=3600',
  ])
  const issue = await get('/news/issues/1')
  expect(data(issue)).toMatchObject([{ '@type': 'NewsArticle', headline: 'News in Brief, October 2026' }])
  expect(data(await get('/'))).toContainEqual(expect.objectContaining({ '@type': 'Organization', url: 'http://rapport.test/' }))
  const places = await get('/requests')
  expect([meta(places, 'og:type'), data(places), (meta(places, 'description') ?? '').length > 5]).toEqual(['website', [], true])
  // Data runs nothing: the policy of the pages allows no script but our files.
  const policy = (await world.app.request('http://rapport.test/')).headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self';")
})

test('what becomes public is told at the next request', async () => {
  await world.db.updateTable('request').set({ visibility: 'public' }).where('id', '=', inner).execute()
  expect(await get('/feed.atom')).toContain('A secret embargo')
  await world.db.updateTable('request').set({ visibility: 'group' }).where('id', '=', inner).execute()
  expect(await get('/feed.atom')).not.toContain('A secret embargo')
})

test('the map has all of it, the feeds the newest', async () => {
  const titles = Array.from({ length: 70 }, (_, i) => `A wish of many, ${i + 1}`)
  await world.askFor(...titles.map((title) => ({ title, visibility: 'public' as const })))
  const map = (await get('/sitemap.xml')).match(/<loc>http:\/\/rapport\.test\/requests\/\d+<\/loc>/g) ?? []
  expect([map.length, new Set(map).size]).toEqual([72, 72])
  expect((JSON.parse(await get('/feed.json')) as { items: unknown[] }).items.length).toBeLessThanOrEqual(50)
})

test('cycles and rounds are told of as they stand; charters, series, results and mails of an open archive unfold where everybody reads them', async () => {
  await openBallots(world)
  await adoptTemplate(world)
  await openMeetings(world)
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Rollover questions',
    id: 'open@maria.example',
    text: 'Who has done it?',
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const archived = ['/lists/lectio-l/threads', '/lists/lectio-l/t/open%40maria.example', '/lists/lectio-l/m/open%40maria.example']
  for (const path of archived) expect([path, await unfolds(path)]).toEqual([path, 404])
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()

  const map = await get('/sitemap.xml')
  for (const path of ['/cycles/2', '/ballots/3/results', '/groups/lectio/charter', '/groups/lectio/charter/1'])
    expect(map).toContain(`<loc>http://rapport.test${path}</loc>`)
  const shown = ['/cycles/2', '/ballots/3', '/ballots/3/results', '/groups/lectio/charter', '/groups/lectio/charter/1', '/series/regular']
  for (const path of [...shown, ...archived]) {
    expect([path, await unfolds(path)]).toEqual([path, 200])
    expect(await get(path)).toContain('application/json+oembed')
  }
  expect(await (await unfold(archived[1] ?? '')).json()).toMatchObject({ title: 'Rollover questions', type: 'rich' })
  // A motion is the group's own, a round that is not counted has no result, and what cannot be read names nothing.
  for (const path of ['/ballots/5', '/ballots/1/results', '/groups/lectio/charter/9', '/lists/lectio-l/m/%E0%A4%A'])
    expect([path, await unfolds(path)]).toEqual([path, 404])
  expect(await get('/privacy')).not.toContain('application/json+oembed')

  const told = async () => (JSON.parse(await get('/feed.json')) as { items: { url: string; title: string }[] }).items
  await world.db.updateTable('cycle').set({ createdAt: world.clock.now }).execute()
  await world.db.updateTable('cycle').set({ title: 'Cycle of another name' }).where('id', '=', 2).execute()
  expect(await told()).toContainEqual(expect.objectContaining({ url: 'http://rapport.test/cycles/2', title: 'Cycle of another name' }))
  await world.db.updateTable('ballot').set({ openedAt: world.clock.now, state: 'open' }).where('id', '=', 1).execute()
  expect((await told()).map(({ url }) => url)).toContain('http://rapport.test/ballots/1')
  const off = { state: 'called_off' as const, calledOffAt: world.clock.now, calledOffReason: 'Too few wishes.' }
  await world.db.updateTable('ballot').set(off).where('id', '=', 1).execute()
  expect((await told()).map(({ url }) => url)).not.toContain('http://rapport.test/ballots/1')
})
