import { foldWords } from '../fold.ts'
import type { Token } from './words.ts'

/** Words and phrases that mean the same, in any language. */
export type SynonymSet = { words: string[]; shown: string }[]

const plainWords = (text: string): string[] => foldWords(text).split(' ').filter(Boolean)

/** Phrases that mean the same, each with the words that it is found by. */
export const synonymSet = (phrases: readonly string[]): SynonymSet => phrases.map((shown) => ({ words: plainWords(shown), shown }))

/** The sets of which a text says something, each as one token that all its phrases share. */
export function synonymsIn(text: string, sets: readonly SynonymSet[]): Token[] {
  if (sets.length === 0) return []
  const words = plainWords(text)
  const places = new Map<string, number[]>()
  for (const [at, one] of words.entries()) {
    const known = places.get(one)
    if (known) known.push(at)
    else places.set(one, [at])
  }
  return sets.flatMap((phrases, set) => {
    const found = phrases.filter(({ words: wanted }) =>
      (places.get(wanted[0] ?? '') ?? []).some((at) => wanted.every((one, i) => words[at + i] === one)),
    )
    return found.map(({ shown }) => ({ stem: `=${set}`, shown }))
  })
}
