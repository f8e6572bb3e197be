/** A date of the calendar. */
export interface CalendarDate {
  uid: string
  title: string
  path: string
  from: Date
  to: Date
  changedAt: Date
}

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

// RFC 5545 §3.3.11: these four are escaped in a text.
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Lines of at most 75 octets (RFC 5545 §3.1), never cut within a character. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

/** A calendar (RFC 5545) of dates, as instants in UTC, which every program shows in its reader's zone. */
export function calendarOf(dates: CalendarDate[], baseUrl: string, now: Date): string {
  const events = dates.flatMap(({ uid, title, path, from, to, changedAt }) => [
    'BEGIN:VEVENT',
    `UID:${uid}@${new URL(baseUrl).host}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${baseUrl}${path}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapport//Ballots//EN', 'X-WR-CALNAME:Ballots', ...events, 'END:VCALENDAR']
  return `${lines.map(fold).join('\r\n')}\r\n`
}
