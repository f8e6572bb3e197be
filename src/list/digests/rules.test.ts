import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutIssues, lastHour, volumeOf } from './rules.ts'

const limits = { digestKb: 100, digestMessages: 5 }
const of = (...sizes: number[]) => sizes.map((size, id) => ({ id, size }))

test('an issue is full by number or by size', () => {
  expect(cutIssues(of(...Array<number>(12).fill(1_000)), limits).map((issue) => issue.length)).toEqual([5, 5, 2])
  expect(cutIssues(of(45_000, 45_000, 45_000), limits).map((issue) => issue.length)).toEqual([2, 1])
  expect(cutIssues(of(30_000_000, 1_000), limits).map((issue) => issue.length)).toEqual([2])
  expect(cutIssues([], limits)).toEqual([])
})

test('no post is lost, none stands twice, and the order stays', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000)), (sizes) => {
      const issues = cutIssues(of(...sizes), limits)
      expect(issues.flat().map(({ id }) => id)).toEqual(sizes.map((_, id) => id))
      for (const issue of issues) expect(issue.length).toBeLessThanOrEqual(limits.digestMessages)
    }),
  )
})

test('a volume is a year of the list', () => {
  expect(volumeOf(new Date('2023-11-01'), new Date('2023-12-31'))).toBe(1)
  expect(volumeOf(new Date('2023-11-01'), new Date('2026-01-01'))).toBe(4)
})

test.each([
  ['2026-10-16T09:00:00Z', 5, 'UTC', '2026-10-16T05:00:00.000Z'],
  ['2026-10-16T04:59:00Z', 5, 'UTC', '2026-10-15T05:00:00.000Z'],
  ['2026-10-16T05:00:00Z', 5, 'UTC', '2026-10-16T05:00:00.000Z'],
  // The clocks of Berlin leave out two o'clock of this day.
  ['2026-03-29T06:00:00Z', 2, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  // The day before was an hour longer.
  ['2026-03-29T02:30:00Z', 5, 'Europe/Berlin', '2026-03-28T04:00:00.000Z'],
  ['2026-10-16T09:00:00Z', 0, 'Pacific/Auckland', '2026-10-15T11:00:00.000Z'],
])('at %s the last %i o’clock in %s was %s', (at, hour, zone, expected) => {
  expect(lastHour(new Date(at), hour, zone).toISOString()).toBe(expected)
})
