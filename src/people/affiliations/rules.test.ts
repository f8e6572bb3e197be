import { expect, test } from 'vitest'
import { decideAsk, mayAskNow } from './rules.ts'

const now = new Date('2026-10-16T09:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

test.each([
  ['who confirmed last month is fresh', ago(30), null, 0, 'fresh'],
  ['who confirmed 364 days ago is fresh', ago(364), null, 0, 'fresh'],
  ['who confirmed a year ago is asked', ago(365), null, 0, 'ask'],
  ['who has never confirmed is asked', null, null, 0, 'ask'],
  ['who was asked last week has time', ago(380), ago(7), 1, 'asked'],
  ['who was asked two weeks ago is reminded', ago(380), ago(14), 1, 'ask'],
  ['who was reminded is reminded once more', ago(400), ago(14), 2, 'ask'],
  ['who has just had the last reminder has time', ago(400), ago(13), 3, 'asked'],
  ['who stays silent waits for a person, for ever', ago(4000), ago(3000), 3, 'silent'],
  ['who answered since is fresh', ago(1), ago(20), 0, 'fresh'],
] as const)('%s', (_, confirmedAt, askedAt, asks, state) => expect(decideAsk({ confirmedAt, askedAt, asks }, now)).toBe(state))

test('where a login says so no longer, fresh evidence is none: they are asked at once, reminded, and then a person looks', () => {
  const doubted = { confirmedAt: ago(30), doubtedAt: now }
  expect(decideAsk({ ...doubted, askedAt: null, asks: 0 }, now)).toBe('ask')
  expect(decideAsk({ ...doubted, askedAt: ago(1), asks: 1 }, now)).toBe('asked')
  expect(decideAsk({ ...doubted, askedAt: ago(20), asks: 3 }, now)).toBe('silent')
})

test.each([
  ['fifty a day are asked', 0, 0, 50],
  ['a job that is tried again asks the rest', 0, 20, 30],
  ['fifty are enough', 0, 50, 0],
  ['nobody new is asked while too many silent ones wait', 100, 0, 0],
])('%s', (_, silent, today, more) => expect(mayAskNow(silent, today)).toBe(more))
