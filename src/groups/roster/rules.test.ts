import { expect, test } from 'vitest'
import { inLanguage } from '../../lib/ui/language.ts'
import { decideNotice, readTerm, readTermEnd, yearsOf } from './rules.ts'

test.each([
  ['2016', 'first', { on: '2016-01-01', byYear: true }],
  ['2018', 'last', { on: '2018-12-31', byYear: true }],
  ['2026-02-28', 'first', { on: '2026-02-28', byYear: false }],
  ['2026-02-30', 'first', undefined],
  ['28/02/2026', 'first', { on: '2026-02-28', byYear: false }],
  // March or February, to somebody who reads English.
  ['02/03/2026', 'first', undefined],
  ['2.3.2026', 'first', { on: '2026-03-02', byYear: false }],
  ['settembre 2024', 'first', { on: '2024-09-01', byYear: false }],
  ['Sept 2024', 'last', { on: '2024-09-30', byYear: false }],
  ['16', 'first', undefined],
  ['?', 'first', { on: null, byYear: false }],
  ['unknown', 'last', { on: null, byYear: false }],
] as const)('%s as the %s day of a term', (text, end, read) => expect(readTermEnd(text, end)).toEqual(read))

test.each(['it', 'es', 'fr', 'de'] as const)('02/03/2026 is the second of March in %s', (locale) =>
  expect(inLanguage(locale, () => readTermEnd('02/03/2026', 'first'))).toEqual({ on: '2026-03-02', byYear: false }),
)

test.each([
  ['2016-01-01', '2018-12-31', true, '2016–2018'],
  ['2016-01-01', '2016-12-31', true, '2016'],
  ['2016-01-01', null, true, 'since 2016'],
  ['2016-01-01', '2018-12-31', false, undefined],
])('a term from %s to %s, to the year: %s, is said as %s', (fromOn, toOn, byYear, said) =>
  expect(yearsOf({ fromOn, toOn, byYear, toUnknown: false })).toBe(said),
)

test.each([
  ['a term without an end', null, [], undefined],
  ['a term that ends in 91 days', '2027-01-15', [], undefined],
  ['a term that ends in 90 days', '2027-01-14', [], 90],
  ['one that was announced', '2027-01-10', [90], undefined],
  ['one that ends in 60 days', '2026-12-15', [90], 60],
  ['one that ends in 30 days', '2026-11-15', [90, 60], 30],
  ['one that was all announced', '2026-10-20', [90, 60, 30], undefined],
  ['one that was recorded late', '2026-10-20', [], 30],
  ['one that ends today', '2026-10-16', [90, 60], 30],
  ['one that ended yesterday', '2026-10-15', [], undefined],
])('%s', (_, toOn, sent, due) => expect(decideNotice({ toOn, byYear: false, toUnknown: false }, sent, '2026-10-16')).toBe(due))

test('a term that is known to the year is not announced', () => {
  expect(decideNotice({ toOn: '2026-12-31', byYear: true, toUnknown: false }, [], '2026-12-01')).toBeUndefined()
})

test.each([
  ['2016', '2018', '2016–2018', '2018-12-31'],
  ['2016', '?', '2016–?', '2016-12-31'],
  ['?', '2018', '?–2018', '2018-12-31'],
  ['?', '?', 'term not known', null],
  ['2016-03-01', '?', '2016-03-01–?', '2016-03-01'],
])('from %s to %s is said as %s, and ends for certain on %s', (from, to, said, toOn) => {
  const term = readTerm(from, to)
  expect('problem' in term ? term : [yearsOf(term), term.toOn]).toEqual([said, toOn])
})

test('a term that goes on needs a beginning', () => {
  expect(readTerm('?', undefined)).toMatchObject({ field: 'from' })
  expect(readTerm('2016', 'soon')).toMatchObject({ field: 'to' })
})
