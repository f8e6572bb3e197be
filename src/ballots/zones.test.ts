import { expect, test } from 'vitest'
import { noonFrom } from './zones.ts'

test.each([
  ['2026-12-06T08:49:12Z', 'Europe/Lisbon', '2026-12-06T12:00'],
  ['2026-12-06T12:00:00Z', 'Europe/Lisbon', '2026-12-06T12:00'],
  ['2026-12-06T12:00:01Z', 'Europe/Lisbon', '2026-12-07T12:00'],
  ['2026-12-31T20:49:00Z', 'Europe/Lisbon', '2027-01-01T12:00'],
  ['2026-12-06T20:49:00Z', 'Pacific/Auckland', '2026-12-07T12:00'],
])('from %s on, noon in %s is %s', (at, zone, noon) => {
  expect(noonFrom(new Date(at), zone)).toBe(noon)
})
