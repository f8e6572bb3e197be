import { expect, test } from 'vitest'
import { keptByVersion } from './kept-by-version.ts'
import type { Db } from './rows.ts'

const [primary, replica] = [{}, {}] as [Db, Db]

/** Counts how often each thing was read. */
function counted() {
  let n = 0
  return keptByVersion(async (_: Db, key: number) => ({ key, n: ++n }))
}

test('a thing is read once for a version, by its key and in each database', async () => {
  const read = counted()
  const [first, again] = await Promise.all([read(primary, 'a', 1), read(primary, 'a', 1)])
  expect(again).toBe(first)
  expect(await read(primary, 'a', 1)).toBe(first)
  expect(await read(primary, 'a', 2)).toEqual({ key: 2, n: 2 })
  expect(await read(replica, 'a', 1)).toEqual({ key: 1, n: 3 })
  expect(await read(primary, 'b', 1)).toEqual({ key: 1, n: 4 })
  expect(await read(primary, 'a', 1)).toEqual({ key: 1, n: 5 })
})

test('without a version it is read as it is now, and not kept', async () => {
  const read = counted()
  const kept = await read(primary, 'a', 1)
  expect(await read(primary, undefined, 1)).toEqual({ key: 1, n: 2 })
  expect(await read(primary, 'a', 1)).toBe(kept)
})

test('what could not be read is read anew by who asks next', async () => {
  let away = true
  const read = keptByVersion(async () => {
    if (away) throw new Error('away')
    return 'here'
  })
  await expect(read(primary, 'a')).rejects.toThrow('away')
  away = false
  expect(await read(primary, 'a')).toBe('here')
})
