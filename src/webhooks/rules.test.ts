import { expect, test } from 'vitest'
import { sayKind } from './rules.ts'

test.each([
  ['*', 'Everything'],
  ['request.*', 'request.*'],
  ['request.made', 'request.made'],
])('%s is said as %s', (kind, words) => {
  expect(sayKind(kind)).toBe(words)
})
