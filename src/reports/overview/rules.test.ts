import { expect, test } from 'vitest'
import { needs, type Standing } from './rules.ts'

const well: Standing = { cadence: undefined, vacancies: [], ending: [], due: undefined, letters: { open: 0, late: 0 }, findings: [] }
const cadence = (n: number) => ({ n, of: 6, since: '2026-01-01', lineId: 1 })

test('a group of which nothing is amiss needs nothing', () => {
  expect(needs(well)).toEqual([])
  expect(needs({ ...well, cadence: cadence(6), letters: { open: 2, late: 0 } })).toEqual([])
})

test('says what asks for a look, the worst first', () => {
  const finding = { number: 'M1', lineId: 1, state: 'not_kept', word: 'Not met', sentence: '' }
  expect(
    needs({
      cadence: cadence(4),
      vacancies: [{ role: 'deputy', n: 0, of: 1 }],
      ending: [1, 2],
      due: { report: null },
      letters: { open: 1, late: 1 },
      findings: [finding, { ...finding, state: 'kept' }],
    }),
  ).toEqual([
    'Too few meetings',
    '1 vacant seat',
    'Report due',
    '1 clause not met',
    '1 conversation waits too long for an answer',
    '2 terms end soon',
  ])
})
