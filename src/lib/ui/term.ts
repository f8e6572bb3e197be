import { formatDay, type Locale } from './format.ts'

/** From when to when, where not everything may be known. */
export interface Term {
  fromOn: string | null
  toOn: string | null
  byYear: boolean
  toUnknown: boolean
}

/** A term in words: to the day, or to the year where no more is known. */
export function sayTerm({ fromOn, toOn, byYear, toUnknown }: Term, locale: Locale = 'en'): string {
  const day = (on: string) => (byYear ? on.slice(0, 4) : formatDay({ locale }, on))
  const from = fromOn === null ? '?' : day(fromOn)
  if (toUnknown) return `${from} – ?`
  return toOn === null ? `since ${from}` : byYear && fromOn?.slice(0, 4) === toOn.slice(0, 4) ? from : `${from} – ${day(toOn)}`
}
