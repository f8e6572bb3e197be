import ICAL from 'ical.js'
import { type Component, rest } from './components.ts'
import { placeZone } from './place-zones.ts'
import { offsetZone, windowsZone } from './windows-zones.ts'

/** Turns a wall-clock time into an instant; undefined where the zone does not tell. */
export type Zone = (local: Temporal.PlainDateTime) => Temporal.Instant | undefined

/** Rules as time zones have them: once a year. Anything finer would let a mail keep the server busy. */
const yearly =
  /^RRULE:FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=\d{1,2}|BYDAY=[+-]?\d?[A-Z]{2}|BY(?:HOUR|MINUTE|SECOND)=\d{1,2}|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2}){0,7}|UNTIL=[\dTZ]{8,16}|COUNT=\d{1,4}|WKST=[A-Z]{2})){0,9}$/i

/** Working a definition out costs milliseconds: nobody needs more of them in one calendar. */
const mostZones = 20
const mostObservances = 100

function describeObservance({ name, lines }: Component): string[] | undefined {
  const kept = lines
    .filter((line) => ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE'].includes(line.name))
    .map(({ text }) => text.trim())
  const complete = ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'].every((wanted) => lines.some((line) => line.name === wanted))
  if (!complete || kept.some((text) => /^RRULE/i.test(text) && !yearly.test(text))) return undefined
  return [`BEGIN:${name}`, ...kept, `END:${name}`]
}

/** The zone that a VTIMEZONE defines (RFC 5545 §3.6.5); undefined when it defines none that can be used. */
function readZone(component: Component): Zone | undefined {
  const observances = component.parts.map(describeObservance)
  if (!observances.length || observances.length > mostObservances || observances.includes(undefined)) return undefined
  const text = ['BEGIN:VTIMEZONE', 'TZID:local', ...observances.flatMap((lines) => lines ?? []), 'END:VTIMEZONE'].join('\r\n')
  const before = beforeAll(component)
  let zone: ICAL.Timezone | undefined
  return (local) => {
    const { year, month, day, hour, minute, second } = local
    try {
      if (before && Temporal.PlainDateTime.compare(local, before.until) < 0) return local.toZonedDateTime(before.offset).toInstant()
      zone ??= new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(text)) })
      const time = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone)
      return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
    } catch {
      // Its rules say what cannot be.
      return undefined
    }
  }
}

const saidOf = ({ lines }: Component, name: string): string | undefined => {
  const line = lines.find((one) => one.name === name)
  return line && rest(line)
}

/** Until its first rule a zone has the offset that this rule changes; undefined where it says none that can be used. */
function beforeAll({ parts }: Component): { until: Temporal.PlainDateTime; offset: string } | undefined {
  const first = parts
    .map((one) => ({ from: saidOf(one, 'DTSTART') ?? '', offset: saidOf(one, 'TZOFFSETFROM') ?? '' }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  const [, sign, hours, minutes] = /^([+-])([01]\d|2[0-3])([0-5]\d)/.exec(first?.offset ?? '') ?? []
  try {
    return first && sign ? { until: Temporal.PlainDateTime.from(first.from), offset: `${sign}${hours}:${minutes}` } : undefined
  } catch {
    return undefined
  }
}

/** A zone by its name in the tz database; also where a client puts a registry before it (`/mozilla.org/2005/Europe/Berlin`). */
function findNamedZone(tzid: string): Zone | undefined {
  const segments = tzid.split('/').filter(Boolean).slice(-6)
  for (let from = 0; from < segments.length; from++) {
    const name = segments.slice(from).join('/').trim().replaceAll(' ', '_')
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
      return (local) => local.toZonedDateTime(name).toInstant()
    } catch {
      // Not a name of the database; the rest of it may be.
    }
  }
  return undefined
}

const zoneCalled = (name: string | undefined): Zone | undefined =>
  name === undefined ? undefined : (local) => local.toZonedDateTime(name).toInstant()

/**
 * Finds a zone by a name that Windows has, that is an offset, that the tz database has, or that programs show in their lists. The last
 * takes looking, so that each name is looked for once, and no more of them than a calendar may have zones.
 */
function otherZones(): (tzid: string) => Zone | undefined {
  const found = new Map<string, Zone | undefined>()
  const listed = (tzid: string) => {
    if (!found.has(tzid) && found.size < mostZones) found.set(tzid, zoneCalled(placeZone(tzid)))
    return found.get(tzid)
  }
  return (tzid) => zoneCalled(windowsZone(tzid) ?? offsetZone(tzid)) ?? findNamedZone(tzid) ?? listed(tzid)
}

/** A definition is the one that is meant whatever the case, and blanks round it. */
const plain = (tzid: string) => tzid.trim().toLowerCase()

/**
 * Looks up the zones of a calendar: what the tz database knows by that name, which is kept up to date, before the definition that the
 * calendar brings; short names such as EST, and those of Windows, are no more than a definition's label where there is one. Where nothing tells, a time stays on the wall clock.
 */
export function zonesOf(calendar: Component): (tzid: string) => Zone {
  const defined = new Map<string, Zone | undefined>()
  // A name of the calendar's own may say beside it which zone of the database it is.
  const located = new Map<string, string>()
  for (const part of calendar.parts) {
    const line = part.name === 'VTIMEZONE' ? part.lines.find(({ name }) => name === 'TZID') : undefined
    if (!line || defined.size >= mostZones) continue
    const tzid = plain(rest(line).replace(/\\(.)/g, '$1'))
    defined.set(tzid, readZone(part))
    located.set(tzid, saidOf(part, 'X-LIC-LOCATION') ?? '')
  }
  const findOtherZone = otherZones()
  const known = (name: string) => (name.includes('/') ? findNamedZone(name) : undefined)
  return (tzid) => {
    const label = plain(tzid)
    const zone = known(tzid) ?? known(located.get(label) ?? '')
    return (local) => zone?.(local) ?? defined.get(label)?.(local) ?? findOtherZone(tzid)?.(local)
  }
}
