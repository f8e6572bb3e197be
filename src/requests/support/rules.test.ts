import { expect, test } from 'vitest'
import type { SupportStrength } from '../../lib/db/schema.ts'
import { countBy, institutionSays, regionOf, sizeOf } from './rules.ts'

test.each<[SupportStrength[], SupportStrength | undefined]>([
  [[], undefined],
  [['must'], 'must'],
  [['must', 'must', 'not_for_us'], 'must'],
  // As many for the one as for the other: the weaker.
  [['must', 'not_for_us'], 'not_for_us'],
  [['must', 'should', 'would_like'], 'would_like'],
  [['should', 'must', 'must', 'should'], 'should'],
])('an institution whose people say %j says %s', (voices, says) => {
  expect(institutionSays(voices)).toBe(says)
})

test('who stands behind a request is counted without who refuses it, the most first, what is not known last', () => {
  const of = (place: string, ...strengths: SupportStrength[]) => strengths.map((strength) => ({ place, strength }))
  const supporters = [
    ...of('Not known', 'must', 'must', 'must'),
    ...of('Europe', 'should', 'not_for_us'),
    ...of('Asia-Pacific', 'must'),
    ...of('North America', 'must', 'would_like', 'not_for_us'),
    ...of('Latin America', 'not_for_us'),
  ]
  expect(countBy(supporters, ({ place }) => place)).toEqual([
    { label: 'North America', total: 2, musts: 1 },
    { label: 'Asia-Pacific', total: 1, musts: 1 },
    { label: 'Europe', total: 1, musts: 0 },
    { label: 'Not known', total: 3, musts: 3 },
  ])
})

test.each([
  [null, 'Not known'],
  [4_999, 'Below 5,000'],
  [5_000, '5,000 to 20,000'],
  [19_999, '5,000 to 20,000'],
  [20_000, 'Above 20,000'],
])('an institution of %s people', (served, size) => {
  expect(sizeOf(served)).toBe(size)
})

test('a country lies in one region, or in none that is known', () => {
  expect(['PT', 'US', 'BR', 'JP', 'ZA', 'XX', null].map(regionOf)).toEqual([
    ...['Europe', 'North America', 'Latin America', 'Asia-Pacific', 'Middle East and Africa', 'Not known', 'Not known'],
  ])
})
