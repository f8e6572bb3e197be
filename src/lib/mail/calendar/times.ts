import { CalendarError, excerpt } from './components.ts'
import type { Property } from './property.ts'
import type { Zone } from './zones.ts'

/** A day, or a time of day in a zone. */
type Time = { day: Temporal.PlainDate } | { local: Temporal.PlainDateTime; zone: Zone }

const utc: Zone = (local) => local.toZonedDateTime('UTC').toInstant()

/** A time on the wall; 24:00 is the end of its day (ISO 8601), which RFC 5545 §3.3.12 writes as the beginning of the next. */
const wallTime = (text: string): Temporal.PlainDateTime =>
  text.endsWith('T24:00:00')
    ? Temporal.PlainDate.from(text.slice(0, 10)).add({ days: 1 }).toPlainDateTime()
    : Temporal.PlainDateTime.from(text)

function readTime({ line, parameters, value, type }: Property, findZone: (tzid: string) => Zone): Time {
  const text = type === 'period' ? (value.split(',')[0] ?? '') : value
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return { day: Temporal.PlainDate.from(text) }
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(text)) throw new RangeError('not a time')
    const local = wallTime(text.replace('Z', ''))
    return { local, zone: text.endsWith('Z') ? utc : findZone(parameters.tzid ?? '') }
  } catch {
    throw new CalendarError(line.number, `${line.name} is no date or time: ${excerpt(line.text.slice(line.text.indexOf(':') + 1))}`)
  }
}

/** A day as `2026-11-06`, an instant as `2026-11-06T09:00:00Z`, a time on the wall clock as `2026-11-06T10:00:00`. */
function show(time: Time): string {
  if ('day' in time) return time.day.toString()
  return (time.zone(time.local) ?? time.local).toString()
}

/** Days pass on the calendar, hours on the clock (RFC 5545 §3.3.6). */
function after(start: Time, { line, value }: Property): string {
  try {
    const { weeks, days, hours, minutes, seconds } = Temporal.Duration.from(value.replace(/^\+/, '').replace(/T$/, ''))
    if ('day' in start) return start.day.add({ weeks, days }).toString()
    const local = start.local.add({ weeks, days })
    return (start.zone(local) ?? local).add({ hours, minutes, seconds }).toString()
  } catch {
    throw new CalendarError(line.number, `DURATION is none: ${excerpt(line.text)}`)
  }
}

/**
 * When an event starts and ends, in ISO 8601; null for what it does not say. Throws CalendarError for a value that is
 * no date, time or duration.
 */
export function readTimes(
  start: Property | undefined,
  end: Property | undefined,
  duration: Property | undefined,
  findZone: (tzid: string) => Zone,
): { start: string | null; end: string | null } {
  const begins = start && readTime(start, findZone)
  if (end) return { start: begins ? show(begins) : null, end: show(readTime(end, findZone)) }
  return { start: begins ? show(begins) : null, end: begins && duration ? after(begins, duration) : null }
}
