import { CalendarError } from '../mail/calendar/components.ts'
import { type Calendar, readCalendar as readHere } from '../mail/calendar.ts'
import { callBounded } from './bounded.ts'
import { readingLimits } from './limits.ts'

/** The reader that the worker calls. */
export const calendarIn = (bytes: Uint8Array): Calendar => readHere(bytes)

/**
 * Reads a calendar, or the calendar in a mail, in a worker with bounded time and memory.
 * @throws CalendarError for anything that is no calendar, is too large, or takes too long
 */
export async function readCalendar(bytes: Uint8Array): Promise<Calendar> {
  const { size, time: milliseconds } = readingLimits.calendar
  if (bytes.length > size) throw new CalendarError(1, 'larger than 2 MB')
  return callBounded({ module: import.meta.url, reader: calendarIn.name, given: [bytes], refusal: CalendarError, milliseconds })
}
