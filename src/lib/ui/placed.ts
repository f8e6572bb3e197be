import { chromeWords } from './chrome-words.ts'
import { type DateStyle, formatDate, type Locale, toDate, type When } from './format.ts'
import { zoneCity } from './zone-cities.ts'

/** Somebody to whom an instant is said. Null: their zone is not known. */
interface Hearer {
  locale: string
  zone: string | null
}

/** An hour with the place whose clocks show it: 15:00 Lisbon time. People know cities; few know what WEST is. */
export const sayPlaced = (locale: Locale, zone: string, time: string): string =>
  zone === 'UTC' ? `${time} UTC` : chromeWords(locale).placed({ time, city: zoneCity(zone, locale) })

/** Does a style show an hour? Then nobody can read it without its place. */
export const hasHour = (style: DateStyle): boolean => style === 'full' || style === 'instant' || style === 'time'

/**
 * An instant as somebody reads it: in their zone; while that is not known, where it belongs. An hour is said with its place.
 * @param home where it belongs: the zone of the meeting, the ballot or the group
 */
export function sayWhen(hearer: Hearer, home: string, at: When, style: DateStyle = 'full', now: Date = toDate(at)): string {
  const locale = hearer.locale as Locale
  const zone = hearer.zone ?? home
  const said = formatDate({ locale, zone, now }, at, style)
  return hasHour(style) ? sayPlaced(locale, zone, said) : said
}
