import { expect, test } from 'vitest'
import { about, approximate, exactly, fixed } from './fraction.ts'

test.each([
  [1250n, 2, '12.50'],
  [-1250n, 2, '-12.50'],
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [5n, 0, '5'],
])('%s units to %s places', (units, places, text) => {
  expect(fixed(units, places)).toBe(text)
})

test.each([
  [{ n: 6n, d: 8n }, '3/4', '0.75'],
  [{ n: 6n, d: 3n }, '2', '2'],
  [{ n: 2n, d: 3n }, '2/3', '0.6666'],
  [{ n: 20n, d: 1n }, '20', '20'],
])('a fraction for people: %o', (fraction, exact, near) => {
  expect([exactly(fraction), about(fraction)]).toEqual([exact, near])
})

test('a quotient of two numbers that are longer than a double', () => {
  const long = 10n ** 1000n
  expect(approximate({ n: 3n * long, d: 2n * long })).toBeCloseTo(1.5)
  expect(approximate({ n: 3n, d: 2n })).toBe(1.5)
})
