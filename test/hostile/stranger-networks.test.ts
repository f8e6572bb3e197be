import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
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
