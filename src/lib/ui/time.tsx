import { chromeWords } from './chrome-words.ts'
import { type DateStyle, formatDate, formatDay, toDate, type When } from './format.ts'
import { hasHour, sayPlaced } from './placed.ts'
import { type Reader, useReader } from './reader.ts'

/** What a page says of an instant: an hour with the place whose clocks show it, unless the page has said that once (`bare`). */
export function sayHere(reader: Reader, date: Date, style: DateStyle, bare = false): string {
  const said = formatDate(reader, date, style)
  return hasHour(style) && !bare ? sayPlaced(reader.locale, reader.zone, said) : said
}

/**
 * An instant in the reader's zone. Where an hour is shown its place is too, unless the page has said it once (`bare`).
 * `relative` lets the browser say "2 hours ago"; without script the date stands there.
 */
export function Time({ at, style = 'instant', relative, bare }: { at: When; style?: DateStyle; relative?: boolean; bare?: boolean }) {
  const reader = useReader()
  const date = toDate(at)
  const iso = date.toISOString()
  const text = sayHere(reader, date, style, bare)
  return (
    <time datetime={iso} title={sayHere(reader, date, 'full')} class={hasHour(style) ? 'hour' : undefined}>
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
      {formatDate(there, at, 'day')}, {sayPlaced(reader.locale, zone, placed)}
      {!reader.zoneUnknown && (own !== placed || !sameDay) && <span class="soft"> · {words.forYou({ time: mine })}</span>}
    </time>
  )
}

/** Its hours, or its last: first where the meeting is at home, as its day is said, then the reader's own where they differ and are known. */
export function MeetingHours({ from, to, zone }: { from?: When; to: When; zone: string }) {
  const reader = useReader()
  const said = (place: Reader) => [from, to].flatMap((at) => (at === undefined ? [] : [formatDate(place, at, 'time')])).join(' – ')
  const [there, own] = [said({ ...reader, zone }), said(reader)]
  return (
    <span class="meeting">
      {sayPlaced(reader.locale, zone, there)}
      {!reader.zoneUnknown && own !== there && <span class="soft"> · {chromeWords(reader.locale).forYou({ time: own })}</span>}
    </span>
  )
}
