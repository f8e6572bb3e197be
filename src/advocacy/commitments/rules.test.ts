import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLate, type LedgerEntry, ledger, passagesOf, promisedYear, verdictOf } from './rules.ts'

const entry = (parts: Partial<LedgerEntry>): LedgerEntry => ({
  year: 2026,
  points: 5,
  dueOn: null,
  state: 'committed',
  settledOn: null,
  carriedIn: false,
  ...parts,
})

test.each([
  [{ dueOn: '2026-10-15' }, true],
  [{ dueOn: '2026-10-16' }, false],
  [{}, false],
  [{ year: 2025 }, true],
  [{ dueOn: '2026-10-15', state: 'delivered' as const }, false],
  [{ dueOn: '2026-10-15', stage: 'delivered' as const }, false],
  [{ dueOn: '2026-10-15', stage: 'committed' as const }, true],
])('with %j it is late: %s', (parts, late) => {
  expect(isLate(entry(parts), '2026-10-16')).toBe(late)
})

describe('the account', () => {
  test('of a year', () => {
    const [year] = ledger(
      [
        entry({ points: 8, state: 'delivered', settledOn: '2026-05-01', dueOn: '2026-06-01' }),
        entry({ points: 5, state: 'delivered', settledOn: '2026-07-01', dueOn: '2026-06-01' }),
        entry({ points: 13, state: 'dropped', settledOn: '2026-07-01' }),
        entry({ points: 3, state: 'carried', settledOn: '2026-12-01' }),
        entry({ points: 20, dueOn: '2026-09-30', carriedIn: true }),
        entry({ points: 6 }),
        entry({ points: 1, year: 2027 }),
      ],
      [{ year: 2026, points: 50 }],
      '2026-10-16',
    ).filter(({ year: of }) => of === 2026)
    expect(year).toEqual({
      year: 2026,
      capacity: 50,
      committed: 55,
      carriedIn: 20,
      delivered: 13,
      deliveredLate: 5,
      dropped: 13,
      carried: 3,
      open: 26,
      late: 20,
      over: 5,
    })
  })

  test('always balances', () => {
    const any = fc.record({
      year: fc.integer({ min: 2023, max: 2026 }),
      points: fc.integer({ min: 0, max: 50 }),
      dueOn: fc.constantFrom(null, '2024-06-30', '2026-06-30'),
      state: fc.constantFrom('committed', 'delivered', 'dropped', 'carried'),
      settledOn: fc.constant('2026-01-01'),
      carriedIn: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any as fc.Arbitrary<LedgerEntry>), (entries) => {
        const years = ledger(entries, [], '2026-10-16')
        for (const year of years) {
          expect(year.delivered + year.dropped + year.carried + year.open).toBe(year.committed)
          expect(year.late).toBeLessThanOrEqual(year.open)
          expect(year.deliveredLate).toBeLessThanOrEqual(year.delivered)
        }
        expect(years.reduce((sum, { committed }) => sum + committed, 0)).toBe(entries.reduce((sum, { points }) => sum + points, 0))
      }),
    )
  })
})

test.each([
  [['full', 'full'], 'full'],
  [['full', 'no'], 'partly'],
  [['partly'], 'partly'],
  [['no', 'no'], 'no'],
  [['full', null], undefined],
  [[], 'full'],
] as const)('checks %j say %s', (verdicts, verdict) => {
  expect(verdictOf([...verdicts])).toBe(verdict)
})

test('release notes are cut into what each says', () => {
  const notes = [
    '# Lectio 2027 R1',
    '',
    '## Lists',
    '',
    '- Bulk-set Complete after rollover',
    '  for whole departments',
    '- Links open in a new tab',
    '',
    'Analytics now counts unread readings.',
    '',
    '1. Short',
    '2. Keyboard alternative to dragging',
  ].join('\n')
  expect(passagesOf(notes)).toEqual([
    'Lists: Bulk-set Complete after rollover for whole departments',
    'Lists: Links open in a new tab',
    'Lists: Analytics now counts unread readings.',
    'Lists: Keyboard alternative to dragging',
  ])
})

test.each([
  ['2027 R1', '2027'],
  ['R1/2027', '2027'],
  ['Winter 2026/2027', undefined],
  ['12027', undefined],
  ['', undefined],
])('the year in the name of a release: %s', (release, year) => {
  expect(promisedYear(release)).toBe(year)
})
