import { chromeWords } from './chrome-words.ts'
import { type DateStyle, formatDate, type Locale, toDate, type When } from './format.ts'
import { zoneCity } from './zone-cities.ts'

/** Somebody to whom an instant is said. Null: their zone is not known. */
interface Hearer {
  locale: string
  zone: string | null
}

/**
 * An instant as somebody reads it: in their zone; while that is not known, where it belongs, and called so: 15:00 in Lisbon.
 * @param home where it belongs: the zone of the meeting, the ballot or the group
 */
export function sayWhen({ locale, zone }: Hearer, home: string, at: When, style: DateStyle = 'full', now: Date = toDate(at)): string {
  const said = formatDate({ locale: locale as Locale, zone: zone ?? home, now }, at, style, {
    zoned: style === 'instant' || style === 'time',
  })
  return zone === null && home !== 'UTC'
    ? chromeWords(locale as Locale).placed({ time: said, city: zoneCity(home, locale as Locale) })
    : said
}
