import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { axe, overflow, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const ids: Record<string, number> = {}
const titles = ['Drag me', 'Carry me', 'Leave me', 'Edit me', 'Set me aside']
const site = webOfWorld(async (world) => {
  const carla = await world.as(world.carla)
  for (const title of titles) {
    await carla.post('/requests', { kind: 'concern', title, text: 'Notes are lost.', visibility: 'subscribers' })
    ids[title] = (await world.db.selectFrom('request').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id
  }
}, makeFurnishedWorld)

const stageOf = async (title: string) =>
  (await site.world.db.selectFrom('request').select('stage').where('title', '=', title).executeTakeFirstOrThrow()).stage
const column = (page: Page, name: RegExp) => page.locator('.column').filter({ has: page.getByRole('heading', { name }) })
const card = (page: Page, title: string) => page.locator(`#r${ids[title]}`)

/** A column is as tall as the tallest, so that a card is dragged straight across. */
async function drag(page: Page, title: string, to: RegExp) {
  const from = card(page, title)
  await from.scrollIntoViewIfNeeded()
  const [one, other] = [await from.boundingBox(), await column(page, to).boundingBox()]
  if (!one || !other) throw new Error('nowhere to drag')
  await from.dragTo(column(page, to), { sourcePosition: { x: 40, y: 40 }, targetPosition: { x: 60, y: one.y - other.y + 40 } })
}

test('a request is dragged into another status, and into none that follows from the vendor', async () => {
  const page = await site.open('/requests/board', site.world.carla)
  await drag(page, 'Drag me', /^Ready to send/)
  await page.locator('[data-said]').filter({ hasText: 'Drag me: Ready to send' }).waitFor({ state: 'attached' })
  expect(await stageOf('Drag me')).toBe('ready')
  expect(
    await column(page, /^Ready to send/)
      .locator('.card')
      .count(),
  ).toBeGreaterThan(0)
  await drag(page, 'Leave me', /^Sent to the vendor/)
  expect([await stageOf('Leave me'), await column(page, /^Open/).locator(`#r${ids['Leave me']}`).count()]).toEqual(['gathering', 1])
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'board')
  await page.close()
})

test('what is dragged to “set aside” is asked for a reason, in the card', async () => {
  const page = await site.open('/requests/board', site.world.carla, { width: 2900 })
  await drag(page, 'Set me aside', /^Set aside/)
  const why = card(page, 'Set me aside').getByLabel('Reason, if you set the request aside')
  await why.waitFor()
  expect(await stageOf('Set me aside')).toBe('gathering')
  await why.fill('The reader is being replaced.')
  await card(page, 'Set me aside').getByRole('button', { name: 'Save details' }).click()
  await page.waitForURL(/#r\d+$/)
  expect(await stageOf('Set me aside')).toBe('set_aside')
  await page.close()
})

test('how many are ticked is said, and nothing that has the focus lies below the bar or the head of a column', async () => {
  const page = await site.open('/requests/board', site.world.carla, { width: 390 })
  const box = card(page, 'Leave me').getByRole('checkbox')
  await box.check()
  const said = page.locator('[data-said]')
  expect(await said.textContent()).toMatch(/ 1$/)
  const covered = `(() => {
    const has = document.activeElement.getBoundingClientRect()
    return [...document.querySelectorAll('.bulk, .column > h2')].filter((one) => !one.contains(document.activeElement)).some((one) => {
      const { top, bottom, left, right } = one.getBoundingClientRect()
      return has.top < bottom - 1 && has.bottom > top + 1 && has.left < right && has.right > left
    })
  })()`
  for (const key of [...Array(8).fill('Tab'), ...Array(16).fill('Shift+Tab')]) {
    await page.keyboard.press(key)
    expect([await page.evaluate('document.activeElement.textContent'), await page.evaluate(covered)]).toEqual([expect.anything(), false])
  }
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await said.filter({ hasText: / 0$/ }).waitFor({ state: 'attached' })
  expect(await page.evaluate('document.activeElement.value')).toBe(String(ids['Leave me']))
  await page.close()
})

test('a request is carried with the keys, put back with Escape, and dropped with Enter', async () => {
  const page = await site.open('/requests/board', site.world.carla)
  await card(page, 'Carry me')
    .getByRole('button', { name: /^Move request/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  expect(
    await column(page, /^Ready to send/)
      .locator(`#r${ids['Carry me']}`)
      .count(),
  ).toBe(1)
  await page.keyboard.press('Escape')
  expect(await column(page, /^Open/).locator(`#r${ids['Carry me']}`).count()).toBe(1)
  for (const key of ['Enter', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await page.locator('[data-said]').filter({ hasText: 'Carry me: Ready to send' }).waitFor({ state: 'attached' })
  expect(await stageOf('Carry me')).toBe('ready')
  expect(
    await card(page, 'Carry me')
      .getByRole('button', { name: /^Move request/ })
      .evaluate((one) => one.matches(':focus')),
  ).toBe(true)
  await page.close()
})

test('champion, topic and severity are edited in the card', async () => {
  const page = await site.open('/requests/board', site.world.carla)
  const mine = card(page, 'Edit me')
  await mine.getByRole('link', { name: /^Edit details/ }).click()
  await mine.getByLabel('Champion').selectOption({ label: 'Maria' })
  await mine.getByLabel('Topic').selectOption({ label: 'Students' })
  await mine.getByLabel('Severity').selectOption({ label: 'Major' })
  expect(await axe(page)).toEqual([])
  await mine.getByRole('button', { name: 'Save details' }).click()
  await page.waitForURL(/#r\d+$/)
  await expect.poll(() => mine.textContent()).toMatch(/Major.*Students.*Champion: Maria/s)
  await page.close()
})

test.each([
  [1280, 900],
  [390, 844],
])('the bar for several stays in view at %i×%i, and the page is not too wide', async (width, height) => {
  const page = await site.open('/requests/board', site.world.carla, { width, height })
  const bar = page.locator('#bulk')
  expect(await bar.isVisible()).toBe(false)
  await page.locator('[name=ids]').first().check()
  for (const to of [0, 100_000]) {
    await page.evaluate(`scrollTo(0, ${to})`)
    const box = (await bar.boundingBox()) ?? { y: -1, height: 0 }
    expect([box.y > 0, box.y + box.height <= height + 1]).toEqual([true, true])
  }
  expect(await bar.textContent()).toContain('1')
  await bar.getByText('Change selected requests').click()
  expect(await bar.getByLabel('Champion').isVisible()).toBe(true)
  expect([await axe(page), await overflow(page)]).toEqual([[], 0])
  await screenshot(page, `board-bulk-${width}`)
  await page.close()
})

test('without script a menu sets the status, and the fields have a page of their own', async () => {
  const page = await site.open('/requests/board', site.world.carla, { javaScript: false })
  const mine = card(page, 'Leave me')
  await mine.getByLabel(/^Status of request/).selectOption('ready')
  await mine.getByRole('button', { name: 'Set status' }).click()
  await expect.poll(() => stageOf('Leave me')).toBe('ready')
  await card(page, 'Leave me')
    .getByRole('link', { name: /^Edit details/ })
    .click()
  await page.getByLabel('Severity').selectOption('minor')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect.poll(() => card(page, 'Leave me').textContent()).toContain('Minor')
  await page.close()
})

test('on a phone no column is taller than the window, and the page ends below them', async () => {
  const page = await site.open('/requests/board', site.world.carla, { width: 390 })
  await page.setViewportSize({ width: 390, height: 300 })
  const heights = await page.locator('.column').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.max(...heights)).toBeLessThanOrEqual(241)
  expect(await axe(page)).toEqual([])
  await page.close()
})
