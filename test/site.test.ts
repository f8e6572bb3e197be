import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/http/app.tsx'
import { makeWorld, type World } from './world.ts'

let world: World
let elsewhere: World['app']
beforeAll(async () => {
  world = await makeWorld()
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
  const home = await page('/')
  expect(home).toContain('Carla')
  expect(home).toContain('Coordinator')
  expect(home).toContain('Moderator of the list')
  expect(home).not.toContain('Vera')
  expect(home).not.toContain('vendor_guest')
  expect(home).toContain('This seat is vacant.')
})

test.each([
  ['de', 'Nächste Sitzung', 'Über die Gruppe'],
  ['fr', 'Prochaine réunion', 'Le groupe'],
  ['es', 'Próxima reunión', 'El grupo'],
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
  expect(text).toContain('Links in this colour are hard to read on a light page')
  expect(text).toContain('value="Yellow users"')
  const program = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'logo.svg', { type: 'image/png' })
  const drawn = await send(carla, '/site/look', { name: 'Drawn', logo: program })
  expect([drawn.status, await drawn.text()]).toEqual([422, expect.stringContaining('A logo is a PNG, JPEG or WebP picture.')])
  const lying = await send(carla, '/site/look', { name: 'Lying', logo: new File(['<p>'], 'logo.png', { type: 'image/png' }) })
  expect(lying.status).toBe(422)
  expect(await page('/')).toBe(before)
})

test('the menu is hers to write; what cannot be read is named by its line', async () => {
  const carla = await world.as(world.carla)
  expect((await carla.post('/site/menu', { menu: '/meetings\nOur mother | https://lsui.example/' })).status).toBe(303)
  const home = await page('/')
  expect(home).toContain('<a href="https://lsui.example/">Our mother</a>')
  const wrong = await carla.post('/site/menu', { menu: '/meetings\nBad | javascript:alert(1)' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Line 2: An address begins with / or https://')])
  expect(await page('/')).toBe(home)
  expect((await carla.post('/site/menu', { menu: '' })).status).toBe(303)
  expect(await page('/')).not.toContain('Our mother')
})

test('the first page is kept ready for strangers, with nothing to send for who has it', async () => {
  const first = await get('/')
  const etag = first.headers.get('etag') ?? ''
  expect([first.headers.get('cache-control'), etag.length]).toEqual(['public, no-cache', 24])
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('/', { cookie: 'rapport-lang=en', 'if-none-match': etag })).status).toBe(304)
  const carla = await (await world.as(world.carla)).get('/')
  expect(carla.headers.get('cache-control')).toBeNull()
})
