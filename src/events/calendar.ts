import { type NewEvent, writeCalendar } from '../lib/mail/calendar/write.ts'

/** An event as calendars show it: whole days. */
export interface CalendarEvent {
  slug: string
  uid: string
  sequence: number
  title: string
  firstOn: string
  lastOn: string
  place: string
  online: boolean
  cancelledAt: Date | null
}

/** An event as calendars show it: its days, whatever the reader's zone. */
export const entryOf = (event: CalendarEvent, baseUrl: string, at: Date): NewEvent => ({
  uid: event.uid,
  sequence: event.sequence,
  stampedAt: at,
  changedAt: at,
  startsAt: new Date(`${event.firstOn}T00:00:00Z`),
  endsAt: new Date(`${event.lastOn}T00:00:00Z`),
  days: { firstOn: event.firstOn, lastOn: event.lastOn },
  summary: event.title,
  description: `${baseUrl}/events/${event.slug}`,
  location: event.place || (event.online ? 'online' : ''),
  url: `${baseUrl}/events/${event.slug}`,
  cancelled: event.cancelledAt !== null,
})

/** An event as a file to take into a calendar. */
export const fileOf = (event: CalendarEvent, baseUrl: string, at: Date): string =>
  writeCalendar([entryOf(event, baseUrl, at)], { method: 'PUBLISH' })
