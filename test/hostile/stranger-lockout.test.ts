import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lettersTo } from '../letters.ts'
import { makeWorld, type World } from '../world.ts'

// The long lane (RAPPORT_LONG=1) sends all ten thousand.
const requests = process.env.RAPPORT_LONG ? 10_000 : 1_000
const networks = requests / 10

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const minute = 60_000
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * minute)
}
beforeEach(async () => {
  // Each test begins a day of its own.
  later(24 * 60)
  await world.db.deleteFrom('rateWindow').execute()
})

/** An address in the nth network. */
const addressIn = (network: number) => `203.${(network >> 8) & 255}.${network & 255}.7`

/** What a stranger's browser posts, from an address; it has no cookie. */
const post = (path: string, form: Record<string, string>, address: string, cookie?: string) =>
  world.app.request(
    `http://rapport.test${path}`,
    {
      method: 'POST',
      headers: {
        origin: 'http://rapport.test',
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie ? { cookie } : {}),
      },
      body: new URLSearchParams(form).toString(),
    },
    { incoming: { socket: { remoteAddress: address } } },
  )

const email = 'susi@susi.example'
const letters = async () => (await lettersTo(world, email, 'people.sign-in')).map(({ text }) => text)
const digitsOf = (letter: string | undefined) => /^(\d{10})$/m.exec(letter ?? '')?.[1] ?? ''
const keyOf = (letter: string | undefined) => /[?&]code=([\w-]+)/.exec(letter ?? '')?.[1] ?? ''
const home = '198.51.100.20'
const signedIn = (answer: Response) =>
  answer.status === 303 && answer.headers.getSetCookie().some((one) => one.startsWith('rapport.session'))
const type = (code: string, address = home, cookie?: string) => post('/sign-in/code', { email, code }, address, cookie)

/** Strangers of many networks ask for codes in her name, and type wrong ones, all in turns. */
async function besiege(count: number) {
  const batch = 50
  for (let i = 0; i < count; i += batch)
    await Promise.all(
      Array.from({ length: batch }, (_, j) => {
        const n = i + j
        const address = addressIn(n % networks)
        return n % 2 === 0 ? post('/sign-in', { email }, address) : type(String(n).padStart(10, '0'), address)
      }),
    )
  await world.settle()
}

test(`${requests} hostile requests of ${networks} networks lock nobody out, and cost her three mails an hour`, async () => {
  const before = (await letters()).length
  await besiege(requests)
  expect((await letters()).length - before).toBe(3)
  // She asks as well, from a browser that nobody knows; what came meanwhile opens her account, typed or followed.
  later(4)
  await post('/sign-in', { email }, home)
  await world.settle()
  const [first, second, third] = (await letters()).slice(before)
  expect(signedIn(await type(digitsOf(third)))).toBe(true)
  expect(signedIn(await type(digitsOf(first)))).toBe(true)
  expect(signedIn(await type(keyOf(second)))).toBe(true)
  // An hour later it begins anew, and is no more.
  later(57)
  await besiege(requests / 10)
  expect((await letters()).length - before).toBeLessThanOrEqual(6)
})

test('whoever spells her domain in other signs gets her no more letters, and none goes where those might lead', async () => {
  const before = (await world.postbox()).length
  for (const spelt of ['susi@susi.example', 'susi@ｓusi.example', 'susi@ｓｕsi.example', 'susi@susi。example', 'SUSI@su\u00adsi.example'])
    for (let i = 0; i < 3; i++) await post('/sign-in', { email: spelt }, addressIn(i))
  await world.settle()
  const sent = (await world.postbox()).slice(before)
  expect(sent.map(({ kind, email: to }) => [kind, to])).toEqual(Array.from({ length: 3 }, () => ['people.sign-in', email]))
  expect(signedIn(await post('/sign-in/code', { email: 'susi@ｓusi.example', code: digitsOf((await letters()).at(-1)) }, home))).toBe(true)
})

test('a browser that held a session gets a letter of its own and types its code, whatever strangers do', async () => {
  await post('/sign-in', { email }, home)
  await world.settle()
  const entered = await type(digitsOf((await letters()).at(-1)))
  const device = entered.headers.getSetCookie().find((one) => one.startsWith('rapport-device='))
  expect(device).toMatch(/Path=\/sign-in;.*HttpOnly/i)
  const cookie = device?.split(';')[0] ?? ''
  later(120)
  await besiege(200)
  // Her own network is used up too.
  for (let i = 0; i < 50; i++) await post('/sign-in', { email: `nobody-${i}@elsewhere.example` }, home)
  for (let i = 0; i < 50; i++) await type(String(i).padStart(10, '1'))
  const before = (await letters()).length
  await post('/sign-in', { email }, home, cookie)
  await world.settle()
  expect((await letters()).length).toBe(before + 1)
  expect(signedIn(await type(digitsOf((await letters()).at(-1)), home, cookie))).toBe(true)
})

test('a cookie that somebody made, or that another person’s session left, is a stranger’s', async () => {
  await post('/sign-in', { email: world.otto.email }, home)
  await world.settle()
  const own = (await lettersTo(world, world.otto.email, 'people.sign-in')).at(-1)?.text
  const entered = await post('/sign-in/code', { email: world.otto.email, code: digitsOf(own) }, home)
  const ottos =
    entered.headers
      .getSetCookie()
      .find((one) => one.startsWith('rapport-device='))
      ?.split(';')[0] ?? ''
  const forged = ottos.replace(/\.\d+\./, `.${world.susi.personId}.`)
  expect(forged).not.toBe(ottos)
  const before = (await letters()).length
  for (const cookie of [ottos, forged]) for (let i = 0; i < 8; i++) await post('/sign-in', { email }, addressIn(i), cookie)
  await world.settle()
  expect((await letters()).length - before).toBe(3)
})

test('a network has five wrong tries at a code; then the right one is not taken from there, but from elsewhere, and by its link', async () => {
  await post('/sign-in', { email }, home)
  await world.settle()
  const letter = (await letters()).at(-1)
  const hostile = addressIn(9)
  for (let i = 0; i < 5; i++) expect((await type(String(i).padStart(10, '0'), hostile)).status).toBe(422)
  expect((await type(digitsOf(letter), hostile)).status).toBe(422)
  expect(signedIn(await type(keyOf(letter), hostile))).toBe(true)
  // Spent is spent, in either form.
  expect((await type(digitsOf(letter))).status).toBe(422)
  expect((await type(keyOf(letter))).status).toBe(422)
})

test('a new code ends none before it, and each lasts an hour', async () => {
  const before = (await letters()).length
  for (let i = 0; i < 3; i++) {
    await post('/sign-in', { email }, home)
    await world.settle()
    later(25)
  }
  // The first was asked for 75 minutes ago, the second 50.
  const [first, second, third] = (await letters()).slice(before)
  expect((await type(digitsOf(first))).status).toBe(422)
  expect(signedIn(await type(digitsOf(second)))).toBe(true)
  expect(signedIn(await type(digitsOf(third)))).toBe(true)
})

test('whoever shares a network with a guesser still comes in by the link', async () => {
  for (let i = 0; i < 60; i++) await post('/sign-in/code', { email: 'nobody@elsewhere.example', code: String(i).padStart(10, '0') }, home)
  await post('/sign-in', { email }, addressIn(3))
  await world.settle()
  const letter = (await letters()).at(-1)
  expect((await type(digitsOf(letter))).status).toBe(422)
  expect(signedIn(await type(keyOf(letter)))).toBe(true)
})

test('a code opens nothing but the account of the address that it was sent to', async () => {
  await post('/sign-in', { email }, home)
  await world.settle()
  const letter = (await letters()).at(-1)
  for (const code of [digitsOf(letter), keyOf(letter)])
    expect((await post('/sign-in/code', { email: world.otto.email, code }, home)).status).toBe(422)
})
