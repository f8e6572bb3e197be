import { expect, test } from 'vitest'
import { loadDemo } from '../src/cli/demo/load.ts'
import { makeEmptyWorld } from './world.ts'

test('the demo has at least 40 requests of 90 user cases, and writes to nobody about the past', { timeout: 200_000 }, async () => {
  const world = await makeEmptyWorld()
  await loadDemo(world.ground)
  const count = async (table: 'request' | 'userCase' | 'story') =>
    (
      await world.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  expect(await count('request')).toBeGreaterThanOrEqual(40)
  expect(await count('userCase')).toBeGreaterThanOrEqual(90)
  expect(await count('story')).toBeGreaterThanOrEqual(5)
  await world.settle()
  const kinds = (await world.postbox()).flatMap(({ kind }) => (kind?.startsWith('requests.') ? [kind] : []))
  expect([...new Set(kinds)]).toEqual(['requests.affirm-support'])
  await world.end()
})
