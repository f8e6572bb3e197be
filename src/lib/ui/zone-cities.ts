import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locale } from './format.ts'
import { languageNow } from './language.ts'
import { canonicalZone, formerNames, zoneNames } from './zone-names.ts'

// From src/lib/ui and from dist/lib/ui alike.
const folder = fileURLToPath(new URL('../../../locale/cities/', import.meta.url))

type Cities = ReadonlyMap<string, string>
const read = new Map<string, Cities>()

/** The cities that a language calls otherwise than the zone's name ends; those of English where nothing is known of the language. */
function citiesIn(language: string): Cities {
  const known = read.get(language)
  if (known) return known
  const path = `${folder}${language}.json`
  const cities: Cities = existsSync(path)
    ? new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>))
    : citiesIn('en')
  read.set(language, cities)
  return cities
}

/** What stands at the end of a zone's name: `America/Los_Angeles` is Los Angeles. */
export const zoneEnd = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/**
 * The city of a zone, or the island or station, as people call it in a language: `Europe/Prague` is Prag.
 * @param zone by whatever name
 */
export function zoneCity(zone: string, locale: Locale = languageNow()): string {
  const name = canonicalZone(zone) ?? zone
  return citiesIn(locale).get(name) ?? zoneEnd(name)
}

const otherwise = new Map<Locale, Record<string, string>>()

/** The cities that are not the end of their zone's name, by each name that a browser may have for the zone: for a script, which knows no more. */
export function zoneCities(locale: Locale = languageNow()): Record<string, string> {
  const known = otherwise.get(locale)
  if (known) return known
  const names = [...zoneNames, ...formerNames].map((name) => [name, zoneCity(name, locale)] as const)
  const cities = Object.fromEntries(names.filter(([name, city]) => city !== zoneEnd(name)))
  otherwise.set(locale, cities)
  return cities
}
