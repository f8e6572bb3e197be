import { readFileSync, writeFileSync } from 'node:fs'
import { zoneEnd } from '../../src/lib/ui/zone-cities.ts'
import { canonicalZone } from '../../src/lib/ui/zone-names.ts'
import { home, languages } from './read.ts'

/** The zones of CLDR: `Europe: { Prague: { exemplarCity: 'Prag' } }`, some of them a level deeper. */
interface Branch {
  [name: string]: Branch | string
}

function* citiesOf(branch: Branch, before = ''): Generator<[zone: string, city: string]> {
  for (const [name, inner] of Object.entries(branch)) {
    if (typeof inner !== 'string') yield* citiesOf(inner, before ? `${before}/${name}` : name)
    else if (name === 'exemplarCity') yield [before, inner.replaceAll("'", '’')]
  }
}

/** What CLDR calls the city of each zone in a language, by the zone's name of today. */
function readCities(folder: string, language: string): Map<string, string> {
  const file = JSON.parse(readFileSync(`${folder}/main/${language}/timeZoneNames.json`, 'utf8'))
  const named = [...citiesOf(file.main[language].dates.timeZoneNames.zone)].map(([zone, city]) => [canonicalZone(zone), city] as const)
  return new Map(named.flatMap(([zone, city]) => (zone === undefined || zone === 'UTC' ? [] : [[zone, city] as const])))
}

/**
 * Writes the cities of time zones of each language: those that it calls otherwise than the zone's name ends.
 * @param folder the package cldr-dates-full, unpacked
 * @returns the languages, each with how many it has
 */
export function writeCities(folder: string): { language: string; count: number }[] {
  return languages().map((language) => {
    const own = [...readCities(folder, language)]
      .filter(([zone, city]) => city !== zoneEnd(zone))
      .sort(([one], [other]) => (one < other ? -1 : 1))
    writeFileSync(`${home}cities/${language}.json`, `${JSON.stringify(Object.fromEntries(own), null, 2)}\n`)
    return { language, count: own.length }
  })
}
