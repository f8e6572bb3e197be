import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { createApp } from '../src/edges/http/app.tsx'
import { locales } from '../src/lib/ui/format.ts'
import { openList } from '../src/list/actions.ts'
import { fileDocuments } from './access/documents.ts'
import { fillEvents } from './events-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let elsewhere: World['app']
beforeAll(async () => {
  world = await makeWorld({ alone: true })
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  elsewhere = createApp(world.ground)
})
afterAll(() => world.end())

const get = (path: string, headers: Record<string, string> = {}, app = world.app) => app.request(`http://rapport.test${path}`, { headers })
const page = async (path: string, headers?: Record<string, string>, app?: World['app']) => (await get(path, headers, app)).text()

/** A picture that is one: a dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function send(browser: Awaited<ReturnType<World['as']>>, path: string, fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return world.app.request(`http://rapport.test${path}`, { method: 'POST', body, headers: { cookie, origin: 'http://rapport.test' } })
}

test('the first page names who the group is, in words, and nobody of the vendor', async () => {
  const vera = await world.addPerson('Vera', { email: 'vera@quillon.example' })
  await world.give(vera, 'vendor_guest', world.group.groupId)
  // It had a deputy once, and never a liaison.
  await world.give(vera, 'deputy', world.group.groupId)
  await world.db.updateTable('appointment').set({ toOn: '2026-01-31' }).where('role', '=', 'deputy').execute()
  const home = await page('/')
  expect(home).toContain('Carla')
  expect(home).toContain('Coordinator')
  expect(home).toContain('Moderator')
  expect(home).not.toContain('Vera')
  expect(home).not.toContain('vendor_guest')
  expect(home.split('Vacant seat')).toHaveLength(2)
})

test.each(['/desk', '/commitments', '/relationship', '/briefs', '/telling', '/lists/lectio-l/threads'])(
  'where the site has one group, %s does not say above its title whose it is',
  async (path) => {
    const heading = /<header class="heading">.*?<h1/s.exec(await (await (await world.as(world.carla)).get(path)).text())?.[0]
    expect(heading).not.toContain('Lectio Working Group')
  },
)

test.each([
  ['de', 'Nächste Sitzung', 'Über die Gruppe'],
  ['fr', 'Prochaine réunion', 'À propos du groupe'],
  ['es', 'Próxima reunión', 'Sobre el grupo'],
])('it speaks %s, by what the browser asks for or by a link, and remembers', async (locale, said, place) => {
  const asked = await page('/', { 'accept-language': locale })
  expect(asked).toContain(said)
  expect(asked).toContain(place)
  const chosen = await get(`/?lang=${locale}`)
  expect(await chosen.text()).toContain(`<html lang="${locale}"`)
  const cookie = chosen.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(cookie).toBe(`rapport-lang=${locale}`)
  expect(await page('/meetings', { cookie, 'accept-language': 'en' })).toContain(place)
})

test('a coordinator chooses name, colour and logo; every page shows them at once, in every process', async () => {
  for (const app of [world.app, elsewhere]) await page('/', {}, app)
  const carla = await world.as(world.carla)
  const logo = new File([dot], 'logo.png', { type: 'image/png' })
  const answer = await send(carla, '/site/look', { name: 'Lectio users', accent: '#7A1F5C', imprint: 'Carla answers.', logo })
  expect(answer.status).toBe(303)
  for (const app of [world.app, elsewhere]) {
    const home = await page('/', {}, app)
    expect(home).toContain('Lectio users')
    const sheet = /<link rel="stylesheet" href="(\/site\/[^"]+\.css)"/.exec(home)?.[1] ?? ''
    const css = await get(sheet, {}, app)
    expect([css.status, css.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(await css.text()).toContain('light-dark(#7a1f5c,')
    const picture = /<img class="logo" src="([^"]+)"/.exec(home)?.[1] ?? ''
    const sent = await get(picture, {}, app)
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await sent.arrayBuffer())).toEqual(dot)
  }
  expect(await page('/imprint')).toContain('Carla answers.')
  const lines = await world.db.selectFrom('journal').select('action').where('subject', '=', 'site:look').execute()
  expect(lines).toEqual([{ action: 'site.look_changed' }])
})

test('a colour that cannot be read, and a file that is no picture, are refused beside their fields and change nothing', async () => {
  const carla = await world.as(world.carla)
  const before = await page('/')
  const yellow = await send(carla, '/site/look', { name: 'Yellow users', accent: '#ffee00' })
  expect(yellow.status).toBe(422)
  const text = await yellow.text()
  expect(text).toContain('Links in this colour are hard to read on light pages')
  expect(text).toContain('value="Yellow users"')
  const program = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'logo.svg', { type: 'image/png' })
  const drawn = await send(carla, '/site/look', { name: 'Drawn', logo: program })
  expect([drawn.status, await drawn.text()]).toEqual([422, expect.stringContaining('Choose a PNG, JPEG or WebP picture.')])
  const lying = await send(carla, '/site/look', { name: 'Lying', logo: new File(['<p>'], 'logo.png', { type: 'image/png' }) })
  expect(lying.status).toBe(422)
  expect(await page('/')).toBe(before)
})

test('the form of the menu names each page with its address, by kind', async () => {
  const carla = await world.as(world.carla)
  const facts = { title: 'How to join us', slug: 'joining', text: 'Write to us.', language: 'en', published: 'on' }
  expect((await carla.post('/site/pages', facts)).status).toBe(303)
  expect((await carla.post('/site/pages', { ...facts, title: 'Not ready', slug: 'draft', published: '' })).status).toBe(303)
  const menu = 'About the group | /charter\nSitzungen | /meetings\nHow to join us | /pages/joining\nOur mother | https://lsui.example/'
  expect((await carla.post('/site/menu', { menu })).status).toBe(303)
  const form = await (await carla.get('/site/menu')).text()
  const [places = '', own = '', elsewhere = ''] = ['Pages of this site', 'Extra pages', 'Other websites'].map(
    (title) => new RegExp(`<ul class="things" aria-label="${title}">.*?</ul>`, 's').exec(form)?.[0],
  )
  expect(places).toMatch(/href="\/charter"[^>]*>About the group<.*?\/charter<.*?In the menu/s)
  expect(places).not.toContain('/relationship')
  expect([own.includes('How to join us'), own.includes('Not ready'), own.includes('/pages/joining')]).toEqual([true, false, true])
  expect(elsewhere).toMatch(/Our mother<.*?https:\/\/lsui\.example\//s)
  expect(form).toContain('Meetings | /meetings\nHow to join us | /pages/joining')
  // A draft stands in no menu until everybody can read it; its address may come from its title.
  expect((await carla.post('/site/menu', { menu: '/meetings\nSoon | /pages/plans-ahead' })).status).toBe(303)
  const plans = { title: 'Plans, ahead!', text: 'Soon.', language: 'en', slug: '' }
  expect((await carla.post('/site/pages', plans)).headers.get('location')).toBe('/pages/plans-ahead')
  expect(await page('/')).not.toContain('>Soon</a>')
  expect((await carla.post('/site/pages/plans-ahead', { ...plans, version: '1', published: 'on' })).status).toBe(303)
  expect(await page('/')).toContain('<a href="/pages/plans-ahead">Soon</a>')
  expect((await carla.post('/site/pages', { ...plans, title: '計画' })).status).toBe(422)
  expect((await carla.post('/site/menu', { menu })).status).toBe(303)
  // A place under its usual name, in whatever language, is named in the reader’s.
  const german = await page('/', { 'accept-language': 'de' })
  expect([german.includes('>Über die Gruppe</a>'), german.includes('>Sitzungen</a>')]).toEqual([true, true])
  expect((await carla.post('/site/menu', { menu: '' })).status).toBe(303)
})

test('a part that the site does without leaves the menus and the first page, and stays at its address', async () => {
  const carla = await world.as(world.carla)
  const read = async (path: string) => (await carla.get(path)).text()
  const use = (...parts: string[]) =>
    carla.request('POST', '/site/parts', new URLSearchParams(parts.map((part) => ['used', part])) as never)
  const usual = await page('/')
  expect(usual).toContain('href="/show-and-tell"')
  expect((await use('events', 'reports', 'calls')).status).toBe(303)
  const [home, map, today, menu] = await Promise.all([page('/'), page('/sitemap.xml'), read('/today'), read('/site/menu')])
  for (const gone of ['/show-and-tell', '/stories']) for (const shown of [home, today]) expect(shown).not.toContain(`href="${gone}"`)
  expect(map).not.toContain('/show-and-tell<')
  expect(menu).not.toContain('Show and Tell | /show-and-tell')
  expect([home.includes('href="/events"'), (await read('/meetings')).includes('href="/events"')]).toEqual([true, true])
  expect(await page('/show-and-tell')).toContain('Show and Tell')
  expect(await page('/requests')).not.toContain('href="/stories"')
  // Who writes the menu meanwhile loses no line of it that they are not shown.
  expect(
    (await carla.post('/site/menu', { menu: '/charter\nMeetings | /meetings\nTalks by kind | /show-and-tell?kind=talk' })).status,
  ).toBe(303)
  expect(await page('/')).not.toContain('/show-and-tell')
  expect((await carla.post('/site/menu', { menu: '/charter\nMeetings | /meetings' })).status).toBe(303)
  const kept = await world.db.selectFrom('siteMenu').select('path').orderBy('position').execute()
  expect(kept.map(({ path }) => path)).toEqual(['/charter', '/meetings', '/show-and-tell?kind=talk', '/show-and-tell'])
  expect((await carla.post('/site/menu', { menu: '' })).status).toBe(303)
  expect((await use('show-and-tell', 'events', 'stories', 'reports', 'calls')).status).toBe(303)
  expect(await page('/')).toBe(usual)
})

test('the menu is hers to write; what cannot be read is named by its line', async () => {
  const carla = await world.as(world.carla)
  expect((await carla.post('/site/menu', { menu: '/meetings\nOur mother | https://lsui.example/' })).status).toBe(303)
  const home = await page('/')
  expect(home).toContain('<a href="https://lsui.example/">Our mother</a>')
  const wrong = await carla.post('/site/menu', { menu: '/meetings\nBad | javascript:alert(1)' })
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining('Line 2: Enter an address that begins with / or https://'),
  ])
  expect(await page('/')).toBe(home)
  expect((await carla.post('/site/menu', { menu: '' })).status).toBe(303)
  expect(await page('/')).not.toContain('Our mother')
})

test('the first page asks to join the list that can be read, not one that comes first by its letters', async () => {
  const { groupId } = world.group
  const opened = { groupId, communityIds: [], name: 'aaa-l', title: 'Aaa-L', archive: 'subscribers' as const }
  const id = await world.write((tx) => openList(tx, program(world.clock.now), opened))
  expect(await page('/')).toContain('href="/lists/lectio-l">Join')
  // Who is on it already is not asked.
  expect(await (await (await world.as(world.susi)).get('/')).text()).not.toContain('href="/lists/lectio-l">Join')
  await world.db.updateTable('list').set({ closedAt: world.clock.now }).where('id', '=', id).execute()
})

test('the first page is kept ready for strangers, with nothing to send for who has it', async () => {
  const first = await get('/')
  const etag = first.headers.get('etag') ?? ''
  expect([first.headers.get('cache-control'), etag.length]).toEqual(['public, no-cache', 24])
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('/', { cookie: 'rapport-lang=en', 'if-none-match': etag })).status).toBe(304)
  const carla = await (await world.as(world.carla)).get('/')
  expect(carla.headers.get('cache-control')).toBe('private, no-store')
})

test('a page is a draft until it is published, is looked at before it is saved, and keeps how it stood', async () => {
  const carla = await world.as(world.carla)
  const draft = { title: 'How to join', slug: 'how-to-join', text: 'Write to **us**.\n\n<script>alert(1)</script>', language: 'en' }
  const preview = await (await carla.post('/site/pages', { ...draft, do: 'preview' })).text()
  expect(preview).toContain('Write to <strong>us</strong>.')
  expect(preview).not.toContain('<script>alert')
  expect((await get('/pages/how-to-join')).status).toBe(404)
  expect((await carla.post('/site/pages', draft)).headers.get('location')).toBe('/pages/how-to-join')
  expect((await get('/pages/how-to-join')).status).toBe(404)
  expect((await carla.get('/pages/how-to-join')).status).toBe(200)
  expect((await carla.post('/site/pages/how-to-join', { ...draft, published: 'on', version: '1' })).status).toBe(303)
  expect(await page('/pages/how-to-join')).toContain('Write to <strong>us</strong>.')
  for (const app of [world.app, elsewhere]) await page('/pages/how-to-join', {}, app)
  const changed = { ...draft, title: 'Join us', text: 'Just come.', published: 'on' }
  expect((await carla.post('/site/pages/how-to-join', { ...changed, version: '2' })).status).toBe(303)
  for (const app of [world.app, elsewhere]) expect(await page('/pages/how-to-join', {}, app)).toContain('Just come.')
  expect((await carla.post('/site/pages/how-to-join', { ...changed, text: 'Lost.', version: '2' })).status).toBe(409)
  expect(await (await carla.get('/site/pages/how-to-join')).text()).toContain('Version 2')
  // It is written in one language, and says so; the first page speaks each reader's.
  const alternates = async (path: string) => [...(await page(path)).matchAll(/hreflang="([^"]+)" href/g)].map(([, one]) => one)
  expect(await alternates('/pages/how-to-join')).toEqual(['en', 'x-default'])
  expect(await alternates('/')).toEqual([...locales, 'x-default'])
  // Each of them is an original: in its language, with the card in it.
  const german = await page('/?lang=de')
  for (const part of ['rel="canonical" href="http://rapport.test/?lang=de"', '"og:locale" content="de_DE"', 'card.png?of=%2F&amp;lang=de"'])
    expect(german).toContain(part)
  expect(await page('/pages/how-to-join?lang=de')).toContain('rel="canonical" href="http://rapport.test/pages/how-to-join"')
  const taken = await carla.post('/site/pages', draft)
  expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('This address is taken. Choose another one.')])
})

test('feeds and the map of the site tell of what is public and of nothing else', async () => {
  const carla = await world.as(world.carla)
  await fileDocuments(world)
  await fillEvents(world)
  await carla.post('/site/pages', { title: 'Secret plans', slug: 'secret', text: 'x', language: 'en' })
  const feed = JSON.parse(await page('/feed.json')) as { items: { title: string; url: string }[] }
  expect(feed.items).toContainEqual(expect.objectContaining({ title: 'Join us', url: 'http://rapport.test/pages/how-to-join' }))
  const told = feed.items.map(({ url }) => url.replace('http://rapport.test', ''))
  expect(told).toContain('/documents/terms')
  expect(told).toContain('/events/sister-conference-2026')
  expect(told.filter((path) => /inner|paper/.test(path))).toEqual([])
  expect((await get('/feed.atom')).headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const all = [await page('/feed.atom'), await page('/sitemap.xml'), JSON.stringify(feed), await page('/embed/latest-news')].join('\n')
  expect(all).not.toContain('Secret')
  expect(all).not.toContain('/pages/secret')
  expect(await page('/sitemap.xml')).toContain('<loc>http://rapport.test/pages/how-to-join</loc>')
  expect(await page('/robots.txt')).toContain('Sitemap: http://rapport.test/sitemap.xml')
})

test('a block may stand on any site, and asks for no cookie', async () => {
  const block = await get('/embed/roster')
  expect(block.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect([block.headers.get('x-frame-options'), block.headers.getSetCookie()]).toEqual([null, []])
  expect(await block.text()).toContain('Carla')
  expect((await get('/')).headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect((await get('/embed/secrets')).status).toBe(404)
})

test.each([
  ['http://rapport.test/pages/how-to-join', 200, '<a href=\\"http://rapport.test/pages/how-to-join\\">Join us</a>'],
  ['http://rapport.test/roster', 200, '<iframe src=\\"http://rapport.test/embed/roster\\"'],
  ['http://rapport.test/pages/secret', 404, 'No public page has this address.'],
  ['http://rapport.test/today', 404, 'No public page has this address.'],
  ['http://elsewhere.example/roster', 404, 'No public page has this address.'],
  ['no address', 404, 'No public page has this address.'],
])('a link to %s unfolds: %i', async (url, status, said) => {
  const answer = await get(`/oembed?url=${encodeURIComponent(url)}`)
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(said)])
})

test.each([
  ['', 600, 420],
  ['&maxwidth=160&maxheight=100', 160, 100],
  ['&maxwidth=2000&maxheight=nothing', 600, 420],
])('a block takes no more room than the other site leaves it: %j', async (asked, width, height) => {
  const unfolded = (await (await get(`/oembed?url=${encodeURIComponent('http://rapport.test/roster')}${asked}`)).json()) as { html: string }
  expect(unfolded).toMatchObject({ width, height })
  expect(unfolded.html).toContain(`width="${width}" height="${height}"`)
})

test('programs read and keep the site', async () => {
  const carla = await world.as(world.carla)
  const facts = { title: 'Contact', text: 'Write.', language: 'en', published: true }
  expect((await carla.ask('POST', '/api/v1/site/pages', { ...facts, slug: 'contact' })).status).toBe(201)
  expect((await carla.ask('PUT', '/api/v1/site/pages/contact', { ...facts, title: 'Contact us', version: 1 })).status).toBe(204)
  const shown = await (await (await world.as()).ask('GET', '/api/v1/site/pages/contact')).json()
  expect(shown).toMatchObject({ title: 'Contact us', version: 2, published: true })
  const yellow = { name: '', tagline: '', accent: '#ffff00', accentDark: '', imprint: '' }
  expect((await carla.ask('PUT', '/api/v1/site', yellow)).status).toBe(422)
})

test('who follows links from the first page meets no closed door and no dead end', async () => {
  const waiting = ['/']
  const seen = new Set(waiting)
  const wrong: string[] = []
  while (waiting.length > 0 && seen.size < 400) {
    const path = waiting.shift() as string
    const answer = await get(path)
    if (answer.status !== 200) wrong.push(`${path}: ${answer.status} ${answer.headers.get('location') ?? ''}`)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const text = await answer.text()
    expect(text, path).not.toMatch(/<[^>]+ on(?:click|load)=| style="/)
    for (const [, href = ''] of text.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      // Sign-in is a door that says so; a language is the same page once more.
      if (seen.has(next) || next.startsWith('/sign-in') || /[?&]lang=/.test(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(25)
})
