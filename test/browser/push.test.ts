import { existsSync } from 'node:fs'
import type { Page, Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../../src/edges/http/server.ts'
import { makeWorld, type World } from '../world.ts'
import { startBrowser, type TestBrowser } from './browser.ts'

/** The browser's half of notifications. Chromium as npm brings it refuses to show any, so that there one sees what it was asked to show. */
const debians = '/usr/bin/chromium'
const programs = [
  { name: 'Chromium of npm', program: undefined, shows: false },
  ...(existsSync(debians) ? [{ name: 'Chromium of Debian', program: debians, shows: true }] : []),
]

let world: World
let web: WebServer
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
  await (await world.as(world.ada)).post('/admin/push', { opened: 'on' })
  web = await startWeb(world.ground)
})
afterAll(async () => {
  await web?.close()
  await world?.end()
})

interface Shown {
  title: string
  body: string
  lang: string
  tag: string
  data: string
}

describe.each(programs)('in $name', ({ program, shows }) => {
  let browser: TestBrowser
  let page: Page
  let worker: Worker
  const origin = () => `http://127.0.0.1:${web.port}`
  beforeAll(async () => {
    browser = await startBrowser(program)
    const cookies = Object.fromEntries((await world.as(world.maria)).cookies)
    page = await browser.openPage(`${origin()}/me#push`, { cookies })
    await page.context().grantPermissions(['notifications'], { origin: origin() })
    await page.reload()
  })
  afterAll(() => browser?.close())

  test('the button registers the worker, and says in words why no notifications come', async () => {
    const alert = page.locator('[data-push] [role=alert]:visible')
    expect([await page.locator('[data-push-none]').isVisible(), await alert.count()]).toEqual([false, 0])
    const [registered] = await Promise.all([page.context().waitForEvent('serviceworker'), page.locator('[data-push] button').click()])
    worker = registered
    expect(new URL(worker.url()).pathname).toBe('/assets/push-worker.js')
    // No service stands behind either of them.
    await alert.waitFor()
    expect(await alert.allInnerTexts()).toEqual([
      expect.stringContaining(shows ? 'The browser could not register for notifications' : 'The browser did not allow notifications'),
    ])
    expect(await page.locator('[data-push] button').isEnabled()).toBe(true)
    expect(await world.db.selectFrom('pushDevice').selectAll().execute()).toEqual([])
  })

  test('what is delivered is shown, and a click opens its page; one of another site opens nothing', async () => {
    await worker.evaluate((real) => {
      const scope = globalThis as unknown as {
        shown: object[]
        opened: string[]
        registration: { showNotification(title: string, options: object): Promise<void> }
        clients: { openWindow(url: string): Promise<null> }
      }
      scope.shown = []
      scope.opened = []
      // It opens windows for who has clicked alone, and nobody has.
      scope.clients.openWindow = async (url) => {
        scope.opened.push(url)
        return null
      }
      const { registration } = scope
      const show = registration.showNotification.bind(registration)
      registration.showNotification = async (title, options) => {
        // Where no desktop stands behind it, it may take away again what it shows: that it was accepted counts.
        if (real) await show(title, options)
        scope.shown.push({ title, ...options })
      }
    }, shows)
    const debuggerOf = await page.context().newCDPSession(page)
    const registrations: { registrationId: string; isDeleted: boolean }[] = []
    debuggerOf.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations))
    await debuggerOf.send('ServiceWorker.enable')
    await expect.poll(() => registrations.length).toBeGreaterThan(0)
    const { registrationId = '' } = registrations.at(-1) ?? {}
    const tell = async (title: string, navigate: string): Promise<Shown[]> => {
      const notification = { title, body: 'due Friday', navigate, lang: 'en', dir: 'auto', tag: 'due' }
      const data = JSON.stringify({ web_push: 8030, notification })
      await debuggerOf.send('ServiceWorker.deliverPushMessage', { origin: origin(), registrationId, data })
      const shown = () =>
        worker.evaluate(() =>
          (globalThis as unknown as { shown: Shown[] }).shown.map(({ title: said, body, lang, tag, data: leads }) => ({
            title: said,
            body,
            lang,
            tag,
            data: leads,
          })),
        )
      await expect.poll(async () => (await shown()).at(-1)?.title).toBe(title)
      return shown()
    }
    /** Clicks on what was shown last. @returns what was opened so far, and what is shown still */
    const click = () =>
      worker.evaluate(async () => {
        const scope = globalThis as unknown as { shown: object[]; opened: string[]; dispatchEvent(event: Event): void }
        const notification = { ...scope.shown.at(-1), close: () => scope.shown.pop() }
        scope.dispatchEvent(Object.defineProperty(new ExtendableEvent('notificationclick'), 'notification', { value: notification }))
        return { opened: scope.opened, left: scope.shown.length }
      })
    const path = `${origin()}/today`
    expect(await tell('Ask <b>Quillon</b>', path)).toEqual([
      { title: 'Ask <b>Quillon</b>', body: 'due Friday', lang: 'en', tag: 'due', data: path },
    ])
    expect(await click()).toEqual({ opened: [path], left: 0 })
    await tell('Elsewhere', 'https://evil.example/today')
    expect(await click()).toEqual({ opened: [path], left: 0 })
    await debuggerOf.detach()
  })
})

declare class ExtendableEvent extends Event {}
