import { languageNow } from '../lib/ui/language.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Hint } from './rules.ts'

/** The page that finds, for everybody. */
export const searchWords = wordsOf('search', 'pages')

type Words = ReturnType<typeof searchWords>

/** The word for one thing of a kind, or for many. */
export const kindIn = (names: Words['one'], kind: string): string => (names as Record<string, string>)[kind] ?? kind

/** A hint in words. */
export const sayHint = (words: Words, { why, as }: Hint, kinds: readonly string[]): string =>
  words.hints[why]({ as, field: as.replace(/:.*/, ''), rest: as.replace(/^[^"]*"/, ''), kinds: kinds.join(', ') })

const titles = wordsOf('search', 'titles')
const vendorWords = wordsOf('advocacy', 'pages')

// What the index puts before what people wrote, in English, so that one word finds it whoever asks.
const before = { clause: 'Charter, ', commitment: 'Promise: ', decision: 'Decision ' } as const

/** The title of what is found, in the language of whoever is answered. */
export function sayTitle(kind: string, title: string): string {
  const locale = languageNow()
  if (locale === 'en') return title
  if (kind === 'answer') {
    const own = vendorWords(locale).classes as Record<string, string>
    const found = Object.entries(vendorWords('en').classes).find(([, word]) => title.startsWith(`${word}: `))
    return found ? `${own[found[0]]}${title.slice(found[1].length)}` : title
  }
  if (!Object.hasOwn(before, kind)) return title
  const word = before[kind as keyof typeof before]
  return title.startsWith(word) ? titles(locale)[kind as keyof typeof before]({ title: title.slice(word.length) }) : title
}
