import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../../src/http/server.ts'
import { access, furnish } from '../access/table.ts'
import { makeWorld, type World } from '../world.ts'
import { axe, overflow, startBrowser, type TestBrowser, type View } from './browser.ts'

let world: World
let web: WebServer
let browser: TestBrowser
let site: string

beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
  await furnish(world)
  web = await startWeb(world.ground)
  site = `http://127.0.0.1:${web.port}`
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await web?.close()
  await world?.end()
})

type Name = 'visitor' | 'carla' | 'ada'

/** Pages that people look at: files, feeds and what programs ask for are no pages. */
const pages = Object.entries(access).filter(
  ([address]) =>
    address.startsWith('GET ') &&
    !address.startsWith('GET /api/v1/') &&
    !/\/(?:template\.xlsx|similar)$/.test(address) &&
    !/\/(?:assets\/\*|healthz|readyz|metrics|erasures\.ledger|metadata|oidc|answers\/:answer|raw|html|mbox|feed\.atom|brief\.pdf|brief\.xlsx|export\.xlsx|export\.csv|[^/]+\.ics|record\.pdf|minutes\.pdf|subscribers\/export|export\/:file|:number\/:file|counts|a\/:position)$/.test(
      address,
    ),
)

const views: View[] = [{ width: 1280 }, { width: 390 }, { width: 1280, dark: true }, { width: 390, dark: true }]

/** What is wrong with one page as one person sees it, in both themes and widths. */
async function faults(path: string, cookies: Record<string, string>, status = 200): Promise<string[]> {
  const found: string[] = []
  const page = await browser.openPage('about:blank')
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site })))
  const answer = await page.goto(site + path, { waitUntil: 'load' })
  if (answer?.status() !== status) found.push(`it answers ${answer?.status()}`)
  if (!(await page.title())) found.push('it has no title')
  const headings = await page.locator('h1').count()
  if (headings !== 1) found.push(`it has ${headings} h1`)
  for (const { width = 1280, dark } of views) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    for (const fault of await axe(page)) found.push(`${width}${dark ? ' dark' : ''}: ${fault}`)
  }
  await page.setViewportSize({ width: 320, height: 800 })
  const sideways = await overflow(page)
  if (sideways > 0) found.push(`at 320 px it is ${sideways} px too wide`)
  await page.close()
  return found
}

const cookiesOf = async (name: Name): Promise<Record<string, string>> =>
  name === 'visitor' ? {} : Object.fromEntries((await world.as(world[name])).cookies)

describe.each<Name>(['visitor', 'carla', 'ada'])('what %s sees', (name) => {
  test.each(pages)('%s', async (_address, row) => {
    const status = row.expect[name] ?? row.expect.others
    // Being sent to sign-in or told that there is nothing is the same page everywhere; one of each is looked at below.
    if (status !== 200) return
    expect(await faults(row.path(world), await cookiesOf(name))).toEqual([])
  })
})

test('who finds nothing gets a page as good as the others', async () => {
  expect(await faults('/nothing-here', await cookiesOf('carla'), 404)).toEqual([])
})

describe('without JavaScript', () => {
  const plain: View = { width: 390, javaScript: false }

  test('a stranger asks to join', async () => {
    const page = await browser.openPage(`${site}/lists/lectio-l`, plain)
    await page.getByLabel('E-mail').fill('nora@elsewhere.example')
    await page.getByRole('button', { name: 'Ask to join' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Look/)
    await page.close()
  })

  test('a subscriber searches, reads and answers', async () => {
    const page = await browser.openPage(`${site}/today`, { ...plain, cookies: await cookiesOf('carla') })
    await page.getByRole('searchbox').fill('hello')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Hello' }).click()
    await page.getByRole('link', { name: 'In its thread' }).click()
    await page.getByLabel('Reply to the list').fill('An answer without a script.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Your message is on its way').waitFor()
    await world.settle()
    await page.reload()
    await page.getByText('An answer without a script.').waitFor()
    await page.close()
  })
})
