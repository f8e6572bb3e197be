import { expect, test } from 'vitest'
import { expectLinear } from './growth.ts'

/** Turns the processor this many times. */
function turn(times: number): number {
  let sum = 0
  for (let i = 0; i < times; i++) sum = (sum + i) % 1_000_003
  return sum
}

test('what grows as it is given passes', () => expectLinear(20_000, (n) => turn(n * 1_000)))

test('what grows with the square is found', async () => {
  await expect(expectLinear(4_500, (n) => turn(n * n))).rejects.toThrow(/ms for 4500/)
})
