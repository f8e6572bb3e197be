import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { mirrored, speakPseudo } from '../pseudo.ts'
import { overflow, screenshot } from './browser.ts'
import { pages } from './site.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld(undefined, makeFurnishedWorld)
beforeAll(speakPseudo)

const readers = ['visitor', 'carla', 'ada'] as const
type Name = (typeof readers)[number]

/** A browser page as this person gets the site in a language. */
async function reading(name: Name, language: string = mirrored): Promise<Page> {
  await site.world.db.updateTable('person').set({ locale: language }).execute()
  const cookies = { ...(await site.cookiesOf(name === 'visitor' ? undefined : site.world[name])), 'rapport-lang': language }
  const page = await site.blank()
  await page.context().addCookies(Object.entries(cookies).map(([cookie, value]) => ({ name: cookie, value, url: site.address('/') })))
  return page
}

interface Box {
  left: number
  right: number
}

/** How far each of these boxes is from the left side of the window and from the right. */
const boxesOf = (page: Page, css: string): Promise<Box[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(css)})].map((one) => {
    const { left, right } = one.getBoundingClientRect()
    return { left, right: document.documentElement.clientWidth - right }
  })`)

// Each fourth page; all of them in the long lane.
const step = process.env.RAPPORT_LONG ? 1 : 4
const shown = (name: Name) =>
  pages.flatMap(([address, row], at) =>
    at % step === 0 && readers.find((one) => (row.expect[one] ?? row.expect.others) === 200) === name ? [[address, row] as const] : [],
  )

// The language is longer by 40 % besides: the same look says whether a page bears that.
describe.each(readers)('what %s reads runs from the right, and fits', (name) => {
  test.each(shown(name))('%s', async (address, row) => {
    const faults: string[] = []
    await row.renew?.(site.world)
    const page = await reading(name)
    const answer = await page.goto(site.address(row.path(site.world)), { waitUntil: 'load' })
    if (answer?.status() !== 200) faults.push(`it answers ${answer?.status()}`)
    const said = await page.evaluate('document.documentElement.lang + " " + document.documentElement.dir')
    if (said !== `${mirrored} rtl`) faults.push(`it says that it is ${said}`)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const sideways = await overflow(page)
      if (sideways > 0) faults.push(`at ${width} px it is ${sideways} px too wide`)
      await screenshot(page, `mirrored-${width}-${address.replaceAll(/[^a-z]+/gi, '-')}`)
    }
    await page.close()
    expect(faults).toEqual([])
  })
})

test('the stylesheet knows where lines begin and end, and neither left nor right', () => {
  // What is within brackets is one value: `clamp(1rem, 4vw, 2rem)`.
  const sheet = readFileSync('src/lib/ui/assets/rapport.css', 'utf8').replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, '')
  const physical = [
    ...sheet.matchAll(/[\w-]*\b(?:left|right)\b[\w-]*\s*:[^;}]*|(?:float|clear|text-align)\s*:\s*(?:left|right)/g),
    // `padding: 1px 2px 3px 4px`, where the second and the fourth differ.
    ...[...sheet.matchAll(/(?:padding|margin|inset)\s*:\s*([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)\s*[;}]/g)].filter(
      ([, , right, , left]) => right !== left,
    ),
  ]
  expect(physical.map(([found]) => found)).toEqual([])
})

test('what stands at one side stands at the other where a language runs from the right', async () => {
  const boxes = async (language: string) => {
    const page = await reading('carla', language)
    await page.goto(site.address('/today'), { waitUntil: 'load' })
    const found: Box[][] = await Promise.all(['.rail', '.main', '.search kbd'].map((css) => boxesOf(page, css)))
    await page.close()
    return found
  }
  const [straight, turned] = [await boxes('en'), await boxes(mirrored)]
  const [rail, main] = straight.map(([one]) => one)
  expect(rail?.left).toBe(0)
  expect(main?.left).toBeGreaterThan(0)
  // Text is as long as it is: boxes that the layout places are compared, to a pixel.
  for (const at of [0, 1])
    for (const [side, other] of [
      ['left', 'right'],
      ['right', 'left'],
    ] as const)
      expect(turned[at]?.[0]?.[other]).toBeCloseTo(straight[at]?.[0]?.[side] ?? -1, 0)
})
