import { readCalendar } from '../../lib/mail/calendar.ts'

/** `rapport inspect calendar FILE`: what a calendar says, or the one in a mail. */
export function inspectCalendar(raw: Uint8Array) {
  return readCalendar(raw)
}
