import { countryOptions } from '../src/lib/ui/countries.ts'
import {
  formatBytes,
  formatDate,
  formatDuration,
  formatList,
  type Locale,
  languageName,
  locales,
  monthNames,
} from '../src/lib/ui/format.ts'
import { zoneCity } from '../src/lib/ui/zone-cities.ts'

function* said(locale: Locale): Generator<string> {
  for (const month of monthNames(locale)) yield month
  for (const month of monthNames(locale, 'short')) yield month
  for (let day = 1; day <= 7; day++)
    for (const weekday of ['long', 'short'] as const) yield new Date(Date.UTC(2026, 0, day)).toLocaleDateString(locale, { weekday })
  const zones = ['UTC', 'Europe/Lisbon', 'America/Los_Angeles']
  for (let month = 0; month < 12; month++)
    for (const style of ['date', 'day', 'short', 'month', 'full', 'instant'] as const)
      for (const zone of zones)
        for (const day of [1, 9, 17, 25, 27, 28])
          yield formatDate({ locale, zone, now: new Date(0) }, new Date(Date.UTC(2026, month, day)), style)
  for (const minutes of [0, 1, 2, 60, 120, 61, 1500, 3000, 4320, 10_000]) yield formatDuration(locale, minutes * 60_000)
  for (const bytes of [0, 1, 2, 1e3, 1e6, 1e9]) yield formatBytes(locale, bytes)
  for (const type of ['conjunction', 'disjunction'] as const) yield formatList(locale, ['1', '2', '3'], type)
  for (const { label } of countryOptions(locale)) yield label
  for (const one of locales) yield languageName(one)
  for (const zone of Intl.supportedValuesOf('timeZone')) yield zoneCity(zone, locale)
}

/** The words that the runtime says in a language: months, days, units, countries, and what languages call themselves. */
export const runtimeWords = (language: string): ReadonlySet<string> =>
  new Set([...said(language as Locale)].flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []))
