import { describe, expect, test } from 'vitest'
import type { MemberWord } from '../../lib/ui/member-word.ts'
import { sharedWord, type TypedNoun, type TypedWord, whyNotWord, wordOf } from './rules.ts'

const nothing: TypedNoun = { one: '', many: '', gender: '' }
const own = (words: Partial<TypedWord['own']>): TypedWord => ({
  noun: 'own',
  own: { en: nothing, de: nothing, fr: nothing, es: nothing, it: nothing, ...words },
})
const hub = { one: 'hub', many: 'hubs', gender: '' }

describe('a word of one’s own', () => {
  test.each<[string, TypedWord, string[]]>([
    ['a known word needs none', { ...own({}), noun: 'library' }, []],
    ['none at all', own({}), ['one_en']],
    ['English alone is enough', own({ en: hub }), []],
    ['one without several', own({ en: { ...hub, many: '' } }), ['many_en']],
    ['German without a gender', own({ de: { one: 'Betrieb', many: 'Betriebe', gender: '' } }), ['gender_de']],
    ['German in small letters', own({ de: { one: 'betrieb', many: 'Betriebe', gender: 'm' } }), ['one_de']],
    ['French has no third gender', own({ fr: { one: 'site', many: 'sites', gender: 'n' } }), ['gender_fr']],
    ['a message in place of a word', own({ en: { ...hub, one: '{name}' } }), ['one_en']],
    ['a tag', own({ en: { ...hub, many: '<b>hubs</b>' } }), ['many_en']],
    ['an address', own({ en: { ...hub, one: 'hub https://elsewhere.example' } }), ['one_en']],
  ])('%s', (_, word, fields) => {
    expect(Object.keys(whyNotWord(word))).toEqual(fields)
  })

  test('is kept for the languages that have it, without what its language does not ask for', () => {
    expect(wordOf(own({ en: { ...hub, gender: 'f' }, de: { one: 'Betrieb', many: 'Betriebe', gender: 'm' } }))).toEqual({
      noun: 'institution',
      own: { en: { one: 'hub', many: 'hubs', gender: 'n' }, de: { one: 'Betrieb', many: 'Betriebe', gender: 'm' } },
    })
  })
})

test('user groups with different words share the usual one', () => {
  const library: MemberWord = { noun: 'library', own: {} }
  const ours: MemberWord = { noun: 'institution', own: { en: { one: 'hub', many: 'hubs', gender: 'n' } } }
  const usual = { noun: 'institution', own: {} }
  expect(sharedWord([])).toEqual(usual)
  expect(sharedWord([library, library])).toEqual(library)
  expect(sharedWord([library, usual as MemberWord])).toEqual(usual)
  expect(sharedWord([ours, structuredClone(ours)])).toEqual(ours)
  expect(sharedWord([ours, usual as MemberWord])).toEqual(usual)
})
