import ICAL from 'ical.js'
import { wallTime, writeZone } from './zone-write.ts'

/** A person in an event. */
export interface Participant {
  name: string
  address: string
  partstat?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
}

/** How an event repeats: its hour stays on the wall of its zone. */
export interface Repeats {
  /** Of the IANA database. */
  zone: string
  /** RFC 5545 §3.3.10: `FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH`. */
  rule: string
  /** The beginnings that are off. */
  except: readonly Date[]
}

/** An event that is written: one VEVENT in UTC, or one that repeats, or one of those that repeat. */
export interface NewEvent {
  uid: string
  /** Raised where the time changes or it is cancelled (RFC 5546 §2.1.4). */
  sequence: number
  /** When this message was written (DTSTAMP); of a feed, which is none, when the thing last changed (RFC 5545 §3.8.7.2). */
  stampedAt: Date
  /** When the thing last changed (LAST-MODIFIED), where that is known. */
  changedAt?: Date
  startsAt: Date
  endsAt: Date
  /** Whole days, both included, in no zone (RFC 5545 §3.3.4): they take the place of the instants. */
  days?: { firstOn: string; lastOn: string }
  /** It repeats: the first of a series. */
  repeats?: Repeats
  /** It is one of a series: when that was to begin, in the zone of the series. */
  instead?: { of: Date; zone: string }
  summary: string
  description?: string
  location?: string
  /** Its page. */
  url?: string
  cancelled?: boolean
  /** It takes nobody's time: a deadline, or days that one need not be there. */
  free?: boolean
  organizer?: Participant
  attendees?: readonly Participant[]
  /** Minutes before the beginning at which the program reminds. */
  alarmMinutes?: number
}

const productId = '-//Rapport//Rapport//EN'

const instant = (at: Date) => ICAL.Time.fromJSDate(new Date(Math.floor(at.getTime() / 1_000) * 1_000), true)

// After the last day that is written with four digits there is none.
const dayAfter = (day: string): string => (day >= '9999-12-31' ? day : Temporal.PlainDate.from(day).add({ days: 1 }).toString())

// A parameter in quotation marks can hold none of these (RFC 5545 §3.1).
const parameter = (text: string): string => text.replaceAll(/["\p{Cc}\u2028\u2029]/gu, "'").slice(0, 200)

// The library writes a line feed as a backslash and n, and everything else as it comes; a lone CR ends a line for some programs.
const said = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')

function put(component: ICAL.Component, name: string, value: string | number | ICAL.Time | undefined): void {
  if (value === undefined || value === '') return
  component.addPropertyWithValue(name, (typeof value === 'string' ? said(value) : value) as never)
}

function participant(name: 'organizer' | 'attendee', { name: called, address, partstat }: Participant): ICAL.Property {
  const property = new ICAL.Property(name)
  property.setValue(`mailto:${address}`)
  if (called) property.setParameter('cn', parameter(called))
  if (name === 'attendee') {
    property.setParameter('cutype', 'INDIVIDUAL')
    property.setParameter('role', 'REQ-PARTICIPANT')
    property.setParameter('partstat', partstat ?? 'NEEDS-ACTION')
    property.setParameter('rsvp', 'TRUE')
  }
  return property
}

/** An instant on the wall of a zone. */
function putWall(component: ICAL.Component, name: string, at: Date, zone: string): void {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  component.addPropertyWithValue(name, wallTime(local)).setParameter('tzid', zone)
}

function putTimes(component: ICAL.Component, { days, startsAt, endsAt, repeats, instead }: NewEvent): void {
  const zone = repeats?.zone ?? instead?.zone
  if (days) {
    put(component, 'dtstart', ICAL.Time.fromDateString(days.firstOn))
    // The end of whole days is the day after (RFC 5545 §3.6.1).
    put(component, 'dtend', ICAL.Time.fromDateString(dayAfter(days.lastOn)))
  } else if (zone === undefined) {
    put(component, 'dtstart', instant(startsAt))
    put(component, 'dtend', instant(endsAt))
  } else {
    putWall(component, 'dtstart', startsAt, zone)
    putWall(component, 'dtend', endsAt, zone)
  }
  if (repeats) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(repeats.rule))
  for (const off of repeats?.except ?? []) putWall(component, 'exdate', off, zone ?? 'UTC')
  if (instead) putWall(component, 'recurrence-id', instead.of, instead.zone)
}

function writeEvent(event: NewEvent): ICAL.Component {
  const component = new ICAL.Component('vevent')
  put(component, 'uid', event.uid)
  put(component, 'dtstamp', instant(event.stampedAt))
  put(component, 'last-modified', event.changedAt && instant(event.changedAt))
  putTimes(component, event)
  put(component, 'sequence', event.sequence)
  put(component, 'status', event.cancelled ? 'CANCELLED' : 'CONFIRMED')
  put(component, 'summary', event.summary)
  put(component, 'description', event.description)
  put(component, 'location', event.location)
  put(component, 'url', event.url)
  put(component, 'class', 'PUBLIC')
  const free = event.cancelled || event.free
  put(component, 'transp', free ? 'TRANSPARENT' : 'OPAQUE')
  // Outlook asks this field first whether the time is taken, and TRANSP only where it is missing ([MS-OXCICAL] 2.1.3.1.1.20.31, .25).
  put(component, 'x-microsoft-cdo-busystatus', free ? 'FREE' : 'BUSY')
  if (event.organizer) component.addProperty(participant('organizer', event.organizer))
  for (const attendee of event.attendees ?? []) component.addProperty(participant('attendee', attendee))
  if (event.alarmMinutes !== undefined && !event.cancelled) {
    const alarm = new ICAL.Component('valarm')
    put(alarm, 'action', 'DISPLAY')
    put(alarm, 'description', event.summary)
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-PT${event.alarmMinutes}M`))
    component.addSubcomponent(alarm)
  }
  return component
}

/**
 * Writes a calendar (RFC 5545): as an iTIP message with a method (RFC 5546 §3.2), or, without one, as a feed.
 * What programs hold each other to: every instant in UTC, so that no VTIMEZONE has to be understood, but in a series, whose hour stays on the
 * wall of its zone; a series is one component with its rule, and one for each of its meetings that is another than the rule says; each attendee with PARTSTAT and RSVP,
 * as in the messages of Google and Outlook themselves; of the X-MICROSOFT fields only the one that says whether the time is taken;
 * lines folded at 75 octets and ended by CRLF (RFC 5545 §3.1). `test/golden` shows an invitation, a move and a cancellation whole.
 * @param method the same as in the MIME part's type (RFC 6047 §2.4)
 * @param name of the feed, as programs show it (RFC 7986 §5.1)
 */
export function writeCalendar(
  events: readonly NewEvent[],
  { method, name }: { method?: 'REQUEST' | 'CANCEL' | 'PUBLISH'; name?: string } = {},
): string {
  const calendar = new ICAL.Component('vcalendar')
  put(calendar, 'prodid', productId)
  put(calendar, 'version', '2.0')
  put(calendar, 'calscale', 'GREGORIAN')
  put(calendar, 'method', method)
  // Of a property that the library does not know it escapes nothing.
  const title = name?.replaceAll(/\s+/g, ' ')
  put(calendar, 'name', title)
  put(calendar, 'x-wr-calname', title)
  if (name) {
    // RFC 7986 §5.7, and the same for Outlook: programs come back after an hour.
    // The library says itself that it is a DURATION.
    calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'))
    put(calendar, 'x-published-ttl', 'PT1H')
  }
  const zones = new Set(events.flatMap(({ repeats, instead }) => repeats?.zone ?? instead?.zone ?? []))
  const first = events[0]?.startsAt ?? new Date(0)
  for (const zone of zones) calendar.addSubcomponent(writeZone(zone, first))
  for (const event of events) calendar.addSubcomponent(writeEvent(event))
  return `${calendar.toString()}\r\n`
}
