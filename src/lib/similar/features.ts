import { fold } from '../fold.ts'
import type { Weights } from './cosine.ts'
import { inEnglish } from './lexicon.ts'
import { gramsOf, isJoining, type Token } from './words.ts'

/** A text as it is read: the tokens of its title and of what stands below. */
export interface Read {
  fields: readonly [Token[], Token[]]
  /** Of two letters. */
  language: string
}

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
  /** Stems in English, those of its own language, marked by it, and pieces of its words: what tells what it speaks of. */
  spoken: Weights
}

// A title says in a line what the text says at length.
// What else a word may be called, as a dictionary has it, is worth less than that both say it.
const alsoCalled = 0.3
const titleCounts = 3
// A word has many pieces.
const piece = 0.3

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

/** Adds what a text means, in English. */
function addMeaning(made: Features, token: Token, language: string, weight: number, isTitle: boolean): void {
  for (const { stem, share } of meansOf(token, language)) {
    add(made.meaning, stem, weight * share)
    if (isTitle) add(made.title, stem, share)
  }
  if (language === 'en') for (const stem of inEnglish(fold(token.shown), 'en').flat()) add(made.meaning, stem, weight * alsoCalled)
}

/** Adds how a text is written: pieces of its words, and the words beside each other. */
function addWriting(made: Features, tokens: readonly Token[], weight: number): void {
  for (const [i, { stem, shown }] of tokens.entries()) {
    for (const gram of gramsOf(fold(shown))) add(made.grams, gram, weight)
    const before = tokens[i - 1]
    if (before) add(made.pairs, `${before.stem} ${stem}`, weight)
  }
}

/** What a text is compared by: its words and what stands for them, with their weights. */
export function featuresOf({ fields, language }: Read): Features {
  const made: Features = { words: new Map(), meaning: new Map(), title: new Map(), grams: new Map(), pairs: new Map(), spoken: new Map() }
  for (const [at, weight] of [titleCounts, 1].entries()) {
    const tokens = (fields[at] as Token[]).filter(({ shown }) => !isJoining(shown))
    for (const token of tokens) {
      add(made.words, token.stem, weight)
      addMeaning(made, token, language, weight, at === 0)
    }
    addWriting(
      made,
      tokens.filter(({ stem }) => !stem.startsWith('=')),
      weight,
    )
  }
  addSpoken(made, language)
  return made
}

/** Adds what senses.bin may know of it. A stem in English stands as it is; what has a colon is of another kind. */
function addSpoken({ spoken, meaning, words, grams }: Features, language: string): void {
  for (const [stem, weight] of meaning) spoken.set(stem, weight)
  if (language !== 'en') for (const [stem, weight] of words) spoken.set(`${language}:${stem}`, weight)
  for (const [gram, weight] of grams) spoken.set(`:${gram}`, weight * piece)
}

/** How often a text says what in its title and below; with what it means in English, where it is written in another language. */
export function countsOf({ fields: tokens, language }: Read): Map<string, { shown: string; count: [number, number] }> {
  const counts = new Map<string, { shown: string; count: [number, number] }>()
  const add = (stem: string, shown: string, field: 0 | 1, weight: number) => {
    const known = counts.get(stem) ?? { shown, count: [0, 0] }
    known.count[field] += weight
    counts.set(stem, known)
  }
  for (const field of [0, 1] as const)
    for (const token of tokens[field]) {
      add(token.stem, token.shown, field, 1)
      for (const { stem, share } of language === 'en' ? [] : meansOf(token, language)) add(`~${stem}`, token.shown, field, share)
    }
  return counts
}
