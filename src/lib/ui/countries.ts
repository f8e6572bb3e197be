import type { Locale } from './format.ts'
import { languageNow } from './language.ts'

const names = new Map<Locale, Intl.DisplayNames>()

function namesIn(locale: Locale): Intl.DisplayNames {
  const kept = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  names.set(locale, kept)
  return kept
}

// Regions that are no countries, and codes that stand for nothing (CLDR knows them all the same).
const noCountry = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '))

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The codes of ISO 3166-1 (and XK), as the platform knows them; codes that were withdrawn show another's name and are left out. */
export const countryCodes: string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountry.has(code) && namesIn('en').of(code) !== code && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)

/** Is this the code of a country? */
export const isCountry = (code: string): boolean => countryCodes.includes(code)

/** What a country is called in a language: that of whoever is answered. */
export const countryName = (code: string, locale: Locale = languageNow()): string => namesIn(locale).of(code) ?? code

/** All countries by name, for a menu. */
export const countryOptions = (locale: Locale = languageNow()): { value: string; label: string }[] =>
  countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale))
