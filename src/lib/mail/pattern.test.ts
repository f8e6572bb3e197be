import { expect, test } from 'vitest'
import { matchesPattern, whyNotPattern } from './pattern.ts'

test.each([
  ['^\\[spam\\]', '[SPAM] Buy now', true],
  ['viagra|casino', 'A casino for you', true],
  ['^ok$', 'not ok', false],
  ['(unclosed', 'anything', false],
])('%s in %s: %s', (pattern, text, found) => {
  expect(matchesPattern(pattern, text)).toBe(found)
})

test.each([
  ['', 'empty'],
  ['(', 'invalid'],
  ['(?=x)', 'invalid'],
  ['(a)\\1', 'invalid'],
  ['a{2000}', 'invalid'],
  ['((a{100}){100}){100}', 'repeated'],
  ['x'.repeat(301), 'long'],
])('%s is no pattern', (pattern, why) => {
  expect(whyNotPattern(pattern)).toMatchObject({ why })
})

// With a backtracking engine each of these would take longer than the sun will burn, so the suite's own limit is the judge.
test.each(['(a+)+$', '^(a|aa)+$', '(x+x+)+y', '^(([a-z])+.)+[A-Z]([a-z])+$'])('%s comes to an end', (pattern) => {
  expect(whyNotPattern(pattern)).toBeUndefined()
  expect(matchesPattern(pattern, `${'a'.repeat(10_000)}x!`)).toBe(matchesPattern(pattern, `${'a'.repeat(10_000)}x!`))
  expect(matchesPattern('(x+x+)+y', 'x'.repeat(10_000))).toBe(false)
})
