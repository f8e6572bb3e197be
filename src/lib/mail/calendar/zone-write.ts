import ICAL from 'ical.js'

/** A change of a zone's clocks: when, from which offset to which, and whether the later one is summer time. */
interface Change {
  /** On the clock that it ends. */
  local: Temporal.PlainDateTime
  from: number
  to: number
}

const years = 12
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const offsetText = (nanoseconds: number): string => {
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The changes of a zone from the year before an instant on. */
function changesOf(zone: string, at: Date): Change[] {
  const start = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).subtract({ years: 1 })
  const until = start.add({ years })
  const changes: Change[] = []
  let next = start.getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, until) < 0) {
    const before = next.subtract({ nanoseconds: 1 })
    const [from, to] = [before.offsetNanoseconds, next.offsetNanoseconds]
    changes.push({ local: before.toPlainDateTime().add({ nanoseconds: 1 }), from, to })
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

/** The nth of its weekday in its month; -1: the last. */
const nthOf = ({ day, daysInMonth }: Temporal.PlainDateTime): number => (day + 7 > daysInMonth ? -1 : Math.ceil(day / 7))

/** The rule that all of these changes keep, once a year; undefined where there is none. */
function ruleOf(changes: readonly Change[]): string | undefined {
  const [first, ...others] = changes
  if (!first || others.length === 0) return undefined
  const steady = others.every(
    ({ local, from, to }, i) =>
      from === first.from &&
      to === first.to &&
      local.year === first.local.year + i + 1 &&
      local.month === first.local.month &&
      local.dayOfWeek === first.local.dayOfWeek &&
      local.toPlainTime().equals(first.local.toPlainTime()),
  )
  if (!steady) return undefined
  const nths = new Set(changes.map(({ local }) => nthOf(local)))
  // The fourth of some years is the last of all.
  const last = changes.every(({ local }) => local.day + 7 > local.daysInMonth)
  const nth = last ? -1 : nths.size === 1 ? [...nths][0] : undefined
  return nth === undefined ? undefined : `FREQ=YEARLY;BYMONTH=${first.local.month};BYDAY=${nth}${days[first.local.dayOfWeek - 1]}`
}

const stampOf = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'second' })

/** A time on the wall, as the library writes it. */
export const wallTime = (local: Temporal.PlainDateTime): ICAL.Time => ICAL.Time.fromDateTimeString(stampOf(local))

function observance(name: 'standard' | 'daylight', change: Change, rule: string | undefined): ICAL.Component {
  const component = new ICAL.Component(name)
  component.addPropertyWithValue('dtstart', wallTime(change.local))
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetText(change.from)))
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(offsetText(change.to)))
  if (rule) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule))
  return component
}

/**
 * The definition of a zone (RFC 5545 §3.6.5), from the year before an instant on: what repeats needs it, since its hour stays on the wall.
 * Where the clocks keep one rule it is written as a rule, which programs want; else each change of the next years stands for itself.
 */
export function writeZone(zone: string, at: Date): ICAL.Component {
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  const changes = changesOf(zone, at)
  if (changes.length === 0) {
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
    const local = Temporal.PlainDateTime.from('1970-01-01T00:00:00')
    component.addSubcomponent(observance('standard', { local, from: offsetNanoseconds, to: offsetNanoseconds }, undefined))
    return component
  }
  for (const [name, own] of [
    ['daylight', changes.filter(({ from, to }) => to > from)],
    ['standard', changes.filter(({ from, to }) => to <= from)],
  ] as const) {
    const rule = ruleOf(own)
    const [first] = own
    if (rule && first) component.addSubcomponent(observance(name, first, rule))
    else for (const change of own) component.addSubcomponent(observance(name, change, undefined))
  }
  return component
}
