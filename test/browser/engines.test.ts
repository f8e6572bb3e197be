import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Person } from '../world.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld()

/** A page of a phone as a browser shows it that does not know some of the style. */
async function without(unknown: string[], path: string, person?: Person): Promise<Page> {
  const page = await site.open(path, person, { width: 390 })
  await page.addInitScript(`{
    const knows = CSS.supports.bind(CSS)
    CSS.supports = (...asked) => !${JSON.stringify(unknown)}.some((one) => asked[0].includes(one)) && knows(...asked)
  }`)
  await page.route('**/rapport.*.css', async (route) => {
    const answer = await route.fetch()
    const sheet = unknown.reduce((text, one) => text.replaceAll(one, `un${one}`), await answer.text())
    await route.fulfill({ response: answer, body: sheet })
  })
  await page.reload()
  return page
}
/** What rows of tabs there are: how far each goes on beyond its edge, and what one is at beyond what is shown. */
const rows = (page: Page): Promise<{ more: number; tall: number; beyond: number }[]> =>
  page.evaluate(`[...document.querySelectorAll('.tabs:has([aria-current])')].map((row) => ({
    more: row.scrollWidth - row.clientWidth,
    tall: row.scrollHeight - row.clientHeight,
    beyond: Math.max(0, row.querySelector('[aria-current]').getBoundingClientRect().right - row.getBoundingClientRect().right),
  }))`)

test('a row begins where one is, in Firefox and Safari too, which show a bar beside one that is too tall', async () => {
  const page = await without(['scroll-initial-target'], '/lists/lectio-l/settings', site.world.carla)
  const [first] = await rows(page)
  expect(first?.more).toBeGreaterThan(0)
  expect(first).toMatchObject({ tall: 0, beyond: 0 })
  await page.close()
})

test('what is shown first comes first, in Firefox and Safari too, and beside the text after it', async () => {
  const page = await without(['reading-flow'], '/help/lists')
  const parts = () => page.locator('.split.read-first > *').evaluateAll((all) => all.map((one) => one.localName))
  expect(await parts()).toEqual(['aside', 'div'])
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect.poll(parts).toEqual(['div', 'aside'])
  await page.close()
})

test('a browser of before light-dark() shows the light page, with its colours', async () => {
  const page = await without(['light-dark'], '/help')
  const look = await page.evaluate(`[document.body, document.querySelector('main a')].map((one) => getComputedStyle(one).color)`)
  const known = await site.open('/help', undefined, { width: 390 })
  expect(await known.evaluate(`[document.body, document.querySelector('main a')].map((one) => getComputedStyle(one).color)`)).toEqual(look)
  expect(await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe('oklch(0.986 0.006 85)')
  await page.close()
  await known.close()
})

test('the last text of a long menu does not widen the page', async () => {
  const page = await site.open('/sign-in')
  const style = await page.evaluate(`(() => {
    document.querySelector('main').append(document.createElement('select'))
    const { contain, paddingBlock } = getComputedStyle(document.querySelector('main select'))
    return [contain, paddingBlock]
  })()`)
  expect(style).toEqual(['paint', '0px'])
  await page.close()
})
