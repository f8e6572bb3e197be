import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, start } from '../../src/main.ts'
import { startBrowser, type TestBrowser } from '../browser/browser.ts'
import { dropDatabase } from '../database.ts'
import { type Sink, startSink } from '../sink.ts'
import { makeWorld, type World } from '../world.ts'

let folder: string
let sink: Sink
let world: World
let running: Running
let browser: TestBrowser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-story-'))
  const dns = join(folder, 'dns.json')
  await writeFile(dns, JSON.stringify({ 'maria.example': { TXT: ['v=spf1 ip4:127.0.0.1 -all'] } }))
  sink = await startSink({ keep: true })
  world = await makeWorld({
    dns: `file:${dns}`,
    env: { RAPPORT_HTTP: '127.0.0.1:0', RAPPORT_SMTP: '127.0.0.1:0', RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}` },
  })
  world.clock.now = new Date()
  running = await start(world.ground, new Set(['web', 'smtp', 'worker']))
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await sink?.close()
  dropDatabase(world.url)
  await rm(folder, { recursive: true, force: true })
})

/** The value of a header field, unfolded. */
const field = (mail: Buffer, name: string): string =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(mail.toString('latin1'))?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''

/** Asks again until it is so. */
const until = (isSo: () => boolean | Promise<boolean>) => expect.poll(isSo, { interval: 25 }).toBe(true)

test('First mail: in its thread and found at once, and on its way to everybody', async () => {
  const site = `http://127.0.0.1:${running.httpPort}`
  const cookies = Object.fromEntries((await world.as(world.susi)).cookies)
  const page = await browser.openPage(`${site}/`, { cookies })
  await page.goto(`${site}/lists/lectio-l/threads`)
  await page.getByText('No messages yet').waitFor()

  const transport = createTransport({ host: '127.0.0.1', port: running.smtpPort, ignoreTLS: true })
  await transport.sendMail({
    from: 'Maria <maria@maria.example>',
    to: 'lectio-l@lists.localhost',
    subject: 'Students cannot see their chapters',
    text: 'Since Monday every digitised chapter shows a padlock. Does anybody else have this?',
    messageId: '<first-mail@maria.example>',
  })

  const thread = async () => (await fetch(`${site}/lists/lectio-l/t/first-mail%40maria.example`, { headers: cookieHeader(cookies) })).status
  await until(async () => (await thread()) === 200)
  await until(async () => {
    const found = await fetch(`${site}/search?q=padlocks`, { headers: cookieHeader(cookies) })
    return (await found.text()).includes('first-mail%40maria.example')
  })
  await until(() => sink.accepted >= 3)

  await page.goto(`${site}/lists/lectio-l/threads`)
  await page.getByRole('link', { name: 'Students cannot see their chapters' }).click()
  await page.getByText('every digitised chapter shows a padlock').waitFor()
  await page.getByRole('combobox', { name: 'Search' }).fill('padlocks')
  await page.keyboard.press('Enter')
  await page.locator('mark', { hasText: 'padlock' }).first().waitFor()
  await page.close()

  const others = [world.carla.email, world.susi.email]
  const copies = others.map((email) => sink.messages.filter(({ to }) => to.includes(email)))
  expect(copies.map(({ length }) => length)).toEqual([1, 1])
  const [carla, susi] = copies.map(([copy]) => copy)
  if (!carla || !susi) throw new Error('A copy is missing.')
  for (const copy of [carla, susi]) {
    expect(copy.to).toHaveLength(1)
    expect(copy.from).toMatch(/^lectio-l-bounces\+[a-z2-7]+@lists\.localhost$/)
    expect(field(copy.data, 'List-Unsubscribe')).toMatch(/<http:\/\/rapport\.test\/unsubscribe\/[a-z2-7]+>/)
    expect(field(copy.data, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(copy.data.toString()).toContain('every digitised chapter shows a padlock')
  }
  expect(carla.from).not.toBe(susi.from)
  expect(field(carla.data, 'List-Unsubscribe')).not.toBe(field(susi.data, 'List-Unsubscribe'))

  const link = /<(http:[^>]+)>/.exec(field(susi.data, 'List-Unsubscribe'))?.[1] ?? ''
  const left = await fetch(site + new URL(link).pathname, { method: 'POST', body: 'List-Unsubscribe=One-Click' })
  expect(left.status).toBe(200)
  const { get } = await world.as(world.carla)
  const subscribers = await (await get('/lists/lectio-l/subscribers')).text()
  expect([subscribers.includes('carla@carla.example'), subscribers.includes('susi@susi.example')]).toEqual([true, false])
})

const cookieHeader = (cookies: Record<string, string>) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
})
