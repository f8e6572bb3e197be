import { expect, test } from 'vitest'
import { matchesPattern } from '../../lib/mail/pattern.ts'
import { sayWhyNotPattern } from '../pattern-words.ts'
import { type Aim, holdsOn, isMeant, meansEverybody, whyNotAim } from './rules.ts'

test.each<[Aim['kind'], string, string, boolean]>([
  ['address', 'otto@otto.example', 'otto@otto.example', true],
  ['address', 'otto@otto.example', 'not.otto@otto.example', false],
  ['domain', 'otto.example', 'otto@otto.example', true],
  ['domain', 'otto.example', 'otto@mail.otto.example', true],
  ['domain', 'otto.example', 'otto@nototto.example', false],
  ['pattern', '^promo.*@', 'promo17@shop.example', true],
  ['pattern', '^promo.*@', 'a.promo@shop.example', false],
  ['pattern', '.*', '', false],
])('%s %s and %s: %s', (kind, value, email, meant) => {
  expect(isMeant({ kind, value }, email, matchesPattern)).toBe(meant)
})

test.each<[Aim['kind'], string, RegExp | undefined]>([
  ['address', 'otto', /name@example/],
  ['domain', 'otto@otto.example', /example\.org/],
  ['domain', 'otto.example', undefined],
  ['pattern', '(', /valid pattern/],
])('%s %s', (kind, value, sentence) => {
  if (sentence) expect(whyNotAim({ kind, value }, sayWhyNotPattern)).toMatch(sentence)
  else expect(whyNotAim({ kind, value }, sayWhyNotPattern)).toBeUndefined()
})

test('a ban holds through its last day', () => {
  expect([null, '2026-10-16', '2026-10-15'].map((until) => holdsOn({ until }, '2026-10-16'))).toEqual([true, true, false])
})

test('a pattern that means everybody is seen', () => {
  expect(['.', '@', '.*', 'x@'].map((value) => meansEverybody({ kind: 'pattern', value }, matchesPattern))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
