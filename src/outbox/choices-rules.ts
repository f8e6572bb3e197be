import type { LetterWay } from '../letter-subjects.ts'

/** When somebody gets the week's letter, where they have chosen nothing. */
export const normalWeek = { wanted: true, weekday: 1, hour: 8 }

/** What is due so soon is told at once: the week's letter might come too late. */
const soon = 3 * 86_400_000

/** What decides how a letter comes to somebody. */
interface Coming {
  /** What they chose for its kind. */
  chosen: LetterWay | undefined
  /** How letters of its kind come to who has chosen nothing. */
  usual: LetterWay
  /** They get the week's letter. */
  week: boolean
  /** When they get the next one. */
  next: Date
  /** They want to hear nothing of what it is about. */
  muted: boolean
  /** It only repeats what waits for them, until a time if it is too late then. */
  repeats: { until?: Date | undefined; ahead?: true } | undefined
}

/** How a letter comes: now; as a line of the week's letter; not, since what it says stands there anyway (`waits`), or since they want none. */
export function decideWay({ chosen, usual, week, next, muted, repeats }: Coming, now: Date): 'now' | 'line' | 'waits' | 'never' {
  if (muted || chosen === 'never') return 'never'
  const way = chosen ?? (repeats ? 'weekly' : usual)
  // Who wants no letter of the week would never hear of it.
  if (way === 'now' || !week) return 'now'
  if (!repeats) return 'line'
  const left = repeats.until === undefined ? Number.NaN : repeats.until.getTime() - now.getTime()
  const wait = repeats.ahead ? next.getTime() - now.getTime() : 0
  return left >= 0 && left <= wait + soon ? 'now' : 'waits'
}

/** When somebody's next letter of the week comes. A zone that is none any more is UTC. */
export function nextWeekLetter({ weekday, hour }: { weekday: number; hour: number }, zone: string, now: Date): Date {
  const there = inZone(zone, now)
  const days = (weekday - there.dayOfWeek + 7) % 7
  const at = there.add({ days }).with({ hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  // This week's is under way, or was.
  const next = at.epochMilliseconds <= now.getTime() ? at.add({ days: 7 }) : at
  return new Date(next.epochMilliseconds)
}

/** An instant as the clocks of a zone say it. A zone that is none any more is UTC. */
export function inZone(zone: string, now: Date): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  try {
    return instant.toZonedDateTimeISO(zone)
  } catch {
    return instant.toZonedDateTimeISO('UTC')
  }
}

// From ten in the evening until seven people sleep, or wish they did.
const [evening, morning] = [22, 7]
/** Who reads it in the morning needs so long to do something about it. */
const enough = 2 * 3_600_000

/**
 * When a letter leaves that can wait for its reader's day: at seven, where it is night for them, unless that would be too late for it.
 * @param zone where they live; undefined where nobody knows
 */
export function nextDaytime(zone: string | undefined, now: Date, until?: Date): Date {
  if (zone === undefined) return now
  const there = inZone(zone, now)
  if (there.hour >= morning && there.hour < evening) return now
  const wakes = there
    .add({ days: there.hour < morning ? 0 : 1 })
    .toPlainDate()
    .toZonedDateTime({ timeZone: there.timeZoneId, plainTime: { hour: morning } })
  const at = new Date(wakes.epochMilliseconds)
  const late = until !== undefined && until > now && until.getTime() < at.getTime() + enough
  return late ? now : at
}
