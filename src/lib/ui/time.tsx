import { chromeWords } from './chrome-words.ts'
import { type DateStyle, formatDate, formatDay, toDate, type When } from './format.ts'
import { type Reader, useReader } from './reader.ts'
import { zoneCity } from './zone-cities.ts'

/** What a page says of an instant; to a reader whose zone is not known it says where that hour is. */
export function sayHere(reader: Reader, date: Date, style: DateStyle, zoned = false): string {
  const placed = (zoned || style === 'full') && reader.zoneUnknown === true && reader.zone !== 'UTC'
  if (!placed) return formatDate(reader, date, style, { zoned })
  return chromeWords(reader.locale).placed({ time: formatDate(reader, date, style), city: zoneCity(reader.zone, reader.locale) })
}

/**
 * An instant in the reader's zone. Where an hour is shown its zone is too, unless the page has said it once (`bare`).
 * `relative` lets the browser say "2 hours ago"; without script the date stands there.
 */
export function Time({ at, style = 'instant', relative, bare }: { at: When; style?: DateStyle; relative?: boolean; bare?: boolean }) {
  const reader = useReader()
  const date = toDate(at)
  const iso = date.toISOString()
  const hours = style === 'instant' || style === 'time'
  const text = sayHere(reader, date, style, hours && !bare)
  return (
    <time datetime={iso} title={formatDate(reader, date, 'full')}>
      {relative ? (
        <relative-time datetime={iso} prefix="" no-title time-zone={reader.zone}>
          {text}
        </relative-time>
      ) : (
        text
      )}
    </time>
  )
}

/** A calendar day that belongs to no zone: `2026-10-14`. */
export function Day({ on, style = 'date' }: { on: string | Temporal.PlainDate; style?: 'date' | 'day' | 'short' }) {
  const reader = useReader()
  return <time datetime={String(on)}>{formatDay(reader, on, style)}</time>
}

/** When people meet: the hour where the meeting is at home, and the reader's own where that differs and is known. */
export function MeetingTime({ at, zone }: { at: When; zone: string }) {
  const reader = useReader()
  const words = chromeWords(reader.locale)
  const there = { ...reader, zone }
  const [placed, own] = [formatDate(there, at, 'time'), formatDate(reader, at, 'time')]
  const sameDay = formatDate(there, at, 'day') === formatDate(reader, at, 'day')
  const mine = sameDay ? own : `${own}, ${formatDate(reader, at, 'day')}`
  return (
    <time datetime={toDate(at).toISOString()} class="meeting">
      {formatDate(there, at, 'day')}, {words.placed({ time: placed, city: zoneCity(zone, reader.locale) })}
      {!reader.zoneUnknown && (own !== placed || !sameDay) && <span class="soft"> · {words.forYou({ time: mine })}</span>}
    </time>
  )
}
