import { writeCalendar } from '../lib/mail/calendar/write.ts'

/** A date of the calendar. */
export interface CalendarDate {
  uid: string
  title: string
  path: string
  from: Date
  to: Date
  changedAt: Date
}

/**
 * A feed of dates that take nobody's time, as instants in UTC, which every program shows in its reader's zone.
 * @param name of the feed, in its reader's language
 */
export const calendarOf = (dates: readonly CalendarDate[], { baseUrl, name }: { baseUrl: string; name: string }): string =>
  writeCalendar(
    dates.map(({ uid, title, path, from, to, changedAt }) => ({
      ...{ uid: `${uid}@${new URL(baseUrl).host}`, sequence: 0, stampedAt: changedAt, changedAt, startsAt: from, endsAt: to },
      ...{ summary: title, url: `${baseUrl}${path}`, free: true },
    })),
    { name },
  )
