import { expect, test } from 'vitest'
import { canonicalZone, countryOfZone, offsetOf, zoneNames, zoneOfCountry, zoneSaid } from './zone-names.ts'

test.each([
  ['Europe/Lisbon', 'Europe/Lisbon'],
  ['europe/lisbon', 'Europe/Lisbon'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['Etc/UTC', 'UTC'],
  ['UTC', 'UTC'],
  ['+02:00', undefined],
  ['Etc/GMT+3', undefined],
  ['Europe/Nowhere', undefined],
  ['../../etc/passwd', undefined],
  ['Europe/Lisbon\0', undefined],
  ['', undefined],
  ['E'.repeat(10_000), undefined],
])('%s is kept as %s', (text, zone) => expect(canonicalZone(text)).toBe(zone))

test('each zone to choose is one by its name of today, once', () => {
  expect(zoneNames.filter((name) => canonicalZone(name) !== name)).toEqual([])
  expect(new Set(zoneNames).size).toBe(zoneNames.length)
  expect(zoneNames.filter((name) => name !== 'UTC' && countryOfZone(name) === undefined)).toEqual([])
})

test('what a browser says counts where it is a place', () => {
  expect([
    zoneSaid('Europe/Kiev'),
    zoneSaid('UTC'),
    zoneSaid('Etc/GMT'),
    zoneSaid(['Europe/Lisbon', 'Asia/Tokyo']),
    zoneSaid(undefined),
  ]).toEqual(['Europe/Kyiv', undefined, undefined, undefined, undefined])
})

test.each([
  ['AT', 'Europe/Vienna'],
  ['DE', 'Europe/Berlin'],
  ['IN', 'Asia/Kolkata'],
  ['PT', undefined],
  ['US', undefined],
  ['ZZ', undefined],
  ['not a country', undefined],
])('the one zone of %s is %s', (country, zone) => expect(zoneOfCountry(country)).toBe(zone))

test.each([
  ['Europe/Lisbon', '2026-01-15', 'UTC'],
  ['Europe/Lisbon', '2026-07-15', 'UTC+1'],
  ['Asia/Kolkata', '2026-07-15', 'UTC+5:30'],
  ['America/St_Johns', '2026-01-15', 'UTC−3:30'],
])('clocks in %s on %s are at %s', (zone, day, offset) => expect(offsetOf(zone, new Date(`${day}T12:00:00Z`))).toBe(offset))
