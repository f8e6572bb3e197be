import { expect, test } from 'vitest'
import { keep, mayBeTyped, mostIn } from './codes-rules.ts'

test.each([
  ['at first', { wrongHere: 0, wrong: 0, own: false }, true],
  ['after four wrong tries', { wrongHere: 4, wrong: 4, own: false }, true],
  ['after five', { wrongHere: 5, wrong: 5, own: false }, false],
  ['after five, in a browser of theirs', { wrongHere: 5, wrong: 5, own: true }, false],
  ['before the last of all tries', { wrongHere: 0, wrong: 19_999, own: false }, true],
  ['when all tries are used up', { wrongHere: 0, wrong: 20_000, own: false }, false],
  ['then too, in a browser of theirs', { wrongHere: 4, wrong: 20_000, own: true }, true],
])('a code may be typed %s', (_, tries, may) => {
  expect(mayBeTyped(tries)).toBe(may)
})

test('strangers have three codes an hour, whoever asks, and each browser of theirs has six', () => {
  expect([mostIn(''), mostIn('a browser')]).toEqual([3, 6])
})

test('what is kept of a code and of an address differs, and with the secret', () => {
  const kept = [keep('secret', 'code', '1'), keep('secret', 'who', '1'), keep('other', 'code', '1'), keep('secret', 'code', '2')]
  expect(new Set(kept.map((one) => one.toString('hex'))).size).toBe(4)
  expect(keep('secret', 'code', '1')).toEqual(kept[0])
})
