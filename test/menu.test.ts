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
      const places = placesOf(html)
      // The stations of the way to the vendor are one place, each a step of it.
      expect(places.length, href).toBeLessThanOrEqual(6)
      for (const place of places) expect((await browser.get(place)).status, place).toBe(200)
    }
  },
)

test('it is the same in every language', async () => {
  const browser = await world.as(world.carla)
  const english = menuOf(await (await browser.get('/today')).text())
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.carla.personId).execute()
  const german = await (await browser.get('/today')).text()
  expect(german).toContain('lang="de"')
  expect(menuOf(german)).toEqual(english)
})
