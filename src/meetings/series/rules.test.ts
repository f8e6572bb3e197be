import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { deviates, howToTell, namesOccurrence, ruleOf, seriesDays } from './rules.ts'

describe('the rule of a series', () => {
  const series = [
    { everyN: 1, everyUnit: 'week', weekday: 2, nth: null, firstOn: '2026-11-01', lastOn: null },
    { everyN: 2, everyUnit: 'week', weekday: 7, nth: null, firstOn: '2026-11-01', lastOn: null },
    { everyN: 2, everyUnit: 'month', weekday: 4, nth: 3, firstOn: '2026-11-01', lastOn: null },
    { everyN: 1, everyUnit: 'month', weekday: 5, nth: -1, firstOn: '2026-11-01', lastOn: '2027-06-30' },
    { everyN: 12, everyUnit: 'month', weekday: 1, nth: 1, firstOn: '2026-11-30', lastOn: null },
  ] as const

  test.each(series)('names the same days as the series: %o', (one) => {
    const days = seriesDays(one, '2026-11-01', '2028-12-31').slice(0, 20)
    const recur = ICAL.Recur.fromString(ruleOf({ ...one, zone: 'Europe/Lisbon' }))
    const dates = recur.iterator(ICAL.Time.fromDateTimeString(`${days[0]}T10:00:00`))
    expect(days.map(() => dates.next()?.toString().slice(0, 10))).toEqual(days)
    if (one.lastOn) expect(dates.next() ?? null).toBeNull()
  })
})

test('a meeting is another than the rule says by hour, length, title or place', () => {
  const at = new Date('2026-11-19T09:00:00Z')
  const usual = { title: 'Regular', place: 'Room', minutes: 60 }
  const one = { title: 'Regular', place: 'Room', startsAt: at, endsAt: new Date(+at + 3_600_000), recursAt: at }
  expect(deviates(one, usual)).toBe(false)
  for (const change of [{ title: 'x' }, { place: 'x' }, { startsAt: new Date(+at - 1) }, { endsAt: at }])
    expect(deviates({ ...one, ...change }, usual)).toBe(true)
})

test.each([
  ['is new', 0, undefined, 4, 'whole'],
  ['is known', 0, 0, 4, 'single'],
  ['has changed', 1, 0, 4, 'whole'],
  ['was in a letter that was taken back', 0, -1, 4, 'whole'],
  ['has nothing more for them', 0, 0, 0, 'ended'],
  ['never had anything', 0, undefined, 0, 'nothing'],
] as const)('a series that %s', (_, sequence, told, coming, how) => expect(howToTell({ sequence, endedAt: null }, told, coming)).toBe(how))

test.each([
  ['2026-11-05T18:30:00Z', true],
  ['2026-11-05T18:30:01Z', false],
  // It begins on the sixth in Auckland, and on the fifth in UTC.
  ['2026-11-06', true],
  ['2026-11-05', false],
  ['2026-11-06T07:30:00', true],
  ['2026-11-05T18:30:00', false],
])('an answer that names %s means the meeting of 07:30 in Auckland: %s', (recurrence, means) => {
  expect(namesOccurrence(recurrence, new Date('2026-11-05T18:30:00Z'), 'Pacific/Auckland')).toBe(means)
})
