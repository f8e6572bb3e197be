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
