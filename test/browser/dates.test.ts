import { expect, test } from 'vitest'
import { axe, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

// The clock of the site stands on 16 October 2026.
const site = webOfWorld(async (world) => {
  await world.db.updateTable('person').set({ zone: 'Europe/Lisbon' }).where('name', '=', 'Carla').execute()
})

test('days of a date poll are chosen in a calendar, by keyboard too, and stand as lines in the field that is sent', async () => {
  const page = await site.open('/polls/new', site.world.carla)
  const lines = () => page.locator('textarea[name=slots]').inputValue()
  await page.getByText('Enter the times as text').click()
  await page.locator('textarea[name=slots]').fill('2026-11-18 10:00')
  // What is typed shows in the calendar.
  await page.getByRole('button', { name: 'Remove Wed 18 Nov, 10:00' }).waitFor()
  while ((await page.getByRole('button', { name: 'Wednesday 18 November' }).count()) === 0)
    await page.getByRole('button', { name: 'Next month' }).click()
  const day = page.getByRole('button', { name: 'Thursday 19 November' })
  expect(await page.getByRole('button', { name: 'Wednesday 18 November' }).getAttribute('aria-pressed')).toBe('true')
  const time = (await lines()).slice(11, 16)
  await day.focus()
  await page.keyboard.press('Enter')
  expect(await day.getAttribute('aria-pressed')).toBe('true')
  expect((await lines()).split('\n')).toHaveLength(2)
  // The focus stays where it was, though the calendar is drawn anew.
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Thursday 19 November')
  await page.getByRole('button', { name: `Remove Wed 18 Nov, ${time}` }).click()
  expect((await lines()).startsWith('2026-11-19')).toBe(true)
  // What takes the place of a button that went has the focus, and how many times there are is said.
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toMatch(/^Remove Thu 19 Nov, /)
  expect(await page.locator('pick-dates').getByRole('status').textContent()).toBe('Times chosen: 1')
  // A time more is one of the days that are chosen already.
  await page.getByLabel('Time', { exact: true }).fill('16:30')
  await page.getByRole('button', { name: 'Add time' }).click()
  expect(await lines()).toContain('2026-11-19 16:30')
  await page.getByRole('button', { name: 'Remove 16:30', exact: true }).click()
  expect(await lines()).not.toContain('16:30')
  await screenshot(page, 'dates')
  expect(await axe(page)).toEqual([])
  await page.close()
})

test('a date poll is narrow enough for a phone, with its table scrolling in itself', async () => {
  const carla = await site.world.as(site.world.carla)
  const slots = Array.from({ length: 12 }, (_, i) => `2026-11-${String(i + 10)} 10:00`).join('\n')
  const form = { title: 'Many', hosts: `g${site.world.group.groupId}`, zone: 'Europe/Lisbon', minutes: '30', closesOn: '2026-11-01', slots }
  const poll = (await carla.post('/polls', form)).headers.get('location') ?? ''
  const { id } = await site.world.db.selectFrom('datePollSlot').select('id').orderBy('id').executeTakeFirstOrThrow()
  await carla.post(poll, { [`s${id}`]: 'yes' })
  const page = await site.open(poll, site.world.carla)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await axe(page)).toEqual([])
  await page.close()
})
