import { readCalendar } from '../../lib/mail/calendar.ts'

/** `rapport inspect calendar FILE`: what a calendar says, or the one in a mail. */
export const inspectCalendar = (raw: Uint8Array) => readCalendar(raw)
