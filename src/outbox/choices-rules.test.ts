import { expect, test } from 'vitest'
import { decideWay, nextDaytime, nextWeekLetter } from './choices-rules.ts'

const now = new Date('2026-11-25T09:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const usual = { chosen: undefined, usual: 'now' as const, week: true, next: inDays(5), muted: false, repeats: undefined }

test.each([
  ['news comes at once', usual, 'now'],
  ['or as a line, where its subject usually does', { ...usual, usual: 'weekly' }, 'line'],
  ['but at once, if they want it so', { ...usual, usual: 'weekly', chosen: 'now' }, 'now'],
  ['as a line, if they want it so', { ...usual, chosen: 'weekly' }, 'line'],
  ['or not at all', { ...usual, chosen: 'never' }, 'never'],
  ['what only repeats what waits is in the week’s letter', { ...usual, repeats: {} }, 'waits'],
  ['and comes at once, if they want it so', { ...usual, chosen: 'now', repeats: {} }, 'now'],
  ['or if it is due within three days', { ...usual, repeats: { until: inDays(3) } }, 'now'],
  ['but not what was due before', { ...usual, repeats: { until: inDays(-1) } }, 'waits'],
  ['nor in four', { ...usual, repeats: { until: inDays(4) } }, 'waits'],
  [
    'what asks for some thought waits for a letter that leaves three days',
    { ...usual, repeats: { until: inDays(8.5), ahead: true } },
    'waits',
  ],
  ['and comes at once where it leaves fewer', { ...usual, repeats: { until: inDays(8), ahead: true } }, 'now'],
  ['and whoever gets no letter of the week gets it', { ...usual, week: false, repeats: {} }, 'now'],
  ['as a line that nobody would read does', { ...usual, week: false, chosen: 'weekly' }, 'now'],
  ['what is muted is not told', { ...usual, muted: true, repeats: {} }, 'never'],
] as const)('%s', (_, coming, way) => {
  expect(decideWay(coming, now)).toBe(way)
})

test.each([
  ['the same day, before its hour', { weekday: 3, hour: 12 }, 'Europe/Lisbon', '2026-11-25T12:00:00.000Z'],
  ['a week later, in its hour', { weekday: 3, hour: 9 }, 'Europe/Lisbon', '2026-12-02T09:00:00.000Z'],
  ['another day, by the clocks there', { weekday: 1, hour: 8 }, 'Europe/Berlin', '2026-11-30T07:00:00.000Z'],
  ['in UTC, where the zone is none', { weekday: 2, hour: 8 }, 'Nowhere/Else', '2026-12-01T08:00:00.000Z'],
] as const)('the next letter of the week comes %s', (_, week, zone, at) => {
  expect(nextWeekLetter(week, zone, now).toISOString()).toBe(at)
})

test.each([
  ['at once, by day', 'Europe/Berlin', '2026-11-25T09:00:00Z', undefined, '2026-11-25T09:00:00.000Z'],
  ['at seven, in the small hours', 'America/Denver', '2026-11-25T09:00:00Z', undefined, '2026-11-25T14:00:00.000Z'],
  ['at seven of the next day, late in the evening', 'Asia/Kathmandu', '2026-11-25T17:00:00Z', undefined, '2026-11-26T01:15:00.000Z'],
  ['at seven by the clocks of that day', 'Europe/Berlin', '2027-03-27T22:30:00Z', undefined, '2027-03-28T05:00:00.000Z'],
  [
    'at once, where it would be too late then',
    'America/Denver',
    '2026-11-25T09:00:00Z',
    '2026-11-25T15:00:00Z',
    '2026-11-25T09:00:00.000Z',
  ],
  [
    'at seven, where nothing can be too late for it any more',
    'America/Denver',
    '2026-11-25T09:00:00Z',
    '2026-11-24T00:00:00Z',
    '2026-11-25T14:00:00.000Z',
  ],
  ['at once, where nobody knows where they live', undefined, '2026-11-25T02:00:00Z', undefined, '2026-11-25T02:00:00.000Z'],
] as const)('what can wait leaves %s', (_, zone, at, until, leaves) => {
  expect(nextDaytime(zone, new Date(at), until === undefined ? undefined : new Date(until)).toISOString()).toBe(leaves)
})
