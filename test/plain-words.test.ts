import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { flesch } from 'flesch'
import { syllable } from 'syllable'
import { expect, test } from 'vitest'
import { flat, treeOf } from '../locale/tool/read.ts'

const english = flat(treeOf('en'))

/** A message as somebody reads it: of choices the last, of arguments a short word. */
function read(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value
      if (element.type === TYPE.tag) return read(element.children)
      if (element.type === TYPE.select || element.type === TYPE.plural) return read(Object.values(element.options).at(-1)?.value ?? [])
      return element.type === TYPE.pound ? '7' : 'this'
    })
    .join('')
}

const texts = [...english].map(([name, text]) => ({ name, text: read(parse(text)) }))
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** Flesch reading ease, 0 to 100 and a little beyond: the higher, the easier. */
const easeOf = (text: string): number => {
  const words = wordsIn(text)
  return flesch({
    word: words.length,
    sentence: Math.max(1, text.match(/[.!?:](?:\s|$)/g)?.length ?? 1),
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

test('English is easy to read: Flesch reading ease is 60 or more in the median of all sentences', () => {
  const rated = texts
    .filter(({ text }) => wordsIn(text).length >= 5)
    .map((one) => ({ ...one, ease: easeOf(one.text) }))
    .sort((a, b) => a.ease - b.ease)
  if (process.env.RAPPORT_WORST)
    for (const { name, text, ease } of rated.slice(0, 20)) process.stdout.write(`${ease.toFixed(0)} ${name}: ${text}\n`)
  expect(rated[Math.floor(rated.length / 2)]?.ease).toBeGreaterThanOrEqual(60)
})

// Letters, notices and the terms of a measure are read at leisure; what stands on a page is not.
const atLeisure = /\.(?:letters?|notice|text|body|mails?|intro|how)\b|^privacy\.|^edges\.http\.(?:itsDescription|aCollection)|\n/

test('no message on a page is longer than 220 characters', () => {
  const long = texts.filter(({ name, text }) => text.length > 220 && !atLeisure.test(name) && !text.includes('\n'))
  expect(long.map(({ name, text }) => `${text.length} ${name}`)).toEqual([])
})

test('nobody meets a word that only we know', () => {
  const strange =
    /\b(?:whom|anew|shall|thaw|whilst|befall|somebody|anybody|everybody|nobody|hence|lest|mend|stands behind|telling back|taken back|take it back|look into your mail)\b/i
  expect(texts.filter(({ text }) => strange.test(text)).map(({ name, text }) => `${name}: ${text}`)).toEqual([])
})
