import { expect, test } from 'vitest'
import { axe, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const titles = ['Keep the tags of a list at the rollover', 'A calendar of due dates', 'Reorder citations by keyboard']
const site = webOfWorld(async (world) => {
  const carla = await world.as(world.carla)
  for (const title of titles) await carla.post('/requests', { kind: 'idea', title, text: '', visibility: 'subscribers' })
})
const idOf = async (title: string) =>
  (await site.world.db.selectFrom('request').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id

test('a request is picked with the keyboard, by words, and sent by its number', async () => {
  const [tags, keyboard] = [await idOf(titles[0] ?? ''), await idOf(titles[2] ?? '')]
  const page = await site.open(`/requests/${tags}/merge`, site.world.carla)
  const field = page.getByRole('combobox', { name: 'Other request' })
  expect(await field.getAttribute('aria-expanded')).toBe('false')
  await field.pressSequentially('citat')
  const option = page.getByRole('option', { name: /Reorder citations/ })
  await option.waitFor()
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  await page.getByRole('status').filter({ hasText: '1 request found.' }).waitFor({ state: 'attached' })
  await screenshot(page, 'picker')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await option.getAttribute('aria-selected')).toBe('true')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  // The Enter that ends a composition, as Safari sends it, is no choice.
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  expect(await field.inputValue()).toBe('citat')
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe(`#${keyboard} ${titles[2]}`)
  expect(await page.locator('input[name=targetId]').inputValue()).toBe(String(keyboard))
  await page.getByRole('button', { name: 'Propose' }).click()
  await page.waitForURL(/\/merges\/\d+$/)
  await page.close()
})

test('the list opens with the best, closes with Escape, and a number is as good as words', async () => {
  const [tags, calendar] = [await idOf(titles[0] ?? ''), await idOf(titles[1] ?? '')]
  const page = await site.open(`/requests/${tags}/merge`, site.world.carla)
  const field = page.getByRole('combobox', { name: 'Other request' })
  await field.click()
  await page.getByRole('option').first().waitFor()
  expect(await page.getByRole('option').count()).toBe(titles.length)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('option').count()).toBe(0)
  await field.pressSequentially(`#${calendar}`)
  expect(await page.locator('input[name=targetId]').inputValue()).toBe(String(calendar))
  await page.getByRole('option', { name: /calendar/ }).click()
  expect(await field.inputValue()).toBe(`#${calendar} ${titles[1]}`)
  await page.close()
})

test('what is there already is shown with its title', async () => {
  const [tags, calendar] = [await idOf(titles[0] ?? ''), await idOf(titles[1] ?? '')]
  const page = await site.open(`/requests/${tags}/merge?into=${calendar}`, site.world.carla)
  const field = page.getByRole('combobox', { name: 'Other request' })
  await expect.poll(() => field.inputValue()).toBe(`#${calendar} ${titles[1]}`)
  expect(await page.locator('input[name=targetId]').inputValue()).toBe(String(calendar))
  await page.close()
})

test('without script one of the best is chosen from a menu', async () => {
  const [calendar, keyboard] = [await idOf(titles[1] ?? ''), await idOf(titles[2] ?? '')]
  const page = await site.open(`/requests/${calendar}/merge`, site.world.carla, { javaScript: false })
  await page.getByRole('combobox', { name: 'Other request' }).selectOption(String(keyboard))
  await page.getByRole('button', { name: 'Propose' }).click()
  await page.waitForURL(/\/merges\/\d+$/)
  await page.close()
})

test('what is looked for is offered while one types; Enter opens what is marked, or searches for what was typed', async () => {
  const keyboard = await idOf(titles[2] ?? '')
  const page = await site.open('/today', site.world.carla)
  const field = page.getByRole('combobox', { name: 'Search' })
  await field.pressSequentially('reorder cit')
  const option = page.getByRole('option', { name: /Reorder citations/ })
  await option.waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/requests/${keyboard}$`))

  await field.pressSequentially('reorder cit')
  await option.waitFor()
  await page.keyboard.press('Escape')
  expect([await field.getAttribute('aria-expanded'), await field.inputValue()]).toEqual(['false', 'reorder cit'])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=reorder\+cit$/)
  await page.close()
})
