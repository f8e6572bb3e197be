import type { Locale } from './format.ts'

interface Said {
  title: string
  meta: string
  button: string
}

declare const worded: unique symbol

/** Something that waits for a person, in words. Only a catalogue makes one, so that nothing waits without words in every language. */
export interface Waits extends Said {
  readonly [worded]: true
}

/** Each kind of what waits, with the facts of the case. */
type Kinds = Record<string, (...facts: never[]) => Said>

/**
 * What may wait at a domain: a kind that lacks its words in a language, or says them with other facts, does not compile.
 * @returns a function that picks the reader's language: `const words = taskWords(actor.locale)`
 */
export function waiting<K extends Kinds>(
  en: K,
  others: NoInfer<Record<Exclude<Locale, 'en'>, { [Kind in keyof K]: (...facts: Parameters<K[Kind]>) => Said }>>,
): (locale: string) => { [Kind in keyof K]: (...facts: Parameters<K[Kind]>) => Waits } {
  const all: Record<Locale, unknown> = { en, ...others }
  // The mark is for the compiler alone.
  return (locale) => all[locale as Locale] as { [Kind in keyof K]: (...facts: Parameters<K[Kind]>) => Waits }
}
