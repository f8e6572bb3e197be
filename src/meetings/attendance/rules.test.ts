import { describe, expect, test } from 'vitest'
import { type Count, countNoted, judge, type Noted, regionOf, shareOf } from './rules.ts'

const row = (attendance: Noted['attendance'], reasonAccepted: boolean | null = null): Noted => ({
  ...{
    personId: 1,
    name: 'Maria',
    zone: 'Europe/Lisbon',
    formal: true,
    roles: ['member'],
    meetingId: 1,
    startsAt: new Date(0),
    kind: 'call',
  },
  ...{ attendance, reasonAccepted },
})

describe('what was noted', () => {
  test('is counted, and the share leaves out what nobody noted', () => {
    const count = countNoted([row('present'), row('late'), row('apologies', true), row('absent'), row(null)])
    expect(count).toEqual({ expected: 5, attended: 2, late: 1, apologies: 1, absent: 1, excused: 1, unnoted: 1 })
    expect(shareOf(count)).toBe(0.5)
    expect(shareOf(countNoted([row(null)]))).toBeUndefined()
  })

  test('an accepted reason counts for nothing where they came', () => expect(countNoted([row('present', true)]).excused).toBe(0))
})

describe('what is expected', () => {
  const count = (over: Partial<Count>): Count => ({
    ...{ expected: 6, attended: 4, late: 0, apologies: 0, absent: 2, excused: 0, unnoted: 0 },
    ...over,
  })
  const four = { perYear: 4, sharePercent: null, formalOnly: true }
  const most = { perYear: null, sharePercent: 75, formalOnly: true }

  test.each([
    ['four a year, four attended', four, count({}), { wanted: 4, attended: 4, kept: true }],
    ['four a year, three attended', four, count({ attended: 3 }), { wanted: 4, attended: 3, kept: false }],
    ['four a year, but there were three', four, count({ expected: 3, attended: 3 }), { wanted: 3, attended: 3, kept: true }],
    ['a reason was accepted', four, count({ expected: 4, attended: 3, excused: 1 }), { wanted: 3, attended: 3, kept: true }],
    ['three quarters of six are five', most, count({}), { wanted: 5, attended: 4, kept: false }],
    ['nothing is noted yet', four, count({ attended: 0, unnoted: 6 }), { wanted: 0, attended: 0, kept: undefined }],
  ])('%s', (_, rule, counted, judged) => expect(judge(rule, counted)).toEqual(judged))
})

test('a zone is of a region', () => {
  expect([regionOf('Australia/Perth'), regionOf('UTC')]).toEqual(['Australia', 'Elsewhere'])
})
