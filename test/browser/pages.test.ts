import { describe, expect, test } from 'vitest'
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
