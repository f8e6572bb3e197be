import type { Actor } from './actor.ts'

/** The day of an instant in a zone (IANA name), as ISO 8601 writes it: 2027-03-31. */
export const dayIn = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The day on which somebody acts, where they are. */
export const todayOf = ({ zone, at }: Pick<Actor, 'zone' | 'at'>): string => dayIn(at, zone)

/** The first instant of a day in a zone. Throws RangeError where the text is no day. */
export const startOfDay = (day: string | Temporal.PlainDate, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)

/** The day of an instant in UTC: for what is nobody's, as jobs and names of files, and for what must be the same for everybody. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10)
