import { fold } from './fold.ts'
import { type Locale, locales } from './ui/format.ts'

/** The months by name in each of our languages, folded: `[12, 'diciembre']`. */
const months = locales.flatMap((locale) => {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month): [number, string] => [month + 1, fold(format(new Date(Date.UTC(2026, month, 1))))])
})

/** The month of a name or of its beginning; undefined where that could be two: “jui” is June and July. */
function monthOf(typed: string): number | undefined {
  const found = new Set(months.flatMap(([month, name]) => (name.startsWith(fold(typed)) ? month : [])))
  return found.size === 1 ? [...found][0] : undefined
}

const iso = String.raw`\d{4}-\d{1,2}-\d{1,2}`
const dotted = String.raw`\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}`
const named = String.raw`\d{1,2}(?:\.|er|º|°)?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?\d{4}`

/** What looks like a day that somebody typed, for an expression with the flags `iu`. */
export const typedDay = `${iso}|${dotted}|${named}`

/** Reads a day as people type it in any of our languages: 2027-03-01, 1.3.2027, 01/03/2027 (day first), 1 de marzo de 2027; undefined for what is none. */
export function readTypedDay(text: string): string | undefined {
  const typed = text.trim()
  const [, yearFirst, monthSecond, dayLast] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(typed) ?? []
  const [, day, month = '', year] =
    /^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})$/.exec(typed) ??
    /^(\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})$/iu.exec(typed) ??
    []
  const which = /^\d/.test(month) ? Number(month) : monthOf(month)
  const parts = yearFirst ? [yearFirst, monthSecond, dayLast] : [year, which, day]
  try {
    const [y = 0, m = 0, d = 0] = parts.map((part) => Number(part ?? 0))
    return Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** The same where a day in English can be of the United States: 3/2/2027 is none there, and 1/31/2027 is read. */
export function readDayIn(text: string, locale: Locale): string | undefined {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  if (Number(second) > 12) return readTypedDay(`${second}.${first}.${year}`)
  return locale === 'en' && first !== '' && Number(first) <= 12 && Number(first) !== Number(second) ? undefined : readTypedDay(text)
}

// A day is typed with four digits of its year. What would come after the last of them is written otherwise, and no form and no column takes it.
const last = Temporal.PlainDate.from('9999-12-31')

/** A day some time after another; the last day that there is where it would be later than that. */
export function laterDay(day: string, after: { days?: number; weeks?: number; months?: number; years?: number }): string {
  const later = Temporal.PlainDate.from(day).add(after)
  return (Temporal.PlainDate.compare(later, last) > 0 ? last : later).toString()
}

/** Is there no such day any more? */
export const isPastLast = (day: string, after: { months: number }): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(day).add(after), last) > 0
