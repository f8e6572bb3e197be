import { CalendarError, type Component, readComponents } from './calendar/components.ts'
import { findProperties, findProperty, type Property } from './calendar/property.ts'
import { readTimes } from './calendar/times.ts'
import { zonesOf } from './calendar/zones.ts'
import { decodeText } from './charset.ts'
import { readMessage } from './parse.ts'

/** One event of a calendar message. */
export interface CalendarEvent {
  uid: string | null
  sequence: number
  /** `TENTATIVE`, `CONFIRMED` or `CANCELLED`; null when the event does not say. */
  status: string | null
  /** An instant in UTC, a day for what lasts whole days, or a wall-clock time without `Z` where the zone is not known. */
  start: string | null
  end: string | null
  /** Which one of a series it is: when that was to begin, in the form of `start`; null for all of them, and for what is no series. */
  recurrence: string | null
  /** How it repeats, as it is written (RFC 5545 §3.3.10). */
  rule: string | null
  organizer: string | null
  attendees: { address: string; partstat: string }[]
}

/** What a calendar says (RFC 5545), and what it asks for (`REQUEST`, `REPLY`, `CANCEL`: RFC 5546). */
export interface Calendar {
  method: string | null
  events: CalendarEvent[]
}

/**
 * The mail address of a participant; some clients name a principal in the value and the address beside it. A colon in a name that is not in
 * quotes ends the parameters too early, so that what follows the last `mailto:` is the address (RFC 6068 §2), without what else a link says.
 */
function addressOf({ value, parameters }: Property): string {
  const link = value.toLowerCase().lastIndexOf('mailto:')
  const said = link < 0 ? value : value.slice(link + 'mailto:'.length).replace(/\?.*$/s, '')
  const address = said.trim().replace(/^<(.*)>$/s, '$1')
  if (!address.includes('@') && parameters.email) return parameters.email
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function readEvent(event: Component, findZone: ReturnType<typeof zonesOf>): CalendarEvent {
  const find = (name: string) => findProperty(event, name)
  const organizer = find('ORGANIZER')
  return {
    uid: find('UID')?.value.trim() || null,
    sequence: Math.max(0, Number.parseInt(find('SEQUENCE')?.value ?? '0', 10) || 0),
    status: find('STATUS')?.value.trim().toUpperCase() || null,
    ...readTimes(find('DTSTART'), find('DTEND'), find('DURATION'), findZone),
    recurrence: readTimes(find('RECURRENCE-ID'), undefined, undefined, findZone).start,
    // Taken as it stands: a rule that is none breaks no answer.
    rule:
      event.lines
        .find(({ name }) => name === 'RRULE')
        ?.text.replace(/^[^:]*:/, '')
        .trim() || null,
    organizer: organizer ? addressOf(organizer) : null,
    attendees: findProperties(event, 'ATTENDEE').map((attendee) => ({
      address: addressOf(attendee),
      partstat: attendee.parameters.partstat?.trim().toUpperCase() || 'NEEDS-ACTION',
    })),
  }
}

const decode = (bytes: Uint8Array) => {
  // Outlook saves a file in UTF-16 when asked for Unicode.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return decodeText(bytes, 'utf-16')
  const text = new TextDecoder().decode(bytes)
  return text.includes('\uFFFD') ? Buffer.from(bytes).toString('latin1') : text
}

/** The calendar itself: the input, or the part of the mail that carries one. */
function findCalendar(input: string | Uint8Array): string {
  const text = (typeof input === 'string' ? input : decode(input)).replace(/^\uFEFF/, '')
  if (/^\s*BEGIN\s*:/i.test(text)) return text
  const { attachments } = readMessage(typeof input === 'string' ? Buffer.from(input) : input)
  const part =
    attachments.find(({ type }) => type === 'text/calendar') ??
    attachments.find(({ type, filename }) => type === 'application/ics' || /\.ics$/i.test(filename))
  if (!part) throw new CalendarError(1, 'neither a calendar nor a mail that carries one')
  return decode(part.content)
}

/**
 * Reads a calendar, or the calendar in a mail: the bare .ics, or the whole mail with a text/calendar part. Lenient
 * about all that the answer does not need. Throws CalendarError with the line (of the calendar) for anything that is
 * no calendar, does not end as it began, or has a date that is none.
 */
export function readCalendar(input: string | Uint8Array): Calendar {
  const calendars = readComponents(findCalendar(input))
  const [method] = calendars.flatMap((calendar) => findProperties(calendar, 'METHOD'))
  const events = calendars.flatMap((calendar) => {
    const findZone = zonesOf(calendar)
    return calendar.parts.filter(({ name }) => name === 'VEVENT').map((event) => readEvent(event, findZone))
  })
  return { method: method?.value.trim().toUpperCase() || null, events }
}
