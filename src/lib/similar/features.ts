import type { Weights } from './cosine.ts'
import { inEnglish } from './lexicon.ts'
import { fold, gramsOf, isJoining, type Token } from './words.ts'

/** What a text is compared by, beside its words one by one. */
export interface Features {
  /** Stems in its own language. */
  words: Weights
  /** Stems in English, whatever it is written in. */
  meaning: Weights
  /** The same of its title alone. */
  title: Weights
  /** Pieces of words, which slips and other endings leave alone. */
  grams: Weights
  /** Two stems that stand beside each other. */
  pairs: Weights
}

// A title says in a line what the text says at length.
// What else a word may be called, as a dictionary has it, is worth less than that both say it.
const alsoCalled = 0.3
const titleCounts = 3

const add = (to: Weights, token: string, weight: number): void => {
  to.set(token, (to.get(token) ?? 0) + weight)
}

/** A word in English: itself, or what it may be, the likeliest weighing most; together as much as one word. */
export function meansOf({ stem, shown }: Token, language: string): { stem: string; share: number }[] {
  const parts = language === 'en' ? [] : inEnglish(fold(shown), language)
  if (parts.length === 0) return [{ stem, share: 1 }]
  return parts.flatMap((stems) => {
    const whole = Math.hypot(...stems.map((_, rank) => 1 / (1 + rank)))
    return stems.map((one, rank) => ({ stem: one, share: 1 / (1 + rank) / whole }))
  })
}

export function featuresOf([title, body]: readonly [Token[], Token[]], language: string): Features {
  const made: Features = { words: new Map(), meaning: new Map(), title: new Map(), grams: new Map(), pairs: new Map() }
  for (const [tokens, weight] of [
    [title, titleCounts],
    [body, 1],
  ] as const) {
    let before: string | undefined
    for (const token of tokens.filter(({ shown }) => !isJoining(shown))) {
      add(made.words, token.stem, weight)
      for (const { stem, share } of meansOf(token, language)) {
        add(made.meaning, stem, weight * share)
        if (tokens === title) add(made.title, stem, share)
      }
      if (language === 'en') for (const stem of inEnglish(fold(token.shown), 'en').flat()) add(made.meaning, stem, weight * alsoCalled)
      if (token.stem.startsWith('=')) continue
      for (const gram of gramsOf(fold(token.shown))) add(made.grams, gram, weight)
      if (before !== undefined) add(made.pairs, `${before} ${token.stem}`, weight)
      before = token.stem
    }
  }
  return made
}
