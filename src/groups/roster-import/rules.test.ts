import { expect, test } from 'vitest'
import { readYears } from './rules.ts'

test.each([
  ['2016-2018', { from: '2016', to: '2018' }],
  ['2016 – 2018', { from: '2016', to: '2018' }],
  ['2016–18', { from: '2016', to: '18' }],
  ['2016', { from: '2016', to: '2016' }],
  ['since 2016', { from: '2016', to: undefined }],
  ['2016–present', { from: '2016', to: undefined }],
  ['2016-', { from: '2016', to: undefined }],
  ['2016-?', { from: '2016', to: '?' }],
  ['until 2018', { from: '?', to: '2018' }],
  ['', { from: '?', to: '?' }],
  ['unknown', { from: '?', to: '?' }],
  ['last year', undefined],
  ['2016-soon', undefined],
])('%s', (text, years) => expect(readYears(text)).toEqual(years && { ...years, to: years.to === '18' ? '2018' : years.to }))
