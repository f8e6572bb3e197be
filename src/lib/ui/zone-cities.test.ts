import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Locale, locales } from './format.ts'
import { zoneCities, zoneCity, zoneEnd } from './zone-cities.ts'
import { canonicalZone, zoneNames } from './zone-names.ts'

test.each([
  ['Europe/Prague', ['Prague', 'Prag', 'Prague', 'Praga', 'Praga']],
  ['Europe/Copenhagen', ['Copenhagen', 'Kopenhagen', 'Copenhague', 'Copenhague', 'Copenaghen']],
  ['Africa/Cairo', ['Cairo', 'Kairo', 'Le Caire', 'El Cairo', 'Il Cairo']],
  ['America/Mexico_City', ['Mexico City', 'Mexiko-Stadt', 'Mexico', 'Ciudad de México', 'Città del Messico']],
  ['America/Los_Angeles', ['Los Angeles', 'Los Angeles', 'Los Angeles', 'Los Ángeles', 'Los Angeles']],
  ['America/Argentina/Buenos_Aires', locales.map(() => 'Buenos Aires')],
  // An older name, and one of another order.
  ['Asia/Calcutta', ['Kolkata', 'Kalkutta', 'Calcutta', 'Calcuta', 'Calcutta']],
  ['US/Pacific', ['Los Angeles', 'Los Angeles', 'Los Angeles', 'Los Ángeles', 'Los Angeles']],
  ['UTC', locales.map(() => 'UTC')],
  ['Mars/Olympus_Mons', locales.map(() => 'Olympus Mons')],
])('the city of %s is called %s', (zone, cities) => expect(locales.map((locale) => zoneCity(zone, locale))).toEqual(cities))

test('a language that nothing is known of has the cities of English', () =>
  expect(['Europe/Prague', 'America/St_Johns'].map((zone) => zoneCity(zone, 'zz' as Locale))).toEqual(['Prague', 'St. John’s']))

const folder = new URL('../../../locale/cities/', import.meta.url)

test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s names zones of today, each as people write it', (name) => {
  const cities = Object.entries(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>)
  expect(cities.length).toBeGreaterThan(50)
  expect(cities.filter(([zone]) => canonicalZone(zone) !== zone)).toEqual([])
  expect(cities.filter(([zone, city]) => city.trim() !== city || !city || /[_/']/.test(city) || city === zoneEnd(zone))).toEqual([])
})

test('no two zones are called alike in a language', () => {
  for (const locale of locales) {
    const said = Map.groupBy(zoneNames, (zone) => zoneCity(zone, locale))
    expect([...said].filter(([, zones]) => zones.length > 1)).toEqual([])
  }
})

test('a script has the cities that a name of a zone does not say, by former names too', () => {
  const cities = zoneCities('de')
  expect(cities).toMatchObject({
    'Europe/Prague': 'Prag',
    'Asia/Calcutta': 'Kalkutta',
    'Asia/Kolkata': 'Kalkutta',
    'Asia/Saigon': 'Ho-Chi-Minh-Stadt',
  })
  expect(cities['Europe/Berlin']).toBeUndefined()
})
