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

/** So many turns of the event loop, however long they take. */
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
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

test('steps that waited go one after another, and wait again for a page that is asked for between them', async () => {
  const pace = new Pace(1_000_000)
  const first = pace.enter()
  let gone = 0
  for (let n = 0; n < 5; n++) pace.turn().then(() => gone++)
  first()
  await Promise.resolve()
  const second = pace.enter()
  await turns(20)
  expect(gone).toBe(1)
  second()
  await turns(20)
  expect(gone).toBe(5)
})

test('pieces of work go side by side where nobody reads, and one after another where somebody does', async () => {
  const pace = new Pace()
  let [atOnce, most] = [0, 0]
  const piece = () =>
    pace.share(async () => {
      most = Math.max(most, ++atOnce)
      await new Promise((resolve) => setTimeout(resolve, 5))
      atOnce--
      return most
    })
  await Promise.all([piece(), piece(), piece()])
  expect(most).toBe(3)
  most = 0
  const leave = pace.enter()
  await Promise.all([piece(), piece(), piece()])
  expect(most).toBe(1)
  leave()
})

test('a piece of work that fails says so, and the next goes on', async () => {
  const pace = new Pace()
  pace.enter()
  const failing = pace.share(() => Promise.reject(new Error('no')))
  const next = pace.share(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
