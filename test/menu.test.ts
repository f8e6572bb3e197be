import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from './access/furnished.ts'
import type { Person } from './world.ts'

let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world?.end())

const linksIn = (html: string, from: RegExp): string[] =>
  [...(from.exec(html)?.[0] ?? '').matchAll(/<a class="item" href="([^"]+)"/g)].map(([, href = '']) => href)
const menuOf = (html: string) => linksIn(html, /<header class="rail">.*?<\/header>/s)
const placesOf = (html: string) => linksIn(html, /<nav class="places".*?<\/nav>/s)

const readers: [string, () => Person, number][] = [
  ['a subscriber', () => world.susi, 7],
  ['a member', () => world.maria, 12],
  ['a moderator', () => world.modesto, 12],
  ['a coordinator', () => world.carla, 12],
  ['a liaison', () => world.lena, 12],
  ['a guest of the vendor', () => world.vera, 12],
  ['an administrator', () => world.ada, 12],
]

test.each(readers)(
  'the menu of %s is short, without a second level, and each place stands beside those of its part',
  async (_, who, most) => {
    const browser = await world.as(who())
    const menu = menuOf(await (await browser.get('/today')).text())
    expect(menu.length).toBeGreaterThan(3)
    expect(menu.length).toBeLessThanOrEqual(most)
    for (const href of menu) {
      const answer = await browser.get(href)
      expect(answer.status, href).toBe(200)
      const html = await answer.text()
      expect(html, href).toMatch(new RegExp(`href="${href}" aria-current="true"`))
      expect(html, href).toMatch(/<a class="ask" href="\/help\/[a-z-]+(?:#[\p{L}\w-]+)?" aria-label="Help: /u)
      const places = placesOf(html)
      expect(places.length, href).toBeLessThanOrEqual(5)
      expect(html, href).not.toMatch(/<nav class="places" aria-label="([^"]+)">.*?<span>\1<\/span>.*?<\/nav>/s)
      for (const place of places) {
        const beside = await browser.get(place)
        expect(beside.status, place).toBe(200)
        expect(await beside.text(), place).toMatch(/<a class="ask" /)
      }
    }
  },
)

test('a guest of the vendor finds the promises beside their desk', async () => {
  const browser = await world.as(world.vera)
  for (const path of ['/desk', '/answers', '/commitments'])
    expect(placesOf(await (await browser.get(path)).text()), path).toEqual(['/desk', '/answers', '/commitments'])
})

test('it is the same in every language', async () => {
  const browser = await world.as(world.carla)
  const english = menuOf(await (await browser.get('/today')).text())
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.carla.personId).execute()
  const german = await (await browser.get('/today')).text()
  expect(german).toContain('lang="de"')
  expect(menuOf(german)).toEqual(english)
})

test('the first time at a place one sentence says what it is for, until it is hidden: there, or everywhere', async () => {
  const browser = await world.as(world.maria)
  const shown = async (path: string) => /<aside class="hint".*?<p>(.*?)<\/p>/s.exec(await (await browser.get(path)).text())?.[1]?.trim()
  // The mark beside the title leads to the help; here nothing else does.
  expect(await shown('/meetings')).toMatch(/^Here are all meetings[^<]*$/)
  // Only at the place itself, and as long as its reader has not said that they know it.
  expect(await shown('/meetings/new')).toBeUndefined()
  expect(await shown('/meetings')).toMatch(/^Here are all meetings/)
  const answer = await browser.post('/me/hints', { hint: 'meetings', next: '/meetings' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/meetings'])
  expect(await shown('/meetings')).toBeUndefined()
  expect(await shown('/documents')).toMatch(/^A document is a draft/)
  // Where the page says it below its title, it is said once.
  expect(await shown('/ballots')).toBeUndefined()
  await browser.post('/me/hints', { hint: 'all', next: '/ballots' })
  expect(await shown('/documents')).toBeUndefined()
  expect(await (await browser.get('/me')).text()).toContain('Show hints again')
  await browser.post('/me/hints', { hint: 'none' })
  expect(await shown('/meetings')).toMatch(/^Here are all meetings/)
})

test('the menu leads to the list of the group at hand, then to one that its reader is on, and not to the first by name', async () => {
  const ada = await world.as(world.ada)
  const listOf = async (path: string) => menuOf(await (await ada.get(path)).text()).find((href) => href.startsWith('/lists/'))
  expect(await listOf('/today')).toBe('/lists/catalogo-l')
  expect(await listOf('/roster/lectio/edit')).toBe('/lists/lectio-l')
  expect(await listOf('/requests?group=lectio')).toBe('/lists/lectio-l')
  await world.join(world.ada, world.listId)
  expect(await listOf('/today')).toBe('/lists/lectio-l')
  expect(await listOf('/roster/catalogo/edit')).toBe('/lists/catalogo-l')
})

test('an address without a page says what to do, and not twice that nothing was found', async () => {
  const answer = await (await world.as(world.maria)).get('/nowhere')
  const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
  expect([answer.status, main.match(/not found/gi)?.length]).toEqual([404, 1])
  expect(main).toContain('Check the address for typing errors.')
})
