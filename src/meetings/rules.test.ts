import { describe, expect, it, test } from 'vitest'
import { saidAround } from './minutes/rules.ts'
import { burden, DoubtfulTime, instantOf, proposeTimes, quorumOf, rotate, seriesInstant, shiftDay, wallShift } from './rules.ts'
import { readCadence } from './series/cadence.ts'
import { seriesDays } from './series/rules.ts'

test.each([
  ['every 2 months', [{ n: 2, unit: 'month' }]],
  ['Every other week', [{ n: 2, unit: 'week' }]],
  ['monthly', [{ n: 1, unit: 'month' }]],
  ['every quarter', [{ n: 3, unit: 'month' }]],
  [
    'bi-monthly',
    [
      { n: 2, unit: 'month' },
      { n: 2, unit: 'week' },
    ],
  ],
  [
    'bimonthly',
    [
      { n: 2, unit: 'month' },
      { n: 2, unit: 'week' },
    ],
  ],
  ['alle 2 Monate', [{ n: 2, unit: 'month' }]],
  ['jede Woche', [{ n: 1, unit: 'week' }]],
  ['ogni 2 mesi', [{ n: 2, unit: 'month' }]],
  ['tutte le settimane', [{ n: 1, unit: 'week' }]],
  ['bimestrale', [{ n: 2, unit: 'month' }]],
  ['jeden Monat', [{ n: 1, unit: 'month' }]],
  ['toutes les 3 semaines', [{ n: 3, unit: 'week' }]],
  ['tous les deux mois', [{ n: 2, unit: 'month' }]],
  ['chaque semaine', [{ n: 1, unit: 'week' }]],
  ['cada 2 meses', [{ n: 2, unit: 'month' }]],
  ['Cada mes', [{ n: 1, unit: 'month' }]],
  ['every 0 months', []],
  ['every 60 months', []],
  ['sometimes', []],
])('"%s" means %j', (text, meanings) => expect(readCadence(text)).toEqual(meanings))

describe('the days of a series', () => {
  const series = { everyN: 2, everyUnit: 'month' as const, weekday: 5, nth: 4, firstOn: '2026-02-01', lastOn: null }
  it('are the nth weekday of every second month', () => {
    expect(seriesDays(series, '2026-01-01', '2026-12-31')).toEqual([
      '2026-02-27',
      '2026-04-24',
      '2026-06-26',
      '2026-08-28',
      '2026-10-23',
      '2026-12-25',
    ])
  })
  it('are the last weekday where that is said', () => {
    expect(seriesDays({ ...series, everyN: 1, nth: -1, weekday: 1 }, '2026-05-01', '2026-06-30')).toEqual(['2026-05-25', '2026-06-29'])
  })
  it('begin on or after the first day, and end with the last', () => {
    expect(
      seriesDays({ ...series, everyUnit: 'week', nth: null, firstOn: '2026-03-03', lastOn: '2026-03-25' }, '2000-01-01', '2030-01-01'),
    ).toEqual(['2026-03-06', '2026-03-20'])
  })
  it('stop by themselves in a series without an end', () => {
    expect(seriesDays({ ...series, everyN: 1, everyUnit: 'week', nth: null }, '2026-01-01', '9999-12-31').length).toBeLessThanOrEqual(2_000)
  })
})

describe('a time on the wall', () => {
  it('is an instant', () => {
    expect(instantOf('2026-10-23', '10:00', 'Europe/Lisbon').toISOString()).toBe('2026-10-23T09:00:00.000Z')
  })
  it('is refused where clocks skip it', () => {
    expect(() => instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toThrow(DoubtfulTime)
    expect(seriesInstant('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })
  it('is asked for where clocks show it twice', () => {
    expect(() => instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toThrow(/twice/)
    expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin', 'earlier').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin', 'later').toISOString()).toBe('2026-10-25T01:30:00.000Z')
  })
})

test('the hour on a wall in Perth moves when Lisbon changes its clocks', () => {
  const [before, after] = [instantOf('2026-10-23', '10:00', 'Europe/Lisbon'), instantOf('2026-12-18', '10:00', 'Europe/Lisbon')]
  expect(wallShift(before, after, 'Europe/Lisbon', 'Australia/Perth')).toBe(60)
  expect(wallShift(before, after, 'Europe/Lisbon', 'Europe/Lisbon')).toBe(0)
  expect(wallShift(before, after, 'Europe/Lisbon', 'Europe/Berlin')).toBe(0)
})

describe('the burden of an hour', () => {
  const at = (hour: string) => new Date(`2026-10-22T${hour}:00Z`)
  const day = { zone: 'UTC', worksFrom: '09:00', worksTo: '17:00' }
  const hourAt = (hour: string) => burden(at(hour), new Date(at(hour).getTime() + 3_600_000), day)
  it.each([
    ['09:00', 0],
    ['16:00', 0],
    ['17:00', 1],
    ['19:00', 3],
    ['08:00', 1],
    ['23:00', 5],
    ['00:00', 6],
    ['05:00', 6],
    ['16:30', 0.5],
  ])('from %s is %d', (hour, points) => expect(hourAt(hour)).toBe(points))
  it('counts in the zone of the person, and a weekend like a late evening', () => {
    expect(burden(at('10:00'), at('11:00'), { ...day, zone: 'America/Los_Angeles' })).toBe(6)
    expect(burden(new Date('2026-10-24T10:00Z'), new Date('2026-10-24T11:00Z'), day)).toBe(5)
  })
})

test('a time is proposed that spares who has borne most', () => {
  const person = (personId: number, zone: string, points: number) => ({ personId, zone, worksFrom: '09:00', worksTo: '17:00', points })
  const ledger = [person(1, 'Australia/Perth', 30), person(2, 'Europe/Lisbon', 0), person(3, 'America/Los_Angeles', 5)]
  const candidates = ['01:00', '08:00', '15:00', '22:00'].map((hour) => new Date(`2026-11-18T${hour}:00Z`))
  const [best] = proposeTimes(candidates, 60, ledger, 3)
  expect(best?.startsAt.toISOString()).toBe('2026-11-18T01:00:00.000Z')
  expect(best?.largest).toBe(30)
})

test('quorum', () => {
  expect(quorumOf(10, 34)).toBe(4)
  expect(quorumOf(7, 0)).toBe(0)
})

describe('the day on which clocks move a meeting for somebody', () => {
  it.each([
    // America changes two weeks before Europe in spring, and one week after it in autumn.
    ['2026-03-03T16:00:00Z', '2026-03-17T16:00:00Z', 'Europe/Lisbon', 'America/Los_Angeles', '2026-03-08'],
    ['2026-03-17T16:00:00Z', '2026-03-31T15:00:00Z', 'Europe/Lisbon', 'America/Los_Angeles', '2026-03-29'],
    ['2026-03-17T16:00:00Z', '2026-03-31T15:00:00Z', 'Europe/Lisbon', 'Australia/Perth', '2026-03-29'],
    ['2026-03-03T16:00:00Z', '2026-03-31T15:00:00Z', 'Europe/Lisbon', 'America/Los_Angeles', undefined],
  ])('%s to %s, at home in %s, in %s: %s', (before, after, home, zone, day) =>
    expect(shiftDay(new Date(before), new Date(after), home, zone)).toBe(day),
  )
})

it('a rotation shares what a fixed hour would put on one', () => {
  const works = { worksFrom: '09:00', worksTo: '17:00', points: 0 }
  const ledger = [
    { personId: 1, zone: 'Europe/Lisbon', ...works },
    { personId: 2, zone: 'Australia/Perth', ...works },
    { personId: 3, zone: 'America/Los_Angeles', ...works },
  ]
  const days = [4, 5, 6].map((month) => Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, month, 12, hour))))
  const rotated = rotate(days, 60, ledger)
  const sums = ledger.map((_, i) => rotated.reduce((sum, { burdens }) => sum + (burdens[i]?.points ?? 0), 0))
  const fixed = days.map((candidates) => candidates[rotated[0]?.startsAt.getUTCHours() ?? 0] as Date)
  const fixedSums = ledger.map((entry) => fixed.reduce((sum, at) => sum + burden(at, new Date(at.getTime() + 3_600_000), entry), 0))
  expect(rotated).toHaveLength(3)
  expect(Math.max(...sums)).toBeLessThan(Math.max(...fixedSums))
})

test('what minutes say around a decision is its item of the agenda, and nothing of the others', () => {
  const minutes =
    '# Minutes\n\nPresent: Ines\n\n## Rollover\n\nIt takes 41 hours.\n\n- Decision D-12: It goes to the vendor.\n\n## Call\n\nDecision D-1: Aoife speaks.\n'
  expect(saidAround(minutes, 12)).toBe('## Rollover\n\nIt takes 41 hours.')
  expect(saidAround(minutes, 1)).toBeUndefined()
  expect(saidAround(minutes, 3)).toBeUndefined()
})
