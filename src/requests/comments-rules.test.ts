import { expect, test } from 'vitest'
import { namedIn, numbersIn, whyNotEdit } from './comments-rules.ts'

const at = new Date('2026-10-16T09:00:00Z')
const written = { personId: 7, markdown: true, at, removedAt: null }
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

test.each([
  ['their own, at once', {}, 7, 0, false],
  ['their own, in the last minute', {}, 7, 60, false],
  ['their own, a minute later', {}, 7, 61, true],
  ['another’s', {}, 8, 0, true],
  ['of a visitor', { personId: null }, null, 0, true],
  ['removed', { removedAt: at }, 7, 1, true],
  ['that came by mail', { markdown: false }, 7, 1, true],
] as const)('a comment %s', (_, change, reader, minutes, refused) => {
  expect(whyNotEdit({ ...written, ...change }, reader, after(minutes)) !== undefined).toBe(refused)
})

test('numbers are read where they stand alone', () => {
  expect(numbersIn(['See #38 and (#7), not a#9, C#, &#39; or #12b.', '#38'])).toEqual([38, 7])
})

test('people are named with an @ by their name, or by its first word where it is one’s alone', () => {
  const people = [
    { id: 1, name: 'Aoife Lennon' },
    { id: 2, name: 'Wei Lin Tan' },
    { id: 3, name: 'Wei Zhang (Minato)' },
    { id: 4, name: '' },
  ]
  expect(namedIn('@Aoife, could you? And @wei lin tan.', people)).toEqual([1, 2])
  expect(namedIn('Ask @AOIFE.', people)).toEqual([1])
  expect(namedIn('@Wei Zhang (Minato)', people)).toEqual([3])
  for (const text of ['Aoife Lennon', '@Wei', '@Aoifes', 'x@aoife', '@aoife.lennon', '@aoife@x.example', '@', ''])
    expect(namedIn(text, people), text).toEqual([])
})
