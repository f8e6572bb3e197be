import { describe, expect, test } from 'vitest'
import {
  chooseLocale,
  formatBytes,
  formatDate,
  formatDay,
  formatDuration,
  formatList,
  formatNumber,
  formatShare,
  languageName,
} from './format.ts'

const lisbon = { locale: 'en', zone: 'Europe/Lisbon', now: new Date('2026-10-16T09:00:00Z') } as const

describe('times and numbers', () => {
  test.each([
    ['2026-10-14T08:12:00Z', 'Wed 14 Oct, 09:12'],
    ['2026-11-14T09:12:00Z', 'Sat 14 Nov, 09:12'],
    ['2025-10-14T08:12:00Z', 'Tue 14 Oct 2025, 09:12'],
  ])('%s is said in the reader’s zone, on both sides of the clock change', (at, text) => {
    expect(formatDate(lisbon, at, 'instant')).toBe(text)
  })

  test('a day is the same day everywhere', () => {
    expect(formatDay({ locale: 'en' }, '2026-10-14', 'day')).toBe('Wednesday 14 October 2026')
    expect(formatDay({ locale: 'de' }, Temporal.PlainDate.from('2026-10-14'), 'day')).toBe('Mittwoch, 14. Oktober 2026')
    expect(formatDay({ locale: 'fr' }, '2026-10-14')).toBe('14 octobre 2026')
    expect(formatDay({ locale: 'es' }, '2026-10-14', 'month')).toBe('octubre de 2026')
  })

  test('what is no instant is a mistake', () => {
    expect(() => formatDate(lisbon, 'yesterday')).toThrow(RangeError)
  })

  test('numbers, lists and lengths read as people say them', () => {
    expect(formatNumber('en', 1284)).toBe('1,284')
    expect(formatNumber('de', 1284)).toBe('1.284')
    expect(formatShare('en', 0.72)).toBe('72%')
    expect(formatShare('en', 0.004)).toBe('0.4%')
    expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b and c')
    expect(formatList('de', ['a', 'b'], 'disjunction')).toBe('a oder b')
    expect([0, 999, 4_000_000, 4_200_000].map((bytes) => formatBytes('en', bytes))).toEqual(['0 bytes', '999 bytes', '4 MB', '4.2 MB'])
    expect([148, 30, 26 * 60, 14 * 1440].map((minutes) => formatDuration('en', minutes * 60_000))).toEqual([
      '2 hr 28 min',
      '30 min',
      '1 day 2 hr',
      '14 days',
    ])
    expect((['en', 'de', 'fr', 'es'] as const).map(languageName)).toEqual(['English', 'Deutsch', 'Français', 'Español'])
  })

  test.each([
    [undefined, 'en'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['nl, fr;q=0.4, es;q=0.7', 'es'],
    ['*', 'en'],
    ['de;q=0, fr', 'fr'],
    ['fr;q=nonsense', 'fr'],
  ])('a browser that asks for %s gets %s', (header, locale) => {
    expect(chooseLocale(header)).toBe(locale)
  })
})

test('an instant is said as Intl says it, in every zone, also where clocks change and years begin', () => {
  const options = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  const zones = ['UTC', 'Europe/Lisbon', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kathmandu']
  const changes = [
    '2011-12-30T09:59:59Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:59:59.999Z',
    '2026-12-31T23:00:00Z',
    '1969-07-20T20:17:40Z',
  ]
  for (const zone of zones)
    for (const at of changes.flatMap((one) => [-3_600_000, -1, 0, 1, 5_400_000].map((ms) => new Date(Date.parse(one) + ms))))
      for (const locale of ['de', 'fr', 'es', 'it'] as const)
        expect(formatDate({ locale, zone, now: at }, at, 'full')).toBe(
          new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at),
        )
})
