import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('requests', 'similar')

/** The least likeness that is worth somebody's look; measured in bench/similar.ts. */
export const shownFrom = 0.3

/** A set of synonyms as typed: one word or phrase each, at least two. */
export function readWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]+/)
        .map((word) => word.trim().replaceAll(/\s+/g, ' '))
        .filter(Boolean),
    ),
  ].slice(0, 30)
}

/** Why these are no set of synonyms; undefined means they are. */
export const whyNotSynonyms = (words: string[]): string | undefined =>
  words.length < 2 ? t.whyNot.few : words.some((word) => word.length > 60) ? t.whyNot.long : undefined
