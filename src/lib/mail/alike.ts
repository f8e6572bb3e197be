// Letters of other alphabets that can be taken for Latin ones (after UTS #39 and what browsers refuse to show).
const lookalikes: Record<string, string> = {
  ...{ а: 'a', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', ӏ: 'l', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', ԝ: 'w', х: 'x', у: 'y' },
  ...{ ѵ: 'v', п: 'n', г: 'r', α: 'a', ι: 'i', κ: 'k', ν: 'v', ρ: 'p', υ: 'u', ω: 'w', η: 'n', ο: 'o', τ: 't' },
}
// Latin letters with a stroke, or without their dot, which are letters of their own and not marked ones.
const crossed: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i', ȷ: 'j', '0': 'o', '1': 'l' }

const scripts = [
  ...['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic'],
  ...['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Devanagari'],
]
const scriptTests = scripts.map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }))
// Alphabets that are written together in one word; any other mixture is a trick or a mistake.
const eastAsian = new Set(['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul'])

/** The alphabets of a word. */
export const scriptsIn = (word: string): string[] => scriptTests.filter(({ test }) => test.test(word)).map(({ name }) => name)

/** Does a word have letters of alphabets that nobody writes together? */
export const isMixed = (used: readonly string[]): boolean => used.length > 1 && !used.every((script) => eastAsian.has(script))

/** A word with Latin letters in place of those that can be taken for them. */
export const inLatin = (word: string): string => [...word].map((letter) => lookalikes[letter] ?? letter).join('')

/** What is there without being seen: of no width, or turning what stands around it. */
const unseen = /[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu

/** Does an address have letters that nobody sees, or a word of several alphabets? */
export const isDisguised = (address: string): boolean =>
  address.search(unseen) >= 0 || address.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => isMixed(scriptsIn(word)))

/** What an address or a domain looks like at a glance: two of the same look can be taken for each other (after UTS #39 §4). */
export const lookOf = (text: string): string =>
  [...inLatin(text.normalize('NFKC').toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, '').replace(unseen, '')]
    .map((letter) => crossed[letter] ?? lookalikes[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
