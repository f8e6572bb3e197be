import { expect, test } from 'vitest'
import { plausibleDate } from './plausible-date.ts'

const now = new Date('2026-03-01T00:00:00Z')
const envelope = 'From maria at uni.example  Tue May  4 10:00:00 2004'
const received = ['from b by c; Tue, 4 May 2004 10:05:00 +0000', 'from a by b (a; b); Tue, 4 May 2004 10:01:00 +0000']
const when = (date: string | null, line: string | null = envelope, fields = received) =>
  plausibleDate(date === null ? null : new Date(date), line, fields, now)

test.each([
  ['2004-05-04T09:59:00Z', envelope, received],
  ['2004-05-05T09:59:00Z', envelope, received],
  ['2004-02-01T00:00:00Z', envelope, received],
  ['1999-01-01T00:00:00Z', envelope, []],
  ['1985-01-01T00:00:00Z', null, []],
])('a mail of %s is believed', (date, line, fields) => {
  expect(when(date, line, fields)).toEqual({ date: new Date(date), repair: null })
})

test.each(['1970-01-01T00:00:00Z', '2098-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '1998-01-01T00:00:00Z'])(
  'a mail of %s was written when the first server took it',
  (date) => {
    expect(when(date)).toMatchObject({
      date: new Date('2004-05-04T10:01:00Z'),
      repair: expect.objectContaining({ day: expect.stringMatching(/^[+-]?\d+-\d\d-\d\d$/) }),
    })
  },
)

test('a mail without a usable date has that of its From line, then none', () => {
  expect(when(null, envelope, [])).toMatchObject({ date: new Date('2004-05-04T10:00:00Z') })
  expect(when('2098-01-01T00:00:00Z', envelope, ['by x; yesterday'])).toMatchObject({ date: new Date('2004-05-04T10:00:00Z') })
  expect(when('1970-01-01T00:00:00Z', null, [])).toMatchObject({ date: null })
  expect(when(null, 'From mboxrd@z Thu Jan  1 00:00:00 1970', [])).toMatchObject({ date: null })
  expect(when(null, 'From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001', [])).toMatchObject({ date: null })
})
