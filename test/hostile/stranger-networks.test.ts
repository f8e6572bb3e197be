import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb } from '../../src/edges/http/server.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
})
afterAll(() => world.end())

/** What somebody gets who asks for pages without end. */
async function answersTo(address: (n: number) => string): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (let n = 0; n < 302; n++) {
    const incoming = { socket: { remoteAddress: address(n) } }
    statuses.add((await world.app.request('http://rapport.test/robots.txt', {}, { incoming } as never)).status)
  }
  return statuses
}

test.each([
  ['written in full', (n: number) => `2001:db8:17:${n.toString(16)}::7`],
  ['whose network ends in zeros that are left out', (n: number) => `2001:db8::${n.toString(16)}`],
  [
    'whose zeros are left out or said, as it comes',
    (n: number) => (n % 2 ? `2a00:17::${n.toString(16)}` : `2a00:17:0:${n.toString(16)}::7`),
  ],
  ['of which IPv4 is a part', (n: number) => `64:ff9b::198.51.100.${n % 256}`],
])('asking without end is bounded for a network of IPv6 %s', async (_, address) => {
  expect(await answersTo(address)).toEqual(new Set([200, 429]))
})

test('asking without end through a proxy is bounded, however it writes its client, and for whom it names nobody', async () => {
  const behind = await makeWorld({ env: { RAPPORT_TRUST_PROXY: '198.51.100.2' } })
  const from = async (hop: (n: number) => string) => {
    const statuses = new Set<number>()
    for (let n = 0; n < 302; n++) {
      const incoming = { socket: { remoteAddress: '198.51.100.2' } }
      const headers = { 'x-forwarded-for': hop(n) }
      statuses.add((await behind.app.request('http://rapport.test/robots.txt', { headers }, { incoming } as never)).status)
    }
    return statuses
  }
  expect(await from((n) => `203.0.113.9:${40_000 + n}`)).toEqual(new Set([200, 429]))
  expect(await from((n) => `[2001:db8:9::${n.toString(16)}]:${40_000 + n}`)).toEqual(new Set([200, 429]))
  expect(await from((n) => `_hidden${n}`)).toEqual(new Set([200, 429]))
  await behind.end()
})

// Who stands before us and we could each believe another of two.
test('a request says once, and rightly, which host it is for', async () => {
  const web = await startWeb(world.ground)
  const answerTo = (...headers: string[]) =>
    new Promise<number | undefined>((resolve, reject) =>
      http
        .get({ port: web.port, path: '/robots.txt', headers, setHost: false, agent: false }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
        .on('error', reject),
    )
  expect(await answerTo('Host', 'rapport.test')).toBe(200)
  expect(await answerTo()).toBe(400)
  for (const other of ['rapport.test', 'evil.example']) expect(await answerTo('Host', 'rapport.test', 'Host', other)).toBe(400)
  for (const wrong of [
    'rapport.test evil.example',
    'evil.example/',
    'rapport.test@evil.example',
    'rapport.test:port',
    '[::1',
    'a?b',
    'a#b',
  ])
    expect([wrong, await answerTo('Host', wrong)]).toEqual([wrong, 400])
  await web.close()
})
