import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ArchiveManifest, archiveKey, publicKeyOf } from '../../src/edges/cli/archive/sign.ts'
import { besideIts, writeArchive } from '../../src/edges/cli/archive/write.ts'
import { axe, overflow, screenshot, startBrowser, type TestBrowser } from '../browser/browser.ts'
import { makeDemoWorld } from '../demo-world.ts'

let browser: TestBrowser
let folder: string
let manifest: ArchiveManifest
let key: string
/** What the site's map named while there was a site. */
let mapped: string[]

beforeAll(async () => {
  const world = await makeDemoWorld()
  folder = join(mkdtempSync(join(inject('runFolder'), 'archive-')), 'lectio')
  manifest = await besideIts(folder, (partial) => writeArchive(world.ground, partial, { now: world.clock.now, language: 'en' }))
  key = publicKeyOf(archiveKey(world.site.secret))
  const map = await (await (await world.as(undefined)).get('/sitemap.xml')).text()
  mapped = [...map.matchAll(/<loc>([^<]*)/g)].map(([, loc = '']) => loc.slice(world.site.baseUrl.length))
  // The server is gone.
  await world.end()
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const url = (file: string) => `${pathToFileURL(folder).href}/${file}`
const verify = (...more: string[]) => {
  try {
    return execFileSync('python3', [join(import.meta.dirname, '../../contrib/verify-archive.py'), folder, ...more], { encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

/** The title of the oldest request that was answered, stood on a ballot, and began in the list. */
function answeredTitle(): string {
  const page = globSync('requests/**/*.html', { cwd: folder })
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .find((html) =>
      [/href="[^"]*answers\//, /href="[^"]*\/results\.html/, /href="[^"]*page\.html\?[^"]*#m/].every((link) => link.test(html)),
    )
  return /<h1[^>]*>([^<]*)/.exec(page ?? '')?.[1] ?? ''
}

test('After the server: a request of years ago is found, its chain followed to the answer and the ballot, and the ballot counted again', async () => {
  const page = await browser.openPage(url('index.html'))
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const title = answeredTitle()
  expect(title).not.toBe('')
  await page.getByRole('searchbox').fill(title.split(' ').slice(0, 5).join(' '))
  await page.keyboard.press('Enter')
  const found = page.locator('ul.things a')
  await found.first().waitFor()
  const search = page.url()
  await page.locator('ul.things a[href^="requests/"]', { hasText: title }).first().click()
  await expect.poll(() => page.locator('h1').textContent()).toBe(title)
  const request = page.url()
  await page.locator('main a[href*="answers/"]').first().click()
  await page.locator('main', { hasText: title }).waitFor()
  await page.goto(request)
  await page.locator('main a[href*="/results.html"]').first().click()
  await page.getByRole('button', { name: 'Count votes in this browser' }).click()
  await expect.poll(() => page.locator('[data-part="said"]').textContent()).toMatch(/^Match\. Votes counted: \d+\./)
  // A message, in its thread.
  await page.goto(request)
  await page.locator('main a[href*="page.html?"][href*="#m"]').first().click()
  await page.locator('article.letter').first().waitFor()
  const id = new URL(page.url()).hash.slice(1)
  expect(await page.locator(`article#${id}`).count()).toBe(1)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
  await page.goto(search)
  await found.first().waitFor()
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'archive-search')
  await page.close()
})

test('the roster stands as of any day, with those who were there before', async () => {
  const page = await browser.openPage(url('roster.html'))
  await page.getByText('Choose another date').first().click()
  await page.getByLabel('Date').fill('2020-06-15')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect.poll(() => page.locator('main .heading').textContent()).toContain('On 15 June 2020')
  const main = (await page.locator('main').textContent()) ?? ''
  expect(main).toContain('Pieter van Houten, Coordinator')
  expect(main.indexOf('Past terms')).toBeLessThan(main.indexOf('Harriet Cole, Coordinator'))
  await page.close()
})

/**
 * Where a page leads within the folder, what it shows from there, and the messages on it. What lies in a pack stands there once its script has
 * run; other pages are read as the browser reads them.
 */
async function waysOf(page: Page, address: string): Promise<{ links: string[]; ids: string[] }> {
  const packed = address.includes('/page.html?')
  const html = packed ? '' : readFileSync(new URL(address), 'utf8')
  if (packed) {
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    await page.locator('main h1').first().waitFor()
  }
  const { ways, ids } = await page.evaluate<{ ways: string[]; ids: string[] }>(`(() => {
    const html = ${JSON.stringify(html)}
    const read = html ? new DOMParser().parseFromString(html, 'text/html') : document
    const ways = [...read.querySelectorAll('a[href], img[src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src'))
    return { ways, ids: [...read.querySelectorAll('article[id]')].map(({ id }) => id) }
  })()`)
  return { links: ways.map((way) => new URL(way, address).href).filter((way) => way.startsWith('file:')), ids }
}

test('every link leads to something, from the first page on, and every address of the site’s map is there', async () => {
  const laid = new Map(
    readFileSync(join(folder, 'addresses.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
  // Search is the archive's own, and each item of a list of threads lies in a pack.
  expect(mapped.filter((path) => path !== '/search' && !laid.has(path))).toEqual([])
  expect(mapped.length).toBeGreaterThan(150)
  const page = await browser.openPage(url('index.html'))
  const dead: string[] = []
  const messages = new Set<string>()
  const there = new Set<string>()
  const seen = new Set([url('index.html'), ...[...laid.values()].filter((file) => file.endsWith('.html')).map(url)])
  for (const address of seen) {
    const [file = ''] = address.split('?')
    if (!existsSync(new URL(file))) dead.push(address)
    else if (file.endsWith('.html')) {
      const { links, ids } = await waysOf(page, address)
      if (address !== file && (await page.title()).startsWith('Page ·')) dead.push(address)
      for (const id of ids) there.add(`${address}#${id}`)
      for (const link of links) {
        seen.add(link.replace(/#.*/, ''))
        if (/#m\d+$/.test(link)) messages.add(link)
      }
    }
  }
  expect(dead).toEqual([])
  expect([...messages].filter((message) => !there.has(message))).toEqual([])
  expect(seen.size).toBeGreaterThan(500)
  await page.close()
})

test('the verifier says that nothing was changed, and, where something was, what', () => {
  expect(verify('--key', key)).toBe(
    `Whole: ${manifest.address} as of ${manifest.createdAt}, ${manifest.files.length} files as they were signed.\n`,
  )
  const [page = '', lost = ''] = manifest.files.flatMap(({ name }) => (/^requests\/\d+\.html$/.test(name) ? [name] : []))
  const text = readFileSync(join(folder, page), 'utf8')
  writeFileSync(join(folder, page), text.replace('</h1>', '!</h1>'))
  renameSync(join(folder, lost), join(folder, 'mine.html'))
  expect(verify('--key', key).trim().split('\n')).toEqual([
    `NOT WHOLE: ${page} was changed.`,
    `NOT WHOLE: ${lost} is missing.`,
    'NOT WHOLE: mine.html does not belong to it.',
  ])
  writeFileSync(join(folder, page), text)
  renameSync(join(folder, 'mine.html'), join(folder, lost))
  expect(verify('--key', Buffer.alloc(32).toString('base64'))).toContain('NOT WHOLE: It is signed with another key')
  // Who changes the manifest as well cannot sign it.
  const whole = readFileSync(join(folder, 'manifest.json'), 'utf8')
  writeFileSync(join(folder, 'manifest.json'), whole.replace('"audience": "public"', '"audience": "nobody"'))
  expect(verify('--key', key)).toBe('NOT WHOLE: manifest.json is not what was signed.\n')
  writeFileSync(join(folder, 'manifest.json'), whole)
})
