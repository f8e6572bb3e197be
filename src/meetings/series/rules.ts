import { type SeriesDays, seriesInstant } from '../rules.ts'

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

/** What the meetings of a series are, unless one of them is changed. */
interface Usual {
  title: string
  place: string
  minutes: number
}

interface One {
  title: string
  place: string
  startsAt: Date
  endsAt: Date
  recursAt: Date
}

/** Is this meeting another than the rule of its series says? */
export const deviates = (one: One, usual: Usual): boolean =>
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
