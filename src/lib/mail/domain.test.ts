import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData } from '../../../test/shared.ts'
import { bySpelling, findRegistrable, readDomain, showDomain, spellingsOf, suffixesOf } from './domain.ts'

test.each([
  ['Uni-X.Example', 'uni-x.example'],
  ['@lib.uni-x.example', 'lib.uni-x.example'],
  ['somebody@uni-x.example', 'uni-x.example'],
  ['https://www.uni-x.example/library?a=b', 'uni-x.example'],
  ['https://proxy.uni-x.example:8443/login', 'proxy.uni-x.example'],
  ['uni-x.example.', 'uni-x.example'],
  ['münchen.de', 'xn--mnchen-3ya.de'],
  ['日本語.jp', 'xn--wgv71a119e.jp'],
  ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  // A suffix that somebody registered is its owner's.
  ['somebody@github.io', 'github.io'],
])('a domain typed as %s is kept as %s', (typed, domain) => {
  expect(readDomain(typed)).toEqual({ domain })
})

test.each([
  ['', /no domain/],
  ['library', /no domain/],
  ['127.0.0.1', /no domain/],
  ['two words.example', /no domain/],
  ['ac.uk', /suffix under which many/],
  // Cyrillic а in Latin letters, and a whole word of Cyrillic letters.
  ['hаrvard.edu', /looks like “harvard”/],
  ['хух.com', /looks like “xyx”/],
  ['οxford.ac.uk', /looks like “oxford”/],
])('%s is refused with a sentence', (typed, sentence) => {
  expect(readDomain(typed)).toEqual({ problem: expect.stringMatching(sentence) })
})

test('a domain is part of all that it ends in, down to what was registered', () => {
  expect(suffixesOf('mail.lib.ox.ac.uk')).toEqual(['mail.lib.ox.ac.uk', 'lib.ox.ac.uk', 'ox.ac.uk'])
  expect(suffixesOf('ac.uk')).toEqual([])
  expect(suffixesOf('github.io')).toEqual(['github.io'])
  expect(suffixesOf('someone.github.io')).toEqual(['someone.github.io'])
})

test('a domain is shown in the letters of its language', () => expect(showDomain('xn--wgv71a119e.jp')).toBe('日本語.jp'))

const folder = sharedData('institutions')
describe.skipIf(!folder)('the public suffix list', () => {
  test('ends registered names where its own tests say', () => {
    const lines = readFileSync(join(folder ?? '', 'public-suffix/test_psl.txt'), 'utf8').matchAll(
      /^checkPublicSuffix\('(.*?)', (?:'(.*?)'|null)\);/gm,
    )
    const cases = [...lines].map(([, input = '', wanted]) => [input, wanted] as const)
    expect(cases.length).toBeGreaterThan(70)
    const wrong = cases.filter(
      ([input, wanted]) => !input.startsWith('.') && findRegistrable(input.toLowerCase()) !== wanted?.toLowerCase(),
    )
    expect(wrong).toEqual([])
  })
})

test.each([
  ['maria@maria.example', ['maria@maria.example']],
  ['jürgen@maria.example', ['jürgen@maria.example']],
  ['a@bücher.example', ['a@bücher.example', 'a@xn--bcher-kva.example']],
  ['a@xn--bcher-kva.example', ['a@xn--bcher-kva.example', 'a@bücher.example']],
  ['a@xn--\ufffd.example', ['a@xn--\ufffd.example']],
  ['nobody', ['nobody']],
])('%s is spelt as %j', (address, spellings) => {
  expect(spellingsOf(address)).toEqual(spellings)
  expect([...bySpelling([address], new Map([[spellings.at(-1) ?? '', 1]]))]).toEqual([[address, 1]])
})
