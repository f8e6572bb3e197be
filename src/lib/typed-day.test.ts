import { expect, test } from 'vitest'
import { readTypedDay, typedDay } from './typed-day.ts'

test.each([
  ['2027-03-01', '2027-03-01'],
  ['2027-03-01T00:00:00.000Z', '2027-03-01'],
  ['1.3.2027', '2027-03-01'],
  ['31/03/2027', '2027-03-31'],
  ['1/12/2026', '2026-12-01'],
  ['1 March 2027', '2027-03-01'],
  ['1. März 2027', '2027-03-01'],
  ['1er décembre 2026', '2026-12-01'],
  ['3 juil. 2027', '2027-07-03'],
  ['1 de diciembre de 2026', '2026-12-01'],
  ['15 ene 2027', '2027-01-15'],
  ['1° giugno 2027', '2027-06-01'],
])('“%s” is the day %s', (typed, day) => {
  expect(readTypedDay(typed)).toBe(day)
  if (!typed.includes('T')) expect(typed).toMatch(new RegExp(`^(?:${typedDay})$`, 'iu'))
})

test.each(['2027-02-30', 'next year', '12/31/2026', '3 jui 2027', '3 word 2027', ''])('“%s” is no day', (typed) =>
  expect(readTypedDay(typed)).toBeUndefined(),
)
