import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemoWorld } from './demo-world.ts'
import type { Person } from './world.ts'

let demo: Awaited<ReturnType<typeof makeDemoWorld>>
let member: Person
beforeAll(async () => {
  demo = await makeDemoWorld()
  member = await demo.db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.id as personId', 'person.name', 'address.email', 'address.id as addressId'])
    .where('appointment.role', '=', 'member')
    .orderBy('appointment.id')
    .executeTakeFirstOrThrow()
})
afterAll(() => demo.end())

const offered = async (q: string, person?: Person) => {
  const html = await (await (await demo.as(person)).get(`/search/complete?${new URLSearchParams({ q })}`)).text()
  return [...html.matchAll(/data-href="([^"]*)"/g)].map(([, path]) => path)
}

test.each([
  ['roll', '/requests/38'],
  ['38', '/requests/38'],
  ['chicago st', '/requests/27'],
  ['lti wit', '/show-and-tell/lti-without-tears'],
  ['guide for', '/documents/guide-for-new-members'],
  ['ballo', '/ballots'],
  ['settin', '/me'],
])('who types %s is offered %s', async (typed, path) => {
  expect(await offered(typed, member)).toContain(path)
})

test('threads are offered once each, by their page', async () => {
  const threads = (await offered('weekend rol', member)).filter((path) => path?.includes('/t/'))
  expect(threads.length).toBeGreaterThan(0)
  expect(new Set(threads).size).toBe(threads.length)
})

test('a visitor is offered what everybody may read, and the public pages alone', async () => {
  expect(await offered('roll')).toContain('/requests/38')
  expect(await offered('warning before')).not.toContain('/requests/8')
  expect(await offered('warning before', member)).toContain('/requests/8')
  expect(await offered('8')).not.toContain('/requests/8')
  expect(await offered('webhooks')).toEqual(['/help/webhooks'])
})

test.each(['', ' ', '!', 'a', "x'y", '"', ':*', '\\', '\0', 'x'.repeat(5_000), 'a b c d e f g h i'])('%s is answered', async (typed) => {
  expect((await (await demo.as(member)).get(`/search/complete?${new URLSearchParams({ q: typed })}`)).status).toBe(200)
})

test('the box stands on public pages too, and sends what was typed without script', async () => {
  const page = await (await (await demo.as()).get('/requests')).text()
  expect(page).toMatch(/<form action="\/search" method="get">.*<input id="site-search" name="q"/s)
  const found = await (await (await demo.as()).get('/search?q=rolover')).text()
  expect(found).toContain('value="rolover"')
  expect(found).toContain('Showing results for rollover.')
  expect(found).toContain('/search?q=rolover&amp;exact=')
  const nothing = await (await (await demo.as()).get('/search?q=rolover&exact=')).text()
  expect(nothing).toContain('No results')
  expect(nothing).toContain('<a href="/search">How to search</a>')
  expect(nothing).not.toContain('Best match first')
  // Whoever is on a list can ask its people.
  const ask = 'href="/lists/lectio-l/write">Ask the list'
  expect(nothing).not.toContain(ask)
  expect(await (await (await demo.as(member)).get('/search?q=rolover&exact=')).text()).toContain(ask)
})
