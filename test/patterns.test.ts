import { expect, test } from 'vitest'
import { findSlow } from '../bench/patterns/judge.ts'

test.each<[string, RegExp]>([
  ['from each of its beginnings', /\s+$/],
  ['behind a word that it knows', /^References: <\s*\S*?\s*>/],
  ['behind an open bracket', /\{\{\s*([^{}]*?)\s*\}\}/g],
  ['to an end of a line that nobody thinks of', /^(\p{L}+)\s*(.*)$/u],
  ['to a sign that it refuses', /[^/]+$/],
  ['between two of its words', /^(.*?) on (.*?) at (.*)$/],
  ['within what is repeated', /^(?:a+)+b/],
  ['backwards', /x(?<=a.*b.*x)/],
])('a pattern that shares out its text %s is found', (_, { source, flags }) => {
  expect(findSlow(source, flags)?.growth).toBeGreaterThan(8)
})

test.each([
  /(?<!\s)\s+$/,
  /^(.*?)(?<!\s)\s+<(\S+)>$/,
  /^\s*(?:a\s*)?(\d{1,5})\s*$/,
  /"(?:[^"\\]|\\.)*"?/g,
  /^(?:[-*] )?(.*)$/s,
  /(["'])([^"']*)\1/,
])('one that does not is let be: %s', ({ source, flags }) => {
  expect(findSlow(source, flags)).toBeUndefined()
})
