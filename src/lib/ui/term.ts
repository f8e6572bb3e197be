import { formatDay } from './format.ts'
import { languageNow } from './language.ts'
import { wordsOf } from './words.ts'

const whenWords = wordsOf('lib', 'when')

/** From when to when, where not everything may be known. */
export interface Term {
  fromOn: string | null
  toOn: string | null
  byYear: boolean
  toUnknown: boolean
}

/** A term in words, in the language of whoever is answered: to the day, or to the year where no more is known. */
export function sayTerm({ fromOn, toOn, byYear, toUnknown }: Term): string {
  const locale = languageNow()
  const day = (on: string) => (byYear ? on.slice(0, 4) : formatDay({ locale }, on))
  const from = fromOn === null ? '?' : day(fromOn)
  if (toUnknown) return `${from} – ?`
  if (toOn === null) return whenWords(locale).since({ from, byYear: byYear || fromOn === null })
  return byYear && fromOn?.slice(0, 4) === toOn.slice(0, 4) ? from : `${from} – ${day(toOn)}`
}
