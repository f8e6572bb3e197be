/** Languages of the pages, each a folder of locale. The first one is the one that every message is written in. */
export const locales = ['en', 'de', 'fr', 'es', 'it'] as const
export type Locale = (typeof locales)[number]

/** What formatters need to know of a reader. */
export interface Place {
  locale: Locale
  zone: string
  now: Date
}

/** An instant, as the database, JSON or Temporal give it. */
export type When = Date | Temporal.Instant | string

// British English: the day before the month, and 24 hours.
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

const dateStyles = {
  /** 14 October 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Wednesday 14 October 2026 */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 14 Oct 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Wed 14 Oct, at the head of a column */
  column: { weekday: 'short', day: 'numeric', month: 'short' },
  /** October 2026 */
  month: { month: 'long', year: 'numeric' },
  /** 09:12 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** Wednesday 14 October 2026, 09:12 WEST: for who wants to know exactly */
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
  /** Wed 14 Oct 2026, 09:12 */
  instant: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

// Building an Intl formatter costs some 50 times more than using it.
const kept = new Map<string, unknown>()
function keep<T>(key: string, make: () => T): T {
  let one = kept.get(key) as T | undefined
  if (one === undefined) {
    one = make()
    kept.set(key, one)
  }
  return one
}

/** A zone that the runtime does not know, and so cannot be reckoned with, is UTC. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, options)
  } catch {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
  }
}

const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  keep(`d ${locale} ${JSON.stringify(options)}`, () => formatter(tagOf(locale), options))

/** The JavaScript date of an instant. Throws RangeError where a text is none. */
export function toDate(when: When): Date {
  const date = when instanceof Date ? when : new Date(typeof when === 'string' ? when : when.epochMilliseconds)
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${String(when)}`)
  return date
}

// "Wednesday, 14 October": the comma is the library's habit, not the readers'.
const unpunctuated = (locale: Locale, text: string) => (locale === 'en' ? text.replace(/^(\p{L}+), /u, '$1 ') : text)

function styled(place: Pick<Place, 'locale' | 'zone'>, style: DateStyle, zoned: boolean, yearless: boolean) {
  return keep(`s ${place.locale} ${place.zone} ${style} ${zoned} ${yearless}`, () => {
    const options: Intl.DateTimeFormatOptions = { ...dateStyles[style], timeZone: place.zone }
    if (zoned) options.timeZoneName = 'short'
    if (yearless) delete options.year
    return formatter(tagOf(place.locale), options)
  })
}

function isThisYear(place: Place, date: Date): boolean {
  // Near New Year's Eve the zone decides.
  if (Math.abs(date.getUTCFullYear() - place.now.getUTCFullYear()) > 1) return false
  const year = keep(`y ${place.zone}`, () => formatter('en', { year: 'numeric', timeZone: place.zone }))
  return year.format(date) === year.format(place.now)
}

/**
 * An instant in the reader's zone and language; `instant` leaves the year out where it is this year.
 * @param zoned with the short name of the zone behind it
 */
export function formatDate(place: Place, when: When, style: DateStyle = 'date', { zoned = false } = {}): string {
  const date = toDate(when)
  const yearless = style === 'instant' && isThisYear(place, date)
  return unpunctuated(place.locale, styled(place, style, zoned, yearless).format(date))
}

/** A calendar day that belongs to no zone: `2026-10-14` or a PlainDate. */
export function formatDay(
  place: Pick<Place, 'locale'>,
  day: string | Temporal.PlainDate,
  style: 'date' | 'day' | 'short' | 'month' = 'date',
) {
  const date = typeof day === 'string' ? Temporal.PlainDate.from(day) : day
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day))
  return unpunctuated(place.locale, dateFormat(place.locale, { ...dateStyles[style], timeZone: 'UTC' }).format(utc))
}

/** Days from one to another: 22–23 January 2027. */
export function formatDays(place: Pick<Place, 'locale'>, first: string, last: string): string {
  if (first === last) return formatDay(place, first)
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
  return dateFormat(place.locale, { ...dateStyles.date, timeZone: 'UTC' }).formatRange(at(first), at(last))
}

/** The short name of the zone at that instant: `CEST`, `GMT+1`, `UTC`. */
export function zoneName(place: Place, when: When): string {
  const parts = dateFormat(place.locale, { timeZone: place.zone, timeZoneName: 'short' }).formatToParts(toDate(when))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? place.zone
}

/** What a language calls itself, as a choice of languages has it. */
export function languageName(locale: Locale): string {
  const name = keep(`t ${locale}`, () => new Intl.DisplayNames([locale], { type: 'language' })).of(locale) ?? locale
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
}

/** Month names of a year, January first. */
export function monthNames(locale: Locale, style: 'long' | 'short' = 'long'): string[] {
  const format = dateFormat(locale, { month: style, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)))
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  return keep(`n ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value)
}

/** A share of one: 0.72 is 72 %. */
export const formatShare = (locale: Locale, share: number): string =>
  formatNumber(locale, share, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 })

/** A size for people: 4 MB. Powers of ten, as mail providers count. */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** step
  return formatNumber(locale, value, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  })
}

/** `a, b and c`, or `a, b or c`. */
export function formatList(locale: Locale, items: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return keep(`l ${locale} ${type}`, () => new Intl.ListFormat(tagOf(locale), { type })).format(items)
}

/** A length of time in its two largest units: 2 h 28 min, 14 days. */
export function formatDuration(locale: Locale, milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    formatNumber(locale, value, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' })
  if (days >= 3) return unit(Math.round(minutes / 1440), 'day')
  const said = [days && unit(days, 'day'), hours && unit(hours, 'hour'), !days && rest && unit(rest, 'minute')].filter(
    (part) => typeof part === 'string',
  )
  return said.join(' ') || unit(0, 'minute')
}

/** Picks the form of a count, with the number in place of `#`: plural('en', 3, { one: '# mail', other: '# mails' }). */
export function plural(locale: Locale, count: number, forms: { one: string; other: string; zero?: string }): string {
  if (count === 0 && forms.zero !== undefined) return forms.zero
  return (pluralForm(locale, count) === 'one' ? forms.one : forms.other).replace('#', formatNumber(locale, count))
}

/** The form of a number in a language: one, few, many, other. */
export function pluralForm(locale: Locale, count: number, type: Intl.PluralRuleType = 'cardinal'): Intl.LDMLPluralRule {
  const forms = keep(`p ${locale} ${type}`, () => {
    const rules = new Intl.PluralRules(tagOf(locale), { type })
    return { rules, small: Array.from({ length: 200 }, (_, small) => rules.select(small)) }
  })
  // Most counts are small, and asking the library takes longer than a whole message.
  return forms.small[count] ?? forms.rules.select(count)
}

/** The writing direction of a language. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|arc|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr'

/**
 * Ours among the languages of the world: `de-CH` and `de_CH` are German where we have no Swiss one.
 * @returns undefined where we lack it
 */
export function localeOf(tag: string): Locale | undefined {
  const asked = tag.toLowerCase().replaceAll('_', '-')
  const is = (wanted: string) => locales.find((one) => one.toLowerCase() === wanted)
  return is(asked) ?? is(asked.split('-')[0] as string)
}

/** The best of our languages for an Accept-Language header (RFC 9110 §12.5.4). */
export function chooseLocale(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = Number(parameters.map((one) => one.trim().match(/^q=([\d.]+)$/)?.[1]).find(Boolean) ?? 1)
    const locale = localeOf(tag)
    return locale && weight > 0 ? [{ locale, weight }] : []
  })
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.locale ?? 'en'
}
