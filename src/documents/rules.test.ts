import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addMonths, decideReminder, decideReview, isKeptLongEnough, slugOf, whyNotApprove } from './rules.ts'

describe('an address', () => {
  it.each([
    ['Terms of reference', [], 'terms-of-reference'],
    ['Términos de referencia – Größe', [], 'terminos-de-referencia-grosse'],
    ['Terms of reference', ['terms-of-reference'], 'terms-of-reference-2'],
    ['New', [], 'new-2'],
    ['会議', [], 'document'],
  ])('of %s', (title, taken, slug) => {
    expect(slugOf(title, new Set(taken))).toBe(slug)
  })

  test('is always one that the database takes, and never one that is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (title) => {
        const first = slugOf(title, new Set())
        const second = slugOf(title, new Set([first]))
        expect(first).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(second).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(second).not.toBe(first)
        expect(second.length).toBeLessThanOrEqual(90)
      }),
    )
  })
})

describe('a review', () => {
  const live = (reviewOn: string | null) => ({ state: 'live' as const, reviewOn })
  it.each([
    ['2026-10-15', 'late'],
    ['2026-10-16', 'soon'],
    ['2026-12-15', 'soon'],
    ['2026-12-16', undefined],
    [null, undefined],
  ])('on %s is %s', (on, expected) => {
    expect(decideReview(live(on), '2026-10-16')).toBe(expected)
  })

  it('of a document in the archive is nobody’s work', () => {
    expect(decideReview({ state: 'archived', reviewOn: '2020-01-01' }, '2026-10-16')).toBeUndefined()
  })

  it.each([
    ['2026-12-20', null, undefined],
    ['2026-12-15', null, 60],
    ['2026-12-15', 60, undefined],
    ['2026-11-15', 60, 30],
    ['2026-11-15', 30, undefined],
    ['2026-10-16', 30, 0],
    ['2026-01-01', null, 0],
    ['2026-01-01', 0, undefined],
  ])('on %s, last reminded at %s: %s', (on, told, expected) => {
    expect(decideReminder(on, told, '2026-10-16')).toBe(expected)
  })
})

it('is kept for its time, to the end of a shorter month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(isKeptLongEnough({ state: 'live', keepUntil: '2026-10-16' }, '2026-10-16')).toBe(true)
  expect(isKeptLongEnough({ state: 'live', keepUntil: '2026-10-17' }, '2026-10-16')).toBe(false)
  expect(isKeptLongEnough({ state: 'removed', keepUntil: '2020-01-01' }, '2026-10-16')).toBe(false)
})

it.each([
  [{ state: 'live', approvedNumber: null, number: 1, erased: false, held: false }, undefined],
  [{ state: 'live', approvedNumber: 1, number: 1, erased: false, held: false }, 'already approved'],
  [{ state: 'live', approvedNumber: 3, number: 2, erased: false, held: false }, 'version 3'],
  [{ state: 'withdrawn', approvedNumber: null, number: 2, erased: false, held: false }, 'withdrawn'],
  [{ state: 'live', approvedNumber: null, number: 2, erased: false, held: true }, 'virus check'],
  [{ state: 'live', approvedNumber: null, number: 2, erased: true, held: false }, 'deleted'],
] as const)('whether a version can be approved: %j', (facts, sentence) => {
  const said = whyNotApprove(facts)
  if (sentence === undefined) expect(said).toBeUndefined()
  else expect(said).toContain(sentence)
})
