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
  /** Wednesday 14 October 2026 at 09:12: for who wants to know exactly */
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
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

/** How far the clocks of a zone are from UTC, in milliseconds, and from when until when. */
interface Spell {
  from: number
  until: number
  offset: number
}

function spellOf(zone: string, at: number): Spell {
  try {
    const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    // The last instant of all has none after it.
    const after = at < 8.64e15 ? here.add({ nanoseconds: 1 }) : here
    const from = after.getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
    const until = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    return { from, until, offset: here.offsetNanoseconds / 1e6 }
  } catch {
    return { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, offset: 0 }
  }
}

const spells = new Map<string, readonly Spell[]>()
// A century of them.
const mostSpells = 200

/** What the clocks of a zone show, as if it were UTC. A zone that the runtime does not know is UTC. */
function clockOf(zone: string, at: number): number {
  const known = spells.get(zone) ?? []
  const found = known.find(({ from, until }) => at >= from && at < until)
  if (found) return at + found.offset
  const spell = spellOf(zone, at)
  spells.set(zone, [spell, ...known.slice(0, mostSpells)])
  return at + spell.offset
}

const slots = ['year', 'hour', 'minute'] as const
type Slot = (typeof slots)[number]
/** What a style says of a day, whatever the year and the hour: its pieces, and what stands between them. */
interface Said {
  pieces: string[]
  between: Slot[]
}

/** By month, day and weekday, there are never more than some thousands of a style in a language. */
const said = Object.fromEntries(Object.keys(dateStyles).map((style) => [style, new Map<string, Map<number, Said>>()]))

function saidOf(locale: Locale, style: DateStyle, yearless: boolean): Map<number, Said> {
  const byLocale = said[style] as Map<string, Map<number, Said>>
  const key = yearless ? `${locale} yearless` : locale
  const known = byLocale.get(key) ?? new Map<number, Said>()
  byLocale.set(key, known)
  return known
}

function sayDay(locale: Locale, style: DateStyle, yearless: boolean, clock: number): Said {
  const options: Intl.DateTimeFormatOptions = { ...dateStyles[style], timeZone: 'UTC' }
  if (yearless) delete options.year
  const pieces = ['']
  const between: Slot[] = []
  for (const { type, value } of dateFormat(locale, options).formatToParts(clock)) {
    const slot = slots.find((one) => one === type)
    if (slot) pieces[between.push(slot)] = ''
    else pieces[between.length] += value
  }
  pieces[0] = unpunctuated(locale, pieces[0] as string)
  return { pieces, between }
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

const shownIn: Readonly<Record<Slot, (date: Date) => string>> = {
  year: (date) => String(date.getUTCFullYear()),
  hour: (date) => two(date.getUTCHours()),
  minute: (date) => two(date.getUTCMinutes()),
}

/** What a clock shows, said in a style; to ask Intl of each instant takes most of the time of a page full of dates. */
function sayClock(locale: Locale, style: DateStyle, yearless: boolean, clock: number): string {
  const date = new Date(clock)
  const known = saidOf(locale, style, yearless)
  const key = (date.getUTCMonth() * 32 + date.getUTCDate()) * 7 + date.getUTCDay()
  const day = known.get(key) ?? sayDay(locale, style, yearless, clock)
  known.set(key, day)
  let text = day.pieces[0] as string
  for (let at = 0; at < day.between.length; at++) text += shownIn[day.between[at] as Slot](date) + day.pieces[at + 1]
  return text
}

const yearOf = (clock: number): number => new Date(clock).getUTCFullYear()

/** An instant in the reader's zone and language; `instant` leaves the year out where it is this year. */
export function formatDate({ locale, zone, now }: Place, when: When, style: DateStyle = 'date'): string {
  const clock = clockOf(zone, toDate(when).getTime())
  const yearless = style === 'instant' && yearOf(clock) === yearOf(clockOf(zone, now.getTime()))
  return sayClock(locale, style, yearless, clock)
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

/** What a language calls itself, as a choice of languages has it. */
export function languageName(locale: Locale): string {
  return keep(`t ${locale}`, () => {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
    return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
  })
}

/** A language as Open Graph writes it, with the country where most speak it (en_GB for English, as it is written here). */
export const graphLocale = (tag: string): string =>
  keep(`g ${tag}`, () => {
    const { language, region } = new Intl.Locale(tag === 'en' ? 'en-GB' : tag).maximize()
    return `${language}_${region}`
  })

/** Month names of a year, January first. */
export function monthNames(locale: Locale, style: 'long' | 'short' | 'narrow' = 'long'): string[] {
  return keep(`m ${locale} ${style}`, () => {
    const format = dateFormat(locale, { month: style, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)))
  })
}

/** A number as it is written in this language. */
export const formatNumber = (locale: Locale, value: number, options?: Intl.NumberFormatOptions): string =>
  keep(options ? `n ${locale} ${JSON.stringify(options)}` : `n ${locale}`, () => new Intl.NumberFormat(locale, options)).format(value)

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
export const formatList = (locale: Locale, items: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  keep(`l ${locale} ${type}`, () => new Intl.ListFormat(tagOf(locale), { type })).format(items)

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

const chosen = new Map<string, Locale>()
const mostChosen = 500

/** The best of our languages for an Accept-Language header (RFC 9110 §12.5.4); browsers send few different ones. */
export function chooseLocale(header: string | undefined): Locale {
  if (!header) return 'en'
  const known = chosen.get(header)
  if (known) return known
  const locale = bestOf(header)
  if (chosen.size >= mostChosen || header.length > 200) chosen.clear()
  chosen.set(header, locale)
  return locale
}

function bestOf(header: string): Locale {
  const wishes = header.split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = Number(parameters.map((one) => one.trim().match(/^q=([\d.]+)$/)?.[1]).find(Boolean) ?? 1)
    const locale = localeOf(tag)
    return locale && weight > 0 ? [{ locale, weight }] : []
  })
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.locale ?? 'en'
}
