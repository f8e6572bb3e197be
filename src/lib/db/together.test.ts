import { expect, test } from 'vitest'
import type { Db } from './rows.ts'
import { together } from './together.ts'

const pool = { isTransaction: false } as Db
const transaction = { isTransaction: true } as Db

test('who asks while others are read is read with all who wait; each hears of its own', async () => {
  const readings: number[][] = []
  const double = together(
    async (_, keys: number[]) => {
      readings.push(keys)
      await new Promise((resolve) => setImmediate(resolve))
      return keys.map((key) => key * 2)
    },
    { most: 3, lanes: 2 },
  )
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map((key) => double(pool, key)))).toEqual([2, 4, 6, 8, 10, 12, 14])
  // Two at a time, so many at once at most.
  expect(readings).toEqual([[1], [2], [3, 4, 5], [6, 7]])
  expect(await double(pool, 8)).toBe(16)
  expect(readings.at(-1)).toEqual([8])
})

test('what one of them asks for fails nobody else', async () => {
  const read = together(async (_, keys: string[]) => {
    await new Promise((resolve) => setImmediate(resolve))
    if (keys.includes('bad')) throw new Error('not an id')
    return keys.map((key) => key.toUpperCase())
  })
  const asked = await Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map((key) => read(pool, key)))
  expect(asked.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'A',
    'B',
    'C',
    'Error: not an id',
    'D',
  ])
  expect(await read(pool, 'e')).toBe('E')
})

test('a transaction reads alone, and nothing is read before it is asked', async () => {
  let now = 0
  const readings: [Db, number[]][] = []
  const read = together(async (db, keys: number[]) => {
    const at = now
    readings.push([db, keys])
    await new Promise((resolve) => setImmediate(resolve))
    return keys.map(() => at)
  })
  const first = read(pool, 1)
  const second = read(pool, 2)
  now = 1
  const [later, own] = [read(pool, 3), read(transaction, 4)]
  expect(await Promise.all([first, second, later, own])).toEqual([0, 1, 1, 1])
  expect(readings.filter(([db]) => db === transaction)).toEqual([[transaction, [4]]])
})
