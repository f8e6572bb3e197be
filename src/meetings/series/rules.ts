import { dayIn } from '../../time.ts'
import { seriesInstant } from '../rules.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule of a series as calendars have it (RFC 5545 §3.3.10): the same days as `seriesDays`. */
export function ruleOf({ everyN, everyUnit, weekday, nth, lastOn, zone }: SeriesDays & { zone: string }): string {
  const day = weekdays[weekday - 1] ?? 'MO'
  const rhythm =
    everyUnit === 'week' ? `FREQ=WEEKLY;INTERVAL=${everyN};BYDAY=${day}` : `FREQ=MONTHLY;INTERVAL=${everyN};BYDAY=${nth ?? 1}${day}`
  if (lastOn === null) return rhythm
  const until = seriesInstant(lastOn, '23:59', zone)
    .toISOString()
    .replaceAll(/[-:]|\.\d{3}/g, '')
  return `${rhythm};UNTIL=${until}`
}

/**
 * Does a RECURRENCE-ID (RFC 5545 §3.8.4.4) mean the meeting that was to begin then? Some programs name the day alone, and some write
 * the hour in a zone of their own that they do not define: that is an hour of the series, wherever it is read.
 */
export function namesOccurrence(recurrence: string, recursAt: Date, zone: string): boolean {
  if (recurrence.endsWith('Z')) return Date.parse(recurrence) === recursAt.getTime()
  const local = Temporal.Instant.fromEpochMilliseconds(recursAt.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return recurrence.length === 10
    ? local.toPlainDate().toString() === recurrence
    : local.toString({ smallestUnit: 'second' }) === recurrence
}

/** What the meetings of a series are, unless one of them is changed. */
interface Usual {
  title: string
  place: string
  minutes: number
}

/** Is this meeting another than the rule of its series says? */
export const deviates = (one: { title: string; place: string; startsAt: Date; endsAt: Date; recursAt: Date }, usual: Usual): boolean =>
  +one.startsAt !== +one.recursAt ||
  +one.endsAt - +one.startsAt !== usual.minutes * 60_000 ||
  one.title !== usual.title ||
  one.place !== usual.place

/** How somebody is told what is new of a series. */
export type Telling = 'whole' | 'ended' | 'single' | 'nothing'

/**
 * Whether a calendar gets the series as a whole, hears that it is over for them, or hears of single meetings.
 * @param told the version that it has; undefined: it has none
 * @param coming how many of its meetings they are invited to
 */
export function howToTell(series: { sequence: number; endedAt: Date | null }, told: number | undefined, coming: number): Telling {
  if (coming === 0 || series.endedAt !== null) return told === undefined ? 'nothing' : 'ended'
  return told === series.sequence ? 'single' : 'whole'
}

/** What decides the days of a series. */
export interface SeriesDays {
  everyN: number
  everyUnit: 'week' | 'month'
  /** ISO 8601: Monday is 1. */
  weekday: number
  /** In a monthly series: the nth of the month; -1 is the last. */
  nth: number | null
  /** YYYY-MM-DD. */
  firstOn: string
  lastOn: string | null
}

/** The nth weekday of a month; -1: the last. */
export function nthWeekday(month: Temporal.PlainYearMonth, weekday: number, nth: number): Temporal.PlainDate {
  if (nth < 0) {
    const last = month.toPlainDate({ day: month.daysInMonth })
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
  }
  const first = month.toPlainDate({ day: 1 })
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
}

/**
 * The days of a series from one day to another, both included.
 * A monthly series counts its months from the month of its first day.
 */
export function seriesDays(series: SeriesDays, from: string, until: string): string[] {
  const first = Temporal.PlainDate.from(series.firstOn)
  const end = [until, series.lastOn ?? until].sort()[0] as string
  const days: string[] = []
  for (let k = 0; k < 2_000; k++) {
    const day =
      series.everyUnit === 'week'
        ? first.add({ days: ((series.weekday - first.dayOfWeek + 7) % 7) + 7 * series.everyN * k })
        : nthWeekday(first.toPlainYearMonth().add({ months: series.everyN * k }), series.weekday, series.nth ?? 1)
    const on = day.toString()
    if (on > end) break
    if (on >= from && on >= series.firstOn) days.push(on)
  }
  return days
}

/** What changing a series does to its meetings that are to come. */
export interface SeriesPlan<M> {
  /** Each goes to the day in its place; it may be the day that it has. */
  moves: { meeting: M; day: string; startsAt: Date }[]
  /** For which the series has no day any more. */
  drops: M[]
}

/**
 * The meetings that are to come, first to last, take the days of the changed series, first to last, from tomorrow on. That of today keeps its
 * day while its hour is to come, and one that was put off from a day that is over stays where it is.
 * @param taken days that others of the series have, such as one that was cancelled
 */
export function planSeries<M extends { seriesOn: string | null; startsAt: Date }>(
  series: SeriesDays & { startsAt: string; zone: string },
  coming: readonly M[],
  at: Date,
  taken: ReadonlySet<string>,
): SeriesPlan<M> {
  const today = Temporal.PlainDate.from(dayIn(at, series.zone))
  const instantOn = (day: string) => seriesInstant(day, series.startsAt, series.zone)
  const isPutOff = ({ seriesOn, startsAt }: M) =>
    seriesOn !== null && seriesOn <= today.toString() && seriesOn < dayIn(startsAt, series.zone)
  const due = coming.filter((meeting) => !isPutOff(meeting))
  const keepsToday = due.some(({ seriesOn }) => seriesOn === today.toString()) && instantOn(today.toString()) > at
  const from = keepsToday ? today : today.add({ days: 1 })
  const days = seriesDays(series, from.toString(), today.add({ years: 3 }).toString()).filter((day) => !taken.has(day))
  const moves = due.flatMap((meeting, i) => (days[i] === undefined ? [] : [{ meeting, day: days[i], startsAt: instantOn(days[i]) }]))
  const stays = coming.filter(isPutOff).map((meeting) => ({ meeting, day: meeting.seriesOn as string, startsAt: meeting.startsAt }))
  return { moves: [...stays, ...moves], drops: due.slice(moves.length) }
}
