import { expect, test } from 'vitest'
import { piecesOf } from './difference.tsx'

const said = (before: string, after: string) =>
  piecesOf(before, after).map(({ value, added, removed }) => `${added ? '+' : removed ? '-' : '='}${value}`)

test('what went and what came is marked word by word', () => {
  expect(said('It comes in May, at ten.', 'It comes in June, at ten.')).toEqual(['=It comes in ', '-May', '+June', '=, at ten.'])
})

test('where nearly all is another, line by line', () => {
  const lines = (word: string) =>
    Array.from({ length: 200 }, (_, n) => (n % 3 === 0 ? `The same ${n}.` : `${word} ${n} `.repeat(4))).join('\n')
  const pieces = said(lines('one'), lines('other'))
  expect(pieces.filter((piece) => piece.startsWith('=The same')).length).toBeGreaterThan(60)
})

// Nobody looks at a clock here: what took minutes before would run into the limit of the test.
test.each([
  ['words', 'x '.repeat(20_000), 'y '.repeat(20_000)],
  ['lines', 'x\n'.repeat(20_000), 'y\n'.repeat(20_000)],
])('two texts of %s that have nothing in common are one in the place of the other', (_, before, after) => {
  const pieces = piecesOf(before, after)
  const all = (which: 'added' | 'removed') => pieces.filter((piece) => piece[which]).map(({ value }) => value)
  expect([all('removed').join(''), all('added').join('')]).toEqual([before, after])
})
