import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

const settled = async (promise: Promise<void>) => {
  let done = false
  promise.then(() => {
    done = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  return () => done
}

test('a step goes at once where nobody waits', async () => {
  expect((await settled(new Pace().turn()))()).toBe(true)
})

test('a step waits until the last page is there, and not for one that was answered twice', async () => {
  const pace = new Pace(1_000_000)
  const [first, second] = [pace.enter(), pace.enter()]
  const done = await settled(pace.turn())
  first()
  first()
  await new Promise((resolve) => setImmediate(resolve))
  expect(done()).toBe(false)
  second()
  await new Promise((resolve) => setImmediate(resolve))
  expect(done()).toBe(true)
})

test('a step goes after its longest wait, however many pages are asked for', async () => {
  const pace = new Pace(1)
  pace.enter()
  await pace.turn()
  // And what waited is forgotten when the page is there.
  expect((await settled(pace.turn()))()).toBe(false)
})
