import { expect, test } from 'vitest'
import { lettersTo } from '../letters.ts'
import { axe, overflow, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld()

test('a browser says its zone at sign-in; it is offered once, and another is found by typing', async () => {
  const { world } = site
  const page = await site.open('/sign-in', undefined, { zone: 'Asia/Calcutta' })
  await page.fill('input[name=email]', world.susi.email)
  await page.click('main button')
  await page.waitForURL(/\/sign-in\/code/)
  await world.settle()
  const code = /^(\d{10})\r?$/m.exec((await lettersTo(world, world.susi.email, 'people.sign-in')).at(-1)?.text ?? '')?.[1] ?? ''
  await page.fill('input[name=code]', code)
  await page.click('main button')
  await page.waitForURL(/\/today$/)
  const offer = page.locator('.zone-offer')
  expect(await offer.textContent()).toContain('Kolkata')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'zone-offer')

  await offer.getByRole('link').click()
  await page.waitForURL(/\/me#f-zone$/)
  const menu = page.locator('select[name=zone]')
  expect(await menu.inputValue()).toBe('Asia/Kolkata')
  const search = page.getByRole('searchbox', { name: 'Search by city or country' })
  await search.fill('sao pa')
  expect(await page.locator('.hint[role=status]').textContent()).toBe('Time zones found: 1')
  // What is chosen stays until somebody chooses.
  expect(await menu.inputValue()).toBe('Asia/Kolkata')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'zone-search')
  // The Enter that ends a composition, as Safari sends it, is no choice.
  await search.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  expect(await page.evaluate('document.activeElement.type')).toBe('search')
  await search.press('Enter')
  expect(await menu.inputValue()).toBe('America/Sao_Paulo')
  await search.fill('nowhere at all')
  expect(await page.locator('.hint[role=status]').textContent()).toContain('No time zone matches')
  expect(await menu.inputValue()).toBe('America/Sao_Paulo')
  await search.press('Escape')
  expect(await menu.locator('option').count()).toBeGreaterThan(400)
  await page.getByRole('button', { name: 'Save settings' }).click()
  const kept = () => world.db.selectFrom('person').select(['zone', 'zoneFrom']).where('id', '=', world.susi.personId).executeTakeFirst()
  await expect.poll(kept).toEqual({ zone: 'America/Sao_Paulo', zoneFrom: 'person' })
  await page.close()
})

test('who was signed in before is offered the zone of their browser, on one day, and nothing is kept before they say yes', async () => {
  const { maria } = site.world
  const page = await site.open('/today', maria, { zone: 'Pacific/Auckland' })
  const offer = page.locator('.zone-offer')
  expect((await offer.textContent())?.replaceAll(/\s+/g, ' ')).toContain('Your browser uses Auckland time.')
  const zone = () => site.world.db.selectFrom('person').select('zone').where('id', '=', maria.personId).executeTakeFirst()
  expect(await zone()).toEqual({ zone: null })
  await page.evaluate("localStorage.setItem('rapport-zone', 'yesterday')")
  await page.reload()
  expect(await offer.isVisible()).toBe(false)
  await page.evaluate("localStorage.removeItem('rapport-zone')")
  await page.reload()
  await page.getByRole('button', { name: 'Yes, use Auckland time' }).click()
  await page.waitForURL(/\/today$/)
  await page.getByText('Times are shown in Auckland time.').waitFor()
  expect(await zone()).toEqual({ zone: 'Pacific/Auckland' })
  expect(await offer.count()).toBe(0)
  await page.close()
})

test('in German it is offered and found by its German name, and by the English one', async () => {
  const { world } = site
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.modesto.personId).execute()
  const page = await site.open('/today', world.modesto, { zone: 'Europe/Copenhagen' })
  await page.getByRole('button', { name: 'Ja, Kopenhagen verwenden' }).waitFor()
  await page.goto(new URL('/me#general', page.url()).href)
  const search = page.getByRole('searchbox', { name: 'Nach Stadt oder Land suchen' })
  for (const words of ['kopenhag', 'copenhagen', 'dänem', 'denmark']) {
    await search.fill(words)
    expect(await page.locator('.hint[role=status]').textContent()).toBe('Gefundene Zeitzonen: 1')
    expect(await page.locator('select[name=zone] option:not([value=""])').textContent()).toContain('Kopenhagen, Dänemark')
  }
  await page.close()
})

test('without script the menu stands by its parts of the world', async () => {
  const page = await site.open('/me#general', site.world.susi, { javaScript: false })
  expect(await page.locator('select[name=zone] optgroup').count()).toBeGreaterThan(8)
  expect(await page.locator('input[type=search]:visible').count()).toBe(1)
  await page.close()
})

test.each([true, false])('a setting stands open where its anchor is asked for, with script (%s) or without', async (javaScript) => {
  const page = await site.open('/me', site.world.susi, { javaScript, width: 390 })
  const open = page.locator('.settings > [open] > summary h2')
  expect([await open.count(), await page.getByText('Add address').isVisible()]).toEqual([0, false])
  // Letters and old addresses lead to the parts, and to what stands in them.
  for (const [anchor, name] of [
    ['addresses', 'Email addresses'],
    ['f-zone', 'General'],
    ['week', 'Notifications'],
  ] as const) {
    await page.goto(site.address(`/today?then=${anchor}`))
    await page.goto(site.address(`/me#${anchor}`))
    expect(await open.allTextContents()).toEqual([name])
    const { y = -1 } = (await page.locator(`#${anchor}`).boundingBox()) ?? {}
    expect(y, anchor).toBeGreaterThanOrEqual(0)
    expect(y, anchor).toBeLessThan(800)
  }
  await page.getByRole('link', { name: 'Results of your requests' }).click()
  await page.getByRole('radio', { name: 'A weekly summary' }).check()
  await page.getByRole('button', { name: 'Save choice', exact: true }).click()
  await page.waitForURL(/\/me#results$/)
  expect(await open.allTextContents()).toEqual(['Results of your requests'])
  expect(await page.locator('details:has(#results) > summary').textContent()).toContain('A weekly summary')
  // With the keyboard alone.
  await page.locator('summary', { hasText: 'Email addresses' }).press('Enter')
  expect(await page.getByText('Add address').isVisible()).toBe(true)
  await page.close()
})

test('all settings unfolded are as usable as folded, in both widths and themes', async () => {
  for (const width of [1280, 390])
    for (const dark of [false, true]) {
      const page = await site.open('/me', site.world.susi, { width, dark })
      expect(await axe(page)).toEqual([])
      await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
      expect([await axe(page), await overflow(page)]).toEqual([[], 0])
      await page.close()
    }
})
