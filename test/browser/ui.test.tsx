import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, overflow, screenshot, startBrowser, type TestBrowser, type View } from './browser.ts'
import { galleryApp } from './gallery.tsx'

const gallery = galleryApp()
let browser: TestBrowser
let server: ServerType
let site: string

beforeAll(async () => {
  browser = await startBrowser()
  server = await new Promise<ServerType>((resolve) => {
    const one = serve({ fetch: gallery.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(one))
  })
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

// A refused form and a refused script are what the tests ask for.
const wanted = /status of 422|Evaluation is off/

/** Opens a page, and at its end says what the browser complained about: the policy, scripts, files not found. */
async function visit(path: string, view: View, use: (page: Page) => Promise<void>) {
  const page = await browser.openPage('about:blank', view)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && !wanted.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  // What the page itself gives up, as a question of words that were typed on, is no complaint.
  page.on(
    'requestfailed',
    (request) => request.failure()?.errorText === 'net::ERR_ABORTED' || complaints.push(`${request.url()} ${request.failure()?.errorText}`),
  )
  await page.goto(site + path, { waitUntil: 'networkidle' })
  await use(page)
  await page.close()
  expect(complaints).toEqual([])
}

const focused = (page: Page) => page.evaluate('(document.activeElement.textContent || document.activeElement.id).trim().slice(0, 40)')

test.each(gallery.paths)('the page %s is fit for everybody at each width, light and dark', async (path) => {
  await visit(path, {}, async (page) => {
    expect(await page.locator('h1').count()).toBe(1)
    for (const width of [1280, 390, 320])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: width < 600 ? 800 : 900 })
        await page.emulateMedia({ colorScheme })
        const view = `${width} ${colorScheme}`
        await screenshot(page, `${path.slice(1) || 'today'}-${width}-${colorScheme}`)
        expect([view, (await axe(page)).join('\n'), await overflow(page)]).toEqual([view, '', 0])
      }
  })
})

test('who has read about the keys walks through a list, searches and finds help without a mouse', async () => {
  await visit('/', { width: 1280 }, async (page) => {
    await page.keyboard.press('j')
    expect(await focused(page)).toBe('Tomás Ferreira asks to join Lectio-L')
    await page.keyboard.press('j')
    expect(await focused(page)).toMatch(/^Answer overdue/)
    expect(await page.locator(':focus-visible').count()).toBeGreaterThan(0)
    await page.keyboard.press('k')
    expect(await focused(page)).toBe('Tomás Ferreira asks to join Lectio-L')

    await page.keyboard.press('/')
    expect(await focused(page)).toBe('site-search')
    await page.keyboard.type('jk/?')
    expect(await page.getByRole('combobox').inputValue()).toBe('jk/?')

    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    expect((await axe(page)).join('\n')).toBe('')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

test('the keys walk through the letters of a thread', async () => {
  await visit('/thread', { width: 1280 }, async (page) => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate('document.activeElement.id')).toBe('m2')
    await page.keyboard.press('Control+k')
    expect(await page.evaluate('document.activeElement.id')).toBe('m2')
  })
})

test('who speaks to the computer switches single keys off, in the settings or on the device', async () => {
  await visit('/?keys=off', { width: 1280 }, async (page) => {
    for (const key of ['j', '/', '?']) await page.keyboard.press(key)
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.locator('.search kbd').isVisible()).toBe(false)
  })
  await visit('/', { width: 1280 }, async (page) => {
    await page.keyboard.press('?')
    await page.getByLabel('Use single-key shortcuts on this device').uncheck()
    await page.getByRole('button', { name: 'Close help' }).click()
    await page.reload()
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  })
})

test('a keyboard user gets past the rail with one key', async () => {
  await visit('/', { width: 1280 }, async (page) => {
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })
})

test.each([true, false])('on a phone the rail is behind one button, scripts: %s', async (javaScript) => {
  await visit('/', { width: 390, javaScript }, async (page) => {
    const link = page.locator('.rail').getByRole('link', { name: 'Community' })
    expect(await link.isVisible()).toBe(false)
    await page.getByText('Menu', { exact: true }).click()
    await link.waitFor({ state: 'visible' })
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
    await screenshot(page, `menu-390-${javaScript}`)
    if (!javaScript) return
    expect((await axe(page)).join('\n')).toBe('')
    await page.getByText('Menu', { exact: true }).focus()
    await page.keyboard.press('Escape')
    expect(await link.isVisible()).toBe(false)
  })
})

test.each([true, false])('a form that was refused keeps what was typed and leads to what is wrong, scripts: %s', async (javaScript) => {
  await visit('/form', { width: 390, javaScript }, async (page) => {
    await page.getByLabel('What is the matter').fill('  Hm  ')
    await page.getByLabel('Your address').fill('nobody')
    await page.getByLabel('More about it').fill('Two\nlines')
    await page.getByLabel('Concern').check()
    await page.getByLabel('The vendor may see my name').check()
    await page.getByRole('button', { name: 'Save' }).click()

    const problems = page.getByRole('alert')
    await problems.waitFor()
    await screenshot(page, `refused-390-${javaScript}`)
    expect(await problems.getByRole('link').allTextContents()).toEqual([
      'What is the matter: Write at least 5 characters.',
      'Your address: Enter an email address, for example name@example.org.',
      'Area: Choose one of the options.',
      'Regions: Please choose at least one region.',
    ])
    expect(await page.getByLabel('More about it').inputValue()).toBe('Two\nlines')
    expect(await page.getByLabel('Concern').isChecked()).toBe(true)
    expect(await page.getByLabel('The vendor may see my name').isChecked()).toBe(true)
    expect(await page.getByLabel('Your address').getAttribute('aria-invalid')).toBe('true')
    await problems.getByRole('link', { name: 'Enter an email address' }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('f-address')
    if (javaScript) expect((await axe(page)).join('\n')).toBe('')
  })
})

test('without scripts a time is a date, and with them it says how long ago', async () => {
  const shown = async (javaScript: boolean) => {
    let text = ''
    await visit('/', { javaScript }, async (page) => {
      text = await page.locator('relative-time').evaluate((element) => element.shadowRoot?.textContent || element.textContent || '')
    })
    return text
  }
  expect(await shown(false)).toBe('Fri 16 Oct, 08:00 Lisbon time')
  expect(await shown(true)).not.toContain('Lisbon')
})

test('a theme chosen by the reader wins over the system', async () => {
  await visit('/?theme=light', { dark: true }, async (page) => {
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    expect((await axe(page)).join('\n')).toBe('')
  })
})

test('htmx never evaluates what stands in an attribute', async () => {
  await visit('/', {}, async (page) => {
    const said = await page.evaluate(`new Promise((resolve) => {
      addEventListener('htmx:error', (event) => resolve(String(event.detail.error)), { once: true })
      document.body.insertAdjacentHTML('beforeend', '<button id="evil" hx-on:click="window.evaluated = true">x</button>')
      htmx.process(document.getElementById('evil'))
      document.getElementById('evil').click()
      setTimeout(() => resolve('nothing'), 60_000)
    })`)
    expect(said).toContain('Evaluation is off.')
    expect(await page.evaluate('window.evaluated')).toBe(undefined)
  })
})
