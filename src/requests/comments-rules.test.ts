import { expect, test } from 'vitest'
import { numbersIn, whyNotEdit } from './comments-rules.ts'

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
