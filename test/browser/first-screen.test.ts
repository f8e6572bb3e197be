import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

// Request 1 has a user case, support and an answer of the vendor.
const site = webOfWorld(undefined, makeFurnishedWorld)
const button = (page: Page) => page.locator('#voice button.primary')

test.each([
  [1280, 800],
  [390, 844],
])('the first screen of a request at %i×%i says where it stands, and has the button to support it', async (width, height) => {
  for (const dark of [false, true]) {
    const page = await site.open('/requests/1', site.world.susi, { width, height, dark })
    await screenshot(page, `request-${width}-${dark ? 'dark' : 'light'}`)
    for (const part of [
      'h1',
      '.standing .state',
      '.standing form[action$="/follow"] button',
      '.standing .figures',
      '#voice button.primary',
    ]) {
      const { y, height: tall } = (await page.locator(part).first().boundingBox()) ?? { y: Number.NaN, height: 0 }
      expect(y, part).toBeLessThan(800)
      expect(y + tall, part).toBeLessThanOrEqual(height)
    }
    await page.close()
  }
})

test('the button is a few Tab presses away, past the link that skips the menu', async () => {
  const page = await site.open('/requests/1', site.world.susi)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  let presses = 2
  while (presses < 12 && !(await button(page).evaluate((one) => one.matches(':focus')))) {
    await page.keyboard.press('Tab')
    presses++
  }
  expect(presses).toBeLessThanOrEqual(10)
  await page.keyboard.press('Enter')
  await page.getByText('Support saved').waitFor()
  await page.close()
})

test('on a phone the pages of the help are seen at a glance below its search, and each begins with its sections', async () => {
  for (const dark of [false, true]) {
    const page = await site.open('/help', site.world.susi, { width: 390, height: 844, dark, javaScript: dark })
    await screenshot(page, `help-${dark ? 'dark' : 'light'}`)
    const { y = Number.NaN } = (await page.getByRole('searchbox', { name: 'Search the help' }).boundingBox()) ?? {}
    expect(y).toBeLessThan(422)
    expect(await page.locator('.help-index h3 a:visible').count()).toBe(await page.locator('.help-index h3').count())
    const last = await page.locator('.help-index h3 a').last().boundingBox()
    expect((last?.y ?? Number.NaN) + (last?.height ?? 0)).toBeLessThan(2 * 844)
    expect(last?.height).toBeGreaterThanOrEqual(24)
    await page.goto(site.address('/help/ballots'))
    const section = await page.getByRole('link', { name: 'How to vote' }).boundingBox()
    expect(section?.y).toBeLessThan(844)
    await page.close()
  }
  const wide = await site.open('/help', site.world.susi)
  expect(await wide.getByRole('link', { name: 'How to vote' }).isVisible()).toBe(true)
  await wide.close()
})

// Of each row: its words, how many buttons stand on the line of Decide later, and whether all are within the page.
const rowsOfToday = `[...document.querySelectorAll('form.decide')].map((form) => {
  const boxes = [...form.querySelectorAll('.button')].filter((one) => one.offsetHeight > 0).map((one) => one.getBoundingClientRect())
  const later = form.querySelector('[value=later]').getBoundingClientRect()
  const beside = boxes.filter(({ top, bottom }) => top < later.bottom && bottom > later.top)
  return [form.textContent, beside.length, boxes.every(({ right }) => right <= innerWidth)]
})`

test.each(['en', 'de', 'fr', 'es', 'it'])('on a phone later stands beside a choice, however long that is: %s', async (locale) => {
  const { carla } = site.world
  await site.world.db.updateTable('person').set({ locale }).where('id', '=', carla.personId).execute()
  for (const width of [390, 320]) {
    const page = await site.open('/today', carla, { width, height: 844 })
    const rows = await page.evaluate<[string, number, boolean][]>(rowsOfToday)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter(([, beside, within]) => beside < 2 || !within)).toEqual([])
    await page.close()
  }
})
