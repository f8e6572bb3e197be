import type { Child } from 'hono/jsx'
import type { Locale } from './format.ts'

/** A message: plain, with facts in it, or a few that belong together. */
export interface Words {
  [key: string]: string | ((...facts: never[]) => Child) | Words
}

/** The same keys with the same facts: what a translation must be. */
export type SameWords<W> = {
  [Key in keyof W]: W[Key] extends string
    ? string
    : W[Key] extends (...facts: infer Facts) => infer Said
      ? (...facts: Facts) => Said extends string ? string : Said
      : SameWords<W[Key]>
}

/**
 * The messages of a domain in every language; one that lacks a key, has one too many or says it with other facts
 * does not compile.
 * @returns a function that picks the language: `const words = wordsFor(reader.locale)`
 */
export function catalogue<W extends Words>(
  en: W,
  others: NoInfer<Record<Exclude<Locale, 'en'>, SameWords<W>>>,
): (locale: Locale) => SameWords<W> {
  // English is the measure; the compiler cannot see that a type is the same as itself with its literals widened.
  const all: Record<Locale, SameWords<W>> = { en: en as unknown as SameWords<W>, ...others }
  // A language that somebody's record says and we lack is English: it must not cost a reader their page or letter.
  return (locale) => all[locale] ?? all.en
}
