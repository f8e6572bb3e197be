import { expect, test } from 'vitest'
import { inEnglish } from './lexicon.ts'

test.each([
  ['tangentbord', 'sv', [['keyboard']]],
  ['arsrapport', 'sv', [['year'], ['report']]],
  ['arsmote', 'sv', [['year'], ['meet']]],
  ['sommartid', 'sv', [['summer'], ['time']]],
  ['leseliste', 'nb', [['read'], ['list']]],
  ['tastaturet', 'nb', [['keyboard']]],
  ['zeitschriftenartikel', 'de', [['period'], ['articl']]],
])('%s (%s) is in English what its words are, however short they are in the North', (word, language, english) => {
  expect(inEnglish(word, language)).toEqual(english.map((stems) => expect.arrayContaining(stems)))
})

test('a short word of the West is not taken for two', () => {
  for (const language of ['de', 'nl']) expect(inEnglish('arsmote', language)).toEqual([])
})
