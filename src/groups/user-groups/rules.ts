import { type Locale, locales } from '../../lib/ui/format.ts'
import type { Noun } from '../../lib/ui/member-grammar.ts'
import { type MemberNoun, type MemberWord, memberNouns, usualWord } from '../../lib/ui/member-word.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('groups', 'userGroups')

/** The genders of a noun, where its language asks for them. */
export const genders: Readonly<Partial<Record<Locale, readonly Noun['gender'][]>>> = {
  de: ['f', 'm', 'n'],
  fr: ['f', 'm'],
  es: ['f', 'm'],
  it: ['f', 'm'],
}

/** A word of one's own, as it is typed: one, several, and the gender. */
export interface TypedNoun {
  one: string
  many: string
  gender: string
}

/** What a member is called, as the form says it: a known word, or `own` with the words of each language. */
export interface TypedWord {
  noun: MemberNoun | 'own'
  own: Readonly<Record<Locale, TypedNoun>>
}

// Letters, spaces and what joins them: it stands in sentences and subjects.
const aWord = /^\p{L}[\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]+)*$/u

const isEmpty = ({ one, many }: TypedNoun): boolean => one === '' && many === ''

function faultsOf(locale: Locale, { one, many, gender }: TypedNoun): Record<string, string> {
  const field = (name: string) => `${name}_${locale}`
  const faults: Record<string, string> = {}
  for (const [name, word] of Object.entries({ one, many })) {
    if (word === '') faults[field(name)] = t.errors.both
    else if (!aWord.test(word)) faults[field(name)] = t.errors.letters
    else if (locale === 'de' && word[0] !== word[0]?.toUpperCase()) faults[field(name)] = t.errors.capital
  }
  const offered = genders[locale]
  if (offered && !offered.includes(gender as Noun['gender'])) faults[field('gender')] = t.errors.gender
  return faults
}

/** What is wrong with a word of one's own, by field. A language may have none: the usual word is said there. */
export function whyNotWord({ noun, own }: TypedWord): Record<string, string> {
  if (noun !== 'own') return {}
  if (locales.every((locale) => isEmpty(own[locale]))) return { one_en: t.errors.none }
  return Object.assign({}, ...locales.filter((locale) => !isEmpty(own[locale])).map((locale) => faultsOf(locale, own[locale])))
}

/** The word that is kept. What is typed for one's own while another is chosen is dropped. */
export function wordOf({ noun, own }: TypedWord): MemberWord {
  if (noun !== 'own') return { noun, own: {} }
  const said = locales.filter((locale) => !isEmpty(own[locale]))
  return {
    noun: usualWord.noun,
    own: Object.fromEntries(
      said.map((locale) => [locale, { ...own[locale], gender: (genders[locale] ? own[locale].gender : 'n') as Noun['gender'] }]),
    ),
  }
}

/** A word as it is kept in the database; what nobody knows any more is the usual one. */
export const readWord = (noun: string, own: unknown): MemberWord => ({
  noun: memberNouns.find((one) => one === noun) ?? usualWord.noun,
  own: (own ?? {}) as MemberWord['own'],
})

const same = (one: MemberWord, other: MemberWord): boolean =>
  one.noun === other.noun &&
  locales.every((locale) => {
    const [left, right] = [one.own[locale], other.own[locale]]
    return left?.one === right?.one && left?.many === right?.many && left?.gender === right?.gender
  })

/** What a member is called where all user groups meet: their word if they have one and the same, else the usual one. */
export function sharedWord(words: readonly MemberWord[]): MemberWord {
  const [first] = words
  return first && words.every((word) => same(word, first)) ? first : usualWord
}
