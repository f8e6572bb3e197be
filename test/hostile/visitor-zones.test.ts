import { afterEach, beforeEach, expect, test } from 'vitest'
import { lettersTo, linkTo } from '../letters.ts'
import { makeWorld, type World } from '../world.ts'

// What fills the field of a browser's zone is whoever sends the form.
let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const values = {
  'ten thousand characters': 'Europe/'.padEnd(10_000, 'x'),
  NUL: 'Europe/Lisbon\0',
  'a way out of the folder': '../../etc/passwd',
  'a zone behind a way out': '../Europe/Lisbon',
  markup: '<script>alert(1)</script>',
  SQL: "UTC'; drop table person; --",
  'a distance': '+05:30',
  'no place': 'Etc/GMT+12',
  'two lines': 'Europe/Lisbon\r\nX-Injected: yes',
  'a name of every object': '__proto__',
}

const susi = () => world.db.selectFrom('person').select(['zone', 'zoneFrom']).where('id', '=', world.susi.personId).executeTakeFirst()

test.each(Object.entries(values))('%s in the hidden field keeps nobody out and is kept nowhere', async (_, browserZone) => {
  const browser = await world.as()
  const { email } = world.susi
  await browser.post('/sign-in', { email })
  await world.settle()
  const code = /^(\d{10})\r?$/m.exec((await lettersTo(world, email, 'people.sign-in')).at(-1)?.text ?? '')?.[1] ?? ''
  expect((await browser.post('/sign-in/code', { email, code, browserZone })).status).toBe(303)
  expect(await susi()).toEqual({ zone: null, zoneFrom: null })
  const stranger = 'nora@nora.example'
  expect((await (await world.as()).post('/lists/lectio-l/join', { email: stranger, browserZone })).status).toBe(200)
  await world.settle()
  expect((await (await world.as()).post(await linkTo(world, stranger, 'list.confirm-join', '/confirm/'), { browserZone })).status).toBe(200)
  expect(await world.db.selectFrom('subscriptionRequest').select(['state', 'zone']).executeTakeFirst()).toEqual({
    state: 'waiting',
    zone: null,
  })
})

// A form drops what nobody can see before it looks.
const typed = Object.entries(values).filter(([name]) => name !== 'NUL')

test.each(typed)('%s as a choice is refused beside its field', async (_, zone) => {
  const browser = await world.as(world.susi)
  const refused = await browser.post('/me', { name: 'Susi', locale: 'en', theme: 'dark', zone })
  const page = await refused.text()
  expect([refused.status, page.includes('id="f-zone-error"')]).toEqual([422, true])
  expect(page).not.toContain('<script>alert(1)')
  expect((await browser.post('/me/zone', { zone })).status).toBe(422)
  expect(await susi()).toEqual({ zone: null, zoneFrom: null })
})

test('a zone is said for nobody else, and leads to no other site', async () => {
  expect((await (await world.as()).post('/me/zone', { zone: 'Europe/Lisbon' })).status).toBe(404)
  const answer = await (await world.as(world.susi)).post('/me/zone', { zone: 'Europe/Lisbon', next: 'https://evil.example/' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me'])
})
