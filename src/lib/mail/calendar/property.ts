import ICAL from 'ical.js'
import { CalendarError, type Component, type ContentLine, excerpt } from './components.ts'

/** One property: its parameters by lower-case name, its value as jCal has it (RFC 7265). */
export interface Property {
  line: ContentLine
  parameters: Record<string, string>
  type: string
  value: string
}

/**
 * Times as some clients write them: a day that does not say so or says that it is a time, seconds left out or in fractions, too many digits,
 * signs between, a zone that is an address, an offset behind the time, which RFC 5545 §3.3.12 knows only in UTC.
 */
const mend = (text: string) =>
  text
    .replace(
      /^([A-Za-z-]+)(;[^:]*)?:(\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d(?::?\d\d)?)(?:[.,]\d{1,9})?([+-]\d\d):?(\d\d)\s*$/i,
      '$1;TZID="UTC$4:$5":$3',
    )
    .replace(
      /:(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d{1,9})? ?(Z?))?\s*$/i,
      (_all, year, month, day, hour, minute, second = '00', zone = '') =>
        hour ? `:${year}${month}${day}T${hour}${minute}${second}${zone}` : `:${year}${month}${day}`,
    )
    .replace(/^([^:"]*;TZID=)([^";:]*:[^";]*)(:\d{8}(?:T\d{4,10}Z?)?)\s*$/i, '$1"$2"$3')
    .replace(/T\d{4,}z\s*$/, (time) => time.toUpperCase())
    .replace(/^([^:"]*);VALUE=DATE-TIME(?![\w-])([^:"]*:\d{8})\s*$/i, '$1$2')
    .replace(/^(DT[A-Z]+|RECURRENCE-ID)((?:;(?!VALUE=)[^;:"]*)*):(\d{8})\s*$/i, '$1$2;VALUE=DATE:$3')
    .replace(/(T\d{6})\d{1,4}(Z?)\s*$/, '$1$2')
    .replace(/(T\d{4})\d?(Z?)\s*$/, '$100$2')

/** What is a time; one that is empty is none. */
const isDated = ({ name }: ContentLine): boolean => name.startsWith('DT') || name === 'RECURRENCE-ID' || name === 'DURATION'

/** Without a semicolon too many, and without blanks after one, which would become a part of the next name; what is in quotes stays. */
const mendParameters = (text: string) =>
  text.replace(/^[A-Za-z0-9-]+(?:;(?:[^":;]|"[^"]*")*)+/, (head) =>
    head.replace(/"[^"]*"|;[;\s]*/g, (part) => (part.startsWith('"') ? part : ';')).replace(/;$/, ''),
  )

/** The first property of that name; undefined where there is none. Throws CalendarError when it cannot be read. */
export const findProperty = (component: Component, name: string): Property | undefined => findProperties(component, name)[0]

/** All properties of that name, in their order. Throws CalendarError when one cannot be read. */
export function findProperties(component: Component, name: string): Property[] {
  return component.lines.filter((line) => line.name === name && !(isDated(line) && /:\s*$/.test(line.text))).map(readProperty)
}

/** One content line as a property. Throws CalendarError when it cannot be read. */
export function readProperty(line: ContentLine): Property {
  try {
    const [, parameters, type, value] = ICAL.parse.property(
      mendParameters(isDated(line) ? mend(line.text) : line.text).trim(),
      ICAL.design.icalendar,
    ) as unknown[]
    return { line, parameters: (parameters ?? {}) as Record<string, string>, type: String(type), value: String(value ?? '') }
  } catch {
    throw new CalendarError(line.number, `${line.name} cannot be read: ${excerpt(line.text)}`)
  }
}
