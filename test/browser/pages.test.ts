import { describe, expect, test } from 'vitest'
import { kept, uploadAgain } from '../access/kept-things.ts'
import type { View } from './browser.ts'
import { furnishedSite } from './site.ts'

const site = furnishedSite()
site.lookAtAll('visitor')
site.lookAtAll('ada')

test('who finds nothing gets a page as good as the others', async () => {
  expect(await site.faults('/nothing-here', 'carla', { status: 404 })).toEqual([])
})

test('a coordinator looks at the figures that everybody would see', async () => {
  expect(await site.faults('/relationship?as=everybody', 'carla')).toEqual([])
})

test('what was done is said again after the page came, since what stands in it as it comes is not heard', async () => {
  const page = await site.openPage('/me', 'carla')
  await page.evaluate("document.querySelector('main form:has([name=theme])').requestSubmit()")
  await page.locator('body > [role=status]').filter({ hasText: 'Nothing changed.' }).waitFor({ state: 'attached' })
  await page.close()
})

describe('without JavaScript', () => {
  const plain: View = { width: 390, javaScript: false }

  test('a stranger asks to join', async () => {
    const page = await site.openPage('/lists/lectio-l', 'visitor', plain)
    await page.getByLabel('Your email address').fill('nora@elsewhere.example')
    await page.getByRole('button', { name: 'Apply to join' }).click()
    await page.getByRole('heading', { level: 1, name: /^Check/ }).waitFor()
    await page.close()
  })

  test('a subscriber searches, reads and answers', async () => {
    const page = await site.openPage('/today', 'carla', plain)
    await page.getByRole('searchbox').fill('hello')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Hello' }).click()
    await page.getByRole('link', { name: 'View thread' }).click()
    await page.getByRole('textbox', { name: 'Reply to the list' }).fill('An answer without a script.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Message on its way' }).waitFor()
    await site.settle()
    await page.reload()
    await page.getByText('An answer without a script.').waitFor()
    await page.close()
  })
})

test('a list to fill in is a table on paper', async () => {
  const page = await site.openPage('/meetings/2026-12-10/attendance', 'carla', { width: 680 })
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate("getComputedStyle(document.querySelector('main form table')).display")).toBe('table')
  expect(await page.locator('main form .button, .top, .rail').filter({ visible: true }).count()).toBe(0)
  // A container is laid out in one piece: what comes after it would lie over it at the end of a sheet.
  const pieces = `[...document.querySelectorAll('main, main .tabled, main .stack')].filter((one) => {
    const { display, containerType } = getComputedStyle(one)
    return containerType !== 'normal' || display === 'grid'
  }).map((one) => one.outerHTML.slice(0, 80))`
  expect(await page.evaluate(pieces)).toEqual([])
  await page.close()
})

test('how far an import is, a screen reader tells at each quarter', async () => {
  await uploadAgain(site.world)
  const stand = (done: number) =>
    site.world.db
      .updateTable('moveUpload')
      .set({ state: 'running', step: 'Messages', done, of: 100 })
      .where('id', '=', Number(kept.upload))
      .execute()
  await stand(10)
  const page = await site.openPage(`/imports/${kept.upload}`, 'carla')
  const told = (text: string) => page.locator('[role=status][data-of=progress]').filter({ hasText: text }).waitFor({ state: 'attached' })
  await told('0% done')
  await stand(51)
  await told('50% done')
  await page.close()
})

test('what is done on a page is not on paper', async () => {
  for (const [path, act] of [
    ['/meetings/2026-12-10', 'Cancel meeting'],
    ['/requests/1', 'Edit request'],
  ] as const) {
    const page = await site.openPage(path, 'carla')
    const link = page.getByRole('link', { name: act })
    expect([path, await link.isVisible()]).toEqual([path, true])
    await page.emulateMedia({ media: 'print' })
    expect([path, await link.isVisible()]).toEqual([path, false])
    await page.close()
  }
})

test('a table whose letters are larger than it was made for does not widen the page', async () => {
  const page = await site.openPage('/attendance', 'carla', { width: 390 })
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
    '<div class="tabled n16"><table class="table"><thead style="zoom: 2"><tr><th>Participations</th><th>Pourcentage</th></tr></thead></table></div>')`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await page.close()
})
