import { expect, test } from 'vitest'
import { whyNotReason, whyNotWords } from './rules.ts'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

test.each<[string, boolean]>([
  ['', false],
  [' . ', false],
  ['abc', false],
  ['a b c', false],
  ['abcd', true],
  ['a b c d', true],
  [words(60), true],
  [words(61), false],
])('%j can be taken out, or not', (text, may) => {
  expect(whyNotWords(text) === undefined).toBe(may)
})

test.each<[string, string | undefined, boolean]>([
  ['A private number.', undefined, true],
  ['A private number.', '', true],
  ['A private number.', 'maria secret', true],
  ['Maria SECRET asked for it.', 'maria secret', false],
  ['Asked for by maria-secret', 'maria secret', false],
  ['Maria secretly asked.', 'maria secret', true],
])('the reason %j does not say again what goes (%j)', (reason, gone, may) => {
  expect(whyNotReason(reason, gone) === undefined).toBe(may)
})
