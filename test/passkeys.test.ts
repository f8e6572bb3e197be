import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../src/edges/http/server.ts'
import { startBrowser, type TestBrowser } from './browser/browser.ts'
import { freePort } from './ports.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let web: WebServer
let browser: TestBrowser
let site: string

beforeAll(async () => {
  const port = await freePort()
  // An address of a passkey has a name: browsers take none for a number.
  site = `http://localhost:${port}`
  world = await makeWorld({ env: { RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_BASE_URL: site } })
  web = await startWeb(world.ground)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await web?.close()
  await world?.end()
})

const cookiesOf = async (person: Person) => Object.fromEntries((await world.as(person)).cookies)

/** A page with an authenticator of its own, as Chromium's developer tools bring one. */
async function openWithKey(path: string, person?: Person): Promise<{ page: Page; cdp: CDPSession; authenticatorId: string }> {
  const page = await browser.openPage('about:blank')
  if (person) await page.context().addCookies(Object.entries(await cookiesOf(person)).map(([name, value]) => ({ name, value, url: site })))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(site + path, { waitUntil: 'load' })
  return { page, cdp, authenticatorId }
}

/** Adds a passkey on the page of ways in. */
async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the new passkey').fill(name)
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await page.getByText(name, { exact: true }).waitFor()
}

test('a passkey is made, named, used to sign in where one wanted to go, renamed and removed; its owner is told by mail', async () => {
  const { page } = await openWithKey('/me#sign-in', world.susi)
  await addPasskey(page, 'Work laptop')
  await world.settle()
  expect((await world.postbox()).filter((letter) => letter.kind === 'people.new-way-in').map((letter) => letter.email)).toEqual([
    'susi@susi.example',
  ])

  await page.context().clearCookies()
  await page.goto(`${site}/today?then=here`, { waitUntil: 'load' })
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${site}/today?then=here`)

  await page.goto(`${site}/me#sign-in`, { waitUntil: 'load' })
  expect((await page.getByText('with a passkey').allInnerTexts()).filter(Boolean)).toHaveLength(1)
  await page.getByText('Rename passkey').click()
  await page.getByLabel('New name of Work laptop').fill('Old laptop')
  await page.getByRole('button', { name: 'Save name', exact: true }).click()
  await page.getByText('Old laptop', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Remove passkey Old laptop' }).click()
  await page.getByText('No passkeys yet').waitFor()

  await page.context().clearCookies()
  await page.goto(`${site}/sign-in`, { waitUntil: 'load' })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('The passkey did not work.').waitFor()
  await page.close()
  const lines = await world.db.selectFrom('journal').select('action').where('action', 'like', 'passkey.%').orderBy('id').execute()
  expect(lines.map((line) => line.action)).toEqual(['passkey.added', 'passkey.renamed', 'passkey.removed'])
})

test('an answer that was taken once is refused the second time, in another browser, and for another challenge', async () => {
  const { page } = await openWithKey('/me#sign-in', world.maria)
  await addPasskey(page, 'Key')
  await page.context().clearCookies()
  await page.goto(`${site}/sign-in`, { waitUntil: 'load' })
  const sent = page.waitForRequest((one) => new URL(one.url()).pathname === '/sign-in/passkey')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  const request = await sent
  const first = { body: request.postData() ?? '', cookie: (await request.allHeaders()).cookie ?? '' }
  await page.waitForURL(`${site}/today`)
  await page.close()

  const send = (body: string, cookie: string) =>
    fetch(`${site}/sign-in/passkey`, { method: 'POST', headers: { 'content-type': 'application/json', cookie, origin: site }, body })
  const replayed = await send(first.body, first.cookie)
  expect([replayed.status, replayed.headers.getSetCookie()]).toEqual([403, []])

  // A fresh challenge of the same browser does not help the old signature.
  const begin = await fetch(`${site}/sign-in/passkey/options`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: first.cookie },
    body: '{}',
  })
  const { flow } = (await begin.json()) as { flow: string }
  const stale = await send(JSON.stringify({ ...JSON.parse(first.body), flow }), first.cookie)
  expect([stale.status, stale.headers.getSetCookie()]).toEqual([403, []])

  const other = await fetch(`${site}/sign-in/passkey/options`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const stolen = await send(
    JSON.stringify({ ...JSON.parse(first.body), flow: ((await other.json()) as { flow: string }).flow }),
    first.cookie,
  )
  expect(stolen.status).toBe(403)
})

test('nobody learns who has a passkey, and nobody keeps one for somebody else', async () => {
  const ask = async (path: string, person?: Person, body: object = {}) =>
    world.app.request(`${site}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: Object.entries(person ? await cookiesOf(person) : {})
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      },
      body: JSON.stringify(body),
    })
  const { options } = (await (await ask('/sign-in/passkey/options')).json()) as { options: { allowCredentials?: unknown[] } }
  expect(options.allowCredentials ?? []).toEqual([])
  expect((await ask('/me/passkeys/options')).status).toBe(404)

  const { flow } = (await (await ask('/me/passkeys/options', world.carla)).json()) as { flow: string }
  expect((await ask('/me/passkeys', world.otto, { flow, response: {}, name: 'Mine' })).status).toBe(403)
  expect(await world.db.selectFrom('passkey').select('id').where('personId', '=', world.otto.personId).execute()).toEqual([])
})

test('rubbish is refused and opens nothing', async () => {
  for (const body of ['', '[]', 'null', '{"flow":1}', '{"flow":"x","response":{"id":{}}}']) {
    const answer = await world.app.request(`${site}/sign-in/passkey`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect([body, answer.status, answer.headers.getSetCookie()]).toEqual([body, 403, []])
  }
})
