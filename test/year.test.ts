import { expect, test } from 'vitest'
import { figuresOf } from '../bench/year/figures.ts'
import { plotOf } from '../bench/year/plot.ts'
import { openYear, replay } from '../bench/year/run.ts'
import { domains } from '../src/domains.ts'
import { makeDemoWorld } from './demo-world.ts'

test('the first week of the bench’s year is worked off, and counted', async () => {
  const demo = await makeDemoWorld()
  await demo.leave()
  const world = await openYear(demo.url)
  try {
    const figures = figuresOf(await replay(world, 1), Object.assign({}, ...domains.map(({ letters }) => letters ?? {})))
    const { coordinator, moderator, subscriber } = figures.roles
    // What a page or a letter has become otherwise, the bench must learn.
    expect(figures.stuck).toEqual(Object.fromEntries(Object.keys(figures.roles).map((role) => [role, []])))
    expect(coordinator.acts).toBeGreaterThan(20)
    expect(moderator.byMail).toBeGreaterThan(0.7)
    expect(Object.keys(subscriber.letterKinds)).not.toContain('list.held-moderators')
    expect(plotOf(figures).match(/<g>/g)).toHaveLength(Object.keys(figures.roles).length)
  } finally {
    await world.end()
  }
})
